"""Numbers that count something: «1 500», «двадцать пять», «2,5 тысячи», "three".

Not numbers are parts of phones, order and card numbers with many figures, times and dates with
colons and several full stops («10:00», «1.2.3»), ordinals («первый раз»), and «один из».
Numbered sections («п. 4.1.2») are numbers without a value, as rules ask for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.text.entities import numerals
from replylint.text.entities.numerals import NUMBER, is_ordinal, quantity
from replylint.text.entities.sketch import Lexicon, pattern, sketch, span
from replylint.text.entities.words import Entity, Words, entity

KIND = "number"

_LEXICON = Lexicon(
    {
        **numerals.FORMS,
        "C": "пункт пункта пункте пункту пунктом п пп подпункт статья статьи статье ст раздел "
        "раздела разделе глава главы часть части ч section clause",
    },
    numerals.figure_sign,
)
_NUMBER = pattern(
    rf"""
    (?P<section>(?<=C[_·.])v)
    # a phone, a card, a date: «+7 912 …», «8 (912) …», «345-67-89», «8 912 345 67 89»
  | (?P<chain>
        (?<=&)[dti](?:[_<>-][dti]){{0,4}} | d<t>[dt](?:[_-][dt]){{1,2}} | d_t_t[_-]d[_-]d
      | [dti](?:[_<>-][dti]){{0,2}}(?:-[dti]){{2,6}}
    )
  | (?P<number>{NUMBER})
    """,
)
_SECTION = re.compile(r"[0-9]+(?:\.[0-9]+){1,6}")
_FIGURES_OF_A_NUMBER = 9
_NO_COUNT_AFTER_ONE = frozenset(
    "из и на за лишь только же ли к по раз разу of another more and but who that".split()
)
_NO_COUNT_BEFORE_ONE = frozenset("ни ни еще этот эта любой this that no the which any".split())


def find(words: Words) -> Iterator[Entity]:
    """The numbers in a text."""
    for match in _NUMBER.finditer(sketch(words, _LEXICON)):
        if match["chain"]:
            continue
        first, end = span(match)
        if match["section"]:
            if _SECTION.fullmatch(words.words[first]):
                yield entity(KIND, words, first, end, None)
        elif not _is_else(words, first, end):
            least, most = quantity(words.words[first:end])
            yield entity(KIND, words, first, end, least if least == most else None)


def _is_else(words: Words, first: int, end: int) -> bool:
    word = words.words[first]
    if end == first + 1 and word in _ONE:
        after = words.word(end)
        return (
            after in _NO_COUNT_AFTER_ONE
            or words.word(first - 1) in _NO_COUNT_BEFORE_ONE
            or words.gap(end).strip() != ""
            or not after
        )
    if is_ordinal(words.words[first:end]) or _begins_item(words, first, end):
        return True
    if word in _NOT_COUNTED and end == first + 1:
        return True
    leading_zero = word[0] == "0" and len(word) > 1
    return word.isdigit() and (len(word) > _FIGURES_OF_A_NUMBER or leading_zero)


def _begins_item(words: Words, first: int, end: int) -> bool:
    """«2. Нажмите», «3) Введите» at the beginning of a line."""
    before = words.gap(first)
    begins_line = first == 0 or "\n" in before
    return begins_line and words.gap(end)[:2] in (". ", ") ", ".\u00a0", ")\u00a0")


_ONE = frozenset(numerals.FORMS["j"].split())
_NOT_COUNTED = frozenset([*numerals.FORMS["n"].split(), *"half 2к 4к 8к 2k 4k 8k".split()])
