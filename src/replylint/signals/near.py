"""A signal that stands where several signals are close to each other, in any order."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations

from replylint.signals.match import Match
from replylint.signals.reading import Reading
from replylint.signals.together import chains, span

MOST_NAMES = 4
"""More signals than this would have too many orders to try."""


@dataclass(frozen=True, slots=True)
class Near:
    """Signals in any order in one sentence, at most ``words`` words between neighbours."""

    names: tuple[str, ...]
    words: int

    def find(self, reading: Reading) -> list[Match]:
        """One match for each place where all stand close together."""
        return [
            span(chain)
            for order in permutations(self.names)
            for chain in chains(reading, order, self.words)
        ]
