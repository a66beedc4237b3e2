"""Asking rules about a reply: one that breaks is named, and the others go on."""

from __future__ import annotations

from collections.abc import Iterable

from replylint.checks.rule import Rule
from replylint.finding import Finding, RuleFailure
from replylint.signals.reading import Reading


def asked(rules: Iterable[Rule], reading: Reading) -> tuple[list[Finding], list[RuleFailure]]:
    """What rules find in a reply, and which of them broke on it."""
    findings: list[Finding] = []
    failures: list[RuleFailure] = []
    for rule in rules:
        try:
            findings.extend(rule.findings(reading))
        except Exception as error:
            failures.append(RuleFailure(rule.full_id, f"{type(error).__name__}: {error}"))
    return findings, failures
