"""Whether files can be written, found out before the work that fills them, not after it."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from replylint.errors import Place, UsageError
from replylint.reasons import reason_of
from replylint.translation import _


def check_outputs(outputs: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Raise ``UsageError`` for a file that cannot be written; none is made or changed by this.

    Nor may two outputs be one file, or an output be a file that is read.
    """
    read = {_real(path) for path in inputs}
    taken: set[Path] = set()
    for path in outputs:
        real = _real(path)
        if real in read:
            raise UsageError(_("this file is read; write the results to another"), _place(path))
        if real in taken:
            text = _("two results would go to this one file; give each a name of its own")
            raise UsageError(text, _place(path))
        taken.add(real)
        try:
            _try(real)
        except OSError as error:
            text = _("cannot be written: {why}").format(why=reason_of(error))
            raise UsageError(text, _place(path)) from error


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _place(path: Path) -> Place:
    return Place(str(path))


def _try(path: Path) -> None:
    """Raise ``OSError`` where the file could not be made or replaced.

    Folders that are missing are made when the file is written, so the nearest one that is there
    counts.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "")
    folder = path.parent
    while not _is_there(folder):
        folder = folder.parent
    with tempfile.NamedTemporaryFile(dir=folder, prefix=f".{path.name}."):
        pass
    if _is_there(path) and os.name == "nt":
        path.open("r+b").close()  # a file that a spreadsheet has open cannot be replaced there


def _is_there(path: Path) -> bool:
    """Whether something of this name is there; raises ``OSError`` where that cannot be known."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True
