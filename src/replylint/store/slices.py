"""A large run in parts that fit into the memory: sorting and joining it whole would not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from replylint.store.store import Store

CHATS = 10_000
"""How many conversations are in a part."""


def slices(store: Store, run: int) -> Iterator[tuple[int, int]]:
    """The first and the last number of the conversations of each part; one part at least."""
    highest = store.rows("SELECT coalesce(max(chat), 0) FROM chats WHERE run = ?", [run])[0][0]
    for first in range(0, highest + 1, CHATS):
        yield first, first + CHATS - 1


def of_part(table: str, run: int, first: int, last: int) -> str:
    """The rows of a table that belong to a part, as a table of its own."""
    within = f"run = {int(run)} AND chat BETWEEN {int(first)} AND {int(last)}"
    return f"(SELECT * FROM {table} WHERE {within})"


def rows_by_part(store: Store, run: int, query: str, tables: Sequence[str]) -> Iterator[Any]:
    """The answer to a query part by part; ``{chats}`` in it stands for the table ``chats``."""
    for first, last in slices(store, run):
        named = {table: of_part(table, run, first, last) for table in tables}
        yield from store.rows(query.format(**named))
