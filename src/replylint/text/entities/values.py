"""What entities mean, in a form that can be compared between messages."""

from __future__ import annotations

from dataclasses import dataclass

MINUTES = {
    "second": 1 / 60,
    "minute": 1.0,
    "hour": 60.0,
    "day": 1440.0,
    "week": 10080.0,
    "month": 43200.0,
    "quarter": 129600.0,
    "year": 525600.0,
}
"""The length of a unit in minutes; a month is 30 days, a year 365."""


@dataclass(frozen=True, slots=True)
class Date:
    """A day or a longer stretch of the calendar.

    What the text does not say is None. ``relative`` names what is counted from the day of writing:
    ``today``, ``tomorrow``, ``day-after-tomorrow``, ``yesterday``, ``day-before-yesterday``,
    ``monday`` … ``sunday``, ``weekend``, ``this-week``, ``next-month``, ``last-year``,
    ``next-day``, ``next-working-day``, and with ``start-of-``, ``middle-of-`` or ``end-of-`` before
    a stretch: ``end-of-week``, ``start-of-next-month``. ``last`` is the other end of a range.
    """

    day: int | None = None
    month: int | None = None
    year: int | None = None
    relative: str | None = None
    last: Date | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time of the day: ``HH:MM``, or a part of the day by its name.

    Parts: ``morning``, ``noon``, ``lunch``, ``day``, ``first-half``, ``second-half``, ``evening``,
    ``night``, ``midnight``. ``last`` is the other end of a range («10:00–12:00»).
    """

    clock: str
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in minutes, between ``least`` and ``most``.

    ``most`` is None where the text sets no upper end («несколько дней», «более часа»). ``working``
    tells working days from calendar ones; a working day counts as 1440 minutes as well.
    """

    least: float
    most: float | None
    working: bool = False


@dataclass(frozen=True, slots=True)
class Money:
    """An amount between ``least`` and ``most``, and its currency.

    ``currency`` is an ISO 4217 code, or ``points`` for bonuses of a loyalty programme.
    """

    least: float
    most: float
    currency: str


Value = Date | Time | Duration | Money | str | float | None
