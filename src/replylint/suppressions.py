"""Findings that a person has decided to let be: comments in a text, and a file beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath

from replylint.errors import Place
from replylint.finding import Finding

_COMMENT = re.compile(
    r"<!--\s*replylint:\s*(?P<verb>ignore-file|ignore)\b(?P<rest>[^\n]{0,500}?)-->", re.IGNORECASE
)
_REST = re.compile(r"\s*(?P<rules>[\w:/-]+(?:\s*,\s*[\w:/-]+)*)\s*(?::\s+(?P<reason>\S.*?))?\s*")


@dataclass(frozen=True, slots=True)
class Suppression:
    """A decision to let findings be.

    ``rule`` is the id of a rule (``calm-down`` or ``ru/tone:calm-down``) or a category. ``reason``
    says why. The rest narrows it: ``start`` to ``end`` are code points of the reply, ``text`` must
    be what was found, ``paths`` are globs below ``base``, ``id`` is that of the conversation, and
    after the day ``until`` the decision no longer holds. ``place`` is where it was written.
    """

    rule: str
    reason: str
    place: Place
    start: int = 0
    end: int | None = None
    text: str | None = None
    paths: tuple[str, ...] = ()
    base: Path | None = None
    id: str | None = None
    until: date | None = None

    def covers(self, finding: Finding, source: str, identifier: str | None, today: date) -> bool:
        """Whether a finding in this reply is let be."""
        return (
            self.rule in (finding.rule, f"{finding.pack}:{finding.rule}", finding.category)
            and self.start <= finding.start
            and (self.end is None or finding.start < self.end)
            and (self.text is None or self.text.casefold() == finding.text.casefold())
            and (self.id is None or self.id == identifier)
            and (self.until is None or today <= self.until)
            and (not self.paths or self._fits(source))
        )

    def _fits(self, source: str) -> bool:
        path = Path(source).resolve()
        if self.base is not None and path.is_relative_to(self.base.resolve()):
            path = path.relative_to(self.base.resolve())
        return any(PurePath(path).match(glob) for glob in self.paths)


@dataclass(frozen=True, slots=True)
class BrokenComment:
    """A comment that asks to ignore something but does not say what, or why."""

    place: Place


def comments_in(text: str, source: str) -> tuple[list[Suppression], list[BrokenComment]]:
    """The suppressions that stand in a text as comments, and those that cannot be understood.

    ``<!-- replylint: ignore calm-down: the reason -->`` covers its own line or, where it stands
    alone on it, the paragraph below; ``ignore-file`` covers the whole text.
    """
    found: list[Suppression] = []
    broken: list[BrokenComment] = []
    if "replylint:" not in text:
        return found, broken
    for comment in _COMMENT.finditer(text):
        place = _place(text, comment.start(), source)
        rest = _REST.fullmatch(comment["rest"])
        if rest is None or not rest["reason"]:
            broken.append(BrokenComment(place))
            continue
        start, end = _covered(text, comment)
        found.extend(
            Suppression(rule, rest["reason"], place, start, end)
            for rule in re.split(r"\s*,\s*", rest["rules"])
        )
    return found, broken


def split_suppressed(
    findings: Sequence[Finding],
    suppressions: Sequence[Suppression],
    source: str,
    identifier: str | None,
    today: date,
) -> tuple[list[Finding], list[tuple[Finding, Suppression]]]:
    """The findings that stay, and those that are let be with the decision that covers them."""
    stay: list[Finding] = []
    let_be: list[tuple[Finding, Suppression]] = []
    for finding in findings:
        covering = next(
            (s for s in suppressions if s.covers(finding, source, identifier, today)), None
        )
        if covering is None:
            stay.append(finding)
        else:
            let_be.append((finding, covering))
    return stay, let_be


def _covered(text: str, comment: re.Match[str]) -> tuple[int, int]:
    if comment["verb"].lower() == "ignore-file":
        return 0, len(text)
    line_start = text.rfind("\n", 0, comment.start()) + 1
    line_end = text.find("\n", comment.end())
    line_end = len(text) if line_end < 0 else line_end
    alone = not (text[line_start : comment.start()] + text[comment.end() : line_end]).strip()
    if not alone:
        return line_start, line_end
    below = re.compile(r"\n[ \t]*\r?\n").search(text, line_end + 1)
    return line_end, below.start() if below else len(text)


def _place(text: str, position: int, source: str) -> Place:
    before = text[:position]
    return Place(source, before.count("\n") + 1, position - before.rfind("\n"))
