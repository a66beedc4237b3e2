"""What people's verdicts say: how often each rule is right, and how far reviewers agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from replylint.scoring.statistics import Estimate, kappa, wilson

GOOD_KAPPA = 0.7
"""Below this reviewers understand the question differently."""
LEAST = 5
"""So many findings must be judged before anything is said about switching a rule off."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One row that a person has filled in.

    ``key`` names what was asked about, the same for all reviewers; ``rule`` is the full id of the
    rule, None where the question is whether nothing was missed. ``right`` is the answer.
    """

    key: str
    rule: str | None
    right: bool
    reviewer: str


class Advice(StrEnum):
    """What to do with a rule: ``OFF`` when even the best reading of the verdicts is too low."""

    KEEP = "keep"
    WATCH = "watch"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class RulePrecision:
    """How often a rule is right: ``findings`` judged, the share (0 to 1), and what follows."""

    rule: str
    findings: int
    precision: Estimate
    advice: Advice


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two reviewers on what both have judged: the share of equal verdicts and Cohen's κ.

    ``kappa`` is None where both gave the same verdict to everything.
    """

    first: str
    second: str
    common: int
    equal: float
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Calibration:
    """What verdicts say; ``missed`` is the share of replies in which something was missed."""

    rules: Sequence[RulePrecision]
    all_rules: Estimate | None
    missed: Estimate | None
    findings: int
    replies: int
    agreements: Sequence[Agreement]


def calibrate(verdicts: Iterable[Verdict], least_precision: float = 0.8) -> Calibration:
    """Sum up verdicts; several on the same finding count as one, by the share that says right."""
    every = list(verdicts)
    shares: dict[tuple[str | None, str], list[bool]] = defaultdict(list)
    for verdict in every:
        shares[verdict.rule, verdict.key].append(verdict.right)
    by_rule: dict[str | None, list[float]] = defaultdict(list)
    for (rule, _key), answers in shares.items():
        by_rule[rule].append(sum(answers) / len(answers))
    clean = by_rule.pop(None, [])
    rules = [
        _precision(rule, values, least_precision)
        for rule, values in by_rule.items()
        if rule is not None
    ]
    judged = [value for values in by_rule.values() for value in values]
    return Calibration(
        sorted(rules, key=lambda rule: (rule.precision.value, -rule.findings, rule.rule)),
        wilson(sum(judged), len(judged)) if judged else None,
        wilson(len(clean) - sum(clean), len(clean)) if clean else None,
        len(judged),
        len(clean),
        _agreements(every),
    )


def _precision(rule: str, values: Sequence[float], least: float) -> RulePrecision:
    precision = wilson(sum(values), len(values))
    advice = Advice.KEEP
    if precision.value < least:
        sure = precision.high < least and len(values) >= LEAST
        advice = Advice.OFF if sure else Advice.WATCH
    return RulePrecision(rule, len(values), precision, advice)


def _agreements(verdicts: Iterable[Verdict]) -> list[Agreement]:
    given: dict[str, dict[tuple[str, str | None], bool]] = defaultdict(dict)
    for verdict in verdicts:
        given[verdict.reviewer][verdict.key, verdict.rule] = verdict.right
    pairs = combinations(sorted(given), 2)
    return [one for a, b in pairs if (one := _agreement(a, b, given)).common]


def _agreement(
    first: str, second: str, given: Mapping[str, Mapping[tuple[str, str | None], bool]]
) -> Agreement:
    common = [key for key in given[first] if key in given[second]]
    one = [given[first][key] for key in common]
    two = [given[second][key] for key in common]
    equal = sum(a == b for a, b in zip(one, two, strict=True)) / len(common) if common else 0.0
    return Agreement(first, second, len(common), equal, kappa(one, two))
