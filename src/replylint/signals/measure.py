"""What a measure is: values of a reply or of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from replylint.signals.match import Match
from replylint.signals.reading import Reading
from replylint.text.document import Document
from replylint.text.tokens import Kind
from replylint.text.zones import AUTHORS_OWN


class Measured(NamedTuple):
    """A value and the part of the reply that has it."""

    value: float
    match: Match


class Measure(Protocol):
    """Something that can be measured in a reply."""

    def __call__(self, reading: Reading, above: float | None = None) -> Iterator[Measured]:
        """The value of each part of the reply that has one, or of the whole.

        With ``above`` values that are no greater may be left out.
        """

    def at_most(self, reading: Reading) -> float:
        """A bound that no value in this reply exceeds, told without measuring."""


def whole(document: Document) -> Match:
    """All of a reply, where a value is about no part of it."""
    return Match(0, len(document.words), 0, len(document.text))


def is_own_word(document: Document, index: int) -> bool:
    """Whether a word is the author's own, and no emoji."""
    return document.kinds[index] is not Kind.EMOJI and document.zones[index] in AUTHORS_OWN
