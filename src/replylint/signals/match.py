"""A place where a signal stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from replylint.signals.evidence import Evidence
from replylint.text.document import Document


class Match(NamedTuple):
    """The words ``first`` to ``end`` of a document, and the code points to report.

    ``end`` and ``stop`` are excluded. The reported part ``start`` to ``stop`` may be narrower than
    the words, where a pattern marks a part with ``<…>``. A match of marks alone has no words:
    ``first`` equals ``end`` and is the number of the next word. ``evidence`` is there where a model
    judged, and the match may be wrong.
    """

    first: int
    end: int
    start: int
    stop: int
    evidence: Evidence | None = None

    @classmethod
    def of_code_points(cls, document: Document, start: int, stop: int) -> Match:
        """The match that covers these code points and every word that they touch."""
        first = bisect_right(document.ends, start)
        end = max(first, bisect_left(document.starts, stop))
        return cls(first, end, start, stop)

    @classmethod
    def of_words(cls, document: Document, first: int, end: int) -> Match:
        """The match of the words ``first`` to ``end`` (excluded, at least one word)."""
        return cls(first, end, document.starts[first], document.ends[end - 1])

    def sentences(self, document: Document) -> range:
        """The numbers of its sentences; marks belong to that of the word before them."""
        first = self.first if self.first < self.end else max(0, self.first - 1)
        last = max(first, self.end - 1)
        return range(document.sentence_near(first), document.sentence_near(last) + 1)

    def overlaps(self, other: Match) -> bool:
        """Whether the two share a word or, where one has no words, a code point."""
        if self.first == self.end or other.first == other.end:
            return self.start < other.stop and other.start < self.stop
        return self.first < other.end and other.first < self.end


def leftmost_longest(matches: Iterable[Match]) -> list[Match]:
    """The matches in the order of the text; of overlapping ones the first, or the longer first.

    Where words were found, a sentence that a model merely took for the same gives way to them.
    """
    found = list(matches)
    certain = [match for match in found if match.evidence is None]
    if len(certain) < len(found):
        guessed = (match for match in found if match.evidence is not None)
        found = [*certain, *without_overlapping(guessed, certain)]
    kept: list[Match] = []
    for match in sorted(found, key=lambda m: (m.first, m.start, -m.end, -m.stop)):
        if not kept or not match.overlaps(kept[-1]):
            kept.append(match)
    return kept


def without_overlapping(matches: Iterable[Match], excepted: Iterable[Match]) -> list[Match]:
    """The matches that share no word with any of ``excepted``."""
    matches = list(matches)
    taken = Taken(excepted) if matches else None
    return matches if not taken else [match for match in matches if not taken.meets(match)]


class Taken:
    """Matches that others must not overlap; asking takes no longer where there are many.

    It is false where there are none.
    """

    __slots__ = ("_all", "_of_marks", "_of_words", "_places")

    def __init__(self, matches: Iterable[Match]) -> None:
        self._all = list(matches)
        many = self._all if len(self._all) > _FEW else []
        self._places = _Spans((m.start, m.stop) for m in many)
        self._of_words = _Spans((m.first, m.end) for m in many if m.first < m.end)
        self._of_marks = _Spans((m.start, m.stop) for m in many if m.first == m.end)

    def __bool__(self) -> bool:
        return bool(self._all)

    def meets(self, match: Match) -> bool:
        """Whether a match overlaps any of them."""
        if len(self._all) <= _FEW:
            return any(match.overlaps(other) for other in self._all)
        first, end, start, stop, _evidence = match
        if first == end:
            return self._places.meet(start, stop)
        return self._of_words.meet(first, end) or self._of_marks.meet(start, stop)


_FEW = 8


class _Spans:
    """Spans, ends excluded; whether another one meets any of them is told quickly."""

    __slots__ = ("_begins", "_ends")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._begins = [begin for begin, _end in ordered]
        self._ends = list(accumulate((end for _begin, end in ordered), max))

    def meet(self, begin: int, end: int) -> bool:
        """Whether one of them reaches into ``begin`` to ``end``."""
        before = bisect_left(self._begins, end)
        return before > 0 and self._ends[before - 1] > begin
