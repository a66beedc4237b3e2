"""One run over exports: read, judge with all workers, and keep, so that it can be stopped."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from replylint.conversation import Message, Role
from replylint.exports.chat import Chat, Found, Wanted
from replylint.exports.reading import read_exports
from replylint.scoring.judging import Chunk, Judge, Judged
from replylint.scoring.notes import at_the_end, keep
from replylint.scoring.pool import Alone, Pool
from replylint.sources.item import Note
from replylint.store.rows import Rows
from replylint.store.runs import Run, commit, finish
from replylint.store.store import Store

if TYPE_CHECKING:
    from replylint.settings.settings import Settings
    from replylint.suppressions.suppression import Suppression

CHUNK = 64
"""About how many messages of agents a worker judges at a time."""
CHATS_IN_CHUNK = 500
"""How many chats or broken rows a worker gets at most at a time."""
COMMIT_REPLIES = 4000
COMMIT_SECONDS = 10.0
"""When results are written to disk: after this many replies or seconds, whichever is earlier."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is scored, and with what.

    ``packs`` are as for ``Linter``; ``workers`` is the number of processes that judge, 1 means
    that this process does it alone.
    """

    inputs: tuple[Path, ...]
    wanted: Wanted
    settings: Settings
    packs: tuple[str | Path, ...] | None = None
    suppressions: tuple[Suppression, ...] = ()
    workers: int = 1


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has got; ``kept`` is what is in the store already, of this call or earlier."""

    chats: int = 0
    replies: int = 0
    unread: int = 0
    kept: int = 0


@dataclass(frozen=True, slots=True)
class JudgeMaker:
    """Makes a judge in a worker: the packs are compiled there, nothing large is sent."""

    packs: tuple[str | Path, ...] | None
    settings: Settings
    suppressions: tuple[Suppression, ...]
    day: date

    def __call__(self) -> Judge:
        """A judge with a linter of its own."""
        from replylint.scoring.remembering import RememberingLinter

        linter = RememberingLinter(
            self.packs, settings=self.settings, suppressions=self.suppressions, today=self.today
        )
        return Judge(linter)

    def today(self) -> date:
        """The day of the run: a run that goes on tomorrow judges as it began."""
        return self.day


@dataclass(slots=True)
class _Kept:
    """What has been judged and waits to be written."""

    store: Store
    run: int
    rows: Rows = field(default_factory=Rows)
    done: int = 0
    replies: int = 0
    bot_messages: int = 0
    since: float = field(default_factory=time.monotonic)

    def add(self, judged: Judged) -> None:
        self.rows.extend(judged.rows)
        self.done += judged.done
        self.replies += judged.replies
        self.bot_messages += judged.bot_messages

    @property
    def due(self) -> bool:
        waited = time.monotonic() - self.since
        return self.replies >= COMMIT_REPLIES or waited >= COMMIT_SECONDS

    def write(self) -> None:
        """Write it. It is let go first: if that is stopped half-way, it must not come twice."""
        rows, done, bots = self.rows, self.done, self.bot_messages
        self.rows, self.done, self.replies, self.bot_messages = Rows(), 0, 0, 0
        if done:
            commit(self.store, self.run, rows, done=done, bot_messages=bots)
        self.since = time.monotonic()


def carry_out(
    plan: Plan,
    store: Store,
    run: Run,
    *,
    tell: Callable[[Progress], None] = lambda progress: None,
    note: Callable[[Note], None] = lambda note: None,
    now: Callable[[], datetime] = datetime.now,
) -> None:
    """Score what of the run is not in the store yet, and mark it as whole.

    When it is stopped, what was judged in order so far is kept. ``tell`` hears how far it is,
    ``note`` what the readers noticed. The rows of the store do not depend on the number of workers
    or on where a run was stopped: what is read is numbered, and what is judged is written in that
    order, together with the number that was reached.
    """
    found = _heard(islice(read_exports(plan.inputs, plan.wanted), run.done, None), note)
    kept = _Kept(store, run.run)
    progress = Progress(*counted(store, run.run), run.done)
    tell(progress)
    with _workers(plan, run.day) as workers:
        try:
            for judged in workers.answers(_chunks(found, run.done)):
                kept.add(judged)
                progress = _further(progress, judged)
                if kept.due:
                    kept.write()
                tell(progress)
        finally:
            kept.write()
    told = at_the_end(store, run.run, plan.wanted.timezone)
    with store.transaction():
        keep(store, run.run, told)
        finish(store, run.run, now())
    for one in told:
        note(one)


def counted(store: Store, run: int) -> tuple[int, int, int]:
    """How many chats, replies and unread rows of a run are in the store."""
    chats, replies, unread = (
        store.rows(f"SELECT count(*) FROM {table} WHERE run = ?", [run])[0][0]
        for table in ("chats", "replies", "unread")
    )
    return chats, replies, unread


def _further(progress: Progress, judged: Judged) -> Progress:
    return Progress(
        progress.chats + judged.chats,
        progress.replies + judged.replies,
        progress.unread + judged.unread,
        progress.kept + judged.done,
    )


def _heard(found: Iterable[Found], note: Callable[[Note], None]) -> Iterator[Found]:
    """The same, and notes are told as soon as they are read."""
    for one in found:
        if isinstance(one, Note):
            note(one)
        yield one


def _workers(plan: Plan, day: date) -> Alone[Chunk, Judged] | Pool[Chunk, Judged]:
    make = JudgeMaker(plan.packs, plan.settings, plan.suppressions, day)
    return Alone(make) if plan.workers == 1 else Pool(plan.workers, make)


def _chunks(found: Iterable[Found], first: int) -> Iterator[Chunk]:
    part: list[Found] = []
    weight = 0
    for one in found:
        part.append(one)
        weight += _weight(one)
        if weight >= CHUNK or len(part) >= CHATS_IN_CHUNK:
            yield Chunk(first, part)
            first += len(part)
            part, weight = [], 0
    if part:
        yield Chunk(first, part)


def _weight(found: Found) -> int:
    """About how much work it is."""
    if not isinstance(found, Chat):
        return 0
    return _agents(found.messages[found.first_reply :])


def _agents(messages: Sequence[Message]) -> int:
    return sum(message.role is Role.AGENT for message in messages)
