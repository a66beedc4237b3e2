"""What the words of a date mean."""

from __future__ import annotations

import re
from collections.abc import Sequence

from replylint.text.entities.calendar_words import (
    EDGE_OF,
    MONTH_OF,
    ORDINAL_OF,
    RELATIVE_OF,
    STRETCH_OF,
    WEEKDAY_OF,
    WHICH_OF,
)
from replylint.text.entities.values import Date

_FIGURES = re.compile("[0-9]+")
_YEARS_FROM = 1900
_LONGEST_DAY = 31


def day_of(chosen: Sequence[str], text: str) -> Date | None:
    """The date of «12 мая 2025 года», «12–15 мая», «двадцать пятого мая», «15 числа».

    ``text`` is how it is written. None when there is no such day.
    """
    days: list[int] = []
    month = year = None
    tens = 0
    for word in chosen:
        figures = _FIGURES.match(word)
        if figures is not None:
            number = int(figures[0])
            if number >= _YEARS_FROM:
                year = number
            else:
                days.append(number)
        elif word in ("двадцать", "тридцать"):
            tens = ORDINAL_OF[word]
        elif word in ORDINAL_OF:
            days.append(tens + ORDINAL_OF[word])
            tens = 0
        elif word in MONTH_OF and month is None:
            month = MONTH_OF[word]
    if not days or not all(1 <= day <= _LONGEST_DAY for day in days):
        return None
    last = Date(days[-1], month, year) if len(days) > 1 else None
    return Date(days[0], month, year, last=last)


def figures_date(chosen: Sequence[str]) -> Date | None:
    """The date of «12.05.2025», «12.05», «12.05–15.05», «2025-05-12», «12-05-2025»."""
    parts = [int(n) for word in chosen for n in _FIGURES.findall(word)]
    if len(chosen) == 1 or parts[-1] >= _YEARS_FROM or parts[0] >= _YEARS_FROM:
        return _one_date(parts)
    if len(parts) == 4:
        return Date(parts[0], parts[1], last=Date(parts[2], parts[3]))
    return _one_date(parts)


def _one_date(parts: list[int]) -> Date | None:
    if parts[0] >= _YEARS_FROM:
        parts = parts[::-1]
    day, month = parts[0], parts[1]
    if month > 12:
        day, month = month, day
    if not (1 <= day <= _LONGEST_DAY and 1 <= month <= 12):
        return None
    year = parts[2] if len(parts) > 2 else None
    return Date(day, month, year if year is None or year >= 100 else 2000 + year)


def named(chosen: Sequence[str]) -> Date | None:
    """The date of «завтра», «пн-пт», «следующей неделе», «конца мая», «мае 2025», «2025 года»."""
    edge = which = stretch = month = year = None
    working = False
    for word in chosen:
        figures = _FIGURES.match(word)
        first, _, last = word.partition("-")
        if figures is not None:
            year = int(figures[0])
        elif first in WEEKDAY_OF:
            return _weekday(first, last or chosen[-1], which)
        elif last and first in RELATIVE_OF:
            return Date(relative=RELATIVE_OF[first], last=Date(relative=RELATIVE_OF.get(last)))
        elif last and first in MONTH_OF:
            return Date(month=MONTH_OF[first], last=Date(month=MONTH_OF.get(last)))
        elif word in RELATIVE_OF:
            stretch = stretch or RELATIVE_OF[word]
        elif word in WHICH_OF:
            which = WHICH_OF[word]
        elif word in EDGE_OF:
            edge = EDGE_OF[word]
        elif word in MONTH_OF:
            month = MONTH_OF[word]
        elif word in STRETCH_OF:
            stretch = stretch or STRETCH_OF[word]
        elif word.startswith(("рабоч", "working", "business")):
            working = True
    if "after" in chosen:
        return Date(relative="day-after-tomorrow")
    return _joined(edge, which, stretch, month, year, working)


def _weekday(first: str, last: str, which: str | None) -> Date:
    if last in WEEKDAY_OF and last != first:
        return Date(relative=WEEKDAY_OF[first], last=Date(relative=WEEKDAY_OF[last]))
    name = WEEKDAY_OF[first]
    return Date(relative=name if which in (None, "nearest") else f"{which}-{name}")


def _joined(
    edge: str | None,
    which: str | None,
    stretch: str | None,
    month: int | None,
    year: int | None,
    working: bool,
) -> Date:
    if year is not None and edge is None:
        return Date(month=month, year=year)
    name = stretch or ""
    if which in ("next", "nearest"):
        name = f"next-working-{name}" if working else f"next-{name}"
    elif which is not None and (edge is None or which == "last"):
        name = f"{which}-{name}"
    if edge is not None:
        name = f"{edge}-of-{name}" if name else f"{edge}-of"
    return Date(month=month, year=year, relative=name or None)
