"""Files that are copies of each other, to the byte."""

from __future__ import annotations

import filecmp
from pathlib import Path


class Copies:
    """Knows the files that were there so far; only files of one size are compared."""

    def __init__(self) -> None:
        self._by_size: dict[int, list[Path]] = {}

    def original(self, file: Path) -> Path | None:
        """The earlier file that this one is a copy of, or that is this very file.

        None where there is none, for an empty file and for one that cannot be read.
        """
        try:
            size = file.stat().st_size
            same = self._by_size.setdefault(size, []) if size else []
            for other in same:
                if filecmp.cmp(file, other, shallow=False):
                    return other
            same.append(file)
        except (OSError, ValueError):
            return None
        return None
