"""The words of one sentence, as patterns look at them: where a test holds is one number of bits."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Protocol

Span = tuple[int, int, int, int]
"""First word and end of a match, counted from the start of the sentence, and of the part to report;
the latter are -1 for all of it."""


class Test(Hashable, Protocol):
    """Something that words can be."""

    def among(self, words: frozenset[str]) -> frozenset[str]:
        """Those of some words that are it."""


class Row:
    """The comparable forms of the words of a sentence.

    Bit ``i`` of what ``having`` and its like return tells of word ``i``. A row knows nothing of the
    text that the words came from, so it can serve for every sentence with the same words.
    ``triggered`` are the programs worth running for each phrase list; ``starts``, ``spans`` and
    ``phrases`` remember what programs and phrase lists found out about it.
    """

    __slots__ = (
        "_bits",
        "_places",
        "count",
        "phrases",
        "present",
        "spans",
        "starts",
        "triggered",
        "words",
    )

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.count = len(words)
        self.present = frozenset(words)
        self.triggered: Mapping[str, Sequence[Any]] = {}
        self.phrases: dict[str, Any] = {}
        self.starts: dict[Hashable, int] = {}
        self.spans: dict[Hashable, Sequence[Span]] = {}
        self._bits: dict[Hashable, int] = {}
        self._places: dict[str, list[int]] = {}

    def having(self, words: frozenset[str]) -> int:
        """The words that are among ``words``."""
        bits = self._bits.get(words)
        if bits is None:
            bits = self._bits[words] = self._bits_of(words & self.present)
        return bits

    def beginning(self, part: str) -> int:
        """The words that begin with ``part``."""
        bits = self._bits.get(part)
        if bits is None:
            words = frozenset(word for word in self.present if word.startswith(part))
            bits = self._bits[part] = self._bits_of(words)
        return bits

    def passing(self, test: Test) -> int:
        """The words that pass a test."""
        bits = self._bits.get(test)
        if bits is None:
            bits = self._bits[test] = self._bits_of(test.among(self.present))
        return bits

    def _bits_of(self, words: frozenset[str]) -> int:
        if not words:
            return 0
        if not self._places:
            found: dict[str, list[int]] = {}
            for place, word in enumerate(self.words):
                found.setdefault(word, []).append(place)
            self._places = found  # only when it is whole: rows are shared between threads
        return bits_at([place for word in words for place in self._places[word]])


def bits_at(places: Sequence[int]) -> int:
    """A number in which the bits with these numbers are set."""
    bits = 0
    for place in places:
        bits |= 1 << place
    return bits


def places_in(bits: int) -> list[int]:
    """The numbers of the bits that are set, in order."""
    found = []
    while bits:
        found.append((bits & -bits).bit_length() - 1)
        bits &= bits - 1
    return found
