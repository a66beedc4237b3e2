"""Everything that a report knows, as one value that its page can read."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

from replylint.dashboard.cases import choose, fetch
from replylint.dashboard.coaching import LEAST, coaching
from replylint.dashboard.cube import cube
from replylint.dashboard.words import titles, words
from replylint.errors import Place
from replylint.finding import CATEGORIES, Criterion
from replylint.scoring.anonymous import Names
from replylint.scoring.notes import notes_of
from replylint.scoring.scorecards import MIN_REPLIES, PASS_MARK, scorecards
from replylint.store.runs import Run, packs_of
from replylint.store.store import Store
from replylint.translation import current_language

MOST_NOTES = 200
"""A report tells so many notes; the workbook has all."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How a report should be.

    ``pass_mark`` is the score from which on a reply passes; agents with fewer than ``min_replies``
    replies are not ranked; ``sample`` replies are drawn for review with ``seed``; ``anonymise``
    hides names.
    """

    pass_mark: float = PASS_MARK
    min_replies: int = MIN_REPLIES
    sample: int = 40
    seed: int = 1
    anonymise: bool = False


def report_data(store: Store, run: Run, wish: Wish) -> dict[str, Any]:
    """The data of the report about a run."""
    names = Names(store, run.run, hidden=wish.anonymise)
    cells = cube(store, run.run, wish.pass_mark)
    chosen = choose(store, run.run, sample=wish.sample, seed=wish.seed)
    cards = scorecards(store, run.run, "agent")
    advice = coaching(store, run.run, cards, wish.min_replies, names)
    few = [card.name for card in cards if card.name and card.replies < wish.min_replies]
    shown = dict.fromkeys([*chosen.chats, *(a.chat for a in advice if a.chat is not None)])
    dimensions = dict(cells.dimensions)
    dimensions["agent"] = [names.agent(name) for name in dimensions["agent"]]
    dimensions["team"] = [names.team(name) for name in dimensions["team"]]
    dimensions["channel"] = [name and names.label(name) for name in dimensions["channel"]]
    return {
        "language": current_language(),
        "words": words(),
        "titles": titles(dimensions["channel"]),
        "criteria": [criterion.value for criterion in Criterion],
        "criterion_of": {name: str(criterion) for name, criterion in CATEGORIES.items()},
        "run": _about(store, run, names),
        "wish": asdict(wish),
        "unit": cells.unit,
        "first": cells.first,
        "last": cells.last,
        "dimensions": dimensions,
        "cells": cells.cells,
        "cases": fetch(store, run.run, list(shown), names, chosen.sample),
        "worst": chosen.worst,
        "best": chosen.best,
        "sample": chosen.sample,
        "coaching": [asdict(one) for one in advice],
        "habit_from": LEAST,
        "few": [names.agent(name) for name in few],
    }


def _about(store: Store, run: Run, names: Names) -> dict[str, Any]:
    """What was counted and what was not."""
    judged, not_applicable, suppressed, failures, chats = store.rows(
        "SELECT count(*) FILTER (state = 'scored'), count(*) FILTER (state <> 'scored'), "
        "coalesce(sum(suppressed), 0), coalesce(sum(failures), 0), "
        "count(DISTINCT chat) FILTER (state = 'scored') FROM replies WHERE run = ?",
        [run.run],
    )[0]
    private = store.rows("SELECT count(*) FROM messages WHERE run = ? AND private", [run.run])
    unread = store.rows("SELECT count(*) FROM unread WHERE run = ?", [run.run])
    return {
        "day": run.day.isoformat(),
        "version": run.version,
        "profile": run.profile,
        "inputs": [] if names.hidden else list(run.inputs),
        "finished": run.finished_at is not None,
        "packs": [f"{pack.name} {pack.version}" for pack in packs_of(store, run.run)],
        "judged": judged,
        "chats": chats,
        "not_applicable": not_applicable,
        "bot_messages": run.bot_messages,
        "private_notes": private[0][0],
        "unread": unread[0][0],
        "notes": _notes(store, run, names),
        "suppressed": int(suppressed),
        "failures": int(failures),
    }


def _notes(store: Store, run: Run, names: Names) -> list[str]:
    """The first notes about a run, each with its place."""
    return [
        f"{Place(note.source, note.line)}: {note.message}" if note.source else note.message
        for note in islice(notes_of(store, run.run, names), MOST_NOTES)
    ]
