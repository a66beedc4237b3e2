"""What the store keeps: its tables and their columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from replylint.finding import Criterion

FORM = 1
"""The version of the tables; it grows when a column changes its meaning or goes away."""

_TEXT, _WHOLE, _TIME, _YES, _LIST = "VARCHAR", "BIGINT", "TIMESTAMP", "BOOLEAN", "VARCHAR[]"
_SHARE = "DOUBLE"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, its columns with their DuckDB types, and those that put rows in order."""

    name: str
    columns: Mapping[str, str]
    order: tuple[str, ...]

    @property
    def definition(self) -> str:
        """The SQL that makes the table where it is missing."""
        columns = ", ".join(f'"{name}" {kind}' for name, kind in self.columns.items())
        return f'CREATE TABLE IF NOT EXISTS "{self.name}" ({columns})'

    @property
    def insertion(self) -> str:
        """The SQL that adds rows, given one list for each column."""
        kinds = self.columns.values()
        lists = ", ".join(f"unnest(?::{kind}[])" for kind in kinds)
        return f'INSERT INTO "{self.name}" SELECT {lists}'


RUNS = Table(
    "runs",
    {
        "run": _WHOLE,
        "started_at": _TIME,
        "finished_at": _TIME,
        "day": "DATE",
        "version": _TEXT,
        "profile": _TEXT,
        "inputs": _TEXT,
        "identity": _TEXT,
        "done": _WHOLE,
        "bot_messages": _WHOLE,
    },
    ("run",),
)
PACKS = Table(
    "packs",
    {"run": _WHOLE, "name": _TEXT, "version": _TEXT, "language": _TEXT, "digest": _TEXT},
    ("run", "name"),
)
CHATS = Table(
    "chats",
    {
        "run": _WHOLE,
        "chat": _WHOLE,
        "id": _TEXT,
        "channel": _TEXT,
        "team": _TEXT,
        "tags": _LIST,
        "source": _TEXT,
        "line": _WHOLE,
    },
    ("run", "chat"),
)
MESSAGES = Table(
    "messages",
    {
        "run": _WHOLE,
        "chat": _WHOLE,
        "turn": _WHOLE,
        "role": _TEXT,
        "author": _TEXT,
        "sent_at": _TIME,
        "utc_offset": _WHOLE,
        "private": _YES,
        "attachments": _LIST,
        "text": _TEXT,
    },
    ("run", "chat", "turn"),
)
REPLIES = Table(
    "replies",
    {
        "run": _WHOLE,
        "chat": _WHOLE,
        "turn": _WHOLE,
        "id": _TEXT,
        "agent": _TEXT,
        "team": _TEXT,
        "channel": _TEXT,
        "sent_at": _TIME,
        "state": _TEXT,
        "language": _TEXT,
        "words": _WHOLE,
        "score": _SHARE,
        "plain_score": _SHARE,
        "critical": _YES,
        **{criterion.value: _SHARE for criterion in Criterion},
        "findings": _WHOLE,
        "notes": _WHOLE,
        "suppressed": _WHOLE,
        "failures": _WHOLE,
    },
    ("run", "chat", "turn"),
)
FINDINGS = Table(
    "findings",
    {
        "run": _WHOLE,
        "chat": _WHOLE,
        "turn": _WHOLE,
        "number": _WHOLE,
        "pack": _TEXT,
        "rule": _TEXT,
        "category": _TEXT,
        "criterion": _TEXT,
        "severity": _TEXT,
        "start_offset": _WHOLE,
        "end_offset": _WHOLE,
        "text": _TEXT,
        "message": _TEXT,
        "why": _TEXT,
        "suggestions": _LIST,
        "let_be": _TEXT,
        "lost": _SHARE,
    },
    ("run", "chat", "turn", "number"),
)
FAILURES = Table(
    "failures",
    {"run": _WHOLE, "chat": _WHOLE, "turn": _WHOLE, "rule": _TEXT, "message": _TEXT},
    ("run", "chat", "turn", "rule"),
)
UNREAD = Table(
    "unread",
    {
        "run": _WHOLE,
        "number": _WHOLE,
        "source": _TEXT,
        "line": _WHOLE,
        "message": _TEXT,
        "raw": _TEXT,
    },
    ("run", "number"),
)
NOTES = Table(
    "notes",
    {"run": _WHOLE, "number": _WHOLE, "source": _TEXT, "line": _WHOLE, "message": _TEXT},
    ("run", "number"),
)

TABLES: Mapping[str, Table] = MappingProxyType(
    {
        table.name: table
        for table in (
            RUNS,
            PACKS,
            CHATS,
            MESSAGES,
            REPLIES,
            FINDINGS,
            FAILURES,
            UNREAD,
            NOTES,
        )
    }
)
"""Every table by its name."""

RESULTS = (CHATS, MESSAGES, REPLIES, FINDINGS, FAILURES, UNREAD, NOTES)
"""The tables that a run fills as it goes, in the order of the input."""
