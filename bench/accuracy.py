"""How right the packs are on labelled replies: precision, recall and F1 for each category.

    python bench/accuracy.py [--half dev|test|all] [--learned only|off] [--misses FILE] FILE...

Each FILE has a JSON object a line: ``{"id", "channel", "customer", "reply", "labels": [{"category",
"span", "sure"}]}``. A label is found when a finding of its category overlaps its span (or exists at
all, where the span is empty). A label that is not sure counts neither way, and a finding on it is
no false alarm. Findings count from severity ``suggestion``; false alarms on clean replies from
``warning``. There are two tables, without and with what was learned from examples; their last lines
sum up all categories, and those of tone and help. Halves are told apart by a hash of the id, so
that a rule can be measured on replies that nobody read while writing it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TextIO

from replylint import Conversation, Finding, Linter, Severity
from replylint.finding import CATEGORIES
from replylint.settings.settings import Settings

TONE_AND_HELP = (
    "dismissed-feelings",
    "refusal",
    "missing-alternative",
    "missing-reason",
    "passive-aggression",
    "lecturing",
    "blame",
    "not-my-job",
    "ignorance",
    "empty-apology",
    "vague-promise",
    "template-only",
    "officialese",
    "familiarity",
    "rudeness",
    "pressure",
    "third-party-advice",
    "tone-mismatch",
)
"""The categories that ``training`` has examples of."""


@dataclass
class Counts:
    """What was found, missed and falsely found in one category."""

    right: int = 0
    missed: int = 0
    true_findings: int = 0
    false: int = 0
    replies: Counter[str] = field(default_factory=Counter)

    def add(self, other: Counts) -> None:
        """Count what another one counted as well."""
        for name in ("right", "missed", "true_findings", "false"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.replies.update(other.replies)

    @property
    def precision(self) -> float:
        """The share of findings that stand on a label."""
        return _share(self.true_findings, self.true_findings + self.false)

    @property
    def recall(self) -> float:
        """The share of sure labels that a finding stands on."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def half_of(identifier: str) -> str:
    """``"dev"`` or ``"test"``, by the first bit of the SHA-256 of the id."""
    return "test" if hashlib.sha256(identifier.encode()).digest()[0] & 1 else "dev"


def read(paths: Sequence[Path], half: str) -> Iterator[dict[str, Any]]:
    """The labelled replies of the files that belong to the half."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                item = json.loads(line)
                if half in ("all", half_of(item["id"])):
                    yield item


def overlaps(finding: Finding, label: dict[str, Any], reply: str) -> bool:
    """Whether the finding is of the label's category and stands on its span."""
    return finding.category == label["category"] and (
        not label["span"] or stands_on(finding, label, reply)
    )


def stands_on(finding: Finding, label: dict[str, Any], reply: str) -> bool:
    """Whether the finding and the words of a label, of whatever category, share some words."""
    span = label["span"]
    if not span:
        return False
    start = reply.find(span)
    while start >= 0:
        if finding.start < start + len(span) and start < finding.end:
            return True
        start = reply.find(span, start + 1)
    return False


class Measurement:
    """Counts over all replies, and the misses and false alarms for reading."""

    def __init__(self) -> None:
        self.counts: defaultdict[str, Counts] = defaultdict(Counts)
        self.replies = self.clean = self.alarmed = self.alarms = self.named_otherwise = 0
        self.notes: list[str] = []

    def add(self, item: dict[str, Any], findings: Sequence[Finding]) -> None:
        """Compare the findings in one reply with its labels."""
        self.replies += 1
        reply, labels = item["reply"], item.get("labels")
        if not labels:
            self._clean(item, findings)
        for label in labels or []:
            if label["sure"]:
                self._label(item, label, findings)
        for finding in findings:
            if finding.severity < Severity.SUGGESTION:
                continue
            on = [label for label in labels or [] if overlaps(finding, label, reply)]
            if not on:
                self.counts[finding.category].false += 1
                self.named_otherwise += any(stands_on(finding, x, reply) for x in labels or [])
                self._note("FALSE", item, finding.category, f"{finding.rule}: {finding.text}")
            elif any(label["sure"] for label in on):
                self.counts[finding.category].true_findings += 1
        self._reply_level(labels or [], findings)

    def _clean(self, item: dict[str, Any], findings: Sequence[Finding]) -> None:
        self.clean += 1
        alarms = [finding for finding in findings if finding.severity >= Severity.WARNING]
        self.alarms += len(alarms)
        self.alarmed += bool(alarms)

    def _label(
        self, item: dict[str, Any], label: dict[str, Any], findings: Sequence[Finding]
    ) -> None:
        counted = [f for f in findings if f.severity >= Severity.SUGGESTION]
        if any(overlaps(finding, label, item["reply"]) for finding in counted):
            self.counts[label["category"]].right += 1
        else:
            self.counts[label["category"]].missed += 1
            self._note("MISS", item, label["category"], label["span"])

    def _reply_level(self, labels: Sequence[dict[str, Any]], findings: Sequence[Finding]) -> None:
        sure = {label["category"] for label in labels if label["sure"]}
        unsure = {label["category"] for label in labels} - sure
        found = {f.category for f in findings if f.severity >= Severity.SUGGESTION}
        for category in (sure | found) - unsure:
            kind = (
                "right" if category in sure & found else "missed" if category in sure else "false"
            )
            self.counts[category].replies[kind] += 1

    def _note(self, kind: str, item: dict[str, Any], category: str, what: str) -> None:
        self.notes.append(
            f"{kind} {category} [{item['id']}] «{what}»\n    C: {item.get('customer')}\n"
            f"    A: {item['reply']}\n"
        )

    def write(self, out: TextIO) -> None:
        """Print the table."""
        head = "category right missed false precision recall f1 replies:right missed false"
        out.write("{:<22}{:>6}{:>7}{:>6}{:>10}{:>7}{:>6}{:>15}{:>7}{:>6}\n".format(*head.split()))
        total = Counts()
        tone = Counts()
        for category in [c for c in CATEGORIES if c in self.counts]:
            counts = self.counts[category]
            total.add(counts)
            if category in TONE_AND_HELP:
                tone.add(counts)
            out.write(_row(category, counts))
        out.write(_row("all", total))
        out.write(_row("tone and help", tone))
        out.write(
            f"\n{self.replies} replies, {self.clean} without labels: {self.alarms} false alarms "
            f"from warning up, in {self.alarmed} of them "
            f"({100 * _share(self.alarmed, self.clean):.1f} per 100 clean replies)\n"
        )
        found = total.true_findings + total.false
        out.write(
            f"{self.named_otherwise} of the {total.false} false findings stand on a label of "
            "another category; precision whatever the name: "
            f"{_share(total.true_findings + self.named_otherwise, found):.2f}\n"
        )


def _row(name: str, c: Counts) -> str:
    return (
        f"{name:<22}{c.right:>6}{c.missed:>7}{c.false:>6}{c.precision:>10.2f}{c.recall:>7.2f}"
        f"{c.f1:>6.2f}{c.replies['right']:>15}{c.replies['missed']:>7}{c.replies['false']:>6}\n"
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def main() -> None:
    """Measure the packs on the files named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--half", choices=("dev", "test", "all"), default="all")
    parser.add_argument("--category", action="append", help="only these categories")
    parser.add_argument("--pack", action="append", help="packs to use; default all shipped ones")
    parser.add_argument("--learned", choices=("only", "off"), help="one table instead of two")
    parser.add_argument("--misses", type=Path, help="write every miss and false alarm here")
    options = parser.parse_args()
    linter = Linter(options.pack)
    for problem in linter.unusable_models():
        sys.stderr.write(f"{problem}\n")
    items = list(read(options.files, options.half))
    for learned in (False, True):
        if options.learned == ("off" if learned else "only"):
            continue
        measurement = _measured(linter, items, options.category, learned)
        sys.stdout.write("with learned signals\n" if learned else "without learned signals\n")
        measurement.write(sys.stdout)
        sys.stdout.write("\n")
    if options.misses:
        options.misses.write_text("\n".join(measurement.notes), encoding="utf-8")


def _measured(
    linter: Linter, items: Sequence[dict[str, Any]], categories: Sequence[str] | None, learned: bool
) -> Measurement:
    linter = linter.with_settings(replace(Settings(), learned=learned))
    measurement = Measurement()
    for item in items:
        result = linter.check(
            Conversation.of(item["reply"], customer=item.get("customer"), channel=item["channel"])
        )
        chosen = [f for f in result.findings if not categories or f.category in categories]
        labels = item.get("labels") or []
        kept = [label for label in labels if not categories or label["category"] in categories]
        measurement.add({**item, "labels": kept}, chosen)
    return measurement


if __name__ == "__main__":
    main()
