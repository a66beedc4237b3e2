"""A signal that stands wherever one of other signals stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from replylint.signals.match import Match
from replylint.signals.reading import Reading


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Joins the signals with these full names."""

    names: tuple[str, ...]

    def find(self, reading: Reading) -> list[Match]:
        """The matches of all."""
        return [*self.each(reading)]

    def each(self, reading: Reading) -> Iterator[Match]:
        """The same one by one, each signal found when it is its turn."""
        return (match for name in self.names for match in reading.find(name))
