"""The customer's questions beside the reply, and how likely each is left unanswered."""

from __future__ import annotations

from typing import NamedTuple

from replylint.learned.answering import Asking, asking
from replylint.learned.shelf import SHELF
from replylint.signals.reading import Reading

_NAME = "questions"
_GIVEN = "questions by words"


class Asked(NamedTuple):
    """What the customer asked since the agent's last message, beside the reply.

    ``given`` is by words alone. ``unanswered`` has for each question the probability that it is
    left without an answer; it is empty where no model can be asked.
    """

    given: Asking
    unanswered: list[float]


def asked_in(reading: Reading, model: str) -> Asked | None:
    """The questions that a reply should answer, judged by a model; None where there are none.

    A model knows one language, which its name begins with. They are worked out once for each
    reading.
    """
    known: Asked | None = reading.remembered.get(_NAME)
    if known is None:
        given = _given(reading)
        if given is None:
            return None
        answers = SHELF.answers(model) if _judges(model, reading) else None
        unanswered = answers.unanswered(given) if answers is not None else []
        known = reading.remembered[_NAME] = Asked(given, unanswered)
    return known if known.given.pairs else None


def given_in(reading: Reading, model: str) -> Asking | None:
    """The questions that a model is going to judge; None where there are none."""
    given = _given(reading) if _judges(model, reading) else None
    return given if given is not None and given.pairs else None


def _given(reading: Reading) -> Asking | None:
    given: Asking | None = reading.remembered.get(_GIVEN)
    if given is None and reading.turn is not None:
        given = reading.remembered[_GIVEN] = asking(reading.turn.document, reading.document)
    return given


def _judges(model: str, reading: Reading) -> bool:
    return reading.learned and model.partition("-")[0] == reading.document.language
