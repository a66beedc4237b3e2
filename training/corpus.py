"""The training data: sentences of replies, and whole replies, with their labels."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"

LABELS = (
    "dismissed-feelings",
    "refusal",
    "missing-alternative",
    "missing-reason",
    "passive-aggression",
    "lecturing",
    "blame",
    "not-my-job",
    "ignorance",
    "empty-apology",
    "vague-promise",
    "template-only",
    "officialese",
    "familiarity",
    "rudeness",
    "pressure",
    "third-party-advice",
    "tone-mismatch",
)
"""The categories that can be learned from single sentences."""

LABELS_OF_EXCHANGES = ("missing-empathy", "ignored-details", "template-only")
"""The categories that can be learned from whole replies beside the message that they answer."""

UNANSWERED = "unanswered-question"
"""The category that is learned from the questions of a message, each beside the reply."""


class Kind(NamedTuple):
    """What a model learns from: its name, the folder of its data, its labels, its size.

    ``whole`` says that its lines are whole replies, whose customer's words count as well. The model
    has 2**``bits`` features of a text. ``doubted`` is how much a label on which two readers differ
    teaches, where a sure one teaches 1; it was chosen by measuring across writers. Its voice of
    meanings has so many hidden ``units``.
    """

    name: str
    folder: Path
    labels: tuple[str, ...]
    whole: bool
    bits: int
    doubted: float
    units: int


SENTENCES = Kind("ru-replies", DATA, LABELS, whole=False, bits=18, doubted=0.3, units=512)
EXCHANGES = Kind(
    "ru-exchanges",
    DATA / "exchanges",
    LABELS_OF_EXCHANGES,
    whole=True,
    bits=17,
    doubted=0.0,
    units=256,
)
KINDS = {kind.name: kind for kind in (SENTENCES, EXCHANGES)}


class Line(NamedTuple):
    """One labelled sentence of a reply, or a reply.

    ``hand`` is the person that the ``writer`` wrote as. ``customer`` is the message that the reply
    answers and ``before`` the sentence before, where they matter. ``hard`` are the categories that
    the sentence was written as a trap for, and ``unsure`` those on which its readers differ.
    """

    id: str
    writer: str
    hand: str
    customer: str | None
    before: str | None
    text: str
    labels: list[str]
    hard: list[str]
    unsure: list[str]


def read_data(folder: Path = DATA) -> list[Line]:
    """All lines of all files, in the order of the files' names."""
    return [
        Line(**json.loads(raw))
        for path in sorted(folder.glob("*.jsonl"))
        for raw in path.read_text(encoding="utf-8").splitlines()
    ]
