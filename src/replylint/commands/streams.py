"""Standard input and output as they should be, and what may be shown on them."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO

from replylint.errors import FileError, Place, ReplylintError
from replylint.reports.report import Output, Stream
from replylint.sources.item import Note
from replylint.translation import _

_MIN_WIDTH, _MAX_WIDTH = 40, 100


def prepare() -> None:
    """Make standard output and error UTF-8 in every locale; what UTF-8 lacks becomes an escape.

    A closed one is replaced by nowhere.
    """
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def standard_input() -> BinaryIO | None:
    """The bytes of standard input; None when it is closed."""
    return None if sys.stdin is None or sys.stdin.closed else sys.stdin.buffer


def await_typing(stdin: BinaryIO) -> None:
    """Say, where a person sits at standard input, that it is read now and how to end it."""
    if not stdin.isatty():
        return
    keys = _("Ctrl+Z and Enter") if os.name == "nt" else "Ctrl+D"
    sys.stderr.write(_("Type or paste the text, then press {keys}.").format(keys=keys) + "\n")
    sys.stderr.flush()


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sits at this stream."""
    return stream is not None and not stream.closed and stream.isatty()


def wants_colour(choice: str, stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to write colours: ``choice`` is ``always``, ``never`` or ``auto``.

    ``auto`` means at a terminal that is not dumb, unless the variable ``NO_COLOR`` is set.
    """
    if choice != "auto":
        return choice == "always"
    refused = environment.get("TERM") == "dumb" or bool(environment.get("NO_COLOR"))
    return not refused and is_terminal(stream)


def output(colour: str) -> Output:
    """Standard output with its colours and its width: the terminal's, or COLUMNS, or 80."""
    columns = shutil.get_terminal_size((80, 24)).columns
    width = min(max(columns, _MIN_WIDTH), _MAX_WIDTH)
    return Output(sys.stdout, wants_colour(colour, sys.stdout, os.environ), width)


class Lasting:
    """Standard output of a command that writes files as well: nobody listening does not stop it.

    What is wrong with the output is kept in ``broken``, to be raised when the files are written.
    """

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self.broken: OSError | None = None

    def write(self, text: str, /) -> int:
        """Write it, or nothing once the output is broken."""
        self._try(lambda: self._stream.write(text))
        return len(text)

    def flush(self) -> None:
        """Send on what was written, as long as somebody takes it."""
        self._try(self._stream.flush)

    def _try(self, act: Callable[[], object]) -> None:
        if self.broken is not None:
            return
        try:
            act()
        except OSError as error:
            self.broken = error


def tell(line: str) -> None:
    """Write one line to standard error; control characters in it are shown, not sent."""
    from replylint.reports.cells import safe

    with suppress(OSError, ValueError):
        sys.stderr.write(safe(line) + "\n")
        sys.stderr.flush()


def tell_note(note: Note) -> None:
    """Write a note to standard error; one that is about no single place has an empty one."""
    text = _("{place}: note: {message}") if note.place.source else _("note: {message}")
    tell(text.format(place=note.place, message=note.message))


def tell_unused(reasons: Iterable[ReplylintError]) -> None:
    """Write a note about each thing that cannot be used, and is gone on without."""
    for reason in reasons:
        tell_note(Note(reason.place or Place(""), reason.message))


def tell_error(error: ReplylintError) -> None:
    """Write an error to standard error: one line, or every problem of a file with its picture."""
    if not isinstance(error, FileError):
        tell(str(error) if error.place else f"replylint: {error.message}")
        return
    for problem in error.problems:
        for line in str(problem).split("\n"):
            tell(line)


def point_output_nowhere() -> None:
    """Send what is still to be written to nowhere, for when nobody reads it any more."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")
