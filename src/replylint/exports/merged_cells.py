"""Merged cells of a workbook: the value of the first row holds for all rows of the range.

openpyxl does not tell them while it streams, since they stand after the rows in the file, so they
are looked for there beforehand.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from zipfile import ZipFile

import numpy

_RANGE = re.compile(rb'[<:]mergeCell\s[^<>]*?ref="([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)"')
_CHUNK = 1 << 20
_LONGEST = 200

_ROW_BITS, _COLUMN_BITS = 24, 16
"""Excel has 2^20 rows and 2^14 columns."""

Merges = Sequence[int]
"""Ranges of cells that are one, 8 bytes each, in the order of their first rows."""


def merged_rows(path: Path, sheet: str, skip: int) -> Merges:
    """The ranges of several rows in a sheet, which is named by its place in the file.

    Those that begin in the first ``skip`` rows are left out. Of a range of several columns it is
    the first one that has the value.
    """
    found = array("Q")
    with ZipFile(path) as archive, archive.open(sheet) as file:
        rest = b""
        while chunk := file.read(_CHUNK):
            data = rest + chunk
            end = 0
            for match in _RANGE.finditer(data):
                end = match.end()
                first, last = int(match[2]), int(match[3])
                if last > first > skip:
                    rows = first << _ROW_BITS | last
                    found.append(rows << _COLUMN_BITS | _column(match[1]))
            rest = data[max(end, len(data) - _LONGEST) :]
    if found:
        numpy.frombuffer(found, numpy.uint64).sort()
    return found


def filled(
    rows: Iterator[tuple[int, Sequence[object]]], merges: Merges
) -> Iterator[tuple[int, Sequence[object], frozenset[int]]]:
    """The rows with the values of merged cells in them, and the columns that were filled so."""
    waiting = map(_parts, merges)
    coming = next(waiting, None)
    open_ranges: dict[int, tuple[int, object]] = {}
    for line, cells in rows:
        for column in [c for c, (last, _value) in open_ranges.items() if last < line]:
            del open_ranges[column]
        mended = list(cells)
        for column, (_last, value) in open_ranges.items():
            mended += [None] * (column + 1 - len(mended))
            mended[column] = value
        yield line, mended, frozenset(open_ranges)
        while coming is not None and coming[0] <= line:
            first, last, column = coming
            if first == line and column < len(cells):
                open_ranges[column] = (last, cells[column])
            coming = next(waiting, None)


def _parts(merge: int) -> tuple[int, int, int]:
    """The first and the last row, from 1, and the column, from 0, of a range."""
    rows, column = merge >> _COLUMN_BITS, merge & ((1 << _COLUMN_BITS) - 1)
    return rows >> _ROW_BITS, rows & ((1 << _ROW_BITS) - 1), column


def _column(letters: bytes) -> int:
    """The number of a column, from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
