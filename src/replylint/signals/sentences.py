"""Whole sentences as matches, for the signals that judge by sentences."""

from __future__ import annotations

from replylint.signals.match import Match
from replylint.text.document import Document
from replylint.text.zones import PROSE

_MOST = 60
_FEWEST_WORDS = 3
_CLOSING_MARKS = '.!?…)»"'


def own_sentences(document: Document) -> list[Match]:
    """The author's own sentences of three words and more; of a very long text the first ones."""
    return [
        Match.of_words(document, sentence.first, sentence.end)
        for sentence in document.sentences[:_MOST]
        if sentence.end - sentence.first >= _FEWEST_WORDS
        and document.zones[sentence.first] in PROSE
    ]


def written(document: Document, sentence: Match) -> str:
    """A sentence as it is written, on one line, with the marks that end it."""
    after = document.marks_before(sentence.end)
    marks = len(after) - len(after.lstrip(_CLOSING_MARKS))
    return " ".join(document.text[sentence.start : sentence.stop + marks].split())
