"""Answering one request, in a child of the resident process that ends with it."""

from __future__ import annotations

import io
import os
import shutil
import signal
import socket
import sys
from contextlib import suppress
from typing import Any, NoReturn

from replylint.commands import check
from replylint.commands.main import run
from replylint.judgements import known_code
from replylint.linter import Linter
from replylint.resident.client import choice
from replylint.resident.messages import READY, receive, send
from replylint.template import MACRO

_SECONDS = 50
_LAST_SECONDS = 5
"""So long a request may take, and so long its child to put away what it has done."""

_WARMING = 400


def warm_up() -> None:
    """Load everything that a check needs, and let it meet the words of ordinary replies."""
    linter = Linter()
    examples = [e for pack in linter.packs for rule in pack.rules for e in rule.examples]
    for example in examples[:: max(1, len(examples) // _WARMING)]:
        linter.check(example.conversation())
    reply = examples[0].reply if examples else "."
    linter.check(reply, channel=MACRO)
    known_code()
    written = _Written()
    kept = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = written.stream(1, False), written.stream(2, False)
    try:
        run(["check", "--no-config", "--text", reply])
    finally:
        sys.stdout, sys.stderr = kept


def answer(connection: socket.socket, who: str) -> NoReturn:
    """Read a request, do what it asks, send what was written and the exit code, and end."""
    code = 1
    with suppress(BaseException):
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGALRM, _out_of_time)
        signal.alarm(_SECONDS)
        connection.sendall(READY)
        request = receive(connection)
        if request["identity"] == who:
            answered = _answer(request)
            signal.alarm(0)
            if not _late:
                send(connection, answered)
                code = 0
    os._exit(code)


_late: list[bool] = []


def _out_of_time(_signal: int, _frame: object) -> NoReturn:
    """End the request: the client does the work itself, and finds kept what was done here."""
    _late.append(True)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(_LAST_SECONDS)
    raise TimeoutError


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    """The answer; one without a code tells the client to do the work itself."""
    os.environ.clear()
    os.environ.update(request["environment"])
    os.umask(request["umask"])
    os.chdir(request["directory"])
    written = _Written()
    terminals = request["terminals"]
    given = _Given(request["input"], terminals[0])
    sys.stdin = _Stream(given, terminals[0])
    sys.stdout, sys.stderr = written.stream(1, terminals[1]), written.stream(2, terminals[2])
    if request["columns"] and "COLUMNS" not in os.environ:
        os.environ["COLUMNS"] = str(request["columns"])
    elif "COLUMNS" not in os.environ:
        # the streams of this process are nobody's: their width must not be asked for
        shutil.get_terminal_size = lambda fallback=(80, 24): os.terminal_size(fallback)
    code = run(request["arguments"])
    sys.stdout.flush()
    sys.stderr.flush()
    if check.resident_in_settings == "never" and not choice(request["arguments"]):
        return {}
    if given.is_awaited:
        return {} if terminals[0] else {"awaits": "input"}
    return {"written": written.parts, "code": code}


class _Given(io.BytesIO):
    """The input of the client, one character a byte.

    What is typed at a terminal, and what was not sent (None), only the client itself can read.
    """

    def __init__(self, content: str | None, terminal: bool) -> None:
        super().__init__((content or "").encode("latin-1"))
        self._terminal = terminal
        self._is_here = content is not None and not terminal
        self.is_awaited = False

    def isatty(self) -> bool:
        """Whether somebody types; that it is about to be read is remembered."""
        self.is_awaited = not self._is_here
        return self._terminal


class _Stream(io.TextIOWrapper):
    """A stream in memory that says of itself what that of the client would say."""

    def __init__(self, buffer: Any, terminal: bool) -> None:
        super().__init__(buffer, encoding="utf-8", errors="backslashreplace")
        self._terminal = terminal

    def isatty(self) -> bool:
        """Whether the client's stream is a terminal."""
        return self._terminal


class _Written:
    """What was written to standard output (1) and standard error (2), in its order."""

    def __init__(self) -> None:
        self.parts: list[tuple[int, str]] = []

    def stream(self, number: int, terminal: bool) -> io.TextIOWrapper:
        """A stream that keeps what is written to it here."""
        return _Stream(_Kept(self.parts, number), terminal)


class _Kept(io.BufferedIOBase):
    def __init__(self, parts: list[tuple[int, str]], number: int) -> None:
        self._parts = parts
        self._number = number

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        self._parts.append((self._number, bytes(content).decode("latin-1")))
        return len(content)
