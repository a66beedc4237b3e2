"""Compiled packs kept from one run to the next, in the user's cache folder.

A file is named after everything that compiling depends on but the packs themselves: the code, the
installed packages, the packs that were asked for. It tells which pack files went into it, and holds
only while these are as they were. It is read only from a folder of the user's own, begins with a
checksum, and is written beside its place and then moved there. Whatever goes wrong, packs are
compiled as if there were no cache.
"""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from replylint.own_files import cache_folder, code_stamp, is_private, packages_stamp
from replylint.packs.pack import RuleBook
from replylint.private_files import keep_newest, read_private, write_private

_FORMAT = 1
_MOST_FILES = 16

_in_memory: dict[str, tuple[str, list[RuleBook]]] = {}


def cached_packs(wanted: Sequence[str | Path] | None) -> list[RuleBook] | None:
    """The compiled packs that these names, files and folders give; None when they must be compiled.

    A process that reads the same file again gets the same objects.
    """
    with suppress(Exception):
        path = _place(wanted)
        if path is None or not (is_private(os.path.dirname(path)) and is_private(path)):  # noqa: PTH120
            return None
        told = os.stat(path)  # noqa: PTH116
        seen = f"{told.st_size} {told.st_ino}|"
        head, known = _in_memory.get(path, ("", None))
        if known is not None and head.startswith(seen):
            manifest = json.loads(head[len(seen) :])
            return known if _holds(manifest) else None
        content = read_private(Path(path))
        if content is None:
            return None
        with _no_collecting():
            manifest, books = _read(content)
        if books is not None:
            _in_memory[path] = seen + json.dumps(manifest), books
            os.utime(path)  # what is used stays longest
        return books
    return None


def _read(content: bytes) -> tuple[dict[str, str], list[RuleBook] | None]:
    from replylint.packs.stored import restored_books

    stored = json.loads(content)
    manifest: dict[str, str] = stored["files"]
    return manifest, restored_books(stored) if _holds(manifest) else None


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Look for no garbage for a while: among a million new objects that takes half of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def keep_packs(
    wanted: Sequence[str | Path] | None, books: Sequence[RuleBook], files: Sequence[str]
) -> None:
    """Keep compiled packs for the next run; ``files`` are the paths that they were read from."""
    from replylint.packs.stored import stored_books

    with suppress(Exception):
        path = _place(wanted)
        if path is None:
            return
        stored = {"files": {file: _digest(file) for file in files}, **stored_books(books)}
        content = json.dumps(stored, ensure_ascii=False, separators=(",", ":")).encode()
        write_private(Path(path), content)
        keep_newest(Path(path).parent, _MOST_FILES)


def _place(wanted: Sequence[str | Path] | None) -> str | None:
    """The path of the file for these packs; None when there is to be no cache."""
    folder = cache_folder()
    if folder is None:
        return None
    asked: Any = None
    if wanted is not None:
        asked = [os.getcwd(), *map(str, wanted), *_inside(wanted)]  # noqa: PTH109
    key = json.dumps([_FORMAT, code_stamp(), packages_stamp(), asked, _shipped()])
    return os.path.join(folder, "packs", sha256(key.encode()).hexdigest()[:32] + ".json")  # noqa: PTH118


def _inside(wanted: Sequence[str | Path]) -> list[str]:
    """The files in the folders that are asked for: a new one there must not be overlooked."""
    folders = [Path(item) for item in wanted if Path(item).is_dir()]
    return sorted(str(path) for folder in folders for path in folder.rglob("*.y*ml"))


def _shipped() -> list[str]:
    home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    inside = os.path.join(home, "rules")  # noqa: PTH118
    beside = os.path.join(home, "..", "..", "rules")  # noqa: PTH118
    rules = inside if os.path.isdir(inside) else beside  # noqa: PTH112
    return sorted(os.path.join(at, name) for at, _d, names in os.walk(rules) for name in names)  # noqa: PTH118


def _holds(manifest: dict[str, str]) -> bool:
    return all(_digest(file) == digest for file, digest in manifest.items())


def _digest(file: str) -> str:
    return sha256(Path(file).read_bytes()).hexdigest()
