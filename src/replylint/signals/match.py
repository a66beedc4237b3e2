"""A place where a signal stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Match(NamedTuple):
    """The words ``first`` to ``end`` of a document, and the code points to report.

    ``end`` and ``stop`` are excluded. The reported part ``start`` to ``stop`` may be narrower than
    the words, where a pattern marks a part with ``<…>``.
    """

    first: int
    end: int
    start: int
    stop: int

    def overlaps(self, other: Match) -> bool:
        """Whether the two share a word."""
        return self.first < other.end and other.first < self.end


def leftmost_longest(matches: Iterable[Match]) -> list[Match]:
    """The matches in the order of the text; of overlapping ones the first, or the longer first."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.first, -m.end)):
        if not kept or match.first >= kept[-1].end:
            kept.append(match)
    return kept


def without_overlapping(matches: Iterable[Match], excepted: Iterable[Match]) -> list[Match]:
    """The matches that share no word with any of ``excepted``."""
    exceptions = list(excepted)
    if not exceptions:
        return list(matches)
    return [m for m in matches if not any(m.overlaps(exception) for exception in exceptions)]
