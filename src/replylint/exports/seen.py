"""Which things were there in files before, by their hashes alone: texts are not kept."""

from __future__ import annotations

import hashlib
from array import array

import numpy
from numpy.typing import NDArray

_Keys = NDArray[numpy.uint64]
_Small = NDArray[numpy.uint32]


def key_of(*parts: str) -> int:
    """The hash of some texts in their order: two that differ share one in billions of cases."""
    joined = "\0".join(parts).encode("utf-8", "replace")
    return int.from_bytes(hashlib.blake2b(joined, digest_size=8).digest())


class Seen:
    """A collection of keys from several files, 16 bytes each, in which a key may come again.

    A key that came twice in one file may be taken twice from another, as that many things are the
    same there. Files are known by their numbers.
    """

    def __init__(self) -> None:
        self._own = array("Q")
        self._keys: _Keys = numpy.empty(0, numpy.uint64)
        self._counts: _Small = numpy.empty(0, numpy.uint32)
        self._files: _Small = numpy.empty(0, numpy.uint32)
        self._taken: _Small = numpy.empty(0, numpy.uint32)

    def take(self, key: int) -> int | None:
        """The number of the file that had this key before the present one; None where none had.

        The key belongs to the present file from now on.
        """
        self._own.append(key)
        at = int(self._keys.searchsorted(numpy.uint64(key)))
        if at == len(self._keys) or int(self._keys[at]) != key:
            return None
        if self._taken[at] >= self._counts[at]:
            return None
        self._taken[at] += 1
        return int(self._files[at])

    def end_file(self, number: int) -> None:
        """Put the keys of the present file, which has this number, beside those of the others."""
        own, came = numpy.unique(numpy.array(self._own, numpy.uint64), return_counts=True)
        keys = numpy.concatenate([self._keys, own])
        counts = numpy.concatenate([self._counts, came.astype(numpy.uint32)])
        files = numpy.concatenate([self._files, numpy.full(len(own), number, numpy.uint32)])
        # Stable, so that of equal keys the one of the earlier file comes first.
        order = keys.argsort(kind="stable")
        keys, counts, files = keys[order], counts[order], files[order]
        firsts = numpy.flatnonzero(numpy.concatenate([[True], keys[1:] != keys[:-1]])[: len(keys)])
        self._keys, self._files = keys[firsts], files[firsts]
        if len(firsts):
            counts = numpy.maximum.reduceat(counts, firsts)
        self._counts = counts
        self._taken = numpy.zeros(len(firsts), numpy.uint32)
        self._own = array("Q")
