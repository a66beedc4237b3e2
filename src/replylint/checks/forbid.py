"""The judgement ``forbid``: a signal must not stand in the reply."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from replylint.checks.violation import Violation
from replylint.signals.reading import Reading


@dataclass(frozen=True, slots=True)
class Forbid:
    """Every match of ``signal`` (its full name) is a violation."""

    signal: str

    def violations(self, reading: Reading) -> Iterator[Violation]:
        """One violation for each match."""
        return (Violation(match) for match in reading.find(self.signal))
