"""Whole sentences as matches, for the signals that judge by sentences."""

from __future__ import annotations

from replylint.signals.match import Match
from replylint.text.document import Document
from replylint.text.zones import PROSE

_MOST = 60
_FEWEST_WORDS = 3
_MOST_WORDS = 150
_DIVIDERS = frozenset(",;:—–")
_CLOSING_MARKS = '.!?…)»"'


def own_sentences(document: Document) -> list[Match]:
    """The author's own sentences of three words and more; of a very long text the first ones."""
    return [
        Match.of_words(document, sentence.first, sentence.end)
        for sentence in document.sentences[:_MOST]
        if sentence.end - sentence.first >= _FEWEST_WORDS
        and document.zones[sentence.first] in PROSE
    ]


def clause_of(document: Document, match: Match) -> Match | None:
    """The part of its sentence, between commas, dashes and colons, that a match stands in.

    It has three words or more; None where there is no such part, or the sentence has no others. An
    endless sentence is not looked through.
    """
    numbers = match.sentences(document)
    if len(numbers) != 1 or match.first == match.end:
        return None
    first, end, _paragraph = document.sentences[numbers[0]]
    if end - first > _MOST_WORDS:
        return None
    begin, stop = match.first, match.end
    while begin > first and not _DIVIDERS.intersection(document.marks_before(begin)):
        begin -= 1
    while stop < end and not _DIVIDERS.intersection(document.marks_before(stop)):
        stop += 1
    if (begin, stop) == (first, end) or stop - begin < _FEWEST_WORDS:
        return None
    return Match.of_words(document, begin, stop)


def written(document: Document, sentence: Match) -> str:
    """A sentence as it is written, on one line, with the marks that end it."""
    after = document.marks_before(sentence.end)
    marks = len(after) - len(after.lstrip(_CLOSING_MARKS))
    return " ".join(document.text[sentence.start : sentence.stop + marks].split())
