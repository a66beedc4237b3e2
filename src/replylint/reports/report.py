"""What every format of a report can do, and the little that all of them need to know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from replylint.errors import Place, ReplylintError
from replylint.finding import Result


@dataclass(frozen=True, slots=True)
class PackName:
    """A pack that took part: its name, version and language."""

    name: str
    version: str
    language: str


@dataclass(frozen=True, slots=True)
class Tool:
    """The program that made the report: its name, version and packs.

    ``profile`` is the name of the profile in use, ``settings`` are the files that were read.
    """

    name: str
    version: str
    packs: Sequence[PackName] = ()
    profile: str | None = None
    settings: Sequence[str] = ()


class Stream(Protocol):
    """What takes texts: a file, standard output."""

    def write(self, text: str, /) -> object:
        """Take a text."""

    def flush(self) -> object:
        """Send on what was taken."""


@dataclass(frozen=True, slots=True)
class Output:
    """Where a report goes and how it may look.

    ``width`` is in terminal cells; ``coloured`` allows ANSI escapes. Only text looks at both.
    """

    stream: Stream
    coloured: bool = False
    width: int = 80


class Report(Protocol):
    """A report under way: results and errors come one at a time, in the order of the input."""

    def result(self, result: Result, place: Place) -> None:
        """Write one result; ``place`` is where its reply began in what was read."""

    def error(self, error: ReplylintError) -> None:
        """Write what could not be read, in its place among the results."""

    def finish(self) -> None:
        """Write what comes after the last result."""
