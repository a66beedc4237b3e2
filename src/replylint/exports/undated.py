"""Dates of a table that cannot be read: how many there are and where the first ones stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from replylint.errors import Place
from replylint.numerals import whole
from replylint.sources.item import Note
from replylint.translation import _, plural

_SHOWN = 3
"""So many are told with their lines."""
_LONGEST = 60


@dataclass(slots=True)
class Undated:
    """The rows whose date cannot be read, counted."""

    _count: int = 0
    _last: int | None = None
    _first: list[tuple[int | None, str]] = field(default_factory=list)

    def add(self, line: int | None, written: str) -> None:
        """A row with such a date; several messages of one line are one row."""
        if line is not None and line == self._last:
            return
        self._last = line
        self._count += 1
        if len(self._first) < _SHOWN:
            self._first.append((line, written[:_LONGEST]))

    def note(self, source: str) -> Iterator[Note]:
        """The note about them, when there are any."""
        if not self._count:
            return
        text = plural(
            "the date of {count} row cannot be read, and its replies have no date: {places}",
            "the dates of {count} rows cannot be read, and their replies have no date: {places}",
            self._count,
        )
        places = [_place(line, date) for line, date in self._first]
        if self._count > len(places):
            places.append("…")
        told = text.format(count=whole(self._count), places=", ".join(places))
        yield Note(Place(source, self._first[0][0]), told)


def _place(line: int | None, date: str) -> str:
    text = _("“{text}”") if line is None else _("line {line} “{text}”")
    return text.format(line=line, text=date)
