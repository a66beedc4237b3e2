"""The judgement ``compare``: the reply must not go beyond, or fall short of, the customer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from replylint.checks.comparisons import Comparison
from replylint.checks.violation import Violation
from replylint.signals.reading import Reading


@dataclass(frozen=True, slots=True)
class Compare:
    """Compares the reply with the customer's words; silent when there are none."""

    comparison: Comparison

    def violations(self, reading: Reading) -> Iterator[Violation]:
        """What the comparison has against the reply."""
        if reading.customer is not None:
            yield from self.comparison(reading, reading.customer)


@dataclass(frozen=True, slots=True)
class CompareThread:
    """Compares the reply with the agents' earlier messages; silent when there are none."""

    comparison: Callable[[Reading], Iterator[Violation]]

    def violations(self, reading: Reading) -> Iterator[Violation]:
        """What the comparison has against the reply."""
        if reading.conversation.earlier:
            yield from self.comparison(reading)
