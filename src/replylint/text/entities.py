"""Dates, times, durations, money, numbers, orders, names, phones and the like in a reply."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from replylint.text import russian
from replylint.text.tokens import Kind


class Words(NamedTuple):
    """The words of a document, as parallel lists, and the text they stand in."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    kinds: Sequence[Kind]
    words: Sequence[str]


_NUMBER = (
    r"(?:\d{1,6}(?:[.,]\d{1,4})?|пар[ауы]|нескольк[оих]{1,2}|один|одного|одной|одну|два|двух|две|три|"
    r"тр[её]х|четыре|четыр[её]х|пять|пяти|шесть|шести|семь|семи|восемь|десять|десяти|пятнадцат[ьи]|"
    r"двадцат[ьи]|тридцат[ьи]|сорок|пятьдесят|полтор[аы])"
)
_UNIT = (
    r"(?:секунд[аыу]?|минут(?:[аыу]|очк[иу]|ки)?|мин|час(?:а|ов|у|ик|ика)?|ч|дн(?:я|ей|и)|день|сут(?:ки|ок)|"
    r"недел[яиюье]+|месяц(?:а|ев)?|мес|год(?:а)?|лет)"
)
_WORKING = r"(?:(?:календарны[хей]|рабоч(?:их|ий|его|ие)|банковски[хей]|полны[хей])\s+)?"
_MONTH = (
    r"(?:январ[яьею]|феврал[яьею]|март[ае]?|апрел[яьею]|ма[йяею]|июн[яьею]|июл[яьею]|август[ае]?|"
    r"сентябр[яьею]|октябр[яьею]|ноябр[яьею]|декабр[яьею])"
)
_WEEKDAY = (
    r"(?:понедельник(?:а|у)?|вторник(?:а|у)?|сред[ауые]|четверг(?:а|у)?|пятниц[ауые]|суббот[ауые]|"
    r"воскресень[еюя])"
)
_DATE = (
    rf"(?:\d{{1,2}}(?:-?(?:го|е|ое|ого))?(?:\s*[-–—]\s*\d{{1,2}})?\s+{_MONTH}(?:\s+\d{{4}})?"
    r"|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?(?![\d%])|\d{4}-\d{2}-\d{2}"
    rf"|(?:сегодня|завтра|послезавтра)(?:шн\w+)?(?:\s+(?:утром|дн[её]м|вечером))?"
    rf"|(?:к|ко|до|в|во|с|со|на|по)\s+(?:(?:эт[уоте]{{1,2}}|ближайш\w+|следующ\w+|концу?а?)\s+)?{_WEEKDAY}"
    r"|(?:до|к|в|на)\s+(?:конц[ауе]|начал[аеу]|середин[еыу])\s+(?:(?:этой|следующей|текущей|рабоч\w+|этого|следующего|текущего)\s+)?"
    r"(?:недели|месяца|дня|года|суток)"
    r"|на\s+(?:этой|следующей|текущей)\s+неделе|в\s+(?:этом|следующем|текущем)\s+месяце"
    rf"|(?:в|к|до|с)\s+{_MONTH}|(?:до|с|к|по)\s+\d{{1,2}}(?:-?го)?\s+числа|\d{{1,2}}(?:-?го)?\s+числа)"
)
_TIME = (
    r"(?:\d{1,2}[:.]\d{2}(?![\d.])|(?:в|до|к|после|с)\s+\d{1,2}\s*(?:ч(?:ас(?:а|ов|ам)?)?\b)"
    r"|(?:до|к|с)\s+\d{1,2}[-:]\d{2}|(?:до|к)\s+(?:обеда|обеду|вечера|вечеру|утра|утру|полудня|полуночи)"
    r"|сегодня\s+вечером|завтра\s+утром)"
)
_DURATION = (
    rf"(?:{_NUMBER}(?:\s*(?:[-–—]|до|или)\s*{_NUMBER})?\s*(?:-?х\s+)?{_WORKING}{_UNIT}\b"
    rf"|(?:через|за|около|примерно|в\s+течени[еи]|ещ[её]|не\s+более|не\s+позднее|максимум|минимум)\s+"
    rf"(?:одного\s+|ближайш\w+\s+|следующ\w+\s+|рабоч\w+\s+|этого\s+|пар[уы]\s+)?{_UNIT}\b"
    r"|полчаса|получаса|полгода|сутки|суток)"
)
_MONEY = (
    r"(?:(?:₽|\$|€|£)\s?\d[\d\s\u00a0]{0,15}(?:[.,]\d{1,2})?"
    r"|\d[\d\s\u00a0]{0,15}(?:[.,]\d{1,2})?\s?(?:₽|\$|€|£|(?:тыс|млн)\.?(?:\s(?:руб\w*|р))?|руб(?:л[ьяеюй]{1,2}|лей|лями|лях)?\b|р\b\.?|"
    r"коп(?:е[йе]к\w*)?\b|доллар\w*|евро\b|тенге\b|сум(?:ов)?\b|грн\b|балл(?:а|ов|ы)?\b|бонус(?:а|ов|ы|ных)?\b))"
)
_PHONE = (
    r"(?:(?<!\w)(?:\+\d{1,3}|8|7)[\s(.-]{0,2}\d{3}[\s).-]{0,2}\d{3}[\s.-]?\d{2}[\s.-]?\d{2}(?!\d)"
    r"|(?<!\d)\d{3}-\d{2}-\d{2}(?!\d)|(?<!\d)\*\d{2,4}#)"
)
_ORDER = (
    r"(?:№\s?[A-Za-zА-Яа-я0-9][A-Za-zА-Яа-я0-9/-]{0,30}|#\s?\d{3,20}"
    r"|(?:заказ|обращени|заявк|тикет|чек|бро[нщ]|запрос|трек|накладн|договор|посылк|отправлени|платеж|квитанци|сч[её]т)\w{0,6}\s+(?:номер\s+)?[A-Za-zА-Я]{0,4}[-/]?\d[\w/-]{2,30}"
    r"|\b(?=[A-Za-zА-ЯЁ0-9-]{5,30}\b)[A-ZА-ЯЁ]{1,5}-?\d[\dA-ZА-ЯЁ-]{3,28}\b)"
)

_PATTERNS: dict[str, re.Pattern[str]] = {
    kind: re.compile(rf"(?<!\w){pattern}" if kind != "phone" else pattern, re.IGNORECASE)
    for kind, pattern in {
        "date": _DATE,
        "time": _TIME,
        "duration": _DURATION,
        "money": _MONEY,
        "phone": _PHONE,
        "order": _ORDER,
    }.items()
}
_OF_ONE_TOKEN = {
    "number": Kind.NUMBER,
    "email": Kind.EMAIL,
    "url": Kind.URL,
    "emoji": Kind.EMOJI,
    "placeholder": Kind.PLACEHOLDER,
}
_NAME_GRAMMEMES = (("Name",), ("Patr",), ("Surn",))


def find_entities(kind: str, words: Words) -> Mapping[int, int]:
    """The entities of one kind: for each its first word and its end (a word index, excluded).

    ``kind`` is one of ``ENTITY_KINDS``; raises ``KeyError`` for another.
    """
    return _FINDERS[kind](words)


def _by_pattern(pattern: re.Pattern[str]) -> Callable[[Words], Mapping[int, int]]:
    def find(words: Words) -> Mapping[int, int]:
        found: dict[int, int] = {}
        for match in pattern.finditer(words.text):
            first = bisect_right(words.ends, match.start())
            end = bisect_left(words.starts, match.end())
            if end > first:
                found[first] = end
        return found

    return find


def _by_kind(kind: Kind) -> Callable[[Words], Mapping[int, int]]:
    def find(words: Words) -> Mapping[int, int]:
        return {i: i + 1 for i, other in enumerate(words.kinds) if other is kind}

    return find


def _names(words: Words) -> Mapping[int, int]:
    """Runs of capitalised words that the dictionary knows as a person's names."""
    found: dict[int, int] = {}
    first: int | None = None
    for index, start in enumerate(words.starts):
        capital = words.kinds[index] is Kind.WORD and words.text[start].isupper()
        if capital and _is_name(words.words[index]):
            first = index if first is None else first
            found[first] = index + 1
        else:
            first = None
    return found


def _is_name(word: str) -> bool:
    likeliest = russian.tags(word)[:1]
    return any(set(names) <= tag.grammemes for tag in likeliest for names in _NAME_GRAMMEMES)


_FINDERS: dict[str, Callable[[Words], Mapping[int, int]]] = {
    **{kind: _by_pattern(pattern) for kind, pattern in _PATTERNS.items()},
    **{name: _by_kind(kind) for name, kind in _OF_ONE_TOKEN.items()},
    "name": _names,
}
ENTITY_KINDS = tuple(_FINDERS)
"""The names that may follow ``#`` in a pattern."""
