"""Which code this is, and where a user's own files of it lie; imports nothing heavy."""

from __future__ import annotations

import os
import sys

_HOME = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - pathlib takes time


_CODE = (".py", ".txt", ".npz")
"""Source files, word lists and learned models."""


def code_stamp() -> str:
    """A text that changes when the code does: names, sizes and times of all its files.

    The version alone would not tell an edited checkout, nor an installation over an old one.
    """
    files = ((path, os.stat(path)) for path in code_files(_HOME))  # noqa: PTH116
    return "\n".join(f"{path} {told.st_size} {told.st_mtime_ns}" for path, told in files)


def code_files(home: str = _HOME) -> list[str]:
    """The paths of the files of the code below a folder, by default ours, sorted."""
    found: list[str] = []
    folders = [home]
    while folders:
        for entry in os.scandir(folders.pop()):
            if entry.name.endswith(_CODE):
                found.append(entry.path)
            elif entry.name not in ("__pycache__", "locale", "rules") and entry.is_dir():
                folders.append(entry.path)
    return sorted(found)


def packages_stamp() -> str:
    """A text that changes when a package, which may be a plugin, is installed or removed."""
    lines = [f"{sys.version} {sys.prefix}"]
    for path in sys.path:
        if path.endswith(("site-packages", "dist-packages")):
            try:
                lines.append(f"{path} {os.stat(path).st_mtime_ns}")  # noqa: PTH116
            except OSError:
                continue
    return "\n".join(lines)


def installed_packages() -> list[str]:
    """The names and versions of the installed packages, as their folders of metadata tell them."""
    found: set[str] = set()
    for path in sys.path:
        if path.endswith(("site-packages", "dist-packages")) and os.path.isdir(path):  # noqa: PTH112
            found.update(name for name in os.listdir(path) if name.endswith("-info"))  # noqa: PTH208
    return sorted(found)


def cache_folder() -> str | None:
    """The folder for what can be made again; None when the user wants none or has no home.

    ``REPLYLINT_CACHE`` names another folder, or is ``off``.
    """
    asked = os.environ.get("REPLYLINT_CACHE", "")
    if asked:
        return None if asked == "off" else asked
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")  # noqa: PTH111
    else:
        base = os.environ.get("XDG_CACHE_HOME", "") or os.path.expanduser("~/.cache")  # noqa: PTH111
    return os.path.join(base, "replylint") if os.path.isabs(base) else None  # noqa: PTH117, PTH118


def is_private(path: str) -> bool:
    """Whether a file or folder is the user's own, and nobody else can write to it."""
    if sys.platform == "win32":
        return True
    told = os.lstat(path)
    return told.st_uid == os.getuid() and not told.st_mode & 0o022


def make_private_folder(path: str) -> None:
    """Make a folder that only the user can enter, if it is not there.

    Raises ``OSError`` when that cannot be done or the folder is another user's.
    """
    os.makedirs(path, mode=0o700, exist_ok=True)  # noqa: PTH103
    if not is_private(path):
        raise PermissionError(path)


def umask() -> int:
    """The mask of this process: what others may not do with its new files."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
