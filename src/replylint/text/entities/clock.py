"""What «в 9 часов», «до 18 часов», «3 часа» mean: a time of the day or a length of time."""

from __future__ import annotations

from replylint.text.entities.words import Words

PARTS_AFTER = frozenset("утра вечера ночи мск".split())
DAYS = frozenset(
    "сегодня завтра послезавтра вчера понедельник вторник среду четверг пятницу субботу "
    "воскресенье понедельника вторника среды четверга пятницы субботы воскресенья понедельнику "
    "вторнику среде четвергу пятнице субботе воскресенью today tomorrow".split()
)
"""A time may follow these words without a unit: «завтра до 15»."""

_AT = frozenset(["в", "с", "к", "со", "по"])
_UNTIL = frozenset(["до", "после", "около"])
_HOURS = frozenset(["час", "часа", "часов", "ч"])
_FIRST_CLOCK_HOUR = 13
_HOURS_IN_DAY = 24


def says_clock(words: Words, first: int, end: int, number: float | None) -> bool:
    """Whether the words ``first`` to ``end``, a number and «часов», are a time of the day.

    «в 9 часов», «к 18 часам», «с 9 часов», «9 часов утра», «завтра до 12 часов» are times; so is
    «до 18 часов», as nobody promises a length of 18 hours. «до 5 часов», «24 часа» are lengths.
    """
    if number is None or number >= _HOURS_IN_DAY or number != int(number):
        return False
    unit = words.word(end - 1)
    if unit == "часам":
        return True
    if unit not in _HOURS and unit.lstrip("0123456789") not in _HOURS:
        return False
    if words.word(end) in PARTS_AFTER:
        return True
    if words.word(end) == "дня" and number <= 5:
        return True
    before = words.word(first - 1)
    if before in _AT:
        return True
    return before in _UNTIL and (number >= _FIRST_CLOCK_HOUR or words.word(first - 2) in DAYS)
