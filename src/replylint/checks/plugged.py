"""The judgement ``check``: a function of a plugin finds the violations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from replylint.checks.violation import Violation
from replylint.signals.plugin import Plugged
from replylint.signals.reading import Reading


@dataclass(frozen=True, slots=True)
class PluggedCheck:
    """Every place that the plugin's function gives is a violation."""

    plugged: Plugged

    def violations(self, reading: Reading) -> Iterator[Violation]:
        """One violation for each place, with what the function tells about it."""
        for match, found in self.plugged.found(reading):
            yield Violation(match, found.details, found.suggestions, found.edits)

    def told(self, parameters: Mapping[str, Any]) -> PluggedCheck:
        """The same check with more parameters, which go before those of the pack."""
        more = {**self.plugged.parameters, **parameters}
        return PluggedCheck(replace(self.plugged, parameters=more))
