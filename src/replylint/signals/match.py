"""A place where a signal stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
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
    matches, exceptions = list(matches), list(excepted)
    if not matches or not exceptions:
        return matches
    covered = {word for e in exceptions for word in range(e.first, e.end)}
    wordless = [e for e in exceptions if e.first == e.end]

    def is_free(match: Match) -> bool:
        if match.first == match.end:
            return not any(match.overlaps(exception) for exception in exceptions)
        return covered.isdisjoint(range(match.first, match.end)) and not any(
            match.overlaps(exception) for exception in wordless
        )

    return [match for match in matches if is_free(match)]
