"""Rows on their way into the store, kept by column as DuckDB takes them."""

from __future__ import annotations

from collections.abc import Iterable

from replylint.store.tables import RESULTS, Table

Columns = dict[str, list[list[object]]]


class Rows:
    """Rows of the tables that a run fills; without the number of the run, which the store adds."""

    def __init__(self) -> None:
        self.columns: Columns = {t.name: [[] for _ in range(len(t.columns) - 1)] for t in RESULTS}

    def add(self, table: Table, values: Iterable[object]) -> None:
        """Add one row: its values in the order of the columns after ``run``."""
        for column, value in zip(self.columns[table.name], values, strict=True):
            column.append(storable(value))

    def extend(self, other: Rows) -> None:
        """Add all rows of another lot behind these."""
        for name, columns in other.columns.items():
            for mine, more in zip(self.columns[name], columns, strict=True):
                mine.extend(more)

    def count(self, table: Table) -> int:
        """How many rows there are for a table."""
        return len(self.columns[table.name][0])

    def column(self, table: Table, name: str) -> list[object]:
        """The values of one column."""
        return self.columns[table.name][list(table.columns).index(name) - 1]


def storable(value: object) -> object:
    """The value as DuckDB can keep it: a lone surrogate, which UTF-8 lacks, becomes U+FFFD."""
    if isinstance(value, str) and not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value)
    return value
