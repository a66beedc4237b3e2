"""Which sentence of a reply answers a question, and why it is taken for the answer.

A sentence counts by what it gives (a day for «когда», a sum for «сколько стоит»), by the words
that it shares with the question, and by its meaning (``text.vectors``), where the encoder is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from replylint.text import russian
from replylint.text.answer_words import (
    CAUSE_PAIRS,
    CAUSES,
    FREE,
    NEGATIONS,
    NUMERALS,
    PLACES,
    SOON,
    YES_OR_NO,
)
from replylint.text.content import content_lemmas
from replylint.text.document import Document, Sentence
from replylint.text.questions import Asked, Question
from replylint.text.vectors import can_encode, encode
from replylint.text.zones import PROSE, Zone

_STEM = 5
_MOST = 30
_LONGEST = 600
_ARROWS = frozenset("→➔➜>›")
_FOR_GIVING, _FOR_WORDS = 0.25, 0.3


class Given(StrEnum):
    """Something that an answer can give."""

    TIME = "time"
    MONEY = "money"
    NUMBER = "number"
    PLACE = "place"
    CAUSE = "cause"
    STEP = "step"
    YES_NO = "yes-no"
    NAME = "name"
    STATE = "state"


WANTED: dict[Asked, frozenset[Given]] = {
    Asked.WHEN: frozenset((Given.TIME,)),
    Asked.PRICE: frozenset((Given.MONEY,)),
    Asked.HOW_MANY: frozenset((Given.NUMBER, Given.MONEY)),
    Asked.WHERE: frozenset((Given.PLACE,)),
    Asked.WHY: frozenset((Given.CAUSE,)),
    Asked.HOW: frozenset((Given.STEP,)),
    Asked.WHICH: frozenset((Given.NUMBER, Given.NAME, Given.PLACE, Given.TIME)),
    Asked.WHO: frozenset((Given.NAME,)),
    Asked.WHETHER: frozenset((Given.YES_NO,)),
    Asked.STATUS: frozenset((Given.TIME, Given.PLACE, Given.STATE)),
}
"""What an answer to each kind of question would give: one of these."""


class Part(NamedTuple):
    """A sentence of a reply: its words, its text, what it gives, and what it is about."""

    first: int
    end: int
    text: str
    gives: frozenset[Given]
    about: frozenset[str]


class Candidate(NamedTuple):
    """A sentence of the reply beside a question, and what ties them.

    ``gives`` is what the question wants and the sentence has, ``shared`` the dictionary forms in
    both, ``cosine`` how near their meanings are (-1 to 1; None where that was not asked).
    ``strength`` adds these up.
    """

    part: Part
    gives: frozenset[Given]
    shared: frozenset[str]
    cosine: float | None
    strength: float


def parts_of(document: Document) -> list[Part]:
    """The sentences of a reply that can answer something, in the order of the text."""
    own = [s for s in document.sentences if _can_answer(document, s)][:_MOST]
    return [
        Part(
            sentence.first,
            sentence.end,
            text_of(document, sentence.first, sentence.end),
            _given(document, sentence),
            content_lemmas(document, sentence.first, sentence.end),
        )
        for sentence in own
    ]


def candidates(message: Document, question: Question, parts: Sequence[Part]) -> list[Candidate]:
    """Every sentence of the reply beside a question by words alone, the strongest first."""
    wanted = WANTED[question.asked]
    about = content_lemmas(message, question.first, question.end)
    found = []
    for part in parts:
        gives = part.gives & wanted
        shared = shared_stems(about, part.about)
        share = len(shared) / len(about) if about else 0.0
        strength = _FOR_GIVING * bool(gives) + _FOR_WORDS * share
        found.append(Candidate(part, gives, shared, None, strength))
    return sorted(found, key=_by_strength)


def by_meaning(
    message: Document, question: Question, found: Sequence[Candidate]
) -> list[Candidate]:
    """The candidates with their cosines, the strongest first; as they are without the encoder."""
    if not found or not can_encode():
        return list(found)
    vectors = encode(texts_of(message, question, found))
    cosines = (float(value) for value in vectors[1:] @ vectors[0])
    told = (
        one._replace(cosine=cosine, strength=one.strength + cosine)
        for one, cosine in zip(found, cosines, strict=True)
    )
    return sorted(told, key=_by_strength)


def texts_of(message: Document, question: Question, found: Sequence[Candidate]) -> list[str]:
    """What is encoded to compare candidates: the question and, in their order, the sentences."""
    asked = " ".join(message.text[question.start : question.stop].split())
    return [text[:_LONGEST] for text in (asked, *(one.part.text for one in found))]


def _by_strength(candidate: Candidate) -> tuple[float, int]:
    return -candidate.strength, candidate.part.first


def _can_answer(document: Document, sentence: Sentence) -> bool:
    return any(
        document.zones[word] in PROSE and document.zones[word] is not Zone.GREETING
        for word in range(sentence.first, sentence.end)
    )


def text_of(document: Document, first: int, end: int) -> str:
    """The words ``first`` to ``end`` (excluded) as written, on one line, with the marks after."""
    after = document.marks_before(end)
    marks = len(after) - len(after.lstrip('.!?…)»"'))
    return " ".join(document.text[document.starts[first] : document.ends[end - 1] + marks].split())


def shared_stems(wanted: frozenset[str], have: frozenset[str]) -> frozenset[str]:
    """The words of the first set that come back in the second; «доставка» counts as «доставить»."""
    stems = {word[:_STEM] for word in have}
    return frozenset(
        word for word in wanted if word in have or (len(word) >= _STEM and word[:_STEM] in stems)
    )


def _given(document: Document, sentence: Sentence) -> frozenset[Given]:
    """What a sentence gives, by its entities and its words."""
    language = document.language
    words = document.words[sentence.first : sentence.end]
    here = frozenset(words)
    found: set[Given] = set()

    def has(*kinds: str) -> bool:
        return any(
            sentence.first <= first < sentence.end
            for kind in kinds
            for first in document.entities(kind)
        )

    if has("date", "time", "duration") or here & SOON[language]:
        found.add(Given.TIME)
    if has("money") or here & FREE[language]:
        found.add(Given.MONEY)
    if has("number") or here & NUMERALS[language]:
        found.add(Given.NUMBER)
    if has("url", "email", "phone") or here & PLACES[language]:
        found.add(Given.PLACE)
    if has("name"):
        found.add(Given.NAME)
    if here & CAUSES[language] or _has_pair(words):
        found.add(Given.CAUSE)
    if here & (YES_OR_NO[language] | NEGATIONS[language]):
        found.add(Given.YES_NO)
    text = document.text[document.starts[sentence.first] : document.ends[sentence.end - 1]]
    if not _ARROWS.isdisjoint(text):
        found |= {Given.STEP, Given.PLACE}
    found |= _by_grammar(language, words)
    return frozenset(found)


def _has_pair(words: Sequence[str]) -> bool:
    return any(pair in CAUSE_PAIRS for pair in pairwise(words))


def _by_grammar(language: str, words: Sequence[str]) -> set[Given]:
    if language != "ru":
        return set()
    found: set[Given] = set()
    for word in words:
        for tag in russian.tags(word)[:1]:
            if "impr" in tag:
                found.add(Given.STEP)
            elif (tag.POS == "VERB" and ("past" in tag or "3per" in tag)) or tag.POS == "PRTS":
                found.add(Given.STATE)
    return found
