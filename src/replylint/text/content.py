"""The words of substance in a text: what it is about."""

from __future__ import annotations

from replylint.text import english, russian
from replylint.text.document import Document
from replylint.text.language import morphology_of
from replylint.text.tokens import Kind
from replylint.text.zones import Zone

_SHORTEST = 3
_STEM = 5
_OUTSIDE = (Zone.GREETING, Zone.CLOSING, Zone.SIGNATURE, Zone.CODE)
_EMPTY = frozenset(
    "подсказать помочь спасибо пожалуйста здравствуйте добрый день вечер хотеть сделать делать "
    "быть есть мочь стать почему сколько когда какой который самый другой сказать понять "
    "понимать просто вообще "
    "hello hey dear good morning day afternoon evening please thank thanks help want need get make "
    "take know tell let see understand just really still now also ever even again".split()
)


def content_lemmas(document: Document, first: int = 0, end: int | None = None) -> frozenset[str]:
    """The dictionary forms of the words of substance, and the numbers, of some words of a text.

    ``first`` and ``end`` (excluded; None is the end) are numbers of words. Function words, forms of
    politeness, greeting, closing and signature are left out.
    """
    lemmas = morphology_of(document.language).lemmas
    found: set[str] = set()
    for index in range(first, len(document.words) if end is None else end):
        word = document.words[index]
        if document.zones[index] in _OUTSIDE:
            continue
        if document.kinds[index] is Kind.NUMBER:
            found.add(word)
        elif document.kinds[index] is Kind.WORD and _has_substance(word, document.language):
            found.update(lemmas(word)[:2])
    return frozenset(found - _EMPTY)


def shared_content(theirs: Document, ours: Document) -> frozenset[str]:
    """The words of substance and numbers of one text that come back in another.

    Words that begin alike count as one: «доставка», «доставить».
    """
    answered = content_lemmas(ours)
    beginnings = {_beginning(lemma) for lemma in answered}
    return frozenset(
        lemma
        for lemma in content_lemmas(theirs)
        if lemma in answered or (len(lemma) > _STEM and _beginning(lemma) in beginnings)
    )


def _beginning(lemma: str) -> str:
    return lemma[:_STEM]


def _has_substance(word: str, language: str) -> bool:
    is_mere = english.is_common if language == "en" else russian.is_function_word
    return len(word) >= _SHORTEST and not is_mere(word)
