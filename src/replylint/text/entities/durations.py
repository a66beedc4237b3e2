"""Lengths of time: «2 рабочих дня», «час-полтора», «в течение суток», "within an hour".

A length is a number and a unit, or a unit alone where a word before it makes it one («через час»,
«за неделю», «в течение дня»); that word is not part of the entity. «Несколько дней», «пару минут»
are lengths, «в ближайшее время», «в ближайшие дни», «скоро», «минутку» are not: they name no
number. «24 часа в сутки» says when somebody works and is none either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from replylint.text.entities import numerals
from replylint.text.entities.clock import says_clock
from replylint.text.entities.numerals import NUMBER, is_ordinal, quantity
from replylint.text.entities.sketch import SPACE, Lexicon, pattern, sketch, span
from replylint.text.entities.units import UNIT_OF
from replylint.text.entities.values import MINUTES, Duration
from replylint.text.entities.words import Entity, Words, entity

KIND = "duration"

_WHOLE = {
    "полчаса": 30, "получаса": 30, "полчасика": 30, "полминуты": 0.5, "полдня": 720,
    "полсуток": 720, "полмесяца": 21600, "полгода": 262800, "полугода": 262800,
}  # fmt: skip
_FORMS = {
    **numerals.FORMS,
    # units by the case that they can stand in without a number
    "B": "час часик минуту секунду день неделю недельку месяц год квартал hour minute day week "
    "month year second",
    "I": "сутки",
    "G": "часа часу минуты секунды недели месяца суток года квартала",
    "L": "дня",
    "U": " ".join(form for form in UNIT_OF if not form.endswith(("ам", "ям"))),
    "H": "часам",
    "W": " ".join(_WHOLE),
    # words before a unit
    "A": "рабочий рабочих рабочего рабочие рабочая рабочую рабочей раб рабоч р "
    "календарный календарных календарного календарные кал календ банковских банковский "
    "банковского полный полных полного полные "
    "целый целых целую целые полную business working calendar full whole банк",
    "F": "ближайший ближайшую ближайшего ближайшей следующий следующего текущего текущей "
    "текущих этого этой одного одной всего всей next",
    "l": "ближайшие ближайших следующие следующих последние последних",
    # what makes a unit alone a length
    "C": "через спустя за на in within for",
    "E": "течение течении протяжении",
    "M": "около порядка больше более менее меньше дольше дольше",
    "V": "уже еще примерно приблизительно где-то почти максимум минимум всего займет занимает "
    "занять длится около ожидать ждать ждем жду целый целую about",
    "T": "до или to or",
    "c": "в во круглые per",
    "N": "a an the",
    "O": "of",
    "X": "рождения открытых знаний победы россии города памяти смеха молодежи",
    "q": "д",
    "y": "с",
    "g": "половиной",
    "z": "старше младше моложе возраст возрасте возраста исполнилось достигшим достиг достигли",
}
_ADJECTIVE = re.compile(
    r"(?P<number>двух|трех|четырех|пяти|шести|семи|восьми|девяти|десяти|двенадцати|четырнадцати|"
    r"пятнадцати|двадцати|тридцати|сорока|шестидесяти|девяноста|одно)"
    r"(?P<unit>дневн|часов|недельн|месячн|минутн|суточн)(?:ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых)"
)
_AFTER_FIGURE = re.compile(r"(?:дневн|часов|недельн|месячн|минутн|суточн)\w{2,3}")
_STEMS = {
    "дневн": "day", "часов": "hour", "недельн": "week", "месячн": "month", "минутн": "minute",
    "суточн": "day",
}  # fmt: skip
_GLUED = re.compile(r"(?P<number>[0-9]{1,4}(?:[.,][0-9])?)(?:х|ти|ми)??(?P<unit>[а-яa-z]{1,9})")
_OTHER_ONE = {"другой": 2.0, "другую": 2.0, "другие": 2.0}


def _shape(word: str) -> str:
    glued = _GLUED.fullmatch(word)
    if glued is not None and glued["unit"] in UNIT_OF:
        return "Q"
    if _ADJECTIVE.fullmatch(word):
        return "Y"
    if _AFTER_FIGURE.fullmatch(word):
        return "Z"
    unit, hyphen, number = word.partition("-")
    if hyphen and unit in UNIT_OF and (number in _OTHER_ONE or quantity_of(number)):
        return "R"
    return numerals.figure_sign(word)


def quantity_of(word: str) -> float | None:
    """What a single numeral means; None for any other word."""
    if not any(word in forms.split() for sign, forms in numerals.FORMS.items() if sign in "jepxh"):
        return None
    return quantity([word])[1]


_LEXICON = Lexicon(_FORMS, _shape)
_UNIT = "[UBGLI]"
_DURATION = pattern(
    rf"""
    # «2 рабочих дня», «2-3 дня», «от двух до пяти дней», «5 (пяти) дней», «3-х часов», «пара дней»
    (?<![vz]_)(?P<least>{NUMBER}) (?:(?:-|{SPACE}T{SPACE})(?P<most>{NUMBER}))? (?P<half>_y_g)?
        (?:[<]{numerals.IN_WORDS}(?=[>]))?
        (?:
            (?:[_~>](?P<working>A)(?:[.·]A)?(?=[_~.·]))? (?:[_~>.·]O)? [_~>.·]
            (?P<unit>{_UNIT})(?![_~][cN][_~]{_UNIT})
            (?:[_·](?P<more>d[_]U))?
          | _N_(?P<english>{_UNIT})
          | [_~]A[./](?P<short>q)
        )
    # «2-3дня», «15мин», «1,5часа»
  | (?<![&])(?P<glued>(?:[dt][-,])?Q)(?![_~]c[_~]{_UNIT})
    # «14-дневный», «двухнедельный», "48-hour"
  | (?P<adjective>[dt]-[ZB]|Y)
    # «час-полтора», «день-другой», «полчаса»
  | (?P<pair>R) | (?P<whole>W)
    # «минут десять», «дня два-три», «минут 10»
  | (?<![dtifgDejxhponrA][_~-])(?P<about>{_UNIT}_(?:[exhr]|d(?:-d)?))(?![_~:.,/-][UBGLIMAd])
    # «через час», «за рабочий день», «на неделю», "in an hour"
  | (?:(?<=C[_~])|(?<=C[_~][NF][_~])|(?<=F[_~]))(?:(?P<its_day>A)[_~])?(?P<bare>[BI])(?![_~-][Xd])
    # «в течение дня», «в течение одного рабочего дня», «не более суток», «до недели»
  | (?:(?<=E[_~])|(?<=E[_~][AF][_~])|(?<=M[_~]))(?:(?P<that_day>A)[_~])?(?P<during>[GL])
  | (?:(?<=T[_~])|(?<=V[_~]))(?P<until>G)(?![_~]L)
    # «ещё неделю», «займёт час», «ждать сутки»
  | (?<=V[_~])(?P<taking>B)(?![_~]X)
  | (?<!c[_~])(?P<day_and_night>I)
    """,
)
_BARE = ("bare", "during", "until", "taking", "day_and_night")
_AGES = frozenset({14, 16, 18, 21})
_FROM_AGE = frozenset("до с от старше младше".split())
_MORE = frozenset("более больше дольше свыше от минимум позднее позже over least".split())
_LESS = frozenset("менее меньше до максимум under most".split())
_NOT = frozenset("не ни no not".split())


def find(words: Words) -> Iterator[Entity]:
    """The lengths of time in a text."""
    for match in _DURATION.finditer(sketch(words, _LEXICON)):
        first, end = span(match)
        value = _value(words, match)
        if value is not None and not _is_else(words, first, end, match, value):
            yield entity(KIND, words, first, end, _bounded(words, first, value))


def _value(words: Words, match: re.Match[str]) -> Duration | None:
    first, end = span(match)
    chosen = words.words[first:end]
    if match["least"]:
        return _counted(words, match)
    if match["glued"]:
        return _glued(chosen, "," in match["glued"])
    if match["adjective"]:
        return _of_adjective(chosen)
    if match["whole"]:
        length = float(_WHOLE[chosen[0]])
        return Duration(length, length)
    if match["pair"]:
        unit, _, number = chosen[0].partition("-")
        length = MINUTES[UNIT_OF[unit]]
        return Duration(length, length * (_OTHER_ONE.get(number) or quantity_of(number) or 1.0))
    if match["about"]:
        return _length(UNIT_OF[chosen[0]], *_ends(chosen[1:]))
    working = match["its_day"] or match["that_day"]
    return _length(UNIT_OF[chosen[-1]], 1.0, 1.0, bool(working and _works(chosen[0])))


def _counted(words: Words, match: re.Match[str]) -> Duration | None:
    first, end = span(match, "least")
    least, most = quantity(words.words[first:end])
    if match["most"]:
        start, stop = span(match, "most")
        _, most = quantity(words.words[start:stop])
    if match["half"]:
        least, most = least + 0.5, None if most is None else most + 0.5
    if match["more"]:
        return _with_more(words, match, least)
    unit = UNIT_OF.get(words.words[span(match)[1] - 1], "day")
    working = bool(match["working"]) and _works(words.words[span(match, "working")[0]])
    return _length(unit, least, most, working or bool(match["short"]))


def _with_more(words: Words, match: re.Match[str], number: float) -> Duration:
    """«1 час 30 минут»."""
    number_of_more, more = words.words[slice(*span(match, "more"))]
    length = number * MINUTES[UNIT_OF[words.words[span(match, "unit")[0]]]]
    length += float(number_of_more) * MINUTES[UNIT_OF[more]]
    return Duration(length, length)


def _ends(numbers: Sequence[str]) -> tuple[float, float | None]:
    least, most = quantity(numbers[:1])
    return least, quantity(numbers[-1:])[1] if len(numbers) > 1 else most


def _glued(chosen: Sequence[str], comma: bool) -> Duration | None:
    found = _GLUED.fullmatch(chosen[-1])
    if found is None:  # pragma: no cover - the sign Q says that it matches
        return None
    most = float(found["number"].replace(",", "."))
    least = float(chosen[0]) if len(chosen) > 1 else most
    if comma:
        least = most = least + most / 10
    return _length(UNIT_OF[found["unit"]], least, most)


def _of_adjective(chosen: Sequence[str]) -> Duration | None:
    found = _ADJECTIVE.fullmatch(chosen[-1])
    if found is not None:
        number = quantity_of(found["number"]) or 1.0
        return _length(_STEMS[found["unit"]], number, number)
    unit = UNIT_OF.get(chosen[-1]) or next(
        unit for stem, unit in _STEMS.items() if chosen[-1].startswith(stem)
    )
    return _length(unit, float(chosen[0]), float(chosen[0]))


def _length(unit: str, least: float, most: float | None, working: bool = False) -> Duration:
    minutes = MINUTES[unit]
    return Duration(least * minutes, None if most is None else most * minutes, working)


def _works(adjective: str) -> bool:
    return adjective.startswith(("раб", "р", "банк", "business", "working"))


def _is_else(words: Words, first: int, end: int, match: re.Match[str], value: Duration) -> bool:
    """Whether the words are no length after all: a time of the day, an age, a calendar word."""
    last = words.word(end - 1)
    unit = UNIT_OF.get(last) or UNIT_OF.get(last.lstrip("0123456789"))
    before = words.word(first - 1)
    if match["least"] and _names_one(words.words[first:end]):
        return True
    if unit == "hour" and (match["unit"] or match["glued"]):
        hours = value.most if value.most is None else value.most / 60
        return says_clock(words, first, end, hours)
    if last == "лет" and value.most is not None:
        return round(value.most / MINUTES["year"]) in _AGES and before in _FROM_AGE
    if match["unit"] and last in ("году", "года", "год"):
        return len(words.word(end - 2)) == 4
    if match["bare"] and unit in ("day", "year", "month") and before.startswith(("след", "этот")):
        return True
    return bool(match["bare"]) and last == "день" and before.startswith("ближайш")


def _names_one(chosen: Sequence[str]) -> bool:
    """«на 3-й день», «5го дня», «90-х годов»."""
    return is_ordinal(chosen) or chosen[-1] == "годов"


def _bounded(words: Words, first: int, value: Duration) -> Duration:
    """The length with what the word before says of it: «до 5 дней», «более 3 часов»."""
    if value.least != value.most:
        return value
    before = words.word(first - 1)
    more = before in _MORE
    if (more or before in _LESS) and words.word(first - 2) in _NOT:
        more = not more
    if more:
        return Duration(value.least, None, value.working)
    if before in _LESS or before in _MORE:
        return Duration(0.0, value.most, value.working)
    return value
