"""A signal that stands where another one does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from replylint.signals.match import Match
from replylint.signals.reading import Reading
from replylint.signals.scope import Reach, Scope
from replylint.text.document import Sentence


@dataclass(frozen=True, slots=True)
class Absent:
    """The sentences, the paragraphs or the reply in which ``name`` does not stand."""

    name: str
    within: Scope

    def find(self, reading: Reading) -> list[Match]:
        """One match for each sentence, for each paragraph, or one for the whole reply."""
        document = reading.document
        if not document.sentences:
            return []
        if self.within.reach in (Reach.REPLY, Reach.THREAD):
            whole = Match.of_words(document, 0, len(document.words))
            return [] if self.within.holds(reading, whole, self.name) else [whole]
        parts = [
            Match.of_words(document, sentences[0].first, sentences[-1].end)
            for sentences in self._parts(document.sentences)
        ]
        return [part for part in parts if not self.within.holds(reading, part, self.name)]

    def _parts(self, sentences: Sequence[Sentence]) -> list[list[Sentence]]:
        if self.within.reach is not Reach.PARAGRAPH:
            return [[sentence] for sentence in sentences]
        return [list(part) for _number, part in groupby(sentences, key=lambda s: s.paragraph)]
