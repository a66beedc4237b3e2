"""The judgement ``limit``: a measure must stay within bounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from replylint.checks.violation import Violation
from replylint.signals.beyond import Beyond
from replylint.signals.reading import Reading


@dataclass(frozen=True, slots=True)
class Limit:
    """Every part of the reply whose measure is out of bounds is a violation.

    The message of the rule may name ``{value}``, ``{min}`` and ``{max}``.
    """

    beyond: Beyond

    def violations(self, reading: Reading) -> Iterator[Violation]:
        """One violation for each value out of bounds."""
        if self.beyond.holds_for_sure(reading):
            return
        for value, match in self.beyond.measured(reading):
            details = {
                "value": _number(value),
                "min": _number(self.beyond.least),
                "max": _number(self.beyond.most),
            }
            yield Violation(match, details)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")
