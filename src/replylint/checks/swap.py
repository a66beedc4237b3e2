"""The judgement ``swap``: a word for a better one, put into the form of the word it replaces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from replylint.checks.violation import Violation
from replylint.finding import Edit
from replylint.signals.match import Match, leftmost_longest
from replylint.signals.reading import Reading
from replylint.text.document import Document
from replylint.text.language import Morphology


@dataclass(frozen=True, slots=True)
class BetterWord:
    """One word of a better wording.

    With ``lexeme`` the word is inflected like the word of the match that is a form of one of
    ``like`` (comparable forms, of the lexemes ``of``); without, it is written as it stands.
    """

    text: str
    lexeme: bool = False
    like: frozenset[str] = frozenset()
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Swap:
    """What the signals find is to be replaced: full name of a phrase list → the better wording.

    The message may name ``{better}``. Where a form cannot be made there is no edit, and the better
    wording is suggested as the pack has it.
    """

    better: Mapping[str, tuple[BetterWord, ...]]
    morphology: Morphology

    def violations(self, reading: Reading) -> Iterator[Violation]:
        """One violation for each match, with the edit that mends it."""
        found = [
            (match, better)
            for signal, better in self.better.items()
            if reading.tries(signal)
            for match in reading.find(signal)
        ]
        better_of = dict(reversed(found))
        for match in leftmost_longest(better_of):
            yield self._violation(reading.document, match, better_of[match])

    def _violation(
        self, document: Document, match: Match, better: tuple[BetterWord, ...]
    ) -> Violation:
        words = [self._written(document, match, word) for word in better]
        if None in words:
            wording = " ".join(word.text for word in better)
            return Violation(match, {"better": wording}, (wording,))
        replaced = document.text[match.start : match.stop]
        wording = cased(" ".join(word for word in words if word), replaced)
        return Violation(
            match, {"better": wording}, (wording,), (Edit(match.start, match.stop, wording),)
        )

    def _written(self, document: Document, match: Match, word: BetterWord) -> str | None:
        if not word.lexeme:
            return word.text
        for index in range(match.first, match.end):
            if document.words[index] in word.like:
                return self.morphology.inflect_like(word.text, document.words[index], word.of)
        return None


def cased(wording: str, replaced: str) -> str:
    """The wording in capitals, with a capital or as it is, like the text that it replaces."""
    if len(replaced) > 1 and replaced.isupper():
        return wording.upper()
    if replaced[:1].isupper():
        return wording[:1].upper() + wording[1:]
    return wording
