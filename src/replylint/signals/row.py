"""The words of one sentence, as patterns look at them: where a test holds is one number of bits."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import chain
from typing import Any, Protocol

import numpy

_LONG = 512
"""Rows of more words keep no bits: those of a very long one would fill the memory."""

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
        "_words",
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
        self._words: dict[Hashable, frozenset[str]] = {}
        self._places: dict[str, list[int]] = {}

    def having(self, words: frozenset[str]) -> int:
        """The words that are among ``words``."""
        bits = self._bits.get(words)
        if bits is None:
            bits = self._bits_of(words & self.present)
            if self.count <= _LONG or not bits:
                self._bits[words] = bits
        return bits

    def beginning(self, part: str) -> int:
        """The words that begin with ``part``."""
        bits = self._bits.get(part)
        if bits is None:
            bits = self._among(
                part, lambda words: frozenset(w for w in words if w.startswith(part))
            )
        return bits

    def passing(self, test: Test) -> int:
        """The words that pass a test."""
        bits = self._bits.get(test)
        return self._among(test, test.among) if bits is None else bits

    def _among(self, key: Hashable, among: Callable[[frozenset[str]], frozenset[str]]) -> int:
        words = self._words.get(key)
        if words is None:
            words = among(self.present)
        bits = self._bits_of(words)
        if self.count <= _LONG:
            self._bits[key] = bits
        else:
            self._words[key] = words
        return bits

    def _bits_of(self, words: frozenset[str]) -> int:
        if not words:
            return 0
        if not self._places:
            found: dict[str, list[int]] = {}
            for place, word in enumerate(self.words):
                found.setdefault(word, []).append(place)
            self._places = found  # only when it is whole: rows are shared between threads
        places = [self._places[word] for word in words]
        return bits_at([*chain.from_iterable(places)], self.count)


def bits_at(places: Sequence[int], count: int) -> int:
    """A number in which the bits with these numbers, all below ``count``, are set."""
    if count > _LONG:
        marked = numpy.zeros(count + 1, dtype=numpy.uint8)
        marked[numpy.array(places, dtype=numpy.int64)] = 1
        return int.from_bytes(numpy.packbits(marked, bitorder="little").tobytes(), "little")
    bits = 0
    for place in places:
        bits |= 1 << place
    return bits


def places_in(bits: int) -> list[int]:
    """The numbers of the bits that are set, in order."""
    if bits.bit_length() <= _LONG:
        found = []
        while bits:
            found.append((bits & -bits).bit_length() - 1)
            bits &= bits - 1
        return found
    several = bits.to_bytes((bits.bit_length() + 7) >> 3, "little")
    marked = numpy.unpackbits(numpy.frombuffer(several, dtype=numpy.uint8), bitorder="little")
    return [*numpy.flatnonzero(marked).tolist()]
