"""Arrays in one file of the user's own, which are there at once, however large.

The file is mapped into memory, not read: its pages are shared by all processes that use it. It
begins with a checksum of the rest. What is damaged, or not the user's alone, counts as not there.
"""

from __future__ import annotations

import json
import mmap
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

import numpy

from replylint.private_files import is_private_file, written_at_once

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MARK = b"replylint arrays 1\n"
_CHECKSUM = slice(len(_MARK), len(_MARK) + 8)
_LENGTH = slice(_CHECKSUM.stop, _CHECKSUM.stop + 8)
_ALIGNED = 64
_AT_ONCE = 1 << 20


class Kept(NamedTuple):
    """Arrays by their names, and a value that JSON can write."""

    arrays: Mapping[str, NDArray[Any]]
    told: Any


def write_arrays(path: Path, kept: Kept) -> None:
    """Write a file at once, so that nobody ever reads half of it; raises ``OSError``."""
    with written_at_once(path) as file:
        _write(file, kept)
        file.seek(_LENGTH.start)
        checksum = _checksum(file)
        file.seek(_CHECKSUM.start)
        file.write(f"{checksum:08x}".encode())


def _write(file: BinaryIO, kept: Kept) -> None:
    places, position = {}, 0
    arrays = {name: numpy.ascontiguousarray(array) for name, array in kept.arrays.items()}
    for name, array in arrays.items():
        places[name] = (array.dtype.str, array.shape, position)
        position += _padded(array.nbytes)
    head = json.dumps({"arrays": places, "told": kept.told}, ensure_ascii=False).encode()
    file.write(_MARK + b"0" * 8 + len(head).to_bytes(8, "little") + head)
    file.seek(_padded(_LENGTH.stop + len(head)))
    for array in arrays.values():
        begin = file.tell()
        file.write(array.data.cast("B") if array.size else b"")
        file.seek(begin + _padded(array.nbytes))
    file.truncate()


def read_arrays(path: Path) -> Kept | None:
    """What was written to a file; its arrays cannot be changed. None where it is of no use."""
    try:
        if not is_private_file(path):
            return None
        with path.open("rb") as file:
            start = file.read(_LENGTH.stop)
            file.seek(_LENGTH.start)
            if not start.startswith(_MARK) or int(start[_CHECKSUM], 16) != _checksum(file):
                return None
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):
        return None
    end = _LENGTH.stop + int.from_bytes(start[_LENGTH], "little")
    head = json.loads(content[_LENGTH.stop : end])
    arrays = {
        name: numpy.ndarray(shape, dtype, content, _padded(end) + place)
        for name, (dtype, shape, place) in head["arrays"].items()
    }
    return Kept(arrays, head["told"])


def _checksum(file: BinaryIO) -> int:
    """The checksum of the rest of a file; read piece by piece, so that memory does not grow."""
    checksum = 0
    while content := file.read(_AT_ONCE):
        checksum = zlib.crc32(content, checksum)
    return checksum


def _padded(length: int) -> int:
    return -(-length // _ALIGNED) * _ALIGNED
