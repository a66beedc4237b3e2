"""Amounts of money and of bonuses: «1 500 ₽», «полторы тысячи рублей», «300 бонусов», "$15".

A number alone is never money, neither is a share («15 %»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.text.entities import numerals
from replylint.text.entities.numerals import NUMBER, quantity
from replylint.text.entities.sketch import CURRENCY_SIGNS, SPACE, Lexicon, pattern, sketch, span
from replylint.text.entities.values import Money
from replylint.text.entities.words import Entity, Words

KIND = "money"

_WORDS = {
    "RUB": "рубль рубля рублю рублем рубле рублей рублям рублями рублях рубли руб р рубликов rub "
    "rur ruble rubles rouble roubles",
    "USD": "доллар доллара доллару долларом долларов долларам доллары бакс баксов бакса usd dollar "
    "dollars bucks",
    "EUR": "евро eur euro euros",
    "KZT": "тенге kzt",
    "UZS": "сум сума сумов uzs",
    "UAH": "гривна гривны гривну гривен гривне грн uah",
    "BYN": "byn бел",
    "KGS": "сом сомов сома kgs",
    "AMD": "драм драмов драма amd",
    "GEL": "лари gel",
    "CNY": "юань юаня юаней cny",
    "GBP": "gbp pounds",
    "points": "бонус бонуса бонусу бонусом бонусов бонусам бонусами бонусы балл балла баллу баллов "
    "баллам баллами баллы балл миль points",
}
_CURRENCY_OF = {word: code for code, words in _WORDS.items() for word in words.split()}
_SIGNS = dict(zip(CURRENCY_SIGNS, ("RUB", "USD", "EUR", "GBP", "CNY", "KZT", "UAH"), strict=True))
_KOPECKS = "копейка копейки копейку копеек копейками коп cent cents"
_GLUED = re.compile(r"(?P<number>[0-9]{1,9}(?:[.,][0-9]{1,2})?)(?P<unit>[а-яa-z]{1,9})")
_VIDEO_LINES = frozenset("144 240 360 480 720 1080 1440 2160".split())
"""«720р» is a picture's height."""
_THOUSANDS = re.compile(r"(?P<whole>[0-9]{1,3}(?:[.,][0-9]{3}){1,4})(?P<rest>\.[0-9]{1,2})?")


def _shape(word: str) -> str:
    glued = _GLUED.fullmatch(word)
    if glued is not None and (glued["unit"] in _CURRENCY_OF or glued["unit"] == "тр"):
        return "Q"
    if _THOUSANDS.fullmatch(word):
        return "a"
    return numerals.figure_sign(word)


_LEXICON = Lexicon(
    {
        **numerals.FORMS,
        "C": " ".join(_CURRENCY_OF),
        "P": _KOPECKS,
        "y": "т",
        "A": "российских белорусских бел бонусных премиальных канадских американских австралийских "
        "bonus reward",
        "B": "белорусских бел",
        "T": "до или to or",
        "X": "из of",
    },
    _shape,
)
_NUMBER = rf"(?:(?:a|{NUMBER})(?:[_~.·]?[_.]y(?=[._]C))?)"
_MONEY = pattern(
    rf"""
    (?:
        # «500–1000 ₽», «от 2 до 5 тысяч рублей», «1 500 р.», «5 т.р.», «100 бонусных рублей»
        (?P<least>{_NUMBER}) (?:(?:-|{SPACE}T{SPACE})(?P<most>{_NUMBER}))?
        (?:(?=¤)(?P<sign>)|[_~·.](?:[AB][_~·])?(?P<word>C)(?![_~]X[_~]d|/))
        (?:[_~](?P<kopecks>d)[_~]P)?
      | (?P<only_kopecks>{_NUMBER})[_~]P
        # «1500р»
      | (?:(?P<from>[dti])-)?(?P<glued>Q)
        # «$15», "USD 20", «₽ 500»
      | (?<=¢)(?P<after_sign>{_NUMBER})(?:-(?P<to>{_NUMBER}))?(?![._~]C)
      | (?P<code>C)_(?P<after_code>{_NUMBER})(?![._~]C)
    )
    """,
)
_CODE = re.compile(r"[a-z]{3}")


def find(words: Words) -> Iterator[Entity]:
    """The amounts in a text."""
    for match in _MONEY.finditer(sketch(words, _LEXICON)):
        value = _value(words, match)
        if value is not None:
            first, end = span(match)
            start, stop = words.starts[first], words.ends[end - 1]
            if match["sign"] is not None:
                stop += len(_sign_after(words.gap(end)))
            if match["after_sign"]:
                start -= len(_sign_before(words.gap(first)))
            yield Entity(KIND, first, end, start, stop, value)


def _value(words: Words, match: re.Match[str]) -> Money | None:
    first, end = span(match)
    if match["glued"]:
        return _glued(words, match)
    if match["after_code"]:
        code = words.words[first]
        if not _CODE.fullmatch(code):
            return None
        amount = _amount(words, match, "after_code")
        return Money(amount, amount, _CURRENCY_OF[code])
    if match["after_sign"]:
        amount = _amount(words, match, "after_sign")
        most = _amount(words, match, "to") if match["to"] else amount
        return Money(amount, most, _SIGNS[_sign_before(words.gap(first))[0]])
    if match["only_kopecks"]:
        amount = _amount(words, match, "only_kopecks") / 100
        return Money(amount, amount, "USD" if words.words[end - 1].startswith("c") else "RUB")
    return _counted(words, match)


def _counted(words: Words, match: re.Match[str]) -> Money:
    least = most = _amount(words, match, "least")
    if match["most"]:
        most = _amount(words, match, "most")
        if least < most and least < 1000 <= most and _is_multiplied(words, match):
            least *= 1000
    if match["kopecks"]:
        most += _amount(words, match, "kopecks") / 100
        least = most if not match["most"] else least
    if match["word"]:
        index = span(match, "word")[0]
        before = words.word(index - 1)
        currency = _CURRENCY_OF[words.words[index]]
        if before.startswith(("белорус", "бел")):
            currency = "BYN"
        elif before.startswith(("бонусн", "премиальн", "bonus", "reward")):
            currency = "points"
    else:
        _, end = span(match, "most" if match["most"] else "least")
        currency = _SIGNS[words.gap(end).strip()[0]]
    return Money(least, most, currency)


def _is_multiplied(words: Words, match: re.Match[str]) -> bool:
    """«2–5 тысяч»: the word belongs to both ends."""
    first, end = span(match, "most")
    return end - first > 1 and not words.words[end - 1].isdigit()


def _amount(words: Words, match: re.Match[str], group: str) -> float:
    first, end = span(match, group)
    chosen = words.words[first:end]
    times = 1.0
    if chosen[-1] == "т" and len(chosen) > 1:
        chosen, times = chosen[:-1], 1000.0
    thousands = _THOUSANDS.fullmatch(chosen[0])
    if thousands is not None:
        whole = thousands["whole"].replace(".", "").replace(",", "")
        return float(whole + (thousands["rest"] or "")) * times
    return quantity(chosen)[0] * times


def _glued(words: Words, match: re.Match[str]) -> Money | None:
    found = _GLUED.fullmatch(words.words[span(match, "glued")[0]])
    if found is None:  # pragma: no cover - the sign Q says that it matches
        return None
    if found["unit"] == "р" and found["number"] in _VIDEO_LINES:
        return None
    times = 1000.0 if found["unit"] == "тр" else 1.0
    most = float(found["number"].replace(",", ".")) * times
    least = float(words.words[span(match, "from")[0]]) * times if match["from"] else most
    return Money(least, most, _CURRENCY_OF.get(found["unit"], "RUB"))


def _sign_after(gap: str) -> str:
    return gap[: len(gap) - len(gap.lstrip()) + 1]


def _sign_before(gap: str) -> str:
    bare = gap.rstrip()
    return gap[len(bare) - 1 :]
