"""One fault is told once: of rules that find the same in one place the gravest speaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from replylint.finding import Finding

_OF_WHOLE_REPLY = frozenset(
    (
        "ignored-details",
        "missing-alternative",
        "missing-empathy",
        "missing-reason",
        "template-only",
    )
)
"""Categories that are about the reply as a whole: one finding says it."""

_EACH_FOR_ITSELF = frozenset(
    (
        "placeholder",
        "readability",
        "repeated-request",
        "sensitive-data",
        "spelling",
        "structure",
        "unanswered-question",
    )
)
"""Categories of which two faults can stand in one place."""


def without_repetitions(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, one for each fault.

    Of those of one category that overlap, the gravest stays, one by words rather than one by a
    model, the more probable of two by models, and the longest of those that are alike. Where a
    category is about the whole reply, every place is the same for what models found. Two findings
    by words stay when their places are empty, or when their category is of faults that can stand in
    one place.
    """
    kept: list[Finding] = []
    of_category: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=_weight):
        others = of_category[finding.category]
        if not any(_repeats(finding, other) for other in others):
            others.append(finding)
            kept.append(finding)
    return kept


def _weight(finding: Finding) -> tuple[int, float, int]:
    """The gravest first, then words, then the more probable, then the longer."""
    return -finding.severity, -_probability(finding), finding.start - finding.end


def _repeats(finding: Finding, other: Finding) -> bool:
    """Whether two findings of one category say the same."""
    overlaps = finding.start < other.end and other.start < finding.end
    if finding.learned is None and other.learned is None:
        return overlaps and finding.category not in _EACH_FOR_ITSELF
    return finding.category in _OF_WHOLE_REPLY or finding.start == other.start or overlaps


def _probability(finding: Finding) -> float:
    return finding.learned.probability if finding.learned is not None else 1.0
