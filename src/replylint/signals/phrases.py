"""A signal made of patterns, less its exceptions."""

from __future__ import annotations

from collections.abc import Collection

from replylint.signals.match import Match, leftmost_longest, without_overlapping
from replylint.signals.reading import Reading
from replylint.text.zones import Zone


class Phrases:
    """Finds the phrase list ``name`` in the zones, dropping what the exceptions overlap.

    ``exceptions`` is the name of a second phrase list, or None. A match counts when one of its
    words at least stands in one of the zones.
    """

    def __init__(self, name: str, zones: Collection[Zone], exceptions: str | None = None) -> None:
        self._name = name
        self._zones = frozenset(zones)
        self._exceptions = exceptions

    def find(self, reading: Reading) -> list[Match]:
        """The matches in the order of the text; of overlapping ones the leftmost, longest."""
        matches = self._zoned(reading, _all_matches(reading, self._name))
        if not matches:
            return []
        if self._exceptions is not None:
            matches = without_overlapping(matches, _all_matches(reading, self._exceptions))
        return leftmost_longest(matches)

    def _zoned(self, reading: Reading, matches: list[Match]) -> list[Match]:
        zones = reading.document.zones
        return [m for m in matches if not self._zones.isdisjoint(zones[m.first : m.end])]


def _all_matches(reading: Reading, name: str) -> list[Match]:
    return [
        match
        for program, sentences in reading.triggered.get(name, {}).values()
        for sentence in sentences
        for match in program.matches(reading, sentence)
    ]
