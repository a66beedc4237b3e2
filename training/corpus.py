"""The training data: sentences of replies with their labels."""

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


class Line(NamedTuple):
    """One labelled sentence of a reply.

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
