"""The list of what could not be read, for mending the export."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from replylint.scoring.anonymous import Names
from replylint.scoring.spreadsheet import csv_text
from replylint.store.store import Store
from replylint.translation import _


def unread_count(store: Store, run: int) -> tuple[int, int]:
    """How many whole files of a run could not be read, and how many rows of others."""
    query = "SELECT count(*), count(*) FILTER (line IS NULL AND raw = '') FROM unread WHERE run = ?"
    every, files = store.rows(query, [run])[0]
    return files, every - files


def unread_rows(store: Store, run: int, names: Names) -> Iterator[Sequence[Any]]:
    """File, line, what is wrong and the quoted row of what could not be read, as names allow.

    The file keeps its name, since it is to be mended.
    """
    query = "SELECT source, line, message, raw FROM unread WHERE run = ? ORDER BY number"
    for source, line, message, raw in store.stream(query, [run]):
        quoted = names.of_anybody(raw) if raw else raw
        yield source, line, names.of_anybody(message), quoted


def unread_csv(store: Store, run: int, names: Names) -> str:
    """The list of what could not be read, as CSV for a spreadsheet; quoted as ``names`` allow."""
    header = [_("File"), _("Line"), _("What is wrong"), _("Quoted")]
    return csv_text([header, *unread_rows(store, run, names)])
