"""From findings to scores: 100 × Π(1 − penalty), for a reply and for each criterion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from replylint.finding import Criterion, Finding, Severity


@dataclass(frozen=True, slots=True)
class Score:
    """The scores of one reply, 0 to 100.

    ``value`` is 0 when there is a critical finding; ``plain`` is what the other findings leave.
    ``criteria`` holds the value for each criterion, also those without findings (100).
    """

    value: float
    plain: float
    critical: bool
    criteria: Mapping[str, float]


_CRITERIA = [criterion.value for criterion in Criterion]


def score(findings: Sequence[Finding], penalties: Mapping[Severity, float]) -> Score:
    """Score one reply from its findings.

    ``penalties`` gives for each severity the share (0 to 1) that one finding takes away.
    """
    if not findings:
        return Score(100.0, 100.0, critical=False, criteria=dict.fromkeys(_CRITERIA, 100.0))
    plain = _product((f for f in findings if f.severity < Severity.CRITICAL), penalties)
    value = _product(findings, penalties)
    by_criterion = {
        name: _product([f for f in findings if f.criterion == name], penalties)
        for name in _CRITERIA
    }
    critical = any(f.severity is Severity.CRITICAL for f in findings)
    return Score(value, plain, critical, by_criterion)


def _product(findings: Iterable[Finding], penalties: Mapping[Severity, float]) -> float:
    return round(100.0 * prod(1.0 - penalties[finding.severity] for finding in findings), 2)
