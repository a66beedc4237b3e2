"""Numbers in figures and in words: their signs in a sketch, their patterns, their values."""

from __future__ import annotations

import re
from collections.abc import Sequence

ENDINGS = frozenset("х ти и ми го й е м му ой ая ый ое ю я ть st nd rd th".split())
"""What stands after the hyphen in «2-х», «10-ти», «5-го»."""

_ONE = "один одна одно одного одной одному одну одним одном one"
_SMALL = {
    2: "два две двух двум двумя двое двоих two",
    3: "три трех трем тремя трое троих three",
    4: "четыре четырех четырем четырьмя четверо four",
    8: "восемь восьми восемью восьмью eight",
}
_SOFT = {
    5: "пят five", 6: "шест six", 7: "сем seven", 9: "девят nine", 10: "десят ten",
    11: "одиннадцат eleven", 12: "двенадцат twelve", 13: "тринадцат thirteen",
    14: "четырнадцат fourteen", 15: "пятнадцат fifteen", 16: "шестнадцат sixteen",
    17: "семнадцат seventeen", 18: "восемнадцат eighteen", 19: "девятнадцат nineteen",
    20: "двадцат twenty", 30: "тридцат thirty",
}  # fmt: skip
_TENS = {
    40: "сорок сорока forty",
    50: "пятьдесят пятидесяти пятьюдесятью fifty",
    60: "шестьдесят шестидесяти шестьюдесятью sixty",
    70: "семьдесят семидесяти семьюдесятью seventy",
    80: "восемьдесят восьмидесяти восемьюдесятью eighty",
    90: "девяносто девяноста ninety",
}
_HUNDREDS = {
    100: "сто ста hundred",
    200: "двести двухсот двумстам двумястами двухстах",
    300: "триста трехсот тремстам тремястами трехстах",
    400: "четыреста четырехсот четыремстам четырьмястами четырехстах",
    500: "пятьсот пятисот пятистам пятьюстами пятистах",
    600: "шестьсот шестисот шестистам шестьюстами шестистах",
    700: "семьсот семисот семистам семьюстами семистах",
    800: "восемьсот восьмисот восьмистам восемьюстами восьмистах",
    900: "девятьсот девятисот девятистам девятьюстами девятистах",
}
_MULTIPLIERS = {
    1_000: "тысяча тысячи тысяче тысячу тысячей тысяч тысячам тысячами тысячах тыс thousand",
    1_000_000: "миллион миллиона миллиону миллионом миллионе миллионов миллионы млн million",
    1_000_000_000: "миллиард миллиарда миллиардов млрд billion",
}
_HALF = "полтора полторы полутора"
_PAIR = "пара пару пары паре парой couple"
_SOME = "несколько нескольких нескольким несколькими several few"

_values: dict[str, float] = dict.fromkeys(_ONE.split(), 1.0)
for _table in (_SMALL, _TENS, _HUNDREDS):
    _values |= {word: float(n) for n, words in _table.items() for word in words.split()}
for _number, _words in _SOFT.items():
    _stem, _english = _words.split()
    _values |= dict.fromkeys([_stem + "ь", _stem + "и", _stem + "ью", _english], float(_number))
_values |= dict.fromkeys(_HALF.split(), 1.5) | {"half": 0.5} | dict.fromkeys(_PAIR.split(), 2.0)
_multipliers = {word: float(n) for n, words in _MULTIPLIERS.items() for word in words.split()}


_PAIRED = {"тройка": 3.0, "тройку": 3.0, "тройки": 3.0, "тройке": 3.0}
"""These are numbers only in a pair: «пара-тройка»."""


def _worded(least: float, most: float) -> str:
    return " ".join(word for word, number in _values.items() if least <= number <= most)


FORMS = {
    "j": _ONE,
    "p": _HALF + " half",
    "o": _PAIR,
    "n": _SOME,
    "e": _worded(2, 19),
    "x": _worded(20, 90),
    "h": _worded(100, 900),
    "k": " ".join(w for w, number in _multipliers.items() if number == 1000),
    "m": " ".join(w for w, number in _multipliers.items() if number > 1000),
    "s": " ".join(ENDINGS),
}
"""The signs of numerals: ``j`` one, ``e`` to 19, ``x`` tens, ``h`` hundreds, ``k`` thousands, ``m``
more, ``p`` one and a half, ``o`` a pair, ``n`` several; ``s`` an ending after a hyphen."""

_FIGURES = re.compile(
    r"""
    (?P<d>[0-9]{1,2}) | (?P<t>[0-9]{3}) | (?P<i>[0-9]{4,15})
  | (?P<g>[0-9]{3}[.,][0-9]{1,6}) | (?P<f>[0-9]{1,15}[.,][0-9]{1,6})
  | (?P<v>[0-9][0-9.,:/]{1,40})
  | (?P<D>[0-9]{1,6}(?:х|ти|ми|го|му|ой|ая|ый|ое|st|nd|rd|th))
  | (?P<K>[0-9]{1,6}(?:[.,][0-9]{1,3})?(?:тыс|млн|к|k))
    """,
    re.VERBOSE,
)


def figure_sign(word: str) -> str:
    """The sign of a word with figures, or of a pair of numerals («два-три»); else empty.

    ``d`` to 99, ``t`` three figures, ``i`` more, ``f`` a fraction, ``g`` a fraction with three
    figures before the comma, ``v`` figures that are no number («1.2.3»), ``D`` with an ending
    («2х»), ``K`` with a multiplier («5к»), ``r`` a pair of numerals.
    """
    if "0" <= word[:1] <= "9":
        found = _FIGURES.fullmatch(word)
        return (found.lastgroup or "") if found else ""
    least, hyphen, most = word.partition("-")
    return "r" if hyphen and least in _values and (most in _values or most in _PAIRED) else ""


_SMALL_PATTERN = "(?:h(?:_x)?(?:_[ej])?|x(?:_[ej])?|[ej])"
_FIGURES_PATTERN = "(?:[dt](?:_t){1,4}(?:_g)?|[dt]_g|[dtifgD](?:-s)?)"
NUMBER = (
    rf"(?:(?:{_FIGURES_PATTERN}|{_SMALL_PATTERN}|[ponr])(?:[_~][km](?:_{_SMALL_PATTERN})?)?|[kmK])"
)
"""A pattern of a sketch: any number, «1 500», «двадцать пять», «полторы тысячи», «2-х»."""
IN_WORDS = _SMALL_PATTERN


def quantity(words: Sequence[str]) -> tuple[float, float | None]:
    """The least and the most that the words of a number mean; no most for «несколько»."""
    total = current = 0.0
    some = False
    for word in words:
        if word in ENDINGS:
            continue
        if word in _multipliers:
            total += (current or 1.0) * _multipliers[word]
            current = 0.0
        elif word in _values:
            current += _values[word]
        elif "0" <= word[0] <= "9":
            current = current * 1000 + _figures(word)
        elif "-" in word:
            least, _, most = word.partition("-")
            return _values.get(least, 0.0), _values.get(most, _PAIRED.get(most))
        else:
            some = True
            current = 2.0
    return total + current, None if some else total + current


_LEADING = re.compile(r"(?P<number>[0-9]+(?:[.,][0-9]+)?)(?P<unit>тыс|млн|[кk])?")


def _figures(word: str) -> float:
    found = _LEADING.match(word)
    if found is None:  # pragma: no cover - signs are given to words that begin with a figure
        return 0.0
    number = float(found["number"].replace(",", "."))
    unit = found["unit"]
    return number * (1.0 if not unit else 1_000_000.0 if unit == "млн" else 1_000.0)


_ORDINAL = re.compile("[0-9]+(?:го|му|ой|ая|ый|ое|й|е|м|я|ю|st|nd|rd|th)")


def is_ordinal(words: Sequence[str]) -> bool:
    """Whether words that begin with figures name one in a row: «3-й», «5го», "2nd"."""
    return _ORDINAL.fullmatch("".join(words[:2])) is not None
