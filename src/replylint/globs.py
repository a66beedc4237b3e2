"""Globs over paths: one notation for overrides and for decisions to let findings be."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from replylint.translation import _


def why_no_glob(text: str) -> str | None:
    """What is wrong with a text that should be a glob; None when nothing is."""
    if not text.strip():
        return _("a glob is expected here, such as macros/**")
    if "\\" in text:
        return _("a glob separates folders by “/”, not by “\\”")
    if text.startswith(("/", "~")) or text[1:2] == ":":
        return _("a glob is relative to the folder of this file; take the beginning off")
    if ".." in text.split("/"):
        return _("a glob looks below the folder of this file only; “..” leads out of it")
    if text.startswith("!"):
        return _("a glob cannot exclude; name what it should fit")
    if "{" in text:
        return _("“{…}” is no part of a glob here; write a glob for each of the words")
    if any(_is_unclosed(part) for part in text.split("/")):
        return _("a “[” in the glob is never closed")
    if any("**" in part and part != "**" for part in text.split("/")):
        return _("“**” stands for whole folders; put “/” around it")
    return None


def fits(path: str | PurePath, globs: Iterable[str], base: Path) -> bool:
    """Whether a path (from the working folder) fits one of the globs that hold below ``base``.

    ``*`` and ``?`` stand for a part of a name, ``**`` for any folders. A glob without ``/`` fits a
    name in any folder; one that fits a folder fits everything in it. Letters differ by case.
    """
    parts = _parts_below(path, base)
    return parts is not None and any(_glob_fits(parts, glob) for glob in globs)


def _parts_below(path: str | PurePath, base: Path) -> Sequence[str] | None:
    """The parts of the path below ``base``, as it was written or with links followed."""
    try:
        written = Path(os.path.abspath(path))  # noqa: PTH100 - links must not be followed here
        for candidate in (written, Path(os.path.realpath(written))):
            if candidate.is_relative_to(base):
                return candidate.relative_to(base).parts
    except (OSError, ValueError):
        pass
    return None


def _glob_fits(parts: Sequence[str], glob: str) -> bool:
    wanted = [part for part in glob.split("/") if part not in ("", ".")]
    if "/" not in glob.rstrip("/"):
        wanted.insert(0, "**")
    reached = {0}
    for part in wanted:
        if not reached:
            return False
        if part == "**":
            reached = set(range(min(reached), len(parts) + 1))
        else:
            reached = {i + 1 for i in reached if i < len(parts) and fnmatchcase(parts[i], part)}
    return bool(reached)


def _is_unclosed(part: str) -> bool:
    start = part.find("[")
    return start >= 0 and part.find("]", start + 2) < 0
