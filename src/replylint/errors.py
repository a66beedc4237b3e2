"""What can go wrong, said so that a person knows what, where and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file (or a name such as ``<stdin>``) and, if known, a position.

    ``line`` and ``column`` count from 1; the column is in code points.
    """

    source: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.source, self.line, self.column) if part)


class ReplylintError(Exception):
    """Base of every error that this library raises on purpose.

    ``message`` says what is wrong and what to do; ``place`` says where, when it is known.
    """

    def __init__(self, message: str, place: Place | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.place = place

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class UsageError(ReplylintError):
    """The program was called in a way that cannot be meant."""


class InputError(ReplylintError):
    """Something that should be read cannot be read: a file, an encoding, a line of JSON."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a file: its place, what is wrong, and a picture of the line if there is one.

    ``excerpt`` is the line of the file and below it the marks under the wrong part.
    """

    place: Place
    message: str
    excerpt: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" + (f"\n{self.excerpt}" if self.excerpt else "")


class FileError(ReplylintError):
    """A file that a person wrote cannot be used; ``problems`` names every mistake found in it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(first.message, first.place)

    def __reduce__(self) -> tuple[type[FileError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)  # for an error that comes from another process

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Written:
    """Where a value was written, for saying later that it is wrong; see ``Problem``."""

    place: Place
    excerpt: str = ""

    def problem(self, message: str) -> Problem:
        """The problem that is seen only now."""
        return Problem(self.place, message, self.excerpt)


class PackError(FileError):
    """A pack cannot be used."""


class SettingsError(FileError):
    """Settings cannot be used."""
