"""Ordinary words in capitals for stress: «срок ИСТЁК», «НЕ ЗВОНИТЕ», “do NOT call”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from replylint.checks.english import loud as english
from replylint.checks.russian import loud as russian
from replylint.checks.words import is_prose
from replylint.conversation import Conversation
from replylint.signals.plugin import Found, only_where, sentence_by_sentence
from replylint.text.document import Document


class _Language(NamedTuple):
    """What a language knows of words in capitals; all words are in comparable form.

    ``may_be_loud`` tells an ordinary word from an abbreviation or a name, ``is_stress`` whether
    words in capitals are stress rather than the name of something, given the word before them, and
    ``is_stress_beside_stress`` whether a word that may be a name is stress where another word is.
    """

    captions: frozenset[str]
    may_be_loud: Callable[[str], bool]
    is_stress: Callable[[list[str], str], bool]
    is_stress_beside_stress: Callable[[str, str], bool]


_FAR = 1_000
"""No heading has a line that goes on for so many code points."""

_LANGUAGES = {
    language: _Language(
        loud.CAPTIONS, loud.may_be_loud, loud.is_stress, loud.is_stress_beside_stress
    )
    for language, loud in (("ru", russian), ("en", english))
}
_TWO_CAPITALS = re.compile("[А-ЯЁA-Z]['’‐‑-]?[А-ЯЁA-Z]")


def _has_loud_words(document: Document) -> bool:
    if _TWO_CAPITALS.search(document.text) is None:
        return False
    language = _LANGUAGES[document.language]
    return any(True for _word in _loud_words(document, language))


@only_where(_has_loud_words)
@sentence_by_sentence
def find(
    document: Document, _conversation: Conversation, parameters: Mapping[str, Any]
) -> Iterator[Found]:
    """Runs of words in capitals with at least ``least`` and at most ``most`` words.

    Abbreviations, brands, headings and captions are none.
    """
    language = _LANGUAGES[document.language]
    least, most = parameters.get("least", 1), parameters.get("most", len(document.words))
    for first, end in _runs(document, language):
        if least <= end - first <= most and not _is_heading(document, first, end, language):
            yield Found(document.starts[first], document.ends[end - 1])


def _runs(document: Document, language: _Language) -> Iterator[tuple[int, int]]:
    """The first word and the end (excluded) of each run of ordinary words in capitals."""
    runs = list(_loud_runs(document, language))
    stressed = {run for run in runs if _is_stressed(document, *run, language)}
    for first, end in runs:
        before = document.words[first - 1] if first else ""
        if (first, end) in stressed or (
            stressed
            and end - first == 1
            and language.is_stress_beside_stress(document.words[first], before)
        ):
            yield first, end


def _loud_runs(document: Document, language: _Language) -> Iterator[tuple[int, int]]:
    first = end = -1
    for index in _loud_words(document, language):
        if index == end and document.sentence_of[index] == document.sentence_of[first]:
            end = index + 1
            continue
        if end > 0:
            yield first, end
        first, end = index, index + 1
    if end > 0:
        yield first, end


def _loud_words(document: Document, language: _Language) -> Iterator[int]:
    for index in document.in_capitals:
        if language.may_be_loud(document.words[index]) and is_prose(document, index):
            yield index


def _is_stressed(document: Document, first: int, end: int, language: _Language) -> bool:
    """Whether words in capitals are stress, and not the name of something."""
    after = document.text[document.ends[end - 1] : document.ends[end - 1] + 2].strip()
    if after.startswith("!") and document.ends[end - 1] - document.starts[first] > 1:
        return True
    before = document.words[first - 1] if first else ""
    return language.is_stress(document.words[first:end], before)


def _is_heading(document: Document, first: int, end: int, language: _Language) -> bool:
    """Whether the words are in a line of capitals among others, or a caption such as «ВАЖНО:»."""
    if document.words[first] in language.captions and end - first <= 2:
        return "!" not in document.marks_before(end)
    text = document.text
    start, stop = _line_around(text, document.starts[first], document.ends[end - 1])
    line = text[start:stop]
    after = document.marks_before(end).lstrip()
    is_short = len(line) < _FAR and len(line.strip()) < len(text.strip())
    is_line = is_short and not any(map(str.islower, line))
    begins = not text[start : document.starts[first]].strip()
    return (is_line or (begins and after.startswith(":"))) and "!" not in line


def _line_around(text: str, first: int, end: int) -> tuple[int, int]:
    """The line of what stands at these code points, of an endless one what is not far away."""
    start = text.rfind("\n", max(first - _FAR, 0), first)
    stop = text.find("\n", end, end + _FAR)
    return (
        start if start >= 0 else max(first - _FAR, 0),
        stop if stop >= 0 else min(end + _FAR, len(text)),
    )
