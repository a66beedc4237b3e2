"""Words that differ from a misspelt one by one slip, and how likely each slip is.

The cost of a slip is about 1 for what people often do (letters swapped, doubled or heard alike)
and up to 2.5 for what they seldom do.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from replylint.text.spelling.dictionary import is_entry

_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_VOWELS = frozenset("аеиоуыэюя")
_HEARD_ALIKE = frozenset(
    frozenset(pair)
    for pair in "ао еи яе яи ыи эе юу ая бп вф гк гв гх дт жш зс шщ чщ чш цс ьъ йи".split()
)
_AFTER_SIBILANTS = frozenset("ое")
_SIBILANTS = frozenset("жшчщц")
_ROWS = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")


@cache
def _neighbours() -> frozenset[frozenset[str]]:
    """Pairs of letters that lie beside each other on a keyboard."""
    pairs: set[frozenset[str]] = set()
    for number, row in enumerate(_ROWS):
        pairs.update(frozenset(pair) for pair in pairwise(row))
        for below in _ROWS[number + 1 : number + 2]:
            pairs.update(frozenset(pair) for pair in zip(row, below, strict=False))
            pairs.update(frozenset(pair) for pair in zip(row[1:], below, strict=False))
    return frozenset(pairs)


def similar(word: str) -> dict[str, float]:
    """The known words that are one slip away from ``word``, each with the least cost."""
    found: dict[str, float] = {}
    for cost, candidate in _slips(word):
        if cost < found.get(candidate, 9.0) and is_entry(candidate):
            found[candidate] = cost
    return found


def _slips(word: str) -> Iterator[tuple[float, str]]:
    for index in range(len(word)):
        head, letter, tail = word[:index], word[index], word[index + 1 :]
        first = 0.4 if index == 0 else 0.0
        yield first + _extra(word, index), head + tail
        if tail and tail[0] != letter:
            yield 1.0 + first, head + tail[0] + letter + tail[1:]
        for other in _LETTERS:
            if other != letter:
                yield first + _instead(letter, other, head[-1:]), head + other + tail
    for index in range(len(word) + 1):
        head, tail = word[:index], word[index:]
        first = 0.3 if index == 0 else 0.0
        for letter in _LETTERS:
            yield first + _missing(letter, head, tail), head + letter + tail


def _extra(word: str, index: int) -> float:
    letter, around = word[index], word[max(0, index - 1) : index] + word[index + 1 : index + 2]
    if letter in around:
        return 0.9
    if letter in "ьъй":
        return 1.1
    if any(frozenset((letter, other)) in _neighbours() for other in around):
        return 1.3
    return 1.5


def _instead(letter: str, other: str, before: str) -> float:
    pair = frozenset((letter, other))
    if pair in _HEARD_ALIKE or (pair == _AFTER_SIBILANTS and before in _SIBILANTS):
        return 0.9
    if pair in _neighbours():
        return 1.3
    return 1.8 if letter in _VOWELS and other in _VOWELS else 2.3


def _missing(letter: str, head: str, tail: str) -> float:
    if head[-1:] == letter or tail[:1] == letter:
        return 0.9
    if letter == "в" and tail.startswith("ств"):
        return 0.9  # «чуствуем»
    if letter in "ьъй" or (letter in "втдл" and head[-1:] not in _VOWELS):
        return 1.1
    return 1.3
