"""Measures of a signal: how often it stands in a reply, and in how much of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from replylint.signals.match import Match
from replylint.signals.measure import Measured, is_own_word, whole
from replylint.signals.reading import Reading


@dataclass(frozen=True, slots=True)
class _OfSignal:
    """What the measures of a signal share; ``signal`` is its full name."""

    signal: str

    def at_most(self, reading: Reading) -> float:
        """Nothing is known before the signal is found, unless it cannot stand there."""
        return inf if reading.may_stand(self.signal) else 0.0


@dataclass(frozen=True, slots=True)
class CountOf(_OfSignal):
    """How often a signal stands in the reply, or how often in ``per_words`` words.

    ``signal`` is its full name. The match is the last place where it stands.
    """

    per_words: int | None = None

    def __call__(self, reading: Reading, above: float | None = None) -> Iterator[Measured]:
        """One value for the reply."""
        found = reading.find(self.signal)
        count = float(len(found))
        if self.per_words:
            count *= self.per_words / max(1, len(reading.document.words))
        yield Measured(count, found[-1] if found else whole(reading.document))


@dataclass(frozen=True, slots=True)
class CountPerSentence(_OfSignal):
    """How often a signal (its full name) stands in each sentence; the match is the sentence."""

    def __call__(self, reading: Reading, above: float | None = None) -> Iterator[Measured]:
        """One value for each sentence."""
        document = reading.document
        found = Counter(match.sentences(document)[0] for match in reading.find(self.signal))
        for number, sentence in enumerate(document.sentences):
            whole = Match.of_words(document, sentence.first, sentence.end)
            yield Measured(found[number], whole)


@dataclass(frozen=True, slots=True)
class ShareOf(_OfSignal):
    """The share (0 to 1) of the words of the author's sentences that have the signal.

    ``signal`` is its full name. The match is the longest of these sentences, or the whole reply
    when there is none.
    """

    def __call__(self, reading: Reading, above: float | None = None) -> Iterator[Measured]:
        """One value for the reply."""
        document = reading.document
        covered = {n for match in reading.find(self.signal) for n in match.sentences(document)}
        sizes = {
            number: sum(is_own_word(document, i) for i in range(s.first, s.end))
            for number, s in enumerate(document.sentences)
        }
        total = sum(sizes.values())
        chosen = [number for number in sizes if number in covered]
        match = whole(document)
        if chosen:
            longest = document.sentences[max(chosen, key=lambda number: sizes[number])]
            match = Match.of_words(document, longest.first, longest.end)
        yield Measured(sum(sizes[n] for n in chosen) / total if total else 0.0, match)
