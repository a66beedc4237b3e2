"""Times of the day: «15:00», «в 15 часов», «к обеду», «с 9 до 18», «завтра до 15», "by 3 pm".

A preposition before a time is not part of it, save where it is glued on («до15»). A bare figure is
a time only between «с» and «до», or beside a day («завтра до 15»). Scores («10:0»), ratios and
prices («от 5») are no times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from replylint.text import russian
from replylint.text.entities import calendar_words as calendar
from replylint.text.entities import numerals
from replylint.text.entities.clock import DAYS, says_clock
from replylint.text.entities.numerals import quantity
from replylint.text.entities.sketch import Lexicon, pattern, sketch, span
from replylint.text.entities.units import MEASURES, UNIT_OF
from replylint.text.entities.values import Time
from replylint.text.entities.words import Entity, Words, entity

KIND = "time"

_PARTS = {
    "morning": "утра утру утро утром morning",
    "noon": "полдень полудня полудню noon midday",
    "lunch": "обеда обеду обед lunch",
    "day": "днем afternoon",
    "evening": "вечера вечеру вечер вечером evening",
    "night": "ночи ночью ночь night",
    "midnight": "полночь полуночи midnight",
}
_PART_OF = {form: part for part, forms in _PARTS.items() for form in forms.split()}
_FORMS = {
    **{sign: numerals.FORMS[sign] for sign in "jexs"},
    "A": "с со from between",
    "B": "до to till until",
    "P": "в во к ко после около по at by before after around",
    "O": "часов часа час часам часу ч",
    "Y": "утра дня вечера ночи",
    "h": "am pm a.m p.m",
    "N": "полдень полудня полудню полночь полуночи noon midday midnight",
    "L": "обеда обеду вечеру утру",
    "l": "обед",
    "U": "утром вечером ночью",
    "u": "днем morning afternoon evening night",
    "V": "вечер утро",
    "S": "на под",
    "T": " ".join(DAYS),
    "W": f"пн вт ср чт пт сб вс {calendar.MONTHS}",
    "f": "первой второй",
    "G": "добрым с",
    "J": "завтрашнего завтрашнему завтрашним сегодняшнего сегодняшнему сегодняшним вчерашним",
    "q": calendar.ORDINALS,
    "H": "половине половину половины",
    "I": "до к",
}
_HALVES = {
    "полпервого": 0, "полвторого": 1, "полтретьего": 2, "полчетвертого": 3, "полпятого": 4,
    "полшестого": 5, "полседьмого": 6, "полвосьмого": 7, "полдевятого": 8, "полдесятого": 9,
    "пол-одиннадцатого": 10, "полодиннадцатого": 10, "полдвенадцатого": 11,
}  # fmt: skip
_SHAPES = re.compile(
    r"""
    (?P<C>(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?)
  | (?P<D>(?:[01]?[0-9]|2[0-4])\.[0-5][0-9])
  | (?P<d>1?[0-9]|2[0-4]|0[0-9])
  | (?P<m>00|30|45|15|[0-5][0-9])
  | (?P<a>[0-5][0-9](?:am|pm))
  | (?P<g>(?:1?[0-9]|2[0-4])(?:am|pm)(?:-(?:1?[0-9]|2[0-4])(?:am|pm))?)
  | (?P<Q>(?:1?[0-9]|2[0-3])(?:ч|час|часа|часов))
  | (?P<p>(?:до|к|с|в|после)(?:1?[0-9]|2[0-4]))
    """,
    re.VERBOSE,
)


def _shape(word: str) -> str:
    if word in _HALVES:
        return "k"
    first, hyphen, last = word.partition("-")
    if hyphen and first in calendar.WEEKDAY_OF and last in calendar.WEEKDAY_OF:
        return "W"
    found = _SHAPES.fullmatch(word)
    return (found.lastgroup or "") if found else ""


_LEXICON = Lexicon(_FORMS, _shape)
_HOUR = "(?:d|x_e|[ej])"
_PREPOSITION = "(?<=[PABISG]_)"
_TIME = pattern(
    rf"""
    # «15:00», «10:00–22:00», "3:30 pm"
    (?P<clock>C(?:-C)?(?:_h)?)
    # «в 15.00», «с 10.00 до 19.00», «до 15-00», «10.00–22.00»
  | (?P<dotted>{_PREPOSITION}D(?:-D)?|D-D|(?<=T_)D) | {_PREPOSITION}(?P<dashed>d-[dm])(?!-)
    # «Пн-Вс: 10-22»
  | (?<=W[:_;])(?P<whole_hours>d-d)
    # «до15», «до15:00», «3pm», «3 pm»
  | (?P<glued>p(?::[dm])?) | (?P<english>g|d_h|d:a)
    # «7 вечера», «в 9 часов утра», «час дня»
  | (?P<part_of_day>(?:{_HOUR}-)?{_HOUR}(?:_O)?_Y|O_Y|Q_Y)
    # «к 18 часам», «в 15 ч», «до 18 часов»
  | {_PREPOSITION}(?P<hours>(?:{_HOUR}_O|Q)(?:_[dm]_0)?)
    # «с 9 до 18»
  | (?<=A_)(?P<from>d(?=(?:_O)?_B_[dCp]))
  | (?<=A_d_B_)(?P<until>d) | (?<=A_d_O_B_)(?P<till>d(?:_O)?)
    # «завтра до 15», «в пятницу к 18»
  | (?<=[TW]_[PABI]_)(?P<beside>d)(?![_~-][dO0]?[_~]?[%¤])
    # «в половине третьего», «полтретьего»
  | (?<=P_)(?P<half>H_q) | (?P<half_word>k)
    # «в полдень», «к обеду», «во второй половине дня», «завтра утром», «на вечер»
  | (?P<noon>N) | (?<=[PABIGJ]_)(?P<part>L|Y) | (?<=P_)(?P<lunch>l) | (?<=S_)(?P<later>V)
  | (?P<half_day>f_H_Y) | (?P<adverb>(?<!G_)U|(?<=[TW]_)u|u(?=_P_[TW]))
    """,
)
_RATIO_BEFORE = frozenset(
    "соотношение соотношении соотношения счет счетом пропорции пропорция формат экран".split()
)
_FUNCTION = frozenset("и или по в без на у мы вы вам мск ежедневно каждый кроме до с но".split())
_HALF_DAY = 12
_LAST_HOUR_OF_DAY = 5
_HOURS = frozenset(_FORMS["O"].split())


def find(words: Words) -> Iterator[Entity]:
    """The times of the day in a text."""
    for match in _TIME.finditer(sketch(words, _LEXICON)):
        first, end = span(match)
        if not _is_else(words, match, first, end):
            value = _value(words, match, first, end)
            if value is not None:
                yield entity(KIND, words, first, end, value)


def _is_else(words: Words, match: re.Match[str], first: int, end: int) -> bool:
    kind, before, after = match.lastgroup, words.word(first - 1), words.word(end)
    if kind == "clock":
        return before in _RATIO_BEFORE or words.gap(first)[-1:] in ("№", "#", "/")
    if kind == "dotted":
        return _is_measured(words, end) or (before != "в" and _may_be_date(words.words[end - 1]))
    if kind == "whole_hours":
        return _is_measured(words, end) or int(words.words[end - 1]) <= int(words.words[first])
    if kind == "dashed":
        return words.words[end - 1] not in ("00", "15", "30", "45") or _is_measured(words, end)
    if kind == "hours":
        number = quantity(words.words[first : first + 1])[1]
        return not says_clock(words, first, end, number)
    if kind == "part_of_day":
        return _counts_days(words, first, end, before)
    if kind == "from":
        last = end + (3 if after in UNIT_OF else 2)
        return _is_measured(words, last) or _counts_things(words, last, "gent")
    if kind in ("until", "till", "beside"):
        case = "NOUN" if kind == "beside" else "gent"
        return _is_measured(words, end) or _counts_things(words, end, case)
    if kind == "glued":
        return _is_measured(words, end)
    if kind == "part":
        return words.words[first] in ("дня", "ночи") or (before == "в" and after == "")
    return False


def _is_measured(words: Words, end: int) -> bool:
    gap = words.gap(end)
    return gap.lstrip()[:1] in ("%", "₽", "$", "€", "°") or (
        not gap.strip() and words.word(end) in MEASURES - {"ч", "час", "часа", "часов", "раз"}
    )


def _counts_things(words: Words, end: int, case: str) -> bool:
    """«с 5 до 10 заказов»: a noun follows."""
    after = words.word(end)
    return bool(
        after
        and not words.gap(end).strip()
        and after not in _FUNCTION
        and after not in _PART_OF
        and after not in _HOURS
        and after not in DAYS
        and russian.can_be(after, ("NOUN", case))
    )


def _may_be_date(word: str) -> bool:
    return 1 <= int(word.partition(".")[2]) <= 12


def _counts_days(words: Words, first: int, end: int, before: str) -> bool:
    """«2 дня», «3 ночи» are lengths, «2 часа дня», «к 3 ночи» are times."""
    chosen = words.words[first:end]
    if chosen[-1] not in ("дня", "ночи") or chosen[-2] in _HOURS or chosen[0].endswith("часа"):
        return False
    return before not in ("до", "к", "с", "после") or quantity(chosen[:-1])[0] > _LAST_HOUR_OF_DAY


def _value(words: Words, match: re.Match[str], first: int, end: int) -> Time | None:
    kind = match.lastgroup
    chosen = words.words[first:end]
    text = words.text[words.starts[first] : words.ends[end - 1]]
    if kind in ("clock", "dotted", "dashed", "glued", "english", "whole_hours"):
        return _from_figures(text, kind == "dashed")
    if kind == "part_of_day":
        return _with_part(chosen)
    if kind in ("half", "half_word"):
        hour = _HALVES[chosen[0]] if kind == "half_word" else calendar.ORDINAL_OF[chosen[1]] - 1
        return Time(f"{hour:02}:30")
    if kind == "half_day":
        return Time("first-half" if chosen[0].startswith("перв") else "second-half")
    if kind in ("noon", "part", "lunch", "later", "adverb"):
        return Time(_PART_OF.get(chosen[0], "day"))
    if chosen[0][0].isdigit():
        return _clock(int(re.split(r"\D", chosen[0])[0]), 0)
    number = quantity(chosen[:-1] if len(chosen) > 1 else chosen)[0]
    return _clock(int(number), 0)


def _clock(hour: int, minute: int) -> Time | None:
    return Time(f"{hour:02}:{minute:02}") if hour <= 24 else None


_CLOCK = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2})(?::[0-9]{2})?)?\s?(?P<half>[ap]\.?m)?",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s*[-‐‑‒–—−]\s*")


def _from_figures(text: str, dashed: bool) -> Time | None:
    times: list[str] = []
    for found in _CLOCK.finditer(_DASH.sub(":", text) if dashed else text):
        hour = int(found["hour"])
        half = (found["half"] or "").lower()
        if half and hour <= _HALF_DAY:
            hour = hour % _HALF_DAY + (_HALF_DAY if half.startswith("p") else 0)
        times.append(f"{hour:02}:{int(found['minute'] or 0):02}")
    return Time(times[0], times[-1] if len(times) > 1 else None) if times else None


def _with_part(chosen: Sequence[str]) -> Time | None:
    part = _PART_OF.get(chosen[-1], "day")
    hours = [w for w in chosen[:-1] if w not in _HOURS]
    numbers = [
        int(re.match(r"[0-9]+", w)[0]) if w[0].isdigit() else int(quantity([w])[0])  # type: ignore[index]
        for w in hours
    ] or [1]
    if len(numbers) == 2 and numbers[0] == 20:
        numbers = [sum(numbers)]
    if part in ("evening", "day"):
        numbers = [
            n + _HALF_DAY if n < _HALF_DAY and not (part == "day" and n > 6) else n for n in numbers
        ]
    if any(n > 24 for n in numbers):
        return None
    first, *rest = (f"{n:02}:00" for n in numbers)
    return Time(first, rest[-1] if rest else None)
