"""What a person should know about a run besides its numbers; every kind of result has it from here.

Readers notice things (columns they took, merged cells, replies that stand twice), the run others
(names put together, the clock of the times), and some replies have no score.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from replylint.errors import Place
from replylint.finding import OTHER_LANGUAGE
from replylint.numerals import whole
from replylint.scoring.anonymous import Names
from replylint.scoring.clocks import clock_note
from replylint.scoring.judging import NOT_APPLICABLE
from replylint.scoring.spellings import one_spelling
from replylint.sources.item import Note
from replylint.store.rows import Rows
from replylint.store.store import Store
from replylint.store.tables import NOTES
from replylint.translation import _, plural


@dataclass(frozen=True, slots=True)
class RunNote:
    """A note about a run; one about all of it has no ``source``."""

    source: str | None
    line: int | None
    message: str


def at_the_end(store: Store, run: int, zone: str | None) -> list[Note]:
    """What is known once everything is read: names made one, and by which clock the days go.

    ``zone`` is the time zone that was asked for.
    """
    clock = clock_note(store, run, zone)
    told = [*one_spelling(store), *([clock] if clock is not None else [])]
    return [Note(Place(""), message) for message in told]


def keep(store: Store, run: int, notes: Sequence[Note]) -> None:
    """Put notes into the store behind those of the readers."""
    first = store.rows("SELECT done FROM runs WHERE run = ?", [run])[0][0]
    rows = Rows()
    for number, note in enumerate(notes, start=first):
        rows.add(NOTES, (number, note.place.source, note.place.line, note.message))
    store.add(run, rows)


def notes_of(store: Store, run: int, names: Names) -> Iterator[RunNote]:
    """The notes about a run, in the order of the input; with names as ``names`` allow."""
    query = "SELECT source, line, message FROM notes WHERE run = ? ORDER BY number"
    for source, line, message in store.stream(query, [run]):
        shown = names.file(source) if source else None
        yield RunNote(shown, line, names.of_anybody(message))
    told = without_score(store, run)
    if told is not None:
        yield RunNote(None, None, told)


def without_score(store: Store, run: int) -> str | None:
    """How many replies are in none of the numbers, and why; None where all are."""
    every, wordless, foreign = store.rows(
        "SELECT count(*), count(*) FILTER (words = 0), "
        "count(*) FILTER (words > 0 AND language = ?) FROM replies WHERE run = ? AND state = ?",
        [OTHER_LANGUAGE, run, NOT_APPLICABLE],
    )[0]
    if not every:
        return None
    reasons = (
        (foreign, _("neither Russian nor English: {count}")),
        (wordless, _("without words: {count}")),
        (every - wordless - foreign, _("in a language without a pack: {count}")),
    )
    text = plural(
        "{count} reply has no score ({reasons})",
        "{count} replies have no score ({reasons})",
        every,
    )
    told = ", ".join(reason.format(count=whole(count)) for count, reason in reasons if count)
    return text.format(count=whole(every), reasons=told)
