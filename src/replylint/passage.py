"""Where a text stands in the file that it was read from, code point by code point."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r")


class Point(NamedTuple):
    """A place in a file, between two code points: line and column from 1.

    ``column`` counts code points, ``utf16`` code units of UTF-16, ``utf8`` bytes of UTF-8: what
    reads a report asks for one of them.
    """

    line: int
    column: int
    utf16: int
    utf8: int

    @classmethod
    def after(cls, line: int, before: str) -> Point:
        """The place in a line that has this text before it."""
        return cls(line, len(before) + 1, utf16_length(before) + 1, utf8_length(before) + 1)


class FileSpan(NamedTuple):
    """A part of a file; ``end`` is just past its last code point."""

    start: Point
    end: Point


def utf16_length(text: str) -> int:
    """How many code units of UTF-16 a text takes."""
    return len(text) + sum(sign > "\uffff" for sign in text)


def utf8_length(text: str) -> int:
    """How many bytes of UTF-8 a text takes; a lone surrogate counts as three."""
    return len(text.encode("utf-8", "surrogatepass"))


class FileText:
    """The text of a file, with its lines; they end with LF, CRLF or CR."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def point(self, offset: int) -> Point:
        """The place before the code point at ``offset``."""
        line = bisect_right(self._starts, offset)
        return Point.after(line, self.text[self._starts[line - 1] : offset])

    def line_of(self, offset: int) -> int:
        """The number of the line, from 1, that the code point at ``offset`` stands in."""
        return bisect_right(self._starts, offset)


class Passage:
    """A text as people read it, and where each of its code points is written in a file.

    Code point ``i`` of ``text`` is written by the code points ``begins[i]`` to ``ends[i]``
    (excluded) of the file: several for an escape, an entity or a folded line break. ``begins``
    never falls.
    """

    def __init__(
        self, file: FileText, text: str, begins: Sequence[int], ends: Sequence[int]
    ) -> None:
        self.file = file
        self.text = text
        self.begins = begins
        self.ends = ends

    @classmethod
    def whole(cls, file: FileText, start: int = 0, end: int | None = None) -> Passage:
        """A part of a file that is read as it stands."""
        stop = len(file.text) if end is None else end
        return cls(file, file.text[start:stop], range(start, stop), range(start + 1, stop + 1))

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the file that write the code points ``start`` to ``end``."""
        if not self.begins:
            return 0, 0
        if start >= len(self.begins):
            return self.ends[-1], self.ends[-1]
        first = self.begins[start]
        return first, max(first, self.ends[end - 1]) if end > start else first

    def span(self, start: int, end: int) -> FileSpan:
        """Where the code points ``start`` to ``end`` (excluded) stand in the file."""
        first, last = self.offsets(start, end)
        return FileSpan(self.file.point(first), self.file.point(last))

    def lines(self) -> tuple[int, int]:
        """The first and the last line of the file that the text takes."""
        if not self.begins:
            return 1, 1
        return self.file.line_of(self.begins[0]), self.file.line_of(max(self.ends[-1] - 1, 0))

    def line_numbers(self) -> tuple[int, ...]:
        """The lines of the file in which the lines of the text begin."""
        starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        return tuple(self.file.line_of(self.offsets(start, start)[0]) for start in starts)

    def is_as_written(self, start: int, end: int) -> bool:
        """Whether these code points stand in the file one by one as they are read."""
        first, last = self.offsets(start, end)
        return self.file.text[first:last] == self.text[start:end]

    def inside(self, text: str, begins: Sequence[int], ends: Sequence[int]) -> Passage:
        """A text read from this one: ``begins`` and ``ends`` are code points of this text."""
        return Passage(
            self.file,
            text,
            [self.begins[offset] for offset in begins],
            [self.ends[offset - 1] for offset in ends],
        )


class CellPassage(Passage):
    """A text in a cell of a sheet, which has no lines: row and column stand for them."""

    def __init__(self, text: str, row: int, column: int) -> None:
        super().__init__(FileText(text), text, range(len(text)), range(1, len(text) + 1))
        self._row, self._column = row, column
        point = Point(row, column, column, column)
        self._span = FileSpan(point, point)

    def span(self, start: int, end: int) -> FileSpan:
        """The cell, for whichever part of its text."""
        return self._span

    def lines(self) -> tuple[int, int]:
        """The row, twice."""
        return self._row, self._row

    def line_numbers(self) -> tuple[int, ...]:
        """The row, for each line of the text."""
        return (self._row,) * (1 + sum(1 for _end in _LINE_END.finditer(self.text)))

    def inside(self, text: str, begins: Sequence[int], ends: Sequence[int]) -> Passage:
        """A text read from the cell, which stands in the same cell."""
        return CellPassage(text, self._row, self._column)
