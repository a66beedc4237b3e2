"""The forms in which the words of somebody's name stand in a text: «Вера», «Веры», «Верой»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from replylint.text import russian
from replylint.text.normal import normal

_PARTS = frozenset(("Name", "Surn", "Patr"))
_HUSHED = frozenset("жшчщц")
_NO_YERY = frozenset("гкхжшчщ")
"""After these letters Russian writes «и», not «ы»."""
_VOWELS = frozenset("аеиоуыэюя")
_LEAST_STEM = 2


@lru_cache(maxsize=20_000)
def forms_of(word: str) -> frozenset[str]:
    """Every form of one word of a name, comparable (see `replylint.text.normal`).

    A Russian name is inflected as grammar would have it and as the dictionary does («Лев», «Льва»),
    never found by its beginning: «вернём» is no form of «Вера». Other names have one form.
    """
    written = normal(word)
    if not "а" <= written[-1:] <= "я":
        return frozenset((written,))
    return frozenset((written, *_by_dictionary(word.lower()), *_by_ending(written)))


def _by_dictionary(word: str) -> Iterator[str]:
    readings = [p for p in russian.parses(word) if p.tag.grammemes & _PARTS]
    nominative = [p for p in readings if "nomn" in p.tag and "plur" not in p.tag]
    for reading in nominative or readings:
        for form in reading.lexeme:
            if "voct" not in form.tag and ("plur" not in form.tag or "Surn" in form.tag):
                yield normal(form.word)


def _by_ending(word: str) -> Iterator[str]:
    """A word declined by its last letters, for names that no dictionary has."""
    last, stem = word[-1], word[:-1]
    if last == "а":
        yield from _joined(stem, _of_a(stem))
    elif last == "я":
        yield from _joined(stem, "и е ю ей ею")
    elif last == "ь":
        yield from _joined(stem, "я ю ем е и ью")
    elif last == "й":
        yield from _joined(stem, "я ю ем е и")
    elif last not in _VOWELS:
        yield from _joined(word, _of_consonant(word))
    if word.endswith(("ий", "ый", "ой")):
        yield from _joined(word[:-2], "ого его ому ему ым им ом ем ая яя ой ей ую юю")
    elif word.endswith(("ая", "яя")):
        yield from _joined(word[:-2], "ой ей ою ею ую юю")


def _of_a(stem: str) -> str:
    plural = "и" if stem[-1:] in _NO_YERY else "ы"
    return f"{plural} е у ой ою" + (" ей ею" if stem[-1:] in _HUSHED else "")


def _of_consonant(word: str) -> str:
    if word.endswith(("ов", "ев", "ин", "ын")):
        return "а у ым ом е ой ы ых ыми"
    return "а у е ем" if word[-1] in _HUSHED else "а у е ом"


def _joined(stem: str, endings: str) -> Iterator[str]:
    if len(stem) >= _LEAST_STEM:
        yield from (stem + ending for ending in endings.split())
