"""A signal that stands where several signals stand together."""

from __future__ import annotations

from dataclasses import dataclass

from replylint.signals.match import Match
from replylint.signals.reading import Reading
from replylint.signals.scope import Scope


@dataclass(frozen=True, slots=True)
class AllOf:
    """The matches of the first signal that have every other one within the scope.

    ``names`` are full names, at least two.
    """

    names: tuple[str, ...]
    within: Scope

    def gainsaid(self, reading: Reading, match: Match) -> bool:
        """Whether one of them is a doubt that does not hold for the clause of a match."""
        return any(reading.gainsaid(name, match) for name in self.names)

    def find(self, reading: Reading) -> list[Match]:
        """The matches of the first signal that are in full company."""
        first, *others = self.names
        return [
            match
            for match in reading.find(first)
            if all(self.within.holds(reading, match, other) for other in others)
        ]
