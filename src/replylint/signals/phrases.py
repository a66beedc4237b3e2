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
        return [
            match
            for program, sentences in reading.triggered.get(self.name, {}).values()
            for sentence in sentences
            for match in program.matches(reading, sentence)
        ]
