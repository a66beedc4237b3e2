"""The way into the program: let a resident process answer, or do the work here.

What a resident cannot do just as well is done here, and so is everything when anything fails:
nothing is written before the whole answer has come. Neither click nor any part of the linter is
imported while a resident answers.
"""

from __future__ import annotations

import os
import sys
from itertools import pairwise

TYPE_CHECKING = False  # importing it from typing would take longer than all the rest
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, NoReturn

_MOST_INPUT = 1_000_000
_MOST_IN_FILES = 2_000_000
_MOST_FILES = 2000
"""So much of standard input, and so many bytes and files that are named, are sent there."""

_SECONDS = 60
_READY_SECONDS = 0.5
"""A resident that says nothing for so long is still loading: the work is done sooner here."""
_UNREAD, _STOPPED = 141, 130
_WENT_WELL = (0, 1)
"""After anything else the settings, which may want no resident, need not have been read."""

_ABOUT_STREAMS = ("--input", "jsonl", "--input=", "--format=jsonl")


class NotReadyError(Exception):
    """A resident process is there, and does not answer yet."""


def main() -> NoReturn:
    """Run the program with the arguments of the process, and exit."""
    try:
        sys.exit(_run(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(_STOPPED)


def _run(arguments: Sequence[str]) -> int:
    path: str | None = None
    if is_for_resident(arguments):
        from replylint.resident.place import identity, socket_path

        who = identity()
        path = socket_path(who)
        try:
            answer = None if path is None else _answer(path, who, arguments)
        except NotReadyError:
            answer, path = None, None  # nor is another one started
        if answer is not None:
            return _told(answer)
    from replylint.commands.main import run

    code = run(arguments)
    if code in _WENT_WELL and path is not None and _may_start(arguments):
        from replylint.resident.starting import start

        start(path)
    return code


def _answer(path: str, who: str, arguments: Sequence[str]) -> dict[str, Any] | None:
    """What the resident process answers; None when the work is to be done here.

    Raises ``NotReadyError`` when it is still loading.

    Standard input is read only when the reply is to come from it: it may be somebody else's, and
    nobody may wait for its end in vain.
    """
    if not reads_input(arguments):
        answer = _asked(path, who, arguments, None)
        if answer is None or "code" in answer:
            return answer
    given = _standard_input()
    if given is None:
        return None
    answer = None
    try:
        answer = _asked(path, who, arguments, given)
    finally:
        if answer is None or "code" not in answer:
            _put_back(given)
    return answer if answer is not None and "code" in answer else None


def is_for_resident(arguments: Sequence[str]) -> bool:
    """Whether these arguments check drafts or a macro library, and a resident may answer."""
    if (
        _from_command(arguments)[:1] != ["check"]
        or os.name != "posix"
        or os.environ.get("REPLYLINT_DEBUG")
    ):
        return False
    if choice(arguments) == "never" or "-h" in arguments or "--help" in arguments:
        return False
    return not any(map(_is_stream, arguments)) and not _is_much(arguments)


def _from_command(arguments: Sequence[str]) -> Sequence[str]:
    """The arguments from the command on, without the language that may be named before it."""
    first = arguments[0] if arguments else ""
    if first == "--lang":
        return arguments[2:]
    return arguments[1:] if first.startswith("--lang=") else arguments


def reads_input(arguments: Sequence[str]) -> bool:
    """Whether the reply is to come from standard input, for sure, as far as arguments tell."""
    if "-" in arguments:
        return True
    return not any(
        argument.startswith("--text") or _may_be_a_path(argument, before)
        for before, argument in pairwise(_from_command(arguments))
    )


def _may_be_a_path(argument: str, before: str) -> bool:
    """Whether an argument names a file, there or not, or else is an option or its value."""
    if argument.startswith("-"):
        return False
    return not before.startswith("-") or os.path.exists(argument)  # noqa: PTH110


def choice(arguments: Sequence[str]) -> str:
    """What ``--resident`` or ``REPLYLINT_RESIDENT`` say; empty when neither says anything."""
    for index, argument in enumerate(arguments):
        if argument == "--resident":
            return next(iter(arguments[index + 1 : index + 2]), "")
        if argument.startswith("--resident="):
            return argument.partition("=")[2]
    return os.environ.get("REPLYLINT_RESIDENT", "")


def _is_stream(argument: str) -> bool:
    """Whether an argument speaks of an export, which is told as it is read."""
    return argument in _ABOUT_STREAMS or argument.startswith("--input=") or ".jsonl" in argument


def _is_much(arguments: Sequence[str]) -> bool:
    """Whether the files and folders that are named hold more than a library of macros does."""
    left, files = _MOST_IN_FILES, _MOST_FILES
    waiting = list(arguments)
    while waiting:
        name = waiting.pop()
        try:
            told = os.stat(name)  # noqa: PTH116 - pathlib takes longer to import than the rest
            if 0o040000 <= told.st_mode < 0o050000:
                with os.scandir(name) as inside:
                    waiting += [each.path for each in inside if each.name[:1] != "."]
            elif not 0o100000 <= told.st_mode < 0o110000:
                return True
            else:
                left, files = left - told.st_size, files - 1
        except (OSError, ValueError):
            continue
        if left < 0 or files < 0 or len(waiting) > _MOST_FILES:
            return True
    return False


def _standard_input() -> bytes | None:
    """All of standard input, empty at a terminal; None when it is too much.

    Then what was read is put back.
    """
    if sys.stdin is None or sys.stdin.closed or sys.stdin.isatty():
        return b""
    given = sys.stdin.buffer.read(_MOST_INPUT + 1)
    if len(given) <= _MOST_INPUT:
        return given
    _put_back(given)
    return None


def _put_back(given: bytes) -> None:
    """Make standard input begin with what was read from it already."""
    if not given:
        return
    from io import BytesIO, TextIOWrapper

    rest = BytesIO(given + sys.stdin.buffer.read())
    sys.stdin = TextIOWrapper(rest, sys.stdin.encoding, sys.stdin.errors)


def _asked(
    path: str, who: str, arguments: Sequence[str], given: bytes | None
) -> dict[str, Any] | None:
    """The answer of the resident process that listens at ``path``; None when there is none.

    One without a ``code`` says that it has to know standard input, which was not ``given``. Raises
    ``NotReadyError`` when it is there and does not say at once that it is ready.
    """
    import socket

    from replylint.resident.messages import READY, receive, send

    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(_READY_SECONDS)
            connection.connect(path)
            try:
                ready = connection.recv(len(READY))
            except TimeoutError as error:
                raise NotReadyError from error
            if ready != READY:
                return None
            connection.settimeout(_SECONDS)
            send(connection, _request(who, arguments, given))
            answer = receive(connection)
    except (OSError, ValueError):
        return None
    return answer if "code" in answer or "awaits" in answer else None


def _request(who: str, arguments: Sequence[str], given: bytes | None) -> dict[str, Any]:
    from replylint.own_files import umask

    return {
        "identity": who,
        "arguments": arguments,
        "directory": os.getcwd(),  # noqa: PTH109
        "environment": dict(os.environ),
        "umask": umask(),
        "input": None if given is None else given.decode("latin-1"),
        "terminals": [_is_terminal(stream) for stream in (sys.stdin, sys.stdout, sys.stderr)],
        "columns": _columns(),
    }


def _is_terminal(stream: Any) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def _columns() -> int:
    """The width of the terminal, 0 where there is none."""
    try:
        return os.get_terminal_size(1).columns
    except OSError:
        return 0


def _told(answer: dict[str, Any]) -> int:
    """Write what the answer says on both streams, in its order; the exit code."""
    streams = {1: sys.stdout, 2: sys.stderr}
    try:
        for number, text in answer["written"]:
            stream = streams[number]
            if stream is not None:
                stream.buffer.write(text.encode("latin-1"))
                stream.buffer.flush()
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        return _UNREAD
    return int(answer["code"])


def _may_start(arguments: Sequence[str]) -> bool:
    """Whether to leave a resident process behind, after the work was done here."""
    check = sys.modules.get("replylint.commands.check")
    wanted = choice(arguments) or getattr(check, "resident_in_settings", None) or "auto"
    return wanted == "always" or (wanted == "auto" and not os.environ.get("CI"))
