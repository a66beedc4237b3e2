"""XLSX: the first sheet that looks like a table of replies, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from replylint.errors import Place
from replylint.exports.chat import Found, Unread, Wanted
from replylint.exports.column_names import known_names
from replylint.exports.header import column_names, header_at
from replylint.exports.merged_cells import Merges, filled, merged_rows
from replylint.exports.own_results import refuse_own
from replylint.exports.rows import Row, Table
from replylint.exports.table import table_chats
from replylint.sources.item import Note
from replylint.translation import _

_SAMPLE = 15
_BROKEN = (BadZipFile, KeyError, IndexError, TypeError, ValueError, OSError, EOFError, SyntaxError)


def read_xlsx(path: Path, source: str, wanted: Wanted) -> Iterator[Found]:
    """The chats of one sheet of a workbook; other sheets are named in a note."""
    try:
        with _workbook(path) as book:
            visible = _visible(book)
            sheets = {sheet.title: _first_rows(sheet) for sheet in visible}
            places = {sheet.title: _place_in_file(sheet) for sheet in visible}
    except _BROKEN as error:
        text = _(
            "this workbook cannot be opened ({reason}); save it anew as XLSX without a password"
        )
        yield Unread(source, None, text.format(reason=error))
        return
    filled = {title: rows for title, rows in sheets.items() if rows}
    if not filled:
        yield Unread(source, None, _("the file is empty"))
        return
    for first, *_others in filled.values():
        refuse_own(first)
    title = max(filled, key=lambda name: max(known_names(row) for row in filled[name]))
    others = [name for name in filled if name != title]
    if others:
        text = _("sheet “{title}” is read; others are not: {others}")
        yield Note(Place(source), text.format(title=title, others=", ".join(others)))
    rows = filled[title]
    at = header_at(rows, wanted)
    names = column_names(rows[at] if at is not None else rows[0], named=at is not None)
    skip = 0 if at is None else at + 1

    merges = _merges(path, places[title], skip)
    if merges:
        text = _("merged cells: what stands in the first row holds for all rows of the range")
        yield Note(Place(source), text)

    def read() -> Iterator[Row | Unread]:
        return _rows(path, source, title, names, skip, merges)

    yield from table_chats(Table(source, names, read), wanted)


@contextmanager
def _workbook(path: Path) -> Iterator[Any]:
    from openpyxl import load_workbook

    # An open file, because openpyxl goes by the ending of a name.
    with path.open("rb") as file:
        book = load_workbook(file, read_only=True, data_only=True)
        try:
            yield book
        finally:
            book.close()


def _visible(book: Any) -> list[Any]:
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for sheet in sheets:
        # The size that is written in the file is wrong in many exports.
        sheet.reset_dimensions()
    return sheets


def _place_in_file(sheet: Any) -> str | None:
    place = getattr(sheet, "_worksheet_path", None)
    return place if isinstance(place, str) else None


def _merges(path: Path, place: str | None, skip: int) -> Merges:
    try:
        return [] if place is None else merged_rows(path, place.removeprefix("/"), skip)
    except _BROKEN:
        return []


def _first_rows(sheet: Any) -> list[list[str]]:
    rows = islice(sheet.iter_rows(values_only=True), _SAMPLE)
    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    return texts if any(any(row) for row in texts) else []


def _rows(
    path: Path,
    source: str,
    title: str,
    names: Sequence[str],
    skip: int,
    merges: Merges,
) -> Iterator[Row | Unread]:
    line = 0
    try:
        with _workbook(path) as book:
            sheet = book[title]
            sheet.reset_dimensions()
            below = islice(enumerate(sheet.iter_rows(values_only=True), start=1), skip, None)
            written = (row for row in below if any(cell not in (None, "") for cell in row[1]))
            for line, cells, columns in filled(written, merges):
                repeated = frozenset(names[column] for column in columns if column < len(names))
                yield Row(line, dict(zip(names, cells, strict=False)), repeated=repeated)
    except _BROKEN as error:
        text = _("cannot be read: {reason}").format(reason=error)
        yield Unread(source, line + 1, text)
