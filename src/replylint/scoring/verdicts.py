"""Reading the sheet of a review back, as Excel or CSV, in whatever language it was written."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import BadZipFile

from replylint.errors import InputError, Place
from replylint.exports.columns import name_list
from replylint.exports.csv import long_cells
from replylint.reasons import why_unread
from replylint.scoring.calibration import Verdict
from replylint.scoring.review import titles
from replylint.translation import LANGUAGES, _, plural, speaking

RIGHT = frozenset(
    "yes y true right correct ok tp 1 + да д верно правильно истина ок 👍 ✓ ✔".split()
)
WRONG = frozenset(
    "no n false wrong incorrect fp 0 - – — нет н неверно неправильно ложь ложное 👎 ✗".split()
)
UNSURE = frozenset(["", "?", "unsure", "skip", "не знаю", "спорно", "пропуск"])

_NEEDED = ("key", "rule", "verdict")


def read_verdicts(path: Path) -> Iterator[Verdict | InputError]:
    """The verdicts of a sheet; a word that is none is an error in its place.

    Who reviewed is said by the column for it, else by the name of the file. Raises ``InputError``
    for a file that cannot be read or is no such sheet.
    """
    rows = _table(path)
    header = _header(next(rows, (0, ()))[1], path)
    for line, row in rows:
        cells = {field: _cell(row, place) for field, place in header.items()}
        word = cells["verdict"].casefold()
        if word in UNSURE or not cells["key"]:
            continue
        if word not in RIGHT and word not in WRONG:
            message = _("“{word}” is no verdict; write yes or no, or leave it empty")
            yield InputError(message.format(word=cells["verdict"]), Place(str(path), line))
            continue
        reviewer = cells.get("reviewer") or path.stem
        yield Verdict(cells["key"], cells["rule"] or None, word in RIGHT, reviewer)


def _header(row: Sequence[object], path: Path) -> Mapping[str, int]:
    """Which column holds what."""
    known: dict[str, str] = {}
    for language in LANGUAGES:
        with speaking(language):
            known.update({title.casefold(): field for field, title in titles().items()})
            known[_("Verdict").casefold()] = "verdict"
    known.update({field: field for field in titles()})
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        field = known.get(str(cell or "").strip().casefold())
        if field is not None:
            found.setdefault(field, place)
    missing = [titles()[field] for field in _NEEDED if field not in found]
    if missing:
        message = plural(
            "this is no sheet of `replylint score --review`: it has no column {columns}",
            "this is no sheet of `replylint score --review`: it has no columns {columns}",
            len(missing),
        )
        raise InputError(message.format(columns=name_list(missing)), Place(str(path)))
    return found


def _cell(row: Sequence[object], place: int) -> str:
    value = row[place] if place < len(row) else None
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()


def _table(path: Path) -> Iterator[tuple[int, Sequence[object]]]:
    """The rows of a file with their numbers, from 1."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(why_unread(error), Place(str(path))) from error
    rows = _workbook_rows(data, path) if data.startswith(b"PK") else _csv_rows(data, path)
    yield from enumerate(rows, start=1)


def _workbook_rows(data: bytes, path: Path) -> Iterable[Sequence[object]]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    except (BadZipFile, KeyError, ValueError) as error:
        raise InputError(_("this is no workbook of Excel"), Place(str(path))) from error
    try:
        yield from book.worksheets[0].iter_rows(values_only=True)
    finally:
        book.close()


def _csv_rows(data: bytes, path: Path) -> Iterable[Sequence[object]]:
    """Excel saves CSV with semicolons and in the code page of the system as well."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1251", errors="replace")
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    rows = csv.reader(StringIO(text, newline=""), delimiter=mark)
    try:
        with long_cells():
            return list(rows)
    except csv.Error as error:
        message = _("the table breaks off here; save it as XLSX and hand that in")
        raise InputError(message, Place(str(path), rows.line_num)) from error
