"""Tables: CSV with any of the usual delimiters, and sheets; every cell knows its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

from replylint.errors import InputError, Place
from replylint.extras import install_command
from replylint.passage import CellPassage, FileText, Passage
from replylint.translation import _

_DELIMITERS = (",", ";", "\t", "|")
_LINE_END = re.compile(r"\r\n|\n|\r")
MOST_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and how to get the places of its text."""

    value: str
    passage: Callable[[], Passage]


Row = list[Cell]


def read_csv_rows(file: FileText) -> list[Row]:
    """The rows of a CSV text, blank ones left out; the delimiter is the commonest in the head."""
    reader = _CsvReader(file, _delimiter(file.text))
    return [row for row in reader.rows() if any(cell.value.strip() for cell in row)]


def _delimiter(text: str) -> str:
    head = re.sub(r'"[^"]*"', "", _LINE_END.split(text, 1)[0])
    return max(_DELIMITERS, key=head.count)


class _CsvReader:
    def __init__(self, file: FileText, delimiter: str) -> None:
        self._file = file
        self._delimiter = delimiter
        self._bare = re.compile(rf"[^{re.escape(delimiter)}\r\n]*")
        self._at = 0

    def rows(self) -> Iterator[Row]:
        text = self._file.text
        while self._at < len(text):
            row = [self._cell()]
            while text[self._at : self._at + 1] == self._delimiter:
                self._at += 1
                row.append(self._cell())
            line_end = _LINE_END.match(text, self._at)
            self._at = line_end.end() if line_end else self._at + 1
            yield row

    def _cell(self) -> Cell:
        text, start = self._file.text, self._at
        if text[start : start + 1] != '"':
            match = self._bare.match(text, start)
            self._at = end = match.end() if match else start
            return Cell(text[start:end], lambda: Passage.whole(self._file, start, end))
        signs: list[str] = []
        begins: list[int] = []
        ends: list[int] = []
        at = start + 1
        while at < len(text):
            step = 1
            if text[at] == '"':
                if text[at + 1 : at + 2] != '"':
                    break
                step = 2
            signs.append(text[at])
            begins.append(at)
            at += step
            ends.append(at)
        rest = self._bare.match(text, at + 1)
        self._at = rest.end() if rest else len(text)
        value = "".join(signs)
        return Cell(value, lambda: Passage(self._file, value, begins, ends))


def read_xlsx_rows(data: bytes, source: str) -> list[Row]:
    """The rows of the first sheet that has any; raises ``InputError``."""
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        message = _("reading XLSX needs one more package; install it with: {command}")
        message = message.format(command=install_command("xlsx"))
        raise InputError(message, Place(source)) from error
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            rows = list(_sheet_rows(sheet.iter_rows(max_row=MOST_ROWS, values_only=True)))
            if rows:
                return rows
    except Exception as error:
        message = _("this is not an XLSX file that can be read: {why}").format(why=error)
        raise InputError(message, Place(source)) from error
    return []


def _sheet_rows(rows: Iterator[tuple[object, ...]]) -> Iterator[Row]:
    for number, values in enumerate(rows, start=1):
        row = [_sheet_cell(value, number, column) for column, value in enumerate(values, start=1)]
        if any(cell.value.strip() for cell in row):
            yield row


def _sheet_cell(value: object, row: int, column: int) -> Cell:
    text = "" if value is None else str(value)
    return Cell(text, lambda: CellPassage(text, row, column))
