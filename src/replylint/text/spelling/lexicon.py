"""Word lists beside the dictionary: today's words, and those that replies use most.

A list names dictionary forms. What they are in other cases and persons is worked out here, because
the dictionary does not have them: it knows «сайт», but not «лендинг».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from replylint.text.normal import normal
from replylint.text.russian import analyzer, parses

_FOLDER = Path(__file__).parent
_SIBILANT = "гкхжшчщ"
_VOWELS = "аеиоуыэюя"
_INFLECTED = re.compile(r"(?:ть|ться|ти|ый|ий|ой)$")
_HARD = ("", "а", "у", "ом", "е", "ов", "ам", "ами", "ах")
_SOFT = ("я", "ю", "ем", "е", "и", "ей", "ев", "ям", "ями", "ях", "ью")


@cache
def modern() -> frozenset[str]:
    """All forms of the words that the dictionary lacks, in comparable form."""
    return all_forms(read_words(_FOLDER / "modern.txt"))


@cache
def common_lexemes() -> frozenset[str]:
    """The dictionary forms of the words that replies use most, in comparable form."""
    words = read_words(_FOLDER / "common.txt")
    return frozenset(normal(w) for word in words for w in (word, *_lexemes(word)))


@cache
def mistakes() -> Mapping[str, str]:
    """Common mistakes in comparable form, and what is right."""
    lines = (_FOLDER / "mistakes.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" = ") for line in lines if not line.startswith("#"))
    return {normal(wrong): right for wrong, right in pairs}


@lru_cache(maxsize=32)
def team_words(words: tuple[str, ...]) -> frozenset[str]:
    """All forms of the words of a team's own list."""
    return all_forms(part for word in words for part in word.split())


def read_words(path: Path) -> list[str]:
    """The words of a file: separated by white space; a line that begins with ``#`` is a remark."""
    return words_in(path.read_text(encoding="utf-8"))


def words_in(text: str) -> list[str]:
    """The words of such a file, from its text."""
    lines = text.splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def all_forms(lexemes: Iterable[str]) -> frozenset[str]:
    """The forms of words of any kind, in comparable form; known ones by the dictionary."""
    return frozenset(form for lexeme in lexemes for form in _forms(normal(lexeme)))


def _lexemes(word: str) -> list[str]:
    """Of an adjective that the dictionary has under its verb, that verb."""
    return [parse.normal_form for parse in parses(word)[:1]]


def _forms(lexeme: str) -> Iterator[str]:
    found = [lexeme]
    if _INFLECTED.search(lexeme) or analyzer().word_is_known(lexeme):
        for parse in parses(lexeme):
            if normal(parse.normal_form) == lexeme:
                found.extend(normal(form.word) for form in parse.lexeme)
    return iter(found) if len(found) > 1 else chain(found, _of_noun(lexeme))


def _of_noun(noun: str) -> Iterator[str]:
    """The cases of a noun by its last letter, more rather than too few."""
    stem, last = noun[:-1], noun[-1]
    if last in "ьй":
        yield from (stem + ending for ending in _SOFT)
    elif last == "а":
        endings = ("", "ы", "и", "е", "у", "ой", "ей", "ам", "ами", "ах")
        yield from (stem + ending for ending in endings)
        if stem[-1:] == "к":
            yield from (stem[:-1] + "ок", stem[:-1] + "ек")
    elif last == "я":
        yield from (stem + ending for ending in ("и", "е", "ю", "ей", "й", "ь", "ям", "ями", "ях"))
    elif last in "ыи":
        yield from (stem + ending for ending in ("", *_HARD, *_SOFT))
    elif last not in _VOWELS:
        yield from (noun + ending for ending in (*_HARD, "и" if last in _SIBILANT else "ы"))
        if last in "жшчщц":
            yield from (noun + ending for ending in ("ем", "ей", "ев"))
        if noun[-2:] in ("ок", "ек"):
            yield from (noun[:-2] + "к" + ending for ending in (*_HARD[1:], "и"))
