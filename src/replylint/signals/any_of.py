"""A signal that stands wherever one of other signals stands."""

from __future__ import annotations

from collections.abc import Sequence

from replylint.signals.match import Match, leftmost_longest, without_overlapping
from replylint.signals.reading import Reading, Signal


class AnyOf:
    """Joins signals: the named ones and, if given, an own list of phrases.

    ``exceptions`` is the name of a signal whose matches drop those that they overlap.
    """

    def __init__(
        self, names: Sequence[str], phrases: Signal | None = None, exceptions: str | None = None
    ) -> None:
        self._names = tuple(names)
        self._phrases = phrases
        self._exceptions = exceptions

    def find(self, reading: Reading) -> list[Match]:
        """The matches of all in text order; of overlapping ones the leftmost, longest."""
        matches = [match for name in self._names for match in reading.find(name)]
        if self._phrases is not None:
            matches += self._phrases.find(reading)
        if matches and self._exceptions is not None:
            matches = without_overlapping(matches, reading.find(self._exceptions))
        return leftmost_longest(matches)
