"""The sentences of a reply that are in another language than most of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from replylint.text.contractions import contracted
from replylint.text.document import Document
from replylint.text.language import morphology_of, written_in
from replylint.text.tokens import Kind
from replylint.text.zones import PROSE

_SIDE_BY_SIDE = r"[{0}'’][,:;]?\s(?:[\d\s№#-]{{0,12}}\s)?[{0}]"
_LETTERS = {"ru": "А-Яа-яЁё", "en": "A-Za-z"}
_PAIRS = {code: re.compile(_SIDE_BY_SIDE.format(letters)) for code, letters in _LETTERS.items()}
"""Two words of a language side by side, as a sentence in it has somewhere."""

_FEWEST_WORDS = 2
_LONGEST_ABBREVIATION = 3


def places_in(document: Document, language: str) -> list[tuple[int, int]]:
    """Where a text is in a language that is not its own: code points, end excluded, in order.

    A place is a sentence or several in a row, with their marks. Quotations, links, names
    and words that the dictionary does not have do not make a sentence one of another language:
    «Наушники Galaxy Buds Pro» stays Russian. Two words of the language must stand side by side in
    each, so that a glance tells replies in one language.
    """
    places: list[tuple[int, int]] = []
    previous = -1
    for number in _sentences(document, language):
        start, stop = document.place_of_sentence(number)
        if places and number == previous + 1:
            start = places.pop()[0]
        places.append((start, stop))
        previous = number
    return places


def _sentences(document: Document, language: str) -> Iterator[int]:
    """The numbers of the sentences in the language, in order."""
    last = -1
    for pair in _PAIRS[language].finditer(document.text):
        number = document.sentence_near(bisect_left(document.ends, pair.end()))
        if number != last:
            last = number
            first, end, _paragraph = document.sentences[number]
            if _is_in(document, language, first, end):
                yield number


def _is_in(document: Document, language: str, first: int, end: int) -> bool:
    """Whether a sentence has enough ordinary words of a language, and more than of others."""
    known = unknown = others = 0
    begins = True
    is_known = morphology_of(language).is_known
    for index in range(first, end):
        if document.kinds[index] is not Kind.WORD or document.zones[index] not in PROSE:
            continue
        word = document.words[index]
        its = written_in(word)
        if its != language:
            others += its is not None
        elif not _is_name(document, index, begins):
            if is_known(word) or (language == "en" and contracted([word])):
                known += 1
            else:
                unknown += 1
        begins = begins and its is None
    return known >= _FEWEST_WORDS and known > others and known >= unknown


def _is_name(document: Document, index: int, begins: bool) -> bool:
    """Whether a word is written as names and abbreviations are; any may be that ``begins`` all."""
    written = document.written(index)
    if written.isupper():
        return 1 < len(written) <= _LONGEST_ABBREVIATION
    return not begins and written[:1].isupper()
