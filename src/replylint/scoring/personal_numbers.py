"""Finds numbers and signs that tell who somebody is.

These are documents, cards, accounts, plates, handles, IP addresses, birth dates. Amounts, times,
days of delivery, sizes and measures are none. What opens an account is in `account_secrets`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from ipaddress import ip_address

from replylint.scoring import plain_figures
from replylint.text.entities.units import MEASURES

Span = tuple[int, int]
"""The code points of a find, the end excluded."""

_BLANKS = " \u00a0\u2009\u202f"
_RUN = re.compile(rf"\d(?:[{_BLANKS}\-‐‑–()]{{0,3}}\d){{4,40}}")
_THOUSANDS = re.compile(rf"\d{{1,3}}(?:[{_BLANKS}]\d{{3}}){{1,2}}")
_FIGURES = re.compile(r"\d{5,}")
_LEAST_FIGURES = 9
"""Figures in groups are somebody's number from this many on; fewer may be prices or hours."""
_SIZES = 4
_UNITS = MEASURES | frozenset("мач кал ккал шагов символов знаков просмотров подписчиков".split())

_MONTHS = (
    "(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|jan|feb|mar|apr|"
    "may|june?|july?|aug|sep|oct|nov|dec)[a-zа-я]{0,6}"
)
_DAY = (
    rf"(?:\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|"
    rf"th)?(?: of)? {_MONTHS},? \d{{4}}"
    rf"|{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}} {_MONTHS}|"
    rf"\d{{1,2}}[./]\d{{1,2}}|\d{{4}})"
)
_PLATE_LETTER = "[АВЕКМНОРСТУХABEKMHOPCTYX]"
_LABELLED: Sequence[str] = (
    # «д.р. 12.03.1985», «дата рождения: 12 марта 1985 г.», "DOB 03/12/1985", "born on …"
    r"(?:(?<!\w)д\. ?р\.|(?<!\w)др:?(?= \d)|дат[аыуе] рождения|день рождения|родил(?:ся|ась)|"
    r"(?<!\w)d\.?o\.?b\b\.?|date of birth|birth ?da(?:te|y)|(?<!\w)born)"
    rf"[ :—–-]{{0,4}}(?:(?:у меня|мой|моя|is|was|on|in|в) ?){{0,2}}(?P<a>{_DAY})",
    # «1985 г.р.», «12.03.1985 года рождения»
    rf"(?<!\w)(?P<b>{_DAY}) ?(?:г\. ?р\.|г/р|гр\b|год[а]? рождения|г\. рождения)",
    # «паспорт 45 08 …», «серия 4508 № 123456», "passport AB1234567"
    r"(?:паспорт\w{0,4}|passport|сери[яию](?: и номер\w?)?|driv\w{3,5} licen[cs]e|"
    r"водительск\w{2,4} "
    r"удостоверени\w|national insurance|(?<!\w)ssn\b|(?<!\w)nino?\b|снилс|инн\b|полис\w?)"
    r"[^\d\n]{0,16}?(?P<c>(?<!\w)(?:[A-ZА-Я]{1,3} ?)?\d[\d №-]{2,20})(?! ?[₽%])",
    r"код\w? подразделени\w[ :—–-]{1,3}(?P<d>\d{3}-?\d{3})",
    # «карта *1234», "card ending in 1234"
    r"(?:карт\w{1,3}|card|сч[её]т\w?)\b[^\d\n]{0,12}?[*•xхХX.…]{1,14} ?(?P<e>\d{4})(?!\d)",
    r"(?:card|карт\w{1,3}) (?:number )?(?:ending(?: in| with)?|с последними цифрами|"
    r"оканчива\w{3,6} на) (?P<f>\d{4})(?!\d)",
    # phones in odd clothes: «тел. 12-34-56», «ватсап 8_916_…»
    r"(?<!\w)(?:тел(?:\.|ефон\w{0,3})?|phone|mobile|моб\.|сот\.|what'?s ?app|ват?сап\w?|"
    r"вайбер|viber|"
    r"tel\.?)\W{0,4}(?P<i>[\d+][\d ()._/-]{3,20}\d)",
    # «в телеграме: nick», «инста vasya_pupkin»
    r"(?<!\w)(?:телеграмм?\w?|тг|telegram|insta(?:gram)?|инст\w{0,9}|вк|vk|skype|скайп\w?|discord|"
    r"дискорд\w?)(?: ?[:—–-])? (?P<j>(?=[a-z.]{0,30}[\d_#])[a-z][\w.]{2,31}(?:#\d{4})?"
    r"|(?<=[:—–-] )[a-z][\w.]{2,31})",
    # British plates only where a car is spoken of
    r"(?:plate|reg(?:istration)?|car|"
    r"vehicle)\b[^\n]{0,24}?(?<!\w)(?-i:(?P<k>[A-Z]{2}\d{2} ?[A-Z]{3}))(?!\w)",
    rf"(?:машин\w|авто\w{{0,8}}|госномер\w?|номер\w?)\b[^\n]{{0,24}}?(?<!\w)"
    rf"(?P<l>{_PLATE_LETTER} \d{{3}} {_PLATE_LETTER}{{2}} ?\d{{2,3}})(?!\w)",
)
_BY_LABEL = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _LABELLED)
_BY_SHAPE: Sequence[re.Pattern[str]] = (
    re.compile(r"(?<![\w@.])@[a-zA-Z_][\w.]{2,31}"),
    re.compile(r"\b(?:tg|viber|skype|whatsapp)://\S{1,200}"),
    # «anna (at) mail.ru», «anna собака mail.ru», «anna @ почта.рф»
    re.compile(
        r"[\w.+-]{2,64} ?(?:@|\(at\)|\[at\]|\(собака\)|"
        r"\bсобака\b) ?[\w-]{2,63}(?:\.[\w-]{2,63}){1,3}",
        re.IGNORECASE,
    ),
    re.compile(r"(?<![\w:.-])(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![\w:-])"),
    re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?!\w)"),
    re.compile(r"(?<!\d)\d{4}(?:[.·_ ]\d{4}){3}(?!\d)"),
    re.compile(r"\+\d(?:[ \u00a0.()_/‐‑–-]{0,3}\d){7,15}"),
    re.compile(r"(?<![\d.])(?:8[._/ ])?\(?\d{3}\)?[._/]\d{3}[._/]\d{2}[._/]?\d{2}(?![\d.]\d)"),
    re.compile(r"(?<![\w-])\(?\d{3}\)?[ -.]\d{3}[-.]\d{4}(?![\w-])"),
    re.compile(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])"),
    re.compile(r"(?<!\w)[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)"),
    re.compile(rf"(?<!\w)(?i:{_PLATE_LETTER}\d{{3}}{_PLATE_LETTER}{{2}} ?\d{{2,3}})(?!\w)"),
    re.compile(rf"(?<!\w){_PLATE_LETTER} \d{{3}} {_PLATE_LETTER}{{2}} \d{{2,3}}(?!\w)"),
    re.compile(r"(?<!\w)(?=[A-Z\d]{0,16}\d[A-Z\d]{0,16})(?=\d{0,16}[A-Z])[A-HJ-NPR-Z\d]{17}(?!\w)"),
)
_IP = re.compile(
    r"(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|"
    r"[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(?![\w:]|\.\d)"
)
_GOODS = re.compile(
    r"(?<!\w)(?:артикул\w{0,2}|арт\.|код товара|штрих-?код\w{0,2}|sku|гост|item (?:no\.?|number)|"
    r"barcode|part (?:no\.?|number))[ :№#-]{0,4}\Z",
    re.I,
)
"""What numbers of goods stand behind; they belong to nobody."""
_VERSION = re.compile(
    r"(?:верси\w{1,2}|version|v\.?|ver\.?|build|сборк\w|прошивк\w|firmware|пункт\w{0,2}|п\.|"
    r"раздел\w{0,2})\s{0,2}\Z",
    re.I,
)


def find(text: str, plain: Sequence[Span]) -> Iterator[Span]:
    """The code points that tell who somebody is; ``plain`` are amounts, days and times."""
    for pattern in _BY_LABEL:
        for match in pattern.finditer(text):
            group = next(name for name, value in match.groupdict().items() if value)
            yield match.span(group)
    for pattern in _BY_SHAPE:
        yield from (match.span() for match in pattern.finditer(text))
    yield from _internet_addresses(text)
    for match in _RUN.finditer(plain_figures.veiled(text)):
        if not _is_plain(text, match, plain):
            yield match.span()


def _internet_addresses(text: str) -> Iterator[Span]:
    for match in _IP.finditer(text):
        try:
            ip_address(match[0])
        except ValueError:
            continue
        if not _VERSION.search(text[max(0, match.start() - 12) : match.start()]):
            yield match.span()


def _is_plain(text: str, run: re.Match[str], plain: Sequence[Span]) -> bool:
    """Whether a run of figures is an amount, a day, sizes or a measure."""
    start, stop = run.span()
    if any(first <= start and stop <= last for first, last in plain):
        return True
    if _THOUSANDS.fullmatch(run[0]) or _GOODS.search(text[max(0, start - 20) : start]):
        return True
    groups = re.findall(r"\d+", run[0])
    if len(groups) >= _SIZES and len(set(map(len, groups))) == 1 and groups == sorted(set(groups)):
        return True
    if _FIGURES.search(run[0]):
        after = re.match(r"\s?([а-яёa-z]+)", text[stop : stop + 20].lower())
        return len(groups) == 1 and after is not None and after[1] in _UNITS
    return sum(map(len, groups)) < _LEAST_FIGURES
