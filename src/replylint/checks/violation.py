"""What a check reports to its rule, and the protocol that all checks keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, Protocol

from replylint.finding import Edit
from replylint.signals.match import Match
from replylint.signals.reading import Reading

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Violation(NamedTuple):
    """A place where the judgement of a rule is against the reply.

    ``details`` are words that the rule's message may name in braces beside ``{match}``;
    ``suggestions`` and ``edits`` come before those of the rule.
    """

    match: Match
    details: Mapping[str, str] = _NOTHING
    suggestions: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()


class Check(Protocol):
    """A kind of judgement."""

    def violations(self, reading: Reading) -> Iterator[Violation]:
        """The places that break the rule, in the order of the text."""


NOWHERE = Match(0, 0, 0, 0)
"""The place of a violation that is about something absent: the very start of the reply."""
