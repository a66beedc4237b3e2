"""From a phrase that hurts to patterns that find it in its other forms as well."""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.packs.pattern import SPECIAL, PatternError, parse_pattern
from replylint.text.document import Document
from replylint.text.language import morphology_of
from replylint.text.lexeme_errors import UnknownLexemeError
from replylint.text.readings import WordReading, readings

_INVARIABLE = frozenset("PREP CONJ PRCL NPRO INTJ NUMB UNKN LATN ADVB PRED".split())
"""Parts of speech whose words stay as they are, or whose other forms mean something else."""
_KEPT = (
    *("impr", "past", "1per", "2per", "3per"),
    *("INFN", "GRND", "PRTF", "PRTS", "ADJS", "COMP", "ger", "part", "comp", "supr", "Supr"),
)
"""What a word keeps of its form: order, tense and person of a verb, and the kind of form."""
_NOTATION = re.compile(r"[{}()|<>@#&*^$\\]|\.\.|\w\?")
_LETTERS = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" "),
        strict=True,
    )
)


def is_pattern(text: str) -> bool:
    """Whether a text uses the notation of patterns, and is no plain phrase."""
    return bool(_NOTATION.search(text))


def as_written(phrase: str) -> str:
    """The pattern that finds a phrase as it is written."""
    return "".join(
        f"\\{sign}" if sign in SPECIAL - {"."} else sign for sign in " ".join(phrase.split())
    ).replace("..", "")


def in_any_form(phrase: str, language: str) -> str:
    """The pattern that finds a phrase with its words in any form."""
    return " ".join(_words(phrase, language, keep=False))


def in_like_form(phrase: str, language: str) -> str:
    """The same, but orders stay orders, tense and person are kept, and so is the kind of form."""
    return " ".join(_words(phrase, language, keep=True))


def suggested(phrase: str, language: str) -> list[str]:
    """The patterns to choose from for a phrase, the narrowest first."""
    made = [as_written(phrase), in_like_form(phrase, language), in_any_form(phrase, language)]
    return [pattern for pattern in dict.fromkeys(made) if _can_be_read(pattern)]


def id_for(phrase: str) -> str:
    """An id for a rule about a phrase, in Latin letters; empty when nothing is left of it."""
    latin = "".join(_LETTERS.get(letter, letter) for letter in phrase.lower())
    words = re.findall(r"[a-z0-9]+", latin)[:5]
    name = "-".join(words)
    return name if name[:1].isalpha() else ""


def _words(phrase: str, language: str, *, keep: bool) -> Iterator[str]:
    document = Document(phrase)
    for index, word in enumerate(document.words):
        written = as_written(document.written(index))
        reading = next(iter(readings(word, language)), None)
        if reading is None or not _is_inflected(reading, word, language):
            yield written
            continue
        kept = next((n for n in _KEPT if n in reading.grammemes), "") if keep else ""
        if kept and word not in morphology_of(language).forms(reading.lemma, (kept,)):
            kept = ""
        grammemes = f":{kept}" if kept else ""
        yield "{" + reading.lemma + grammemes + "}"


def _is_inflected(reading: WordReading, word: str, language: str) -> bool:
    """Whether the word is one of several forms of its dictionary form."""
    if not _INVARIABLE.isdisjoint(reading.grammemes):
        return False
    try:
        forms = morphology_of(language).forms(reading.lemma)
    except UnknownLexemeError:
        return False
    return len(forms) > 1 and word in forms


def _can_be_read(pattern: str) -> bool:
    try:
        parse_pattern(pattern)
    except PatternError:
        return False
    return True
