"""Files of the user's own that can be made again: whole and untouched, or as if not there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from replylint.own_files import is_private, make_private_folder


def read_private(path: Path) -> bytes | None:
    """What was written to a file; None when it is not there, damaged, or not the user's alone."""
    try:
        if not is_private_file(path):
            return None
        checksum, _newline, content = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return content if checksum == _checksum(content) else None


def write_private(path: Path, content: bytes) -> None:
    """Write a file at once, so that nobody ever reads half of it; raises ``OSError``."""
    with written_at_once(path) as file:
        file.write(_checksum(content) + b"\n" + content)


def is_private_file(path: Path) -> bool:
    """Whether a file and its folder are the user's alone."""
    return is_private(str(path.parent)) and is_private(str(path))


@contextmanager
def written_at_once(path: Path) -> Iterator[BinaryIO]:
    """A file to write and read, which takes its place when all of it is written.

    When that fails, what was there before stays. Raises ``OSError``.
    """
    make_private_folder(str(path.parent))
    descriptor, beside = tempfile.mkstemp(dir=path.parent, suffix=".new")
    try:
        with os.fdopen(descriptor, "w+b") as file:
            yield file
        Path(beside).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise


def keep_newest(folder: Path, most: int) -> None:
    """Remove the files that were written longest ago, when there are more than ``most``."""
    files = list(folder.iterdir())
    if len(files) > most:
        for path in sorted(files, key=_written, reverse=True)[most:]:
            path.unlink(missing_ok=True)


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _checksum(content: bytes) -> bytes:
    return sha256(content).hexdigest().encode()
