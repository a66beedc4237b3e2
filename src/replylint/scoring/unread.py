"""The list of what could not be read, for mending the export."""

from __future__ import annotations

import csv
from io import StringIO

from replylint.scoring.table_files import harmless
from replylint.store.store import Store


def unread_csv(store: Store, run: int) -> tuple[int, str]:
    """How many rows of a run could not be read, and the list of them as CSV."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["source", "line", "message", "raw"])
    count = 0
    query = "SELECT source, line, message, raw FROM unread WHERE run = ? ORDER BY number"
    for source, line, message, raw in store.stream(query, [run]):
        writer.writerow([harmless(source), line, harmless(message), harmless(raw)])
        count += 1
    return count, text.getvalue()
