"""Findings at one place of the reply are told together, under one number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from replylint.finding import Finding, Result, Severity

_SAME = 0.5
_LONG = 120
_WIDE = 1_000
"""Code points from which on a place is looked at for every row; there are few such."""


@dataclass(slots=True)
class Group:
    """Findings at one place: the number that links them, the span, the findings, the worst first.

    ``whole`` is true when they are about the reply as a whole and no words are marked.
    """

    start: int
    end: int
    findings: list[Finding] = field(default_factory=list)
    number: int = 0
    whole: bool = False

    @property
    def severity(self) -> Severity:
        """The highest severity among the findings."""
        return max(finding.severity for finding in self.findings)

    def covers(self, start: int, end: int) -> bool:
        """Whether some of these code points belong to the span; an empty span covers its place."""
        return start < max(self.end, self.start + 1) and end > self.start

    def shares(self, finding: Finding) -> bool:
        """Whether the finding stands at the same place: the spans overlap.

        A span as long as a sentence shares only with those that are much the same, so that it
        does not swallow everything that stands in it.
        """
        common = min(self.end, finding.end) - max(self.start, finding.start)
        both = max(self.end, finding.end) - min(self.start, finding.start)
        longest = max(self.end - self.start, finding.end - finding.start)
        if both == 0 or longest > _LONG:
            return common >= _SAME * both
        return common > 0

    @property
    def has_words(self) -> bool:
        """Whether the findings point at words, and not at the reply or at what it lacks."""
        return self.end > self.start and not self.whole

    def add(self, finding: Finding) -> None:
        """Take one more finding in; the span grows over it."""
        self.start = min(self.start, finding.start)
        self.end = max(self.end, finding.end)
        self.findings.append(finding)
        self.findings.sort(key=lambda f: (-f.severity, f.start))


def groups_of(result: Result) -> list[Group]:
    """The findings of a result in numbered groups; the whole reply first, then by place."""
    groups: list[Group] = []
    near: list[Group] = []
    for finding in sorted(result.findings, key=lambda f: (f.start, f.end)):
        whole = _is_whole(finding, result.reply)
        near = [group for group in near if group.end >= finding.start]
        group = next((g for g in near if g.whole is whole and g.shares(finding)), None)
        if group is None:
            group = Group(finding.start, finding.end, whole=whole)
            groups.append(group)
            near.append(group)
        group.add(finding)
    groups.sort(key=lambda group: (not group.whole, group.start, group.end))
    for number, group in enumerate(groups, start=1):
        group.number = number
    return groups


class Places:
    """Groups in the order of their places, to be asked which of them stand at some code points."""

    def __init__(self, groups: Sequence[Group]) -> None:
        ordered = sorted(groups, key=_by_place)
        self._wide = [group for group in ordered if group.end - group.start > _WIDE]
        self._narrow = [group for group in ordered if group.end - group.start <= _WIDE]
        self._starts = [group.start for group in self._narrow]
        self._ends = list(accumulate((max(g.end, g.start + 1) for g in self._narrow), max))

    def over(self, start: int, end: int) -> Sequence[Group]:
        """All groups that cover some of these code points, and perhaps a few that end before."""
        begin = bisect_right(self._ends, start)
        narrow = self._narrow[begin : bisect_left(self._starts, end)]
        wide = [group for group in self._wide if group.covers(start, end)]
        return sorted([*wide, *narrow], key=_by_place) if wide else narrow


def _by_place(group: Group) -> tuple[int, int]:
    return group.start, group.end


def _is_whole(finding: Finding, reply: str) -> bool:
    """Whether the span is the whole of a reply that is more than a few words."""
    text = reply.strip()
    return finding.text.strip() == text and len(text.split()) > 8


def marked(groups: Sequence[Group]) -> list[Group]:
    """The groups whose words are marked in the reply."""
    return [group for group in groups if not group.whole]
