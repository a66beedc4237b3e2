"""Tables as they come from a file: rows with named cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from replylint.exports.chat import Unread


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its line in the file (from 1) and its cells by the names of the columns.

    ``short`` says that the row ends before the table does, in a format that fills every row.
    ``repeated`` are the columns whose cell is merged with that of a row above.
    """

    line: int | None
    cells: Mapping[str, object]
    short: bool = False
    repeated: frozenset[str] = frozenset()

    def quoted(self) -> str:
        """The row as it is quoted to a person."""
        return " | ".join(str(cell) for cell in self.cells.values() if cell not in (None, ""))


@dataclass(frozen=True, slots=True)
class Table:
    """A file as a table; ``rows`` reads it from the start each time that it is called."""

    source: str
    columns: Sequence[str]
    rows: Callable[[], Iterator[Row | Unread]]
