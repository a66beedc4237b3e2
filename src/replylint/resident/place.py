"""Where a resident process listens, and which one may answer; imports nothing heavy."""

from __future__ import annotations

import os
import sys
from zlib import crc32

from replylint.own_files import code_stamp, is_private, make_private_folder, packages_stamp

_LONGEST = 100
"""Paths of sockets can have no more bytes than about this."""


def identity() -> str:
    """A text that two processes share only when one can answer for the other.

    The code, the interpreter, the installed packages, and what the interpreter was told.
    """
    told = sorted(f"{key}={value}" for key, value in os.environ.items() if key[:6] == "PYTHON")
    encoding = sys.getfilesystemencoding()
    return "\n".join((code_stamp(), packages_stamp(), sys.executable, encoding, *told))


def socket_path(who: str) -> str | None:
    """The path of the socket for an identity, in a folder that only this user can enter.

    None when this system has no such sockets, or there is no safe place for one. The name is short
    and need not be the only one of its kind: a resident compares the whole identity.
    """
    if not hasattr(os, "fork") or sys.platform == "win32":
        return None
    folder = _folder()
    try:
        make_private_folder(folder)
        if not is_private(folder) or os.lstat(folder).st_mode & 0o077:
            return None
    except OSError:
        return None
    path = f"{folder}/{crc32(who.encode(errors='surrogateescape')):08x}"
    return path if len(os.fsencode(path)) <= _LONGEST else None


def _folder() -> str:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime.startswith("/"):
        return f"{runtime}/replylint"
    temporary = os.environ.get("TMPDIR", "") or "/tmp"
    return f"{temporary.rstrip('/')}/replylint-{os.getuid()}"
