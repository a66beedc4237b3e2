"""Dates: «12 мая», «12.05.2025», «к пятнице», «завтра», «до конца недели», "next week".

A preposition before a date is not part of it. «На днях», «скоро», «в ближайшее время», «на
сегодняшний день», «до конца» are no dates, nor are «в среду обитания», versions, and years alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.text.entities import calendar_words as calendar
from replylint.text.entities.date_values import day_of, figures_date, named
from replylint.text.entities.numerals import ENDINGS
from replylint.text.entities.sketch import Lexicon, pattern, sketch, span
from replylint.text.entities.units import MEASURES
from replylint.text.entities.values import Date
from replylint.text.entities.words import Entity, Words, entity

KIND = "date"

_FORMS = {
    "s": " ".join(ENDINGS - {"и", "м", "я"}),
    "q": calendar.ORDINALS,
    "x": "двадцать тридцать",
    "M": calendar.MONTHS,
    "m": calendar.SHORT_MONTHS,
    "E": calendar.ENGLISH_MONTHS,
    "Y": "г год года году годом",
    "w": calendar.WEEKDAYS,
    "v": calendar.AMBIGUOUS_WEEKDAYS,
    "b": calendar.SHORT_WEEKDAYS,
    "R": "сегодня завтра послезавтра вчера позавчера today tomorrow yesterday tonight eod",
    "J": "сегодняшнего сегодняшнему сегодняшним сегодняшнем завтрашний завтрашнего завтрашнему "
    "завтрашним завтрашнем вчерашнего вчерашний вчерашнему послезавтрашнего",
    "K": " ".join(" ".join(forms.split()) for forms in calendar.EDGES.values()),
    "F": " ".join(calendar.WHICH_OF),
    "A": "рабочий рабочего рабочему рабочей календарного календарный working business",
    "X": "день дня дню днем дне day",
    "W": "выходные выходных выходным weekend",
    "u": " ".join(calendar.STRETCH_OF),
    "T": "по до to",
    "V": "утра утру вечера вечеру полудня полудню обеда обеду ночи",
    "a": "after",
    "P": "в во к ко с со на за от после около не in by until till before since from on "
    "каждую каждый каждое",
    "I": "и или and or",
    "O": "of the",
    "C": "числа числу число",
    "H": calendar.NO_WEEKDAY_BEFORE,
    "Q": "нового новому",
}
_FIGURES = re.compile(
    r"""
    (?P<y>(?:19|20)[0-9]{2})
  | (?P<Z>(?:19|20)[0-9]{2}(?:г|года|году|год))
  | (?P<k>[0-9]{1,2}:[0-9]{2})
  | (?P<z>[0-9]{2}г)
  | (?P<d>0?[1-9]|[12][0-9]|3[01])
  | (?P<D>(?:[1-9]|[12][0-9]|3[01])(?:го|му|ое|е|st|nd|rd|th))
  | (?P<N>(?:0?[1-9]|[12][0-9]|3[01])[.,/](?:0[1-9]|1[0-2])[.,/](?:[0-9]{2}|20[0-9]{2}|19[0-9]{2})
      | (?:0?[1-9]|[12][0-9]|3[01])[./][1-9][./](?:20|19)[0-9]{2}
      | (?:0?[1-9]|1[0-2])/(?:[12][0-9]|3[01])/(?:20)?[0-9]{2})
  | (?P<n>(?:0?[1-9]|[12][0-9]|3[01])\.(?:0[1-9]|1[0-2]))
  | (?P<S>(?:0?[1-9]|[12][0-9]|3[01])/(?:0[1-9]|1[0-2]))
  | (?P<L>[0-9]{2})
    """,
    re.VERBOSE,
)


_PAIRED = (calendar.WEEKDAY_OF, calendar.RELATIVE_OF, calendar.MONTH_OF)
"""«пн-пт», «сегодня-завтра», «май-июнь» are one word to the tokenizer."""


def _shape(word: str) -> str:
    if "0" <= word[0] <= "9":
        found = _FIGURES.fullmatch(word)
        return (found.lastgroup or "") if found else ""
    first, hyphen, last = word.partition("-")
    return "c" if hyphen and any(first in days and last in days for days in _PAIRED) else ""


_LEXICON = Lexicon(_FORMS, _shape)
_DAY = "(?:[dD](?:-s)?|(?:x_)?q)"
_YEAR = "(?:[_·;](?:y(?:_Y)?|Z))"
_STRETCH = "[uXWY]"
_AFTER = "(?<=[PTa]_)"
_DATE = pattern(
    rf"""
    # «12 мая», «12–15 мая 2025 года», «1, 2 и 3 мая», «двадцать пятого мая», "12th of May"
    (?P<day>{_DAY})(?:(?:-|;|_[TI]_){_DAY}){{0,3}}
        (?:[_~](?P<month>M|m)|[_~](?:O[_~])?(?P<english>E)){_YEAR}?
    # "May 12, 2025"
  | (?P<us>E_(?:O_)?{_DAY}{_YEAR}?)
    # «май 2025», «в мае»
  | (?P<in_year>[ME]{_YEAR}) | {_AFTER}(?P<in_month>[ME])(?:{_YEAR})?
    # «12.05.2025», «12.05», «2025-05-12», «12-05-2025»
  | (?P<figures>N|y-[dL]-d|d-[dL]-y) | (?P<short>n(?:[.][zZ]|_Y)?(?:-n)?|{_AFTER}S)
    # «пн-пт», «вт и чт», «понедельник», «в среду», «к пт», «среда, 8:00»
  | (?P<pair>c|[wvb]-[wvb]|b_I_b)
  | (?P<weekday>(?:F_)?w|(?:F_|{_AFTER})v(?!_H)|v(?=[;_]k)|b(?=_P_k)|{_AFTER}b)
    # «завтра», "the day after tomorrow", «до завтрашнего дня»
  | (?P<after>X_a_R) | (?P<today>R) | (?P<of_today>J_[XC]|J(?=_V))
    # «конец недели», «начало следующего месяца», «конца мая»
  | (?P<edge>K_(?:O_){{0,2}}(?:[FJA][_~]){{0,2}}(?:M|{_STRETCH}))
    # «следующая неделя», «следующий рабочий день», «ближайшие выходные», «до выходных»
  | (?P<stretch>F_(?:A_)?{_STRETCH}) | {_AFTER}(?P<weekend>W)
    # «15 числа», «к 15-му»
  | (?P<number>{_DAY}_C) | {_AFTER}(?P<ordinal>d-s|D)(?!_)
    # «2025 год», «до нового года»
  | (?P<year>y_Y|Z) | {_AFTER}(?P<new_year>Q_Y)
    """,
)
_NO_DATE_BEFORE = frozenset(
    "версия версии версию верс v ver version сборка сборки ios android windows п пп пункт пункта "
    "пункте ст статья статьи раздел раздела глава объем размер рейтинг "
    "оценка балл вес длина ширина высота модель тариф цена курс счет соотношение".split()
)
_NO_DATE_MARKS = ("№", "#", "+", "-", "/", "×")
_YEAR_WORDS = frozenset(["г", "год", "года"])
_DATED_BY_CASE = ("го", "му", "е", "ое")


def find(words: Words) -> Iterator[Entity]:
    """The dates in a text."""
    for match in _DATE.finditer(sketch(words, _LEXICON)):
        first, end = span(match)
        if not _is_else(words, match, first, end):
            value = _value(words, match, first, end)
            if value is not None:
                yield entity(KIND, words, first, end, value)


def _value(words: Words, match: re.Match[str], first: int, end: int) -> Date | None:
    chosen = words.words[first:end]
    kind = match.lastgroup or ""
    if match["month"] or match["english"] or match["us"]:
        return day_of(chosen, words.text[words.starts[first] : words.ends[end - 1]])
    if kind in ("figures", "short"):
        return figures_date(chosen)
    if match["number"] or match["ordinal"]:
        return day_of(chosen, "")
    if match["new_year"]:
        return Date(day=1, month=1)
    return named(chosen)


def _is_else(words: Words, match: re.Match[str], first: int, end: int) -> bool:
    before, after = words.word(first - 1), words.word(end)
    if match["figures"] or match["short"]:
        marked = match["short"] and (before == "в" or words.gap(first).endswith(_NO_DATE_MARKS))
        return bool(marked) or before in _NO_DATE_BEFORE or _is_measured(words, end)
    if match["in_month"]:
        capital = words.text[words.starts[first]].isupper()
        english = words.words[first] in calendar.ENGLISH_MONTHS.split()
        return capital != english or before in ("не", "от")
    if match["in_year"]:
        return words.words[first] == "may" and not words.text[words.starts[first]].isupper()
    if match["stretch"]:
        return _is_vague(words, first, end)
    if match["ordinal"]:
        return not words.words[end - 1].endswith(_DATED_BY_CASE)
    if match["weekend"]:
        return before in ("в", "за", "от", "не") or after in ("и", "дни", "дней", "дням")
    return False


def _is_measured(words: Words, end: int) -> bool:
    gap = words.gap(end)
    if gap.lstrip().startswith(("%", "₽", "$", "€", "°", "×")):
        return True
    return not gap.strip() and words.word(end) in MEASURES - _YEAR_WORDS


def _is_vague(words: Words, first: int, end: int) -> bool:
    """«этот день», «первый год», «ближайшая неделя» name no place in the calendar."""
    which = calendar.WHICH_OF[words.words[first]]
    stretch = calendar.STRETCH_OF[words.words[end - 1]]
    before = words.word(first - 1)
    if which == "nearest":
        if words.words[first].startswith("перв"):
            return end - first < 3
        length = before in ("в", "течение", "течении", "за", "через")
        return stretch not in ("day", "weekend") and (length or words.words[end - 1] == "недели")
    if stretch == "day":
        return which != "next" or before not in ("на", "в", "до", "к", "не", "the", "")
    return False
