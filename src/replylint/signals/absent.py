"""A signal that stands where another one does not."""

from __future__ import annotations

from dataclasses import dataclass

from replylint.signals.match import Match
from replylint.signals.reading import Reading
from replylint.signals.scope import Reach, Scope


@dataclass(frozen=True, slots=True)
class Absent:
    """The sentences, the paragraphs or the reply in which ``name`` does not stand."""

    name: str
    within: Scope

    def find(self, reading: Reading) -> list[Match]:
        """One match for each sentence, or one for the whole reply."""
        document = reading.document
        if not document.sentences:
            return []
        if self.within.reach in (Reach.REPLY, Reach.THREAD):
            whole = Match.of_words(document, 0, len(document.words))
            return [] if self.within.holds(reading, whole, self.name) else [whole]
        sentences = [Match.of_words(document, s.first, s.end) for s in document.sentences]
        return [s for s in sentences if not self.within.holds(reading, s, self.name)]
