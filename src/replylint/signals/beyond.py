"""A signal that stands where a measure is outside its bounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from replylint.signals.match import Match
from replylint.signals.measure import Measure, Measured
from replylint.signals.reading import Reading


@dataclass(frozen=True, slots=True)
class Beyond:
    """The parts of the reply whose measure is above ``most`` or below ``least``."""

    measure: Measure
    least: float | None = None
    most: float | None = None

    def find(self, reading: Reading) -> list[Match]:
        """The match of every value that is out of bounds."""
        if self.holds_for_sure(reading):
            return []
        return [measured.match for measured in self.measured(reading)]

    def measured(self, reading: Reading) -> Iterator[Measured]:
        """The values that are out of bounds."""
        above = self.most if self.least is None else None
        return (one for one in self.measure(reading, above) if self.breaks(one.value))

    def may_stand(self, reading: Reading) -> bool:
        """Whether the reply can be out of bounds at all; a quick look."""
        return not self.holds_for_sure(reading)

    def holds_for_sure(self, reading: Reading) -> bool:
        """Whether the reply is too small to be out of bounds, told without measuring."""
        if self.least is not None or self.most is None:
            return False
        return self.measure.at_most(reading) <= self.most

    def breaks(self, value: float) -> bool:
        """Whether a value is out of bounds."""
        return (self.least is not None and value < self.least) or (
            self.most is not None and value > self.most
        )
