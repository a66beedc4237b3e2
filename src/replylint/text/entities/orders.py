"""Numbers of orders, requests, tickets, parcels: «заказ № А-1234/5», «бронь 77120», «RA…RU».

The noun and the sign № are not part of the number. Without № the figures after the noun must be at
least three and count nothing («заказ 1500 рублей», «в заказе 20 позиций»). Laws, rooms and
tax numbers are no orders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.text import russian
from replylint.text.entities.calendar_words import MONTH_OF
from replylint.text.entities.sketch import Lexicon, pattern, sketch, span
from replylint.text.entities.units import MEASURES
from replylint.text.entities.words import Entity, Words, entity

KIND = "order"

_NOUN = re.compile(
    r"""
    (?:трек-номер|трек-код|трэк|трек|заказ|обращени|заяв[ко]|тикет|чек|брон|запрос|накладн|договор|посылк
      |отправлени|плат[её]ж|квитанци|полис|билет|претензи|инцидент|кейс|рекламаци|возврат)\w{0,4}
  | счет(?:а|у|ом|е)? | (?:order|ticket|case|invoice|booking|request|tracking|parcel|reservation)s?
    """,
    re.VERBOSE,
)
_CODE = re.compile(
    r"""
    (?P<i>[0-9]{3,20})
  | (?P<a>(?=[a-zа-я0-9-]{0,30}[0-9])[a-zа-я0-9]{1,20}(?:-[a-zа-я0-9]{1,20}){0,4})
  | (?P<j>[0-9]{1,20}(?:[/:.][0-9]{1,12}){0,3})
    """,
    re.VERBOSE,
)
_FORMS = {
    "n": "номер номера номером номеру номере код кодом кода number no num",
    "X": "закон закона законом фз приказ приказа постановление постановления постановлением указ "
    "указа гост кабинет кабинета кабинете магазин магазина магазине дом школа форма приложение "
    "приложения статья пункт корпус квартира маршрут маршрута автобус пвз офис офиса стр страница "
    "инн кпп огрн бик снилс",
    "p": "по от за под с",
}


def _shape(word: str) -> str:
    if "а" <= word[0] <= "я" or "a" <= word[0] <= "z":
        if _NOUN.fullmatch(word):
            return "N"
        if len(word) > 40 or not any("0" <= c <= "9" for c in word):
            return "w" if len(word) <= 4 else ""
    found = _CODE.fullmatch(word)
    return (found.lastgroup or "") if found else ""


_LEXICON = Lexicon(_FORMS, _shape)
_ORDER = pattern(
    r"""
    # «№ А-1234/5», «#77120», «заказ № 12»
    (?<=№)(?P<signed>[iaj](?:[/-][iaj]){0,3}|[wn][/-][iaj](?:[/-][iaj]){0,3})
    # «заказ 77120», «трек RA123456789RU», «обращение номер 12», «заявка: SD-120»
  | (?:(?<=N[_:])|(?P<number>(?<=N_n[_:])|(?<=N_p_n[_:])))
        (?P<named>(?:[ia]|(?:(?<=n[_:])|(?<=n[_:]))j)(?:[/-][iaj]){0,3}|w-[ia](?:[/-][iaj]){0,3})
    # «RA123456789RU», «TT-12345», «INC0012345»
  | (?P<bare>(?<![/.№&-])a(?![.%¤/]))
    """,
)
_BARE = re.compile(
    r"[A-Z]{2}[0-9]{9}[A-Z]{2}|[A-ZА-ЯЁ]{1,5}-[0-9]{4,15}(?:-[0-9]{1,8})?"
    r"|[A-ZА-ЯЁ]{2,5}[0-9]{5,15}|[0-9]{3,8}-[A-ZА-ЯЁ]{2,5}-[0-9]{2,8}"
)
_YEARS = range(1990, 2100)
_LOOK_BACK = 5
_LEAST_FIGURES = 4
_TAX = frozenset("инн кпп огрн бик снилс".split())


def find(words: Words) -> Iterator[Entity]:
    """The numbers of orders and the like in a text."""
    for match in _ORDER.finditer(sketch(words, _LEXICON)):
        first, end = span(match)
        if not _is_else(words, match, first, end):
            written = words.text[words.starts[first] : words.ends[end - 1]]
            yield entity(KIND, words, first, end, re.sub(r"\s", "", written).upper())


def _is_else(words: Words, match: re.Match[str], first: int, end: int) -> bool:
    if match["bare"]:
        written = words.text[words.starts[first] : words.ends[end - 1]]
        return not _BARE.fullmatch(written) or words.word(first - 1) in _TAX
    if match["named"]:
        return match["number"] is None and _counts(words, first, end)
    around = [words.word(i) for i in range(first - _LOOK_BACK, first)]
    if any(_NOUN.fullmatch(word) for word in around[-3:] if word):
        return False
    figures = sum("0" <= c <= "9" for word in words.words[first:end] for c in word)
    return figures < _LEAST_FIGURES or any(_LEXICON[word] == "X" for word in around if word)


def _counts(words: Words, first: int, end: int) -> bool:
    """«заказ 1500 рублей», «в заказе 120 позиций», «договор 2025 года»: no number of it."""
    word, after, gap = words.words[first], words.word(end), words.gap(end)
    if gap.lstrip()[:1] in ("%", "₽", "$", "€"):
        return True
    if not word.isdigit() or end > first + 1:
        return False
    if not after or gap.strip():
        return int(word) in _YEARS and words.word(first - 1) == "за"
    return (
        after in MEASURES
        or after in MONTH_OF
        or (len(word) == 3 and "0" <= after[0] <= "9" and len(after) == 3)
        or (len(word) <= 4 and russian.can_be(after, ("NOUN", "gent", "plur")))
    )
