"""What a judgement of a reply beside other messages went by, for those who ask."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Whether a question of the customer found its answer."""

    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class NearestSentence:
    """The sentence of a reply that is likeliest to answer a question, and what ties the two.

    ``start`` and ``end`` are code points of the reply, end excluded. ``gives`` names what the
    sentence has of what the question wants (``"time"``, ``"money"``, ``"yes-no"`` …); ``shared``
    are the dictionary forms of words in both; ``similarity`` is the cosine of their sentence
    vectors, -1 to 1, None without the encoder.
    """

    text: str
    start: int
    end: int
    gives: tuple[str, ...]
    shared: tuple[str, ...]
    similarity: float | None


@dataclass(frozen=True, slots=True)
class QuestionSeen:
    """A question of the customer beside the reply.

    ``asks`` is what it asks for (``"when"``, ``"price"``, ``"whether"`` …), ``wants`` what an
    answer would give. ``nearest`` is None where the reply has no sentence. ``unanswered`` is the
    probability (0 to 1) that a model gives to the question being left; None where no model is
    asked.
    """

    text: str
    asks: str
    wants: tuple[str, ...]
    nearest: NearestSentence | None
    verdict: Verdict
    unanswered: float | None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: what was looked for in a message, and the words that were found.

    ``where`` is ``"reply"``, ``"customer"`` or ``"earlier"``. ``signal`` is the name of what was
    looked for, None where a whole message was compared. ``text`` is None where nothing was found.
    """

    where: str
    signal: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a finding about two messages set side by side; ``finding`` is its number, from 0."""

    finding: int
    rule: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The customer's questions beside the reply, and what the findings compared."""

    questions: tuple[QuestionSeen, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
