"""How spreadsheets of the reader's language take CSV and what they must not take for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO

from replylint.translation import current_language

MARK = "\ufeff"
"""The byte order mark, without which Excel takes Cyrillic for something else."""

FORMULA = "=+-@\t\r"
"""A cell that begins like this is run as a formula by spreadsheets, so it gets a ' before it."""


@dataclass(frozen=True, slots=True)
class Style:
    """What Excel expects where the language is spoken.

    ``separator`` stands between cells, ``decimal`` in numbers; with those of another country a
    double click opens one wide column, and 12.5 becomes the 12th of May. ``day`` and ``moment`` are
    the formats of date cells in a workbook.
    """

    separator: str
    decimal: str
    day: str
    moment: str


_STYLES = {"ru": Style(";", ",", "dd.mm.yyyy", "dd.mm.yyyy hh:mm")}
_USUAL = Style(",", ".", "yyyy-mm-dd", "yyyy-mm-dd hh:mm")


def style() -> Style:
    """The style of the language that the program speaks now."""
    return _STYLES.get(current_language(), _USUAL)


def harmless(cell: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in FORMULA and cell else cell


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV that a double click opens; texts are made harmless, None is an empty cell."""
    text = StringIO()
    text.write(MARK)
    writer = csv.writer(text, delimiter=style().separator, lineterminator="\n")
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def _cell(value: object) -> object:
    return harmless(value) if isinstance(value, str) else value
