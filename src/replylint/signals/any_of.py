"""A signal that stands wherever one of other signals stands."""

from __future__ import annotations

from dataclasses import dataclass

from replylint.signals.match import Match
from replylint.signals.reading import Reading


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Joins the signals with these full names."""

    names: tuple[str, ...]

    def find(self, reading: Reading) -> list[Match]:
        """The matches of all."""
        return [match for name in self.names for match in reading.find(name)]
