"""A rule: a judgement with its conditions and everything that a finding tells a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from replylint.checks.conditions import Conditions, Verdict
from replylint.checks.details import MATCH, filled
from replylint.checks.quotation import quotation
from replylint.checks.violation import Check, Violation
from replylint.conversation import Conversation, Message
from replylint.finding import CATEGORIES, Finding, Learned, Quote, Severity
from replylint.signals.evidence import Evidence
from replylint.signals.reading import Reading
from replylint.text.graphemes import whole


@dataclass(frozen=True, slots=True)
class Example:
    """A reply that a rule must judge in a known way.

    ``reply`` is the text without marks; ``spans`` are the code points that must be reported. A
    ``bad`` example without spans must be reported at its very start. ``source`` and ``line`` are
    the file and the line where it stands. ``before`` are the messages before the reply.
    """

    reply: str
    spans: tuple[tuple[int, int], ...]
    is_bad: bool
    channel: str | None = None
    line: int | None = None
    source: str | None = None
    before: tuple[Message, ...] = ()
    sent_at: datetime | None = None

    @property
    def customer(self) -> str | None:
        """The customer's words before the reply."""
        return self.conversation().customer

    def conversation(self, reply: str | None = None) -> Conversation:
        """The example as it is checked; ``reply`` is another text in place of its own."""
        text = self.reply if reply is None else reply
        return Conversation(text, self.before, self.channel, sent_at=self.sent_at)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a pack.

    ``id`` is unique in its pack. With ``first_only`` only one place is reported: the first, or the
    first of the gravest where some are softened. In ``message``, ``why`` and ``suggestions`` may
    stand ``{match}`` and what the kind of judgement adds (``{value}``, ``{better}`` …). ``options``
    names, for a disputed norm, the values with which the rule is on. ``changed_by`` are the packs
    that changed the rule. ``unsure`` gives, for a severity, the probability below which what a
    model found is no graver than that.
    """

    id: str
    pack: str
    language: str
    category: str
    severity: Severity
    check: Check
    conditions: Conditions
    message: str
    why: str
    suggestions: tuple[str, ...]
    source: str
    first_only: bool = False
    examples: tuple[Example, ...] = ()
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    title: str = ""
    line: int | None = None
    changed_by: tuple[str, ...] = ()
    unsure: Mapping[Severity, float] = field(default_factory=dict)

    @property
    def full_id(self) -> str:
        """The id with the name of the pack: ``ru/tone:calm-down``."""
        return f"{self.pack}:{self.id}"

    def findings(self, reading: Reading) -> Iterator[Finding]:
        """What the rule has against this reply, in the order of the text."""
        if not self.conditions.apply_to(reading):
            return
        judged = self._judged(reading)
        for violation, verdict in _first_of_gravest(judged) if self.first_only else judged:
            message = verdict.message or self.message
            yield self._finding(reading, violation, verdict.severity, message)

    def _judged(self, reading: Reading) -> Iterator[tuple[Violation, Verdict]]:
        """The violations that nothing excuses, and how grave each is."""
        violations = self.check.violations(reading)
        for violation in self.conditions.without_exceptions(reading, violations):
            verdict = self.conditions.verdict(reading, violation.match, self.severity)
            if verdict is not None:
                severity = self._as_sure(violation.match.evidence, verdict.severity)
                yield violation, verdict._replace(severity=severity)

    def _as_sure(self, evidence: Evidence | None, severity: Severity) -> Severity:
        """The severity, no graver than a model's probability allows."""
        if evidence is None:
            return severity
        milder = (allowed for allowed, below in self.unsure.items() if evidence.probability < below)
        return min(severity, *milder, severity)

    def _finding(
        self, reading: Reading, violation: Violation, severity: Severity, message: str
    ) -> Finding:
        document, match = reading.document, violation.match
        start, stop = whole(document.text, match.start, match.stop)
        details = {MATCH: quotation(document.text, start, stop), **violation.details}
        line, column = document.line_and_column(start)
        end_line, end_column = document.line_and_column(stop)
        return Finding(
            rule=self.id,
            pack=self.pack,
            category=self.category,
            criterion=CATEGORIES[self.category].value,
            severity=severity,
            message=filled(message, details),
            why=filled(self.why, details),
            text=document.text[start:stop],
            start=start,
            end=stop,
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            suggestions=(
                *violation.suggestions,
                *(filled(suggestion, details) for suggestion in self.suggestions),
            ),
            edits=violation.edits,
            context=violation.context or _about(match.evidence) or self.conditions.context(reading),
            learned=_learned(match.evidence),
        )


def _first_of_gravest(
    judged: Iterable[tuple[Violation, Verdict]],
) -> list[tuple[Violation, Verdict]]:
    """The first of the gravest: a violation that was softened must not hide one that was not."""
    gravest = max(judged, key=lambda pair: pair[1].severity, default=None)
    return [] if gravest is None else [gravest]


def _about(evidence: Evidence | None) -> Quote | None:
    return None if evidence is None else evidence.about


def _learned(evidence: Evidence | None) -> Learned | None:
    if evidence is None:
        return None
    return Learned(evidence.model, evidence.label, evidence.probability, evidence.examples)


def findings_in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings by place, the graver first at the same place."""
    return tuple(sorted(findings, key=lambda f: (f.start, -f.severity, f.end, f.rule)))
