"""The line of a table that names its columns."""

from __future__ import annotations

from collections.abc import Sequence

from replylint.exports.chat import Wanted
from replylint.exports.column_names import known_names, plain_name
from replylint.translation import _

_SEARCHED = 15


def header_at(rows: Sequence[Sequence[str]], wanted: Wanted) -> int | None:
    """The row with the names: the one among the first that has the most known ones.

    Reports often put a title and a period above their tables. None when there is no such row.
    """
    if not wanted.header:
        return None
    asked = {plain_name(column) for column in wanted.columns.values() if not column.isdigit()}

    def rank(number: int) -> tuple[int, int, int]:
        names = [name.strip() for name in rows[number]]
        # A name is short: a row of data may well begin with the word “вопрос”.
        short = [name for name in names if len(name) <= 40]
        own = sum(plain_name(name) in asked for name in short if name)
        return (own, known_names(short) if len(short) == len(names) else 0, -number)

    return max(range(min(len(rows), _SEARCHED)), key=rank)


def column_names(cells: Sequence[str], *, named: bool) -> tuple[str, ...]:
    """A name for each column, none of them twice; columns without one are named by their number."""
    names: list[str] = []
    for number, cell in enumerate(cells, start=1):
        name = cell.strip().lstrip("\ufeff") if named else ""
        name = name or _("column {number}").format(number=number)
        again = 2
        unique = name
        while unique in names:
            unique = f"{name} ({again})"
            again += 1
        names.append(unique)
    return tuple(names)
