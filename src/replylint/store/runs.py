"""The runs of a store: what went in, how far each got, and which one can go on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from replylint.store.rows import Rows
from replylint.store.store import Store
from replylint.store.tables import PACKS, RUNS


@dataclass(frozen=True, slots=True)
class UsedPack:
    """A pack that a run judges with; ``digest`` tells its content apart from an edited one."""

    name: str
    version: str
    language: str
    digest: str


@dataclass(frozen=True, slots=True)
class Identity:
    """What makes two runs give the same tables, in parts that can be compared one by one.

    ``inputs`` are the files by name and content, ``reading`` how they are read, ``packs`` and
    ``settings`` what they are judged with, ``version`` that of replylint, ``code`` what its files
    hold and which packages, perhaps plugins, are installed.
    """

    inputs: str
    reading: str
    packs: str
    settings: str
    version: str
    code: str

    @property
    def text(self) -> str:
        """All parts, for keeping."""
        return json.dumps(self.parts, ensure_ascii=False)

    @property
    def parts(self) -> Mapping[str, str]:
        """Every part by its name."""
        return {name: getattr(self, name) for name in self.__slots__}

    def differences(self, kept: str) -> list[str]:
        """The names of the parts in which a kept identity is another."""
        other = json.loads(kept)
        return [name for name, value in self.parts.items() if other.get(name) != value]


@dataclass(frozen=True, slots=True)
class Run:
    """One run over exports.

    ``done`` counts the things of the input (chats, unread rows, notes) that are in the store;
    ``day`` is the day by which decisions to let findings be end.
    """

    run: int
    started_at: datetime
    finished_at: datetime | None
    day: date
    version: str
    profile: str | None
    inputs: tuple[str, ...]
    identity: str
    done: int
    bot_messages: int


def runs(store: Store) -> list[Run]:
    """Every run, the oldest first."""
    columns = ", ".join(RUNS.columns)
    return [_run(row) for row in store.rows(f"SELECT {columns} FROM runs ORDER BY run")]


def _run(row: Sequence[Any]) -> Run:
    values = dict(zip(RUNS.columns, row, strict=True))
    return Run(**{**values, "inputs": tuple(json.loads(values["inputs"]))})


def begin(
    store: Store,
    identity: Identity,
    inputs: Iterable[str],
    packs: Iterable[UsedPack],
    *,
    now: datetime,
    profile: str | None,
) -> Run:
    """Enter a new run into the store."""
    number = store.rows("SELECT coalesce(max(run), 0) + 1 FROM runs")[0][0]
    names = tuple(inputs)
    run = Run(number, now, None, now.date(), identity.version, profile, names, identity.text, 0, 0)
    kept = json.dumps(names, ensure_ascii=False)
    values = (
        run.run,
        run.started_at,
        run.finished_at,
        run.day,
        run.version,
        run.profile,
        kept,
        run.identity,
        run.done,
        run.bot_messages,
    )
    with store.transaction():
        store.change(RUNS.insertion, [[value] for value in values])
        for pack in packs:
            row = (number, pack.name, pack.version, pack.language, pack.digest)
            store.change(PACKS.insertion, [[value] for value in row])
    return run


def commit(store: Store, run: int, rows: Rows, *, done: int, bot_messages: int) -> None:
    """Add what was judged and move the mark of how far the run got, both or neither."""
    with store.transaction():
        store.add(run, rows)
        store.change(
            "UPDATE runs SET done = done + ?, bot_messages = bot_messages + ? WHERE run = ?",
            [done, bot_messages, run],
        )


def finish(store: Store, run: int, now: datetime) -> None:
    """Mark a run as whole."""
    store.change("UPDATE runs SET finished_at = ? WHERE run = ?", [now, run])


def packs_of(store: Store, run: int) -> list[UsedPack]:
    """The packs of a run, by name."""
    query = "SELECT name, version, language, digest FROM packs WHERE run = ? ORDER BY name"
    return [UsedPack(*row) for row in store.rows(query, [run])]
