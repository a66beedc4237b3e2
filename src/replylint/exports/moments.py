"""Times as exports write them: ISO 8601, Russian and American dates, Unix seconds, Excel days."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import TypeVar

Thing = TypeVar("Thing")

_ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_NUMERIC = re.compile(
    r"(?P<a>\d{1,4})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<c>\d{2,4})"
    r"(?:[\s,]+(?:в\s+)?(?P<time>\d.*))?"
)
_WORDY = re.compile(
    r"(?:[а-яa-z]+,\s*)?(?P<day>\d{1,2})\s+(?P<month>[а-яa-z]{3,})\.?,?\s+(?P<year>\d{4})"
    r"(?:\s*г(?:ода|\.)?)?(?:[\s,]+(?:в\s+|at\s+)?(?P<time>\d.*))?"
)
_ENGLISH = re.compile(
    r"(?:[a-z]+,\s*)?(?P<month>[a-z]{3,})\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})"
    r"(?:[\s,]+(?:at\s+)?(?P<time>\d.*))?"
)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,](?P<part>\d{1,9}))?)?"
    r"\s*(?P<half>[ap]\.?\s?m\.?)?\s*(?P<zone>z|utc|gmt|мск|msk|[+-]\d{2}:?\d{2})?"
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "янв jan", "фев feb", "мар mar", "апр apr", "мая май may", "июн jun",
            "июл jul", "авг aug", "сен sep", "окт oct", "ноя nov", "дек dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_EXCEL_EPOCH = datetime(1899, 12, 30)
_EXCEL_DAYS = range(20_000, 80_000)
_MOSCOW = timezone(timedelta(hours=3))
_UNIX_SECONDS = range(10**8, 10**10)


def moment(value: object, *, day_first: bool = True) -> datetime | None:
    """The time that a cell or a field says; None when it is empty.

    A date without a time is midnight. A time without a zone stays without one. ``day_first`` says
    what 03/04/2026 means. Raises ``ValueError`` for what cannot be read as a time.
    """
    if value is None or isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time())
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_number(value)
    if isinstance(value, str):
        return _of_text(" ".join(value.lower().split()), day_first)
    raise ValueError("not a time")


def is_day_first(texts: Iterable[str]) -> bool | None:
    """What dates with slashes tell about their order: True, False, or None when they do not."""
    for text in texts:
        found = _NUMERIC.match(text.strip())
        if found is None or found["sep"] != "/" or len(found["a"]) == 4:
            continue
        if int(found["a"]) > 12:
            return True
        if int(found["b"]) > 12:
            return False
    return None


def _of_number(value: float) -> datetime:
    try:
        if value in _EXCEL_DAYS or (value > 0 and int(value) in _EXCEL_DAYS):
            return _EXCEL_EPOCH + timedelta(seconds=round(value * 86_400))
        if int(value) in _UNIX_SECONDS:
            return datetime.fromtimestamp(value, UTC)
        if int(value) // 1000 in _UNIX_SECONDS:
            return datetime.fromtimestamp(value / 1000, UTC)
    except (OverflowError, OSError) as error:
        raise ValueError("no time") from error
    raise ValueError("no time")


def _of_text(text: str, day_first: bool) -> datetime | None:
    if not text:
        return None
    if _ISO.match(text):
        try:
            return datetime.fromisoformat(_iso(text))
        except ValueError:
            pass
    if text.replace(".", "", 1).isdigit() and len(text) >= 5 and text.count(".") <= 1:
        return _of_number(float(text))
    found = _NUMERIC.fullmatch(text)
    if found is not None:
        return _with_clock(_day(found, day_first), found["time"])
    found = _WORDY.fullmatch(text) or _ENGLISH.fullmatch(text)
    if found is not None and found["month"][:3] in _MONTHS:
        day = date(int(found["year"]), _MONTHS[found["month"][:3]], int(found["day"]))
        return _with_clock(day, found["time"])
    try:
        return parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError) as error:
        raise ValueError("no time") from error


def _iso(text: str) -> str:
    """The forms that helpdesks take for ISO 8601, as Python reads it."""
    return re.sub(r"\s*(?:utc|gmt)$", "+00:00", text).upper().replace(" +", "+")


def _day(found: re.Match[str], day_first: bool) -> date:
    first, second, third = int(found["a"]), int(found["b"]), int(found["c"])
    if len(found["a"]) == 4:
        return date(first, second, third)
    year = third + 2000 if len(found["c"]) == 2 else third
    swapped = found["sep"] == "/" and second <= 12 and first <= 12 and not day_first
    if swapped or second > 12:
        first, second = second, first
    return date(year, second, first)


def _with_clock(day: date, text: str | None) -> datetime:
    if text is None:
        return datetime.combine(day, time())
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        raise ValueError("no time of day")
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].startswith("p") else 0)
    micro = int((found["part"] or "0").ljust(6, "0")[:6])
    clock = time(hour, int(found["minute"]), int(found["second"] or 0), micro)
    return datetime.combine(day, clock, _zone(found["zone"]))


def _zone(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text in ("z", "utc", "gmt"):
        return UTC
    if text in ("msk", "мск"):
        return _MOSCOW
    digits = text[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if text[0] == "-" else offset)


def by_time(items: Sequence[Thing], time_of: Callable[[Thing], datetime | None]) -> Sequence[Thing]:
    """Things by their times, when all have one; a list that begins with the newest is turned round.

    Without times, or with times only some of which have a zone, the order stays.
    """
    times = [at for at in map(time_of, items) if at is not None]
    if len(times) < len(items) or len({at.tzinfo is None for at in times}) != 1:
        return items
    read = items if times[0] <= times[-1] else items[::-1]
    return sorted(read, key=lambda item: time_of(item) or times[0])
