"""CSV: the separator, the line of names and the encoding are found by looking."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from replylint.errors import Place
from replylint.exports.chat import Found, Unread, Wanted
from replylint.exports.column_names import known_names
from replylint.exports.decoding import Encoding, encoding_of, is_broken, open_text
from replylint.exports.header import column_names, header_at
from replylint.exports.own_results import refuse_own
from replylint.exports.rows import Row, Table
from replylint.exports.table import table_chats
from replylint.sources.item import Note
from replylint.translation import _

SEPARATORS = (";", ",", "\t", "|")
_NONE = "\x1f"
_SAMPLE = 30
_LONGEST_RECORD = 2_000
_LARGEST_FIELD = 1 << 24

_Record = tuple[int, list[str]]


def read_csv(path: Path, source: str, wanted: Wanted) -> Iterator[Found]:
    """The chats of a CSV file."""
    encoding = encoding_of(path, wanted.encoding)
    if encoding.guessed:
        text = _("not UTF-8, read as {name}; say another with --encoding")
        yield Note(Place(source), text.format(name=encoding.name))
    shape = _shape(path, encoding)
    first = list(_records(path, source, encoding, shape, _SAMPLE))
    rows = [cells for _line, cells in (item for item in first if isinstance(item, tuple))]
    if not rows:
        yield Unread(source, None, _("the file is empty"))
        return
    refuse_own(rows[0])
    at = header_at(rows, wanted)
    names = column_names(rows[at] if at is not None else rows[0], named=at is not None)
    skip = 0 if at is None else at + 1

    def read() -> Iterator[Row | Unread]:
        return _rows(path, source, encoding, shape, names, skip)

    yield from table_chats(Table(source, names, read), wanted)


@dataclass(frozen=True, slots=True)
class _Shape:
    separator: str
    skipped_lines: int = 0


@contextmanager
def long_cells() -> Iterator[None]:
    """Let cells be as long as texts are while they are read.

    The limit of ``csv`` is one for the whole process, which may be somebody else's.
    """
    usual = csv.field_size_limit()
    csv.field_size_limit(max(usual, _LARGEST_FIELD))
    try:
        yield
    finally:
        csv.field_size_limit(usual)


def separator_of(lines: Sequence[str]) -> str:
    """The separator that makes the most of the first lines: known names, then even rows.

    A table of one column has none; a sign that no text has stands for that.
    """

    def rank(separator: str) -> tuple[int, int, int]:
        try:
            with long_cells():
                rows = list(csv.reader(lines, delimiter=separator))
        except csv.Error:
            return (0, 0, 0)
        widths = [len(row) for row in rows if row]
        usual = max(set(widths), key=widths.count, default=0)
        if usual < 2:
            return (0, 0, 0)
        return (max(known_names(row) for row in rows[:10]), widths.count(usual), usual)

    best = max(SEPARATORS, key=rank)
    return best if any(rank(best)) else _NONE


def _shape(path: Path, encoding: Encoding) -> _Shape:
    with open_text(path, encoding) as file:
        lines = list(islice(file, _SAMPLE))
    # Excel's own way to name the separator.
    if lines and lines[0].lower().startswith("sep=") and len(lines[0].strip()) == 5:
        return _Shape(lines[0][4], 1)
    return _Shape(separator_of(lines))


def _rows(
    path: Path,
    source: str,
    encoding: Encoding,
    shape: _Shape,
    names: Sequence[str],
    skip: int,
) -> Iterator[Row | Unread]:
    """The rows below the line of names; ``skip`` records stand above them."""
    for item in _records(path, source, encoding, shape, None, len(names)):
        if isinstance(item, Unread):
            yield item
            continue
        if skip:
            skip -= 1
            continue
        line, cells = item
        if not any(cells):
            continue
        if len(cells) > len(names) and any(cells[len(names) :]):
            text = _("the row has {found} cells and the table {expected}; is “{sep}” in a text?")
            message = text.format(found=len(cells), expected=len(names), sep=shape.separator)
            yield Unread(source, line, message, shape.separator.join(cells))
            continue
        yield Row(line, dict(zip(names, cells, strict=False)), short=len(cells) < len(names))


class _Lines:
    """The lines of a file, some of which can be given back; ``number`` is that of the last one."""

    def __init__(self, lines: Iterator[str], number: int) -> None:
        self._lines, self.number = lines, number
        self._back: deque[str] = deque()
        self.taken: list[str] = []

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if len(self.taken) >= _LONGEST_RECORD:
            raise csv.Error("record without end")
        line = self._back.popleft() if self._back else next(self._lines)
        self.number += 1
        self.taken.append(line)
        return line

    def give_back(self, lines: Sequence[str]) -> None:
        """Read these lines, the last that were taken, once more."""
        self._back.extendleft(reversed(lines))
        self.number -= len(lines)


def _records(
    path: Path,
    source: str,
    encoding: Encoding,
    shape: _Shape,
    at_most: int | None = None,
    width: int | None = None,
) -> Iterator[_Record | Unread]:
    """The records of the file with the lines on which they begin.

    Quotes that are opened and never closed would swallow the rest of the file. Such a line is
    given up, and reading goes on with the next.
    """
    with open_text(path, encoding) as file:
        lines = _Lines(iter(file), 0)
        for _number in range(shape.skipped_lines):
            next(lines, None)
        strict = csv.reader(lines, delimiter=shape.separator, strict=True)
        found = 0
        while at_most is None or found < at_most:
            lines.taken = []
            first = lines.number + 1
            cells: list[str] | None
            try:
                with long_cells():
                    cells = next(strict)
                if width is not None and len(lines.taken) > 1 and len(cells) != width:
                    cells = None
            except StopIteration:
                return
            except csv.Error:
                cells = None
            taken = lines.taken
            if cells is None:
                lines.give_back(taken[1:])
                cells = _loosely(taken[0], shape.separator, width)
            if cells is None:
                message = _("the quotes of this row do not fit together")
                yield Unread(source, first, message, taken[0].rstrip("\r\n"))
            elif any(is_broken(line) for line in taken):
                text = _("the row holds bytes that are not {encoding}")
                raw = "".join(taken).encode("utf-8", "replace").decode("utf-8")
                yield Unread(source, first, text.format(encoding=encoding.name), raw.rstrip("\r\n"))
            else:
                found += 1
                yield first, cells


def _loosely(line: str, separator: str, width: int | None) -> list[str] | None:
    """One line whose inner quotes are not doubled as they should be; None when it makes no sense.

    A quoted cell ends at the first quote that a separator or the end of the line follows.
    """
    line = line.rstrip("\r\n")
    mark = re.escape(separator)
    cells = re.findall(rf'(?:^|{mark})(?:"(.*?)"(?={mark}|$)|([^{mark}]*))', line)
    texts = [quoted.replace('""', '"') if quoted else plain for quoted, plain in cells]
    even = line.count('"') % 2 == 0
    return texts if even and (width is None or len(texts) == width) else None
