"""The judgement ``check``: a function of a plugin finds the violations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from replylint.checks.violation import Violation
from replylint.signals.plugin import Plugged
from replylint.signals.reading import Reading


@dataclass(frozen=True, slots=True)
class PluggedCheck:
    """Every place that the plugin's function gives is a violation."""

    plugged: Plugged

    def violations(self, reading: Reading) -> Iterator[Violation]:
        """One violation for each place."""
        return (Violation(match) for match in self.plugged.find(reading))
