"""A signal that stands where several signals follow each other in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from replylint.signals.match import Match
from replylint.signals.reading import Reading
from replylint.signals.together import chains, span


@dataclass(frozen=True, slots=True)
class InOrder:
    """From the first to the last of signals that stand in this order.

    ``names`` are full names; at most ``words`` words stand between neighbours, any number if None.
    """

    names: tuple[str, ...]
    words: int | None = None

    def find(self, reading: Reading) -> list[Match]:
        """One match for each place where the order is kept."""
        return [span(chain) for chain in chains(reading, self.names, self.words)]
