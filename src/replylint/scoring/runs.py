"""Choosing the run to carry out: a new one, or one that was stopped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from replylint.errors import Place, UsageError
from replylint.scoring.identity import part_in_words
from replylint.store.runs import Identity, Run, UsedPack, begin, runs
from replylint.store.store import Store
from replylint.translation import _


def unfinished(store: Store) -> Run | None:
    """The last run of a store when it was stopped before its end."""
    every = runs(store)
    return every[-1] if every and every[-1].finished_at is None else None


def last_whole(store: Store) -> Run | None:
    """The last run of a store that came to its end."""
    return next((run for run in reversed(runs(store)) if run.finished_at is not None), None)


def resumed(store: Store, identity: Identity) -> Run | None:
    """The run that ``--resume`` means: the last one, stopped or whole; None in a new store.

    Raises ``UsageError`` when something has changed since, so that its end would not fit its
    beginning.
    """
    every = runs(store)
    if not every:
        return None
    changed = identity.differences(every[-1].identity)
    if not changed:
        return every[-1]
    message = _(
        "run {run} cannot go on, since this is not as it was: {parts}; put it back, or start "
        "anew without --resume"
    )
    parts = ", ".join(part_in_words(part) for part in changed)
    raise UsageError(message.format(run=every[-1].run, parts=parts), Place(str(store.path)))


def started(
    store: Store,
    identity: Identity,
    inputs: Sequence[Path],
    packs: Sequence[UsedPack],
    profile: str | None,
) -> Run:
    """A new run."""
    names = [path.as_posix() for path in inputs]
    return begin(store, identity, names, packs, now=datetime.now(), profile=profile)
