"""What a word form can be: its dictionary forms, each with its grammemes."""

from __future__ import annotations

from typing import NamedTuple

from replylint.text import english, russian
from replylint.text.normal import normal


class WordReading(NamedTuple):
    """A dictionary form of a word and the grammemes that the word then has, in their order."""

    lemma: str
    grammemes: tuple[str, ...]


def readings(word: str, language: str) -> list[WordReading]:
    """Everything that a word (in comparable form) can be in a language, likeliest first."""
    return _english(word) if language == "en" else _russian(word)


def _russian(word: str) -> list[WordReading]:
    found = [
        WordReading(normal(analysis.normal_form), _grammemes(str(analysis.tag)))
        for analysis in russian.parses(word)
    ]
    return list(dict.fromkeys(found))


def _english(word: str) -> list[WordReading]:
    found: list[WordReading] = []
    for tag in english.tags(word):
        grammemes = _grammemes(str(tag))
        fitting = [lemma for lemma in english.lemmas(word) if _has(lemma, word, grammemes)]
        found.extend(WordReading(lemma, grammemes) for lemma in fitting or english.lemmas(word)[:1])
    return list(dict.fromkeys(found))


def _has(lemma: str, word: str, grammemes: tuple[str, ...]) -> bool:
    try:
        return word in english.forms(lemma, grammemes)
    except ValueError:
        return False


def _grammemes(tag: str) -> tuple[str, ...]:
    return tuple(part for part in tag.replace(" ", ",").split(",") if part)
