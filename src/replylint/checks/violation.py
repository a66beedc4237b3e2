"""What a check reports to its rule, and the protocol that all checks keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, Protocol

from replylint.finding import Edit, Quote
from replylint.signals.match import Match
from replylint.signals.reading import Reading
from replylint.text.document import Document

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Violation(NamedTuple):
    """A place where the judgement of a rule is against the reply.

    ``details`` are words that the rule's message may name in braces beside ``{match}``;
    ``suggestions`` and ``edits`` come before those of the rule. ``context`` is what another message
    says, where the violation is about both.
    """

    match: Match
    details: Mapping[str, str] = _NOTHING
    suggestions: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    context: Quote | None = None


class Check(Protocol):
    """A kind of judgement."""

    def violations(self, reading: Reading) -> Iterator[Violation]:
        """The places that break the rule, in the order of the text."""


NOWHERE = Match(0, 0, 0, 0)
"""The place of a violation that is about something absent: the very start of the reply."""


def quote_of(document: Document, match: Match, role: str) -> Quote | None:
    """The sentences of another message that a match stands in; None when it has no words."""
    if not document.words:
        return None
    first = document.sentences[document.sentence_near(match.first)]
    last = document.sentences[document.sentence_near(max(match.first, match.end - 1))]
    start, end = document.starts[first.first], document.ends[last.end - 1]
    after = document.marks_before(last.end)
    marks = len(after) - len(after.lstrip('.!?…»)"'))
    return Quote(role, document.text[start : end + marks])
