"""From rows to conversations: streamed where they stand together, else gathered on disk."""

from __future__ import annotations

import hashlib
import pickle
import sqlite3
import tempfile
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy

from replylint.conversation import Message

LONGEST = 5_000
"""How many rows one conversation may have; a longer one is handed over in parts."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one row says: the conversation it belongs to and its messages, usually one or two."""

    chat: str
    messages: tuple[Message, ...]
    line: int | None
    sent_at: datetime | None = None
    channel: str | None = None
    team: str | None = None
    tags: tuple[str, ...] = ()


def stand_together(chats: Iterable[str]) -> bool:
    """Whether all rows of each conversation follow each other.

    Keeps 8 bytes a conversation. Two ids that have the same hash (one chance in billions) are taken
    for one that comes again, which only costs time.
    """
    seen = array("Q")
    last = None
    for chat in chats:
        if chat != last:
            last = chat
            digest = hashlib.blake2b(chat.encode("utf-8", "replace"), digest_size=8).digest()
            seen.append(int.from_bytes(digest))
    hashes = numpy.frombuffer(seen, dtype=numpy.uint64) if seen else numpy.empty(0)
    return len(numpy.unique(hashes)) == len(hashes)


def grouped(turns: Iterable[Turn]) -> Iterator[list[Turn]]:
    """The turns of each conversation that stand together, at most `LONGEST` at once."""
    group: list[Turn] = []
    for turn in turns:
        if group and (turn.chat != group[0].chat or len(group) >= LONGEST):
            yield group
            group = []
        group.append(turn)
    if group:
        yield group


class Gathering:
    """Turns on disk, in a file that is gone afterwards, for conversations that are torn apart."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="replylint-")
        self._base = sqlite3.connect(Path(self._folder.name) / "turns.db")
        self._base.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000;"
            "CREATE TABLE turn (chat TEXT, number INTEGER PRIMARY KEY, body BLOB)"
        )

    def __enter__(self) -> Gathering:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()
        self._folder.cleanup()

    def put(self, turn: Turn) -> None:
        """Keep a turn for later."""
        self._base.execute(
            "INSERT INTO turn (chat, body) VALUES (?, ?)",
            (turn.chat.encode("utf-8", "replace"), pickle.dumps(turn)),
        )

    def turns(self) -> Iterator[Turn]:
        """All turns, those of a conversation together, conversations as they first came."""
        rows = self._base.execute(
            "SELECT body FROM turn JOIN (SELECT chat, min(number) AS first FROM turn GROUP BY chat)"
            " USING (chat) ORDER BY first, number"
        )
        for (body,) in rows:
            # The file is ours, in a folder of ours: nothing else can have been put into it.
            yield pickle.loads(body)
