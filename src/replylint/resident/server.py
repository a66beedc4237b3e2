"""The resident process itself: loads the packs once, then forks for each request.

Each request is answered by a child that is thrown away, so that what one call changes (working
folder, environment, language) never reaches another, several are answered at once, and one that
breaks breaks nothing else. One child waits ready, so that nobody waits for it to be made. The
process leaves when nobody asked for a while, when its socket is taken away, or when the code is no
longer that which it runs.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import socket
import sys
import time
from contextlib import suppress

from replylint.resident.answering import answer, warm_up
from replylint.resident.place import identity, socket_path

IDLE_SECONDS = 900
"""How long a resident process stays without a request; ``REPLYLINT_RESIDENT_IDLE`` is another."""

_LOOK_EVERY = 30.0
_MOST_CHILDREN = 16


def main(path: str) -> int:
    """Listen at ``path`` until it is time to leave; the exit code."""
    who = identity()
    if socket_path(who) != path:
        return 1
    listening = _listening(path)
    if listening is None:
        return 0
    signal.signal(signal.SIGTERM, lambda *_given: sys.exit(0))
    mine = os.stat(path).st_ino  # noqa: PTH116
    try:
        _Resident(listening, path, who, mine).run()
    finally:
        if _inode(path) == mine:
            with suppress(OSError):
                os.unlink(path)  # noqa: PTH108
    return 0


def _listening(path: str) -> socket.socket | None:
    """A socket at ``path``; None when another resident process answers there already.

    It is made beside its place and moved there, so that it is never there without its rights.
    """
    with suppress(OSError), socket.socket(socket.AF_UNIX) as other:
        other.connect(path)
        return None
    beside = f"{path}.{os.getpid()}"
    listening = socket.socket(socket.AF_UNIX)
    mask = os.umask(0o177)
    try:
        listening.bind(beside)
    finally:
        os.umask(mask)
    listening.listen(32)
    os.replace(beside, path)  # noqa: PTH105
    return listening


class _Resident:
    def __init__(self, listening: socket.socket, path: str, who: str, mine: int) -> None:
        self._listening = listening
        self._path = path
        self._who = who
        self._mine = mine
        self._idle = float(os.environ.get("REPLYLINT_RESIDENT_IDLE") or IDLE_SECONDS)
        self._children: set[int] = set()

    def run(self) -> None:
        """Answer until nobody asks any more."""
        warm_up()
        gc.collect()
        gc.freeze()
        lifeline = os.pipe()  # its other end closes with this process, whatever ends it
        called = self._ready_child(lifeline)
        asked = time.monotonic()
        while time.monotonic() - asked < self._idle and self._is_right():
            wait = min(_LOOK_EVERY, max(0.1, self._idle - (time.monotonic() - asked)))
            ready, _write, _error = select.select([called], [], [], wait)
            self._reap()
            if ready:
                if os.read(called, 1):
                    asked = time.monotonic()
                os.close(called)
                called = self._ready_child(lifeline)

    def _is_right(self) -> bool:
        """Whether this is still the process that should answer at its place."""
        return _inode(self._path) == self._mine and identity() == self._who

    def _ready_child(self, lifeline: tuple[int, int]) -> int:
        """Make a child that waits for a request; what it gives back is readable when it has one.

        It is at its end when the child has died instead.
        """
        while len(self._children) >= _MOST_CHILDREN:
            os.waitpid(-1, 0)
            self._reap()
        called, calling = os.pipe()
        child = os.fork()
        if child == 0:
            with suppress(BaseException):
                signal.signal(signal.SIGTERM, signal.SIG_DFL)
                os.close(lifeline[1])
                answer(_request(self._listening, lifeline[0], calling), self._who)
            os._exit(1)
        os.close(calling)
        self._children.add(child)
        return called

    def _reap(self) -> None:
        for child in list(self._children):
            with suppress(ChildProcessError):
                if os.waitpid(child, os.WNOHANG)[0] == 0:
                    continue
            self._children.discard(child)


def _request(listening: socket.socket, lifeline: int, calling: int) -> socket.socket:
    """Wait for a request of this user and say that it is here; ends when there will be none."""
    while True:
        ready, _write, _error = select.select([listening.fileno(), lifeline], [], [])
        if lifeline in ready:
            os._exit(0)
        connection, _address = listening.accept()
        if _is_same_user(connection):
            os.write(calling, b".")
            os.close(calling)
            listening.close()
            return connection
        connection.close()


def _inode(path: str) -> int | None:
    try:
        return os.stat(path).st_ino  # noqa: PTH116
    except OSError:
        return None


def _is_same_user(connection: socket.socket) -> bool:
    """Whether the other side is this user's; where the system does not tell, the rights must do."""
    if not hasattr(socket, "SO_PEERCRED"):
        return True
    told = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
    return int.from_bytes(told[4:8], sys.byteorder) == os.getuid()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
