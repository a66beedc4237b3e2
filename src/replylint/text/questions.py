"""The questions in a message: with a question mark and without, each with its kind.

The kind says what an answer would have to give: a day, a sum, a place, a reason, yes or no.
Question words are a closed class, so they stand here and not in packs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from replylint.text import russian
from replylint.text.document import Document, Sentence
from replylint.text.question_words import (
    ASKED_BY_NOUN,
    ASKING,
    ASKING_FORMS,
    BARELY_ASKING,
    CONJUNCTIONS,
    HEADS,
    NAMED,
    OPENERS,
    PHRASES,
    PLAIN,
    RHETORICAL,
    WHETHER_FIRST,
    YES_NO,
    YOU,
)
from replylint.text.zones import Zone

_OUTSIDE = frozenset((Zone.QUOTE, Zone.CODE, Zone.SIGNATURE))
_LONGEST_BARE = 14
_REACH = 6
_SHORTEST = 3
_MOST = 12


class Asked(StrEnum):
    """What a question asks for."""

    WHEN = "when"
    PRICE = "price"
    HOW_MANY = "how-many"
    WHERE = "where"
    WHY = "why"
    HOW = "how"
    WHICH = "which"
    WHO = "who"
    WHETHER = "whether"
    STATUS = "status"


class Question(NamedTuple):
    """The words ``first`` to ``end`` (excluded) of a message that ask for something.

    ``start`` and ``stop`` are code points. ``marked`` is whether a question mark follows.
    """

    first: int
    end: int
    start: int
    stop: int
    asked: Asked
    marked: bool


_Head = tuple[int, Asked]
"""Where a question begins among the words of its sentence, and what it asks for."""


def questions_of(document: Document) -> list[Question]:
    """The questions to which an answer is expected, in the order of the text.

    A sentence that asks two things («сколько стоит и когда привезут?») gives two. Rhetorical
    questions are left out.
    """
    found: list[Question] = []
    for sentence in document.sentences:
        if document.zones[sentence.first] not in _OUTSIDE:
            found.extend(_questions_in(document, sentence))
    return found[:_MOST]


def _questions_in(document: Document, sentence: Sentence) -> Iterator[Question]:
    words = document.words[sentence.first : sentence.end]
    marked = "?" in document.marks_before(sentence.end)
    heads = list(_heads(document.language, words))
    if _has_any(words, RHETORICAL[document.language]) and len(heads) < 2:
        return
    clauses = _clauses(words, heads) or _named(document.language, words)
    if not clauses and marked:
        clauses = [(0, Asked.WHETHER)]
    elif not marked and not _asks_without_mark(document, sentence, words, clauses):
        return
    starts = [at for at, _asked in clauses]
    for number, (_at, asked) in enumerate(clauses):
        begin = 0 if number == 0 else starts[number]
        end = starts[number + 1] if number + 1 < len(starts) else len(words)
        yield _question(document, sentence.first + begin, sentence.first + end, asked, marked)


def _question(document: Document, first: int, end: int, asked: Asked, marked: bool) -> Question:
    while end - first > 1 and document.words[end - 1] in CONJUNCTIONS:
        end -= 1
    start, stop = document.starts[first], document.ends[end - 1]
    if marked:
        after = document.marks_before(end)
        stop += len(after) - len(after.lstrip('?!.…»)"'))
    return Question(first, end, start, stop, asked, marked)


def _clauses(words: Sequence[str], heads: Sequence[_Head]) -> list[_Head]:
    """Where in a sentence something is asked, and what: its first question, and those joined on."""
    if not heads:
        return []
    first = 1 if len(heads) > 1 and _is_whenever(words, heads[0][0]) else 0
    found = [heads[first]]
    for at, asked in heads[first + 1 :]:
        joined = words[at - 1] in CONJUNCTIONS or (
            words[at - 1] in YES_NO and words[at - 2] in CONJUNCTIONS
        )
        if joined and at - found[-1][0] >= _SHORTEST:
            found.append((at, asked))
    return found


def _is_whenever(words: Sequence[str], at: int) -> bool:
    """Whether «когда я» begins here, which tells a circumstance and asks nothing."""
    return tuple(words[at : at + 2]) in (("когда", "я"), ("когда", "мы"), ("when", "i"))


def _heads(language: str, words: Sequence[str]) -> Iterator[_Head]:
    """The words that make a clause a question, each with what it asks for."""
    at = 0
    while at < len(words):
        length, asked = _head_at(language, words, at)
        if asked is not None:
            yield at, asked
        at += max(1, length)


def _head_at(language: str, words: Sequence[str], at: int) -> tuple[int, Asked | None]:
    for phrase, asked in PHRASES[language].get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return len(phrase), Asked(asked)
    head = HEADS[language].get(words[at])
    if head is not None and not _joins(language, words, at):
        follow = words[at + 1 : at + 1 + _REACH]
        for others, asked in NAMED[language].get(words[at], ()):
            if any(word in others for word in follow):
                return 1, Asked(asked)
        return 1, Asked(head)
    if language == "ru" and at + 1 < len(words) and words[at + 1] == "ли":
        return 2, Asked.WHETHER
    if words[at] in WHETHER_FIRST[language] and _begins_clause(words, at):
        return 1, Asked.WHETHER
    return 0, None


def _joins(language: str, words: Sequence[str], at: int) -> bool:
    """Whether a word that may ask merely joins sentences here: «вы проверяете, что колете?»."""
    return words[at] in BARELY_ASKING[language] and not _begins_clause(words, at)


def _begins_clause(words: Sequence[str], at: int) -> bool:
    return all(word in OPENERS or word in CONJUNCTIONS for word in words[:at]) or (
        words[at - 1] in CONJUNCTIONS
    )


def _asks_without_mark(
    document: Document, sentence: Sentence, words: Sequence[str], clauses: Sequence[_Head]
) -> bool:
    """Whether a sentence with no question mark asks: «подскажите, где», «хочу понять, почему»."""
    if not clauses:
        return False
    at, asked = clauses[0]
    if len(words) <= _LONGEST_BARE and tuple(words[at : at + 2]) in PLAIN:
        return True
    if words[at] in ("что", "what") or _is_whenever(words, at):
        return False
    if _has_asking(document.language, words[: at + 1]):
        return True
    if len(words) > _LONGEST_BARE:
        return False
    bare = all(word in OPENERS or word in CONJUNCTIONS for word in words[:at])
    return bare and (asked is Asked.WHY or "!" not in document.marks_before(sentence.end))


def _named(language: str, words: Sequence[str]) -> list[_Head]:
    """A question by a noun after a word of asking: «прошу сообщить срок», «подтвердите дату»."""
    for at, word in enumerate(words):
        if _has_asking(language, (word,)):
            for other in range(at + 1, min(len(words), at + _REACH)):
                asked = ASKED_BY_NOUN.get(_lemma(language, words[other]))
                if asked is not None:
                    return [(other, Asked(asked))]
            you = YOU[language]
            if at + 3 < len(words) and not you.isdisjoint(words[at + 1 : at + 4]):
                return [(at, Asked.WHETHER)]
    return []


def _lemma(language: str, word: str) -> str:
    return russian.lemmas(word)[0] if language == "ru" else word


def _has_asking(language: str, words: Sequence[str]) -> bool:
    if language == "en":
        return not ASKING[language].isdisjoint(words)
    return any(word in ASKING_FORMS or _asks(word) for word in words)


@lru_cache(maxsize=10_000)
def _asks(word: str) -> bool:
    """Whether a Russian word asks somebody to tell: «объясните», «прошу сообщить»."""
    if ASKING["ru"].isdisjoint(russian.lemmas(word)):
        return False
    return any(tag.POS == "INFN" or "impr" in tag for tag in russian.tags(word))


def _has_any(words: Sequence[str], phrases: Mapping[str, Sequence[tuple[str, ...]]]) -> bool:
    return any(
        tuple(words[at : at + len(phrase)]) == phrase
        for at, word in enumerate(words)
        for phrase in phrases.get(word, ())
    )
