"""Finds postal addresses in Russian: «г. Казань, ул. Баумана, д. 5», «живу на Ленина 14-22».

An address is a chain of parts with nothing but marks between them. A street, a flat or an entry
code is one by itself; a house, a floor, an entrance or «г.» with a town only beside another part. A
town or a region alone is none. Every repetition is bounded, so that the time is linear in the
length of any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.text import russian
from replylint.text.entities.calendar_words import MONTH_OF, WEEKDAY_OF
from replylint.text.entities.units import MEASURES
from replylint.text.normal import normal

_GAP = "[ \u00a0]"
_CAPITAL = "[А-ЯЁ][а-яё]{1,24}(?:-[А-ЯЁа-яё]{1,24}){0,2}"
_NAME = (
    rf"(?:(?:им\.|имени){_GAP}?)?(?:\d{{1,3}}(?:-?(?:[йя]|го|ой|ая))?{_GAP})?"
    rf"{_CAPITAL}(?:{_GAP}{_CAPITAL}){{0,2}}"
)
_END = rf"(?!\w|[.,:]\d|{_GAP}?[%₽$€])"
_HOUSE = (
    rf"(?:(?:д\.?|"
    rf"дом){_GAP}?)?№?{_GAP}?\d{{1,4}}(?:{_GAP}?[а-еА-Е](?![А-Яа-яё]))?(?:[/-]\d{{1,4}}){{0,2}}"
    rf"(?:,?{_GAP}?(?:к|корп|стр)\.?{_GAP}?\d{{1,3}})?{_END}"
)
_FLAT_AFTER = rf"(?:[, \u00a0]{{1,2}}\d{{1,4}}(?!\w|[.,:]\d|{_GAP}?[а-яё₽%]))?"
_BEFORE_NAME = (
    "(?:ул(?:\\.|иц[аеуы]|ицей)?|пр-т[ауе]?|просп(?:\\.|ект[ауе]?)?|пер(?:\\.|еул(?:ок|к[ауе]))|"
    "наб(?:\\.|ережн(?:ая|ой|ую))|б-р[ауе]?|бульвар[ауе]?|ш\\.|шоссе|мкрн?\\.?|микрорайон[ауе]?|"
    "туп\\.|тупик[ауе]?|пр-д|пл\\.|площад[ьи]|аллея|кв-л|проезд(?=[ ][А-ЯЁ]))"
)
_AFTER_NAME = (
    "(?:ул\\.|улиц[аеуы]|проспект[ауе]?|пр-т[ауе]?|пер\\.|переул(?:ок|к[ауе])|наб\\.|"
    "набережн(?:ая|ой|ую)|бульвар[ауе]?|б-р|шоссе|тупик[ауе]?)(?!\\w)"
)
_LOWER = "[а-яё-]{3,20}"

_STREET = (
    rf"(?:(?i:{_BEFORE_NAME}){_GAP}?{_NAME}|(?P<named>{_CAPITAL}){_GAP}(?i:{_AFTER_NAME}))"
    rf"(?:[, \u00a0]{{1,3}}{_HOUSE}{_FLAT_AFTER})?"
)
_STREET_IN_HASTE = (
    rf"(?:ул|пр-т|просп|пер|наб)\.?{_GAP}{_LOWER}(?:{_GAP}{_LOWER})?[, \u00a0]{{1,2}}{_HOUSE}"
    rf"|[А-Яа-яё-]{{4,20}}[, \u00a0]{{1,2}}(?:д\.?{_GAP}?|дом{_GAP})?\d{{1,4}}[а-е]?(?:/\d{{1,3}})?"
    rf"[, \u00a0]{{1,2}}(?:кв\.?|квартира){_GAP}?\d{{1,4}}{_END}"
)
"""«ул баумана 5», «баумана 5 кв 12»: as it is typed on a telephone."""
_FLAT = (
    rf"(?:кв\.?|квартир[аеуы]){_GAP}?№?{_GAP}?\d{{1,4}}{_END}"
    rf"|(?:код{_GAP})?домофон[а-я]{{0,2}}[: \u00a0]{{1,2}}№?{_GAP}?\w{{0,4}}\d\w{{0,6}}"
)
_TOWN = (
    rf"(?<!\d)(?<!\d[ \u00a0])(?:(?:г\.|гор\.|пос\.|п\.|с\.|дер\.|д\.|пгт\.?|ст\.){_GAP}?"
    rf"|(?:город[еау]?|село|деревн[яе]|пос[её]лок|пос[её]лке){_GAP}){_CAPITAL}"
)
_REGION = rf"{_CAPITAL}{_GAP}(?:р-н|район[ае]?|обл\.|область|области|кра[йяе]|округ[ае]?)(?!\w)"
_HOUSE_ALONE = (
    rf"(?<!\d)(?<!\d[ \u00a0])(?:д\.|"
    rf"дом[ае]?){_GAP}?№?{_GAP}?\d{{1,4}}(?:{_GAP}?[а-еА-Е])?(?:/\d{{1,4}})?"
    rf"{_END}(?!{_GAP}(?:лет|год|этаж))"
    rf"|(?:корп\.?|корпус[ае]?|стр\.|строени[ея]|подъезд[ае]?|под\.|этаж[ае]?|эт\.|лит\.|участок|"
    rf"офис|оф\.){_GAP}?№?{_GAP}?(?:\d{{1,4}}[а-яА-Я]?|[А-Я])(?!\w)"
    rf"|\d{{1,3}}(?:-?[йм])?{_GAP}(?:подъезде?|этаже?)(?!\w)"
)
_INDEX = r"(?<!\d)\d{6}(?!\d)"
_BARE = rf"(?P<bare>{_CAPITAL})(?:{_GAP}{_CAPITAL})?,?{_GAP}{_HOUSE}{_FLAT_AFTER}"
"""A street without a word for it: counts only beside another part."""

_PART = re.compile(
    rf"(?<![\w-])(?:(?P<strong>{_STREET}|(?i:{_FLAT})|{_STREET_IN_HASTE})|{_TOWN}|{_REGION}"
    rf"|(?i:{_HOUSE_ALONE})|{_INDEX}|Россия|РФ(?!\w)|{_BARE}|(?P<place>{_CAPITAL})(?=,))"
)
_JOINT = re.compile(r"[,;. \u00a0\n]{0,4}")
_NO_STREET = frozenset(
    "какой какая такой такая этой эта каждой каждая любой любая другой другая большая главной "
    "главная нашей наша вашей ваша одной соседней новая та той на по".split()
)

_CALL = re.compile(
    rf"(?i:(?<!\w)(?:адрес(?:[ауе]|ом)?|прожива\w{{2,6}}|живут?|жив[её][мт]|прописан[аы]?|доставк[аиуе]|"
    rf"достав\w{{2,5}}|привез\w{{1,4}}|отправ\w{{2,5}}|курьер(?:[ау]|ом)?)"
    rf"(?:{_GAP}(?:доставки|проживания|прописки|регистрации|мой|наш|такой|мне|нам|заказ|по|на|в|"
    rf"адресу|клиента|получателя|это)){{0,4}}{_GAP}?[:—–-]?{_GAP})"
    rf"(?P<said>(?:(?:\d{{6}}|{_CAPITAL}(?:{_GAP}{_CAPITAL})?),{_GAP}?){{0,4}}{_BARE})"
)
"""What follows «адрес», «живу на», «доставьте по адресу»."""
_NEXT = re.compile(rf"{_GAP}([а-яё]{{1,20}})")


def find(text: str) -> Iterator[tuple[int, int]]:
    """The code points of the addresses in a text, the end excluded."""
    yield from _chains(text)
    for match in _CALL.finditer(text):
        after = _NEXT.match(text, match.end())
        if not _is_time(match["bare"]) and (after is None or after[1] not in MEASURES):
            yield match.span("said")


def _chains(text: str) -> Iterator[tuple[int, int]]:
    chain: list[re.Match[str]] = []
    for match in filter(_is_part, _PART.finditer(text)):
        if chain and not _JOINT.fullmatch(text, chain[-1].end(), match.start()):
            yield from _of_chain(chain)
            chain = []
        chain.append(match)
    yield from _of_chain(chain)


def _is_part(match: re.Match[str]) -> bool:
    if match["named"]:
        return normal(match["named"]) not in _NO_STREET
    if match["bare"]:
        return not _is_time(match["bare"])
    return not match["place"] or russian.can_be(normal(match["place"]), ("Geox",))


def _of_chain(chain: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    sure = [m for m in chain if not m["place"] and not m["bare"]]
    if any(match["strong"] for match in chain) or (sure and len(chain) > 1):
        yield chain[0].start(), chain[-1].end()


def _is_time(word: str) -> bool:
    """«Среда, 10-18», «Мая 5»: a time of the shop's, no street."""
    known = normal(word)
    return known in WEEKDAY_OF or known in MONTH_OF
