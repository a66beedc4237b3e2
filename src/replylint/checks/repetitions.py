"""What a model guessed and words show as well is said once."""

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


def without_repetitions(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without repetitions between words and models, and among models.

    Where a model found what words found in the same place and category, the graver of the two
    stays, the one by words if they are alike; of two models' findings the more probable one. Where
    a category is about the whole reply, every place is the same. Findings by words alone all stay.
    """
    ordered = sorted(findings, key=_weight)
    if all(finding.learned is None for finding in ordered):
        return ordered
    kept: list[Finding] = []
    of_words: defaultdict[str, list[Finding]] = defaultdict(list)
    of_models: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in ordered:
        guessed = finding.learned is not None
        others = of_models[finding.category]
        if any(_repeats(finding, other) for other in others) or (
            guessed and any(_repeats(finding, other) for other in of_words[finding.category])
        ):
            continue
        (others if guessed else of_words[finding.category]).append(finding)
        kept.append(finding)
    return kept


def _weight(finding: Finding) -> tuple[int, float]:
    """The gravest first, then words, then the more probable."""
    return -finding.severity, -_probability(finding)


def _repeats(finding: Finding, other: Finding) -> bool:
    """Whether two findings of one category, of which a model made one, say the same."""
    if finding.category in _OF_WHOLE_REPLY or finding.start == other.start:
        return True
    return finding.start < other.end and other.start < finding.end


def _probability(finding: Finding) -> float:
    return finding.learned.probability if finding.learned is not None else 1.0
