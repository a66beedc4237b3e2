"""A signal made of patterns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from replylint.signals.match import Match
from replylint.signals.reading import Reading


@dataclass(frozen=True, slots=True)
class Phrases:
    """Finds the patterns that the index files under ``name``."""

    name: str

    def find(self, reading: Reading) -> list[Match]:
        """All matches of all patterns."""
        return reading.phrases(self.name)

    def each(self, reading: Reading) -> Iterator[Match]:
        """The same one by one, found when asked for."""
        return reading.each_phrase(self.name)
