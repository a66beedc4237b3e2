"""Texts that are encoded together, so that no vector depends on which texts stand beside it.

Many texts together cost the encoder less than half of what they cost one by one, since its weights
go through the processor once for all. But a matrix library does not always sum in the same order:
it has other code for few rows than for many, and some libraries have other code for the last rows
as well. Then a vector differs in its last bits with the company of its text, and with it a
probability, and whether a rule speaks would depend on what was asked before.

So a group of few texts is filled up to so many rows that the code for many is taken
(``_LEAST_ROWS``; OpenBLAS takes the code for few below a million multiplications, and the smallest
matrices here make that 7 or 8 rows). Whether rows are then independent of each other is tried once
in each process with the encoder's own weights, in some milliseconds. Where they are not, as with
the code of OpenBLAS for processors without AVX-512, each text is encoded alone, which gives it the
same bits each time, only more slowly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy

from replylint.text.one_thread import one_thread

if TYPE_CHECKING:
    from numpy.typing import NDArray

Encode = Callable[[Sequence[str]], "NDArray[Any]"]
"""From texts to their vectors, one a row."""

_Ids = list[int]

_TOKENS = 384
"""About how many tokens a group has; the time of each is the same from here up to thousands."""
_LEAST_ROWS = 8
_ANY = 5
"""A token to fill up with."""

_TRIED_ROWS = (_LEAST_ROWS, 13, 21)
"""The last number is that of the whole, of which the others are the first and the last rows."""


def in_groups(backend: Any) -> Encode:
    """The encoder of the package with vectors that do not depend on company.

    It goes by parts that the package keeps to itself, and raises ``AttributeError`` or calls that
    fail where another version has others.
    """
    size = len(backend.d3)
    with one_thread():
        together = _rows_are_independent(_weights(backend))

    def encode(texts: Sequence[str]) -> NDArray[Any]:
        ids = [backend.sp.encode(text, out_type=int, add_bos=True, add_eos=True) for text in texts]
        vectors = numpy.empty((len(texts), size), dtype=numpy.float32)
        with one_thread():
            for first, end in pairwise([0, *_ends(ids, together=together)]):
                vectors[first:end] = _encoded(backend, ids[first:end], size, filled=together)
        return vectors

    return encode


def alone(encode: Encode) -> Encode:
    """An encoder of which nothing is known, asked for each text by itself."""

    def one_by_one(texts: Sequence[str]) -> NDArray[Any]:
        return numpy.concatenate([encode([text]) for text in texts])

    return one_by_one


def _weights(backend: Any) -> list[NDArray[Any]]:
    """Matrices of tokens, with the fewest numbers and with the longest sums, and of sentences."""
    return [backend.w1[0], backend.w1[-1], backend.p1, backend.d1]


def _rows_are_independent(matrices: Sequence[NDArray[Any]]) -> bool:
    """Whether the product of a row is the same to the bit in matrices of different heights."""
    most = _TRIED_ROWS[-1]
    for matrix in matrices:
        rows = numpy.sin(numpy.arange(most * len(matrix), dtype=numpy.float32))
        rows = rows.reshape(most, len(matrix))
        whole = rows @ matrix
        for count in _TRIED_ROWS[:-1]:
            parts = (rows[:count] @ matrix, rows[-count:] @ matrix)
            if (parts[0] != whole[:count]).any() or (parts[1] != whole[-count:]).any():
                return False
    return True


def _ends(ids: Sequence[_Ids], *, together: bool) -> Iterator[int]:
    """Where each group of sentences ends: before it has more tokens than a group may have."""
    tokens = 0
    for number, own in enumerate(ids):
        if number and (tokens + len(own) > _TOKENS or not together):
            yield number
            tokens = 0
        tokens += len(own)
    if ids:
        yield len(ids)


def _encoded(backend: Any, group: list[_Ids], size: int, *, filled: bool) -> NDArray[Any]:
    """The vectors of sentences that go through the encoder as one group; ``filled`` as needed.

    Sentences to fill up with are empty and stand in front: without tokens they cost nothing. The
    package divides by their lengths, and what comes of that stays in their own rows.
    """
    count, before = len(group), 0
    if filled:
        before = max(0, _LEAST_ROWS - count)
        group = [*[[]] * before, *group]
        lacking = _LEAST_ROWS - sum(map(len, group))
        if lacking > 0:
            group.append([_ANY] * lacking)
    vectors = numpy.empty((len(group), size), dtype=numpy.float32)
    with numpy.errstate(divide="ignore", invalid="ignore", over="ignore"):
        backend._encode_batch(group, sum(map(len, group)), vectors)
    return vectors[before : before + count]
