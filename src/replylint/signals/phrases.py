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
        return reading.phrases(self.name)
