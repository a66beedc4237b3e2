"""What a model guessed and words had shown already is not said twice."""

from __future__ import annotations

from collections.abc import Sequence

from replylint.finding import Finding

_OF_WHOLE_REPLY = frozenset(("missing-alternative", "missing-reason", "template-only"))
"""Categories that are about the reply as a whole: one finding says it."""


def without_repetitions(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those of a model that overlap another one of the same category.

    Where a category is about the whole reply, any other finding of it is enough.

    Of two models' findings of a category in the same place the more probable one stays.
    """
    kept = [finding for finding in findings if finding.learned is None]
    guessed = [finding for finding in findings if finding.learned is not None]
    for finding in sorted(guessed, key=_probability, reverse=True):
        if not any(_repeats(finding, other) for other in kept):
            kept.append(finding)
    return kept


def _repeats(finding: Finding, other: Finding) -> bool:
    if finding.category != other.category:
        return False
    if finding.category in _OF_WHOLE_REPLY:
        return True
    return finding.start < other.end and other.start < finding.end


def _probability(finding: Finding) -> float:
    return finding.learned.probability if finding.learned is not None else 1.0
