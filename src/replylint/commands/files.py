"""Writing files that are made from something else, or saying that they are out of step."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from replylint.commands import streams
from replylint.errors import Place, ReplylintError, UsageError
from replylint.own_files import umask
from replylint.reasons import reason_of
from replylint.translation import _


def write_file(path: Path, text: str) -> None:
    """Write a file as a whole or not at all; raises ``UsageError`` when that cannot be done."""
    write_bytes(path, text.encode("utf-8", errors="backslashreplace"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write bytes as a whole file or not at all; raises ``UsageError`` when that fails.

    Where the path is a link, the file that it leads to is written. A new file may be read by those
    whom the umask of the process lets.
    """
    name = None
    try:
        real = Path(os.path.realpath(path))
        real.parent.mkdir(parents=True, exist_ok=True)
        mode = real.stat().st_mode & 0o777 if real.exists() else 0o666 & ~umask()
        handle, name = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(mode)
        Path(name).replace(real)
    except OSError as error:
        if name is not None:
            with suppress(OSError):
                Path(name).unlink()
        message = _("cannot be written: {why}").format(why=reason_of(error))
        raise UsageError(message, Place(str(path))) from error


def put_made(path: Path, text: str, *, check: bool) -> int:
    """Write a file that is made from something else, or only ``check`` that it is as made now.

    The exit code: 1 for a file that is out of step, which is told. Raises ``UsageError`` when it
    cannot be written.
    """
    if not check:
        write_file(path, text)
    elif not _is_in_step(path, text):
        message = _("is out of step; write it anew")
        streams.tell_error(ReplylintError(message, Place(str(path))))
        return 1
    return 0


def _is_in_step(path: Path, text: str) -> bool:
    try:
        return path.read_text(encoding="utf-8") == text
    except (OSError, UnicodeDecodeError):
        return False
