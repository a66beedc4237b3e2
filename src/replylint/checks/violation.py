"""What a check reports to its rule, and the protocol that all checks keep."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from replylint.signals.match import Match
from replylint.signals.reading import Reading


class Violation(NamedTuple):
    """A place where the judgement of a rule is against the reply."""

    match: Match


class Check(Protocol):
    """A kind of judgement."""

    def violations(self, reading: Reading) -> Iterator[Violation]:
        """The places that break the rule, in the order of the text."""
