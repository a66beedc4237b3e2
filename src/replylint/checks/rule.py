"""A rule: a judgement with its conditions and everything that a finding tells a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from replylint.checks.scope import REPLY, Scope
from replylint.checks.violation import Check
from replylint.finding import CATEGORIES, Finding, Severity
from replylint.signals.match import Match, without_overlapping
from replylint.signals.reading import Reading


@dataclass(frozen=True, slots=True)
class Unless:
    """A condition under which a violation is no finding, or one of a lower severity."""

    signal: str
    within: Scope = REPLY
    downgrade: Severity | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A reply that a rule must judge in a known way.

    ``reply`` is the text without marks; ``spans`` are the code points that must be reported, none
    for a good example. ``line`` is where it stands in the pack.
    """

    reply: str
    spans: tuple[tuple[int, int], ...]
    customer: str | None = None
    line: int | None = None

    @property
    def is_bad(self) -> bool:
        """Whether the rule must find something in it."""
        return bool(self.spans)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a pack.

    ``id`` is unique in its pack; ``exceptions`` is the full name of a signal whose matches drop
    those that they overlap. ``message`` may contain ``{match}``.
    """

    id: str
    pack: str
    language: str
    category: str
    severity: Severity
    check: Check
    message: str
    why: str
    suggestions: tuple[str, ...]
    source: str
    unless: tuple[Unless, ...] = ()
    exceptions: str | None = None
    examples: tuple[Example, ...] = ()
    title: str = ""
    line: int | None = None

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """What the rule has against this reply, in the order of the text."""
        matches = [violation.match for violation in self.check.violations(reading)]
        if matches and self.exceptions is not None:
            matches = without_overlapping(matches, reading.find(self.exceptions))
        for match in matches:
            severity = self._severity(reading, match)
            if severity is not None:
                yield self._finding(reading, match, severity)

    def _severity(self, reading: Reading, match: Match) -> Severity | None:
        severity = self.severity
        for condition in self.unless:
            if condition.within.holds(reading, match, condition.signal):
                if condition.downgrade is None:
                    return None
                severity = min(severity, condition.downgrade)
        return severity

    def _finding(self, reading: Reading, match: Match, severity: Severity) -> Finding:
        document = reading.document
        text = document.text[match.start : match.stop]
        line, column = document.line_and_column(match.start)
        end_line, end_column = document.line_and_column(match.stop)
        return Finding(
            rule=self.id,
            pack=self.pack,
            category=self.category,
            criterion=CATEGORIES[self.category].value,
            severity=severity,
            message=self.message.replace("{match}", text),
            why=self.why,
            text=text,
            start=match.start,
            end=match.stop,
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            suggestions=self.suggestions,
        )


def findings_in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings by place, the graver first at the same place."""
    return tuple(sorted(findings, key=lambda f: (f.start, -f.severity, f.end, f.rule)))
