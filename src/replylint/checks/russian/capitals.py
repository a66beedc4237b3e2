"""Ordinary words in capitals for stress: «срок ИСТЁК», «НЕ ЗВОНИТЕ»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from replylint.checks.russian.words import is_prose, written
from replylint.conversation import Conversation
from replylint.signals.plugin import Found, only_where, sentence_by_sentence
from replylint.text.document import Document
from replylint.text.russian import analyzer, tags

_SHORT = frozenset(("не", "ни", "вы", "мы"))
_SHORTEST = 3
_SHORTEST_ALONE = 4
_CAPTIONS = frozenset(
    "важно внимание обратите примечание вариант шаг пример итого вниманию объявление "
    "напоминание".split()
)
_OF_BRANDS = frozenset("карта карту карты карте картой тариф тарифа тарифе тарифу".split()) | (
    frozenset(
        "кнопка кнопку кнопки банк банка раздел разделе команда команду слово код коду кодом "
        "промокод промокоду промокодом".split()
    )
)
_TWO_CAPITALS = re.compile("[А-ЯЁ][-‐‑]?[А-ЯЁ]")
_NOT_WORDS = frozenset(("NOUN", "PREP"))
_LOGICAL = frozenset(("или", "и", "либо"))
_OFTEN_STRESSED = frozenset(
    "все всё вам вас вы нет нам мне уже как так это без сам раз вам ваш".split()
)


def _has_capitals(document: Document) -> bool:
    return _TWO_CAPITALS.search(document.text) is not None


@only_where(_has_capitals)
@sentence_by_sentence
def find(
    document: Document, _conversation: Conversation, parameters: Mapping[str, Any]
) -> Iterator[Found]:
    """Runs of words in capitals with at least ``least`` and at most ``most`` words.

    Abbreviations, brands, headings and captions are none. A noun by itself may be a brand: it
    counts where another word of the reply is stressed so, or before an exclamation mark.
    """
    least, most = parameters.get("least", 1), parameters.get("most", len(document.words))
    for first, end in _runs(document):
        if least <= end - first <= most and not _is_heading(document, first, end):
            yield Found(document.starts[first], document.ends[end - 1])


def _runs(document: Document) -> Iterator[tuple[int, int]]:
    """The first word and the end (excluded) of each run of ordinary words in capitals."""
    shouted: bool | None = None
    first = 0
    count = len(document.words)
    while first < count:
        if not _is_loud(document, first):
            first += 1
            continue
        end = first + 1
        while end < count and _is_loud(document, end) and _same_sentence(document, end):
            end += 1
        alone = end - first == 1 and not _is_stressed(document, first)
        if alone and _is_long(document, first) and not _names_a_brand(document, first):
            shouted = _shouts(document) if shouted is None else shouted
            alone = not shouted
        if not alone:
            yield first, end
        first = end


def _shouts(document: Document) -> bool:
    """Whether the reply has a word in capitals that is stress beyond doubt."""
    return any(
        _is_loud(document, index) and _is_stressed(document, index)
        for index in range(len(document.words))
    )


def _is_long(document: Document, index: int) -> bool:
    return len(document.words[index]) > _SHORTEST_ALONE


def _same_sentence(document: Document, index: int) -> bool:
    return document.sentence_of[index] == document.sentence_of[index - 1]


def _is_loud(document: Document, index: int) -> bool:
    start = document.starts[index]
    if not document.text[start].isupper():
        return False
    word = document.words[index]
    return (
        written(document, index).isupper()
        and (len(word) >= _SHORTEST or word in _SHORT)
        and is_prose(document, index)
        and is_ordinary(word)
    )


@lru_cache(maxsize=20_000)
def is_ordinary(word: str) -> bool:
    """Whether the dictionary has a word, and no reading of it is an abbreviation or a name."""
    return bool(analyzer().word_is_known(word)) and not any(
        {"Abbr", "Name", "Surn", "Geox", "Orgn"} & tag.grammemes for tag in tags(word)
    )


def _is_stressed(document: Document, index: int) -> bool:
    """Whether one word in capitals by itself is stress, and not the name of something."""
    word = document.words[index]
    after = document.text[document.ends[index] : document.ends[index] + 2].strip()
    if after.startswith("!"):
        return True
    if word in _LOGICAL or (len(word) < _SHORTEST_ALONE and word not in _OFTEN_STRESSED):
        return False
    is_noun = any(tag.POS in _NOT_WORDS for tag in tags(word)[:1])
    return not is_noun and not _names_a_brand(document, index)


def _names_a_brand(document: Document, index: int) -> bool:
    return index > 0 and document.words[index - 1] in _OF_BRANDS


def _is_heading(document: Document, first: int, end: int) -> bool:
    """Whether the words are in a line of capitals among others, or a caption such as «ВАЖНО:»."""
    if document.words[first] in _CAPTIONS and end - first <= 2:
        return "!" not in document.marks_before(end)
    text = document.text
    start = max(text.rfind("\n", 0, document.starts[first]), 0)
    stop = text.find("\n", document.ends[end - 1])
    line = text[start : stop if stop >= 0 else len(text)]
    after = document.marks_before(end).lstrip()
    is_line = not any(map(str.islower, line)) and len(line.strip()) < len(text.strip())
    begins = not text[start : document.starts[first]].strip()
    return (is_line or (begins and after.startswith(":"))) and "!" not in line
