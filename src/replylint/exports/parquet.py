"""Parquet, read in pieces by DuckDB."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from replylint.exports.chat import Found, Unread, Wanted
from replylint.exports.rows import Row, Table
from replylint.exports.table import table_chats
from replylint.translation import _

_PIECE = 2_000


def read_parquet(path: Path, source: str, wanted: Wanted) -> Iterator[Found]:
    """The chats of a Parquet file; ``line`` is the number of the row."""
    import duckdb

    try:
        with duckdb.connect() as base:
            query = "SELECT * FROM read_parquet(?) LIMIT 0"
            description = base.execute(query, [str(path)]).description or []
            names = tuple(column[0] for column in description)
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        yield Unread(source, None, _("cannot be read: {reason}").format(reason=reason))
        return

    def read() -> Iterator[Row | Unread]:
        return _rows(path, source, names)

    yield from table_chats(Table(source, names, read), wanted)


def _rows(path: Path, source: str, names: Sequence[str]) -> Iterator[Row | Unread]:
    import duckdb

    line = 0
    try:
        with duckdb.connect() as base:
            base.execute("SET memory_limit = '200MB'")
            base.execute("SET threads = 1")
            base.execute("SELECT * FROM read_parquet(?)", [str(path)])
            while rows := base.fetchmany(_PIECE):
                for cells in rows:
                    line += 1
                    yield Row(line, dict(zip(names, cells, strict=True)))
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        yield Unread(source, line + 1, _("cannot be read: {reason}").format(reason=reason))
