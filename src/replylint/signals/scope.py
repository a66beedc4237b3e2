"""How far from a match something else still counts as near it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from replylint.signals.match import Match
from replylint.signals.reading import Reading


class Reach(Enum):
    """The kinds of neighbourhood."""

    SENTENCES = "sentences"
    PARAGRAPH = "paragraph"
    REPLY = "reply"
    THREAD = "thread"


@dataclass(frozen=True, slots=True)
class Scope:
    """A neighbourhood of a match.

    For ``Reach.SENTENCES``, ``before`` and ``after`` are the numbers of sentences around the one of
    the match that belong to it.
    """

    reach: Reach
    before: int = 0
    after: int = 0

    @classmethod
    def of(cls, text: str) -> Scope:
        """Read the notation of packs, such as ``sentence``, ``next 2 sentences`` or ``reply``.

        Raises ``ValueError`` for anything else.
        """
        if text == "sentence":
            return cls(Reach.SENTENCES)
        if text in (Reach.PARAGRAPH.value, Reach.REPLY.value, Reach.THREAD.value):
            return cls(Reach(text))
        counted = _COUNTED.fullmatch(text)
        if counted is None:
            raise ValueError(text)
        count = int(counted["count"])
        return cls(Reach.SENTENCES, count if counted["side"] == "near" else 0, count)

    def holds(self, reading: Reading, match: Match, signal: str) -> bool:
        """Whether ``signal`` stands in this neighbourhood of ``match``."""
        if self.reach in (Reach.REPLY, Reach.THREAD):
            return reading.stands(signal) or (
                self.reach is Reach.THREAD
                and any(earlier.stands(signal) for earlier in reading.earlier)
            )
        there = reading.sentences_of(signal)
        if not there:
            return False
        document = reading.document
        here = match.sentences(document)
        if self.reach is Reach.PARAGRAPH and document.sentences:
            paragraphs = {document.sentences[number].paragraph for number in here}
            return not paragraphs.isdisjoint(reading.paragraphs_of(signal))
        near = range(here[0] - self.before, here[-1] + self.after + 1)
        return not there.isdisjoint(near)


NOTATIONS = ("sentence", "next N sentences", "near N sentences", "paragraph", "reply", "thread")
"""Everything that ``Scope.of`` reads, for messages and documentation."""

_COUNTED = re.compile(r"(?P<side>next|near) (?P<count>[1-9]\d?) sentences?")
REPLY = Scope(Reach.REPLY)
