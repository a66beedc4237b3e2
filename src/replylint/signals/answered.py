"""The customer's questions beside the reply, and how likely each is left unanswered."""

from __future__ import annotations

from typing import NamedTuple

from replylint.learned.answering import Asking, asking
from replylint.learned.shelf import SHELF
from replylint.signals.reading import Reading

_NAME = "questions"


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
    known = reading.remembered.get(_NAME)
    if known is None:
        turn = reading.turn
        if turn is None:
            return None
        given = asking(turn.document, reading.document)
        its_language = model.partition("-")[0] == reading.document.language
        answers = SHELF.answers(model) if reading.learned and its_language else None
        unanswered = answers.unanswered(given) if answers is not None else []
        known = reading.remembered[_NAME] = Asked(given, unanswered)
    return known if known.given.pairs else None
