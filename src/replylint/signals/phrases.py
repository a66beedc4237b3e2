"""A signal made of patterns."""

from __future__ import annotations

from dataclasses import dataclass

from replylint.signals.match import Match
from replylint.signals.reading import Reading


@dataclass(frozen=True, slots=True)
class Phrases:
    """Finds the patterns that the index files under ``name``."""

    name: str

    def find(self, reading: Reading) -> list[Match]:
        """All matches of all patterns."""
        found: list[Match] = []
        for program, sentence in reading.triggered.get(self.name, ()):
            found.extend(program.matches_here(reading, sentence))
        for program in reading.always.get(self.name, ()):
            for sentence in program.sentences(reading):
                found.extend(program.matches_here(reading, sentence))
        return found
