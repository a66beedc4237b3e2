"""Compiled packs kept from one run to the next, in the user's cache folder.

Each pack is a file, named after everything that compiling it depends on. Beside them lies a list
for each choice of packs, named after the code, the installed packages and the packs that were asked
for. It tells which compiled packs these are and which pack files went into them, and holds only
while these are as they were; else the packs are loaded, and those compiled that no file is of.
Files are read only from a folder of the user's own, begin with a checksum, and are written beside
their place and then moved there. Whatever goes wrong, packs are compiled as if there were no cache.
"""

from __future__ import annotations

import json
import os
from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from replylint.collecting import no_collecting
from replylint.own_files import cache_folder, code_stamp, packages_stamp
from replylint.packs.compiled import CompiledPack, bound
from replylint.packs.pack import RuleBook
from replylint.private_files import (
    is_private_file,
    keep_newest,
    read_private,
    write_private,
)

_FORMAT = 2
_MOST_LISTS = 64
_MOST_PACKS = 256

_in_memory: dict[str, tuple[str, list[RuleBook]]] = {}


def cached_packs(wanted: Sequence[str | Path] | None) -> list[RuleBook] | None:
    """The compiled packs that these names, files and folders give; None when they must be loaded.

    A process that reads the same list again gets the same objects.
    """
    with suppress(Exception):
        path = _place(wanted)
        if path is None or not is_private_file(Path(path)):
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
        listed = json.loads(content)
        if not _holds(listed["files"]):
            return None
        with no_collecting():
            books = bound([_restored(name) for name in listed["packs"]])
        _in_memory[path] = seen + json.dumps(listed["files"]), books
        os.utime(path)  # what is used stays longest
        return books
    return None


class PackShelf:
    """Compiled packs in the cache, one by one; without a cache none is found and none kept."""

    def __init__(self) -> None:
        self._made_with = [_FORMAT, code_stamp(), packages_stamp()]
        self._names: dict[str, str] = {}

    def find(self, key: str) -> CompiledPack | None:
        """The pack that was compiled from the same; None when it must be compiled."""
        with suppress(Exception), no_collecting():
            name = self._name(key)
            found = _restored(name)
            self._names[found.pack.name] = name
            return found
        return None

    def keep(self, key: str, compiled: CompiledPack) -> None:
        """Keep a compiled pack for the next run."""
        from replylint.packs.stored import stored_pack

        with suppress(Exception):
            name = self._name(key)
            folder = _pack_folder()
            if folder is not None:
                _write(Path(folder) / name, stored_pack(compiled))
                self._names[compiled.pack.name] = name

    def keep_list(
        self,
        wanted: Sequence[str | Path] | None,
        books: Sequence[RuleBook],
        files: Mapping[str, str],
    ) -> None:
        """Keep the list of the packs that are here.

        ``files`` are those that they were read from, with the text that was read: a file that was
        saved since then must not count as compiled. There is no list if a pack of the ``books``
        could not be kept.
        """
        with suppress(Exception):
            path, folder = _place(wanted), _pack_folder()
            if path is None or folder is None:
                return
            packs = [self._names[pack.name] for book in books for pack in book.packs]
            read = {file: _digest(text.encode()) for file, text in files.items()}
            _write(Path(path), {"files": read, "packs": packs})
            keep_newest(Path(path).parent, _MOST_LISTS)
            keep_newest(Path(folder), max(_MOST_PACKS, 2 * len(packs)))

    def _name(self, key: str) -> str:
        return _named([*self._made_with, key])


def _restored(name: str) -> CompiledPack:
    """The pack that a file in the cache holds; an exception of whatever kind when it holds none."""
    from replylint.packs.stored import restored_pack

    folder = _pack_folder()
    if folder is None:
        raise FileNotFoundError(name)
    path = os.path.join(folder, name)  # noqa: PTH118
    content = read_private(Path(path))
    if content is None:
        raise FileNotFoundError(path)
    os.utime(path)
    return restored_pack(json.loads(content))


def _write(path: Path, value: Any) -> None:
    write_private(path, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def _place(wanted: Sequence[str | Path] | None) -> str | None:
    """The path of the list of these packs; None when there is to be no cache."""
    folder = cache_folder()
    if folder is None:
        return None
    asked: Any = None
    if wanted is not None:
        asked = [os.getcwd(), *map(str, wanted), *_inside(wanted)]  # noqa: PTH109
    name = _named([_FORMAT, code_stamp(), packages_stamp(), asked, _shipped()])
    return os.path.join(folder, "lists", name)  # noqa: PTH118


def _pack_folder() -> str | None:
    """The folder for compiled packs; None when there is to be no cache."""
    folder = cache_folder()
    return None if folder is None else os.path.join(folder, "packs")  # noqa: PTH118


def _named(made_of: Sequence[Any]) -> str:
    return sha256(json.dumps(made_of).encode()).hexdigest()[:32] + ".json"


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
    return all(_digest(Path(file).read_bytes()) == read for file, read in manifest.items())


def _digest(content: bytes) -> str:
    """The digest of a pack's text, whatever its line ends and whether it begins with a mark."""
    text = content.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return sha256(text).hexdigest()
