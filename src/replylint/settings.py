"""What a team can choose: the weights of severities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from replylint.finding import Severity

PENALTIES: Mapping[Severity, float] = MappingProxyType(
    {
        Severity.INFO: 0.0,
        Severity.SUGGESTION: 0.03,
        Severity.WARNING: 0.15,
        Severity.ERROR: 0.35,
        Severity.CRITICAL: 1.0,
    }
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of a team; every one has a default.

    ``penalties`` gives for each severity the share (0 to 1) of the score that one finding takes.
    Raises ``ValueError`` for a penalty outside 0 to 1.
    """

    penalties: Mapping[Severity, float] = field(default_factory=lambda: PENALTIES)

    def __post_init__(self) -> None:
        for severity, penalty in self.penalties.items():
            if not 0.0 <= penalty <= 1.0:
                raise ValueError(f"penalties.{severity.label} is {penalty}; it must be 0 to 1")
        object.__setattr__(self, "penalties", MappingProxyType({**PENALTIES, **self.penalties}))
