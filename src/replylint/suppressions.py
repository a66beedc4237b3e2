"""Findings that a person has decided to let be: comments in a text, and a file beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from replylint.conversation import Conversation
from replylint.errors import Place, Problem, Written
from replylint.finding import Finding, Suppressed
from replylint.globs import fits
from replylint.passage import Passage
from replylint.translation import _
from replylint.yamlfile.nearest import nearest

COMMENT_FORM = "<!-- replylint: ignore RULE: REASON -->"
"""How a comment must look."""

_OPENING = re.compile(r"<!--\s*replylint\b", re.IGNORECASE)
_CONTENT = re.compile(
    r"\s*:\s*(?P<verb>ignore-file|ignore)\s+(?P<rules>[\w:/-]+?(?:\s*,\s*[\w:/-]+?)*)"
    r"\s*:(?:\s+(?P<reason>\S.*?))?\s*",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 1000
_MOST_IDS = 10_000
_SPACE = re.compile(r"\s*")
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")


@dataclass(frozen=True, slots=True)
class Suppression:
    """A decision to let findings be.

    ``rule`` is the id of a rule (``calm-down`` or ``ru/tone:calm-down``), a category or a pack.
    ``reason`` says why. The rest narrows it: ``start`` to ``end`` are code points of the reply,
    ``text`` must be what was found, ``paths`` are globs below ``base``, ``id`` is that of the
    conversation, and after the day ``until`` the decision no longer holds. ``written`` is where it
    stands.
    """

    rule: str
    reason: str
    written: Written
    start: int = 0
    end: int | None = None
    text: str | None = None
    paths: tuple[str, ...] = ()
    base: Path | None = None
    id: str | None = None
    until: date | None = None

    def names(self, finding: Finding) -> bool:
        """Whether the decision is about this finding, in a reply that it is for."""
        return (
            self.rule in _names_of(finding)
            and (self.start <= finding.start or finding.end > self.start)
            and (self.end is None or finding.start < self.end)
            and (self.text is None or _plain(self.text) == _plain(finding.text))
        )

    def is_for(self, reply: Conversation) -> bool:
        """Whether the decision is about replies such as this one."""
        return (self.id is None or self.id == reply.id) and self.has_path(reply)

    def has_path(self, reply: Conversation) -> bool:
        """Whether the reply stands in one of the files that the decision is for."""
        if not self.paths:
            return True
        base = self.base or Path.cwd()
        return not reply.source.startswith("<") and fits(reply.source, self.paths, base)

    def ended(self, today: date) -> bool:
        """Whether the last day is over."""
        return self.until is not None and today > self.until


def _names_of(finding: Finding) -> tuple[str, ...]:
    full = f"{finding.pack}:{finding.rule}"
    return finding.rule, full, finding.category, finding.pack


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().replace("ё", "е")


def comments_in(
    text: str, source: str, passage: Passage | None = None
) -> tuple[list[Suppression], list[Problem]]:
    """The decisions that stand in a text as comments, and comments that cannot be understood.

    A ``passage`` tells where the text stands in its file.

    ``<!-- replylint: ignore calm-down: the reason -->`` covers its own line or, where it stands
    alone on it, the paragraph below; ``ignore-file`` covers the whole text.
    """
    found: list[Suppression] = []
    broken: list[Problem] = []
    if "<!--" not in text:
        return found, broken
    line, counted = 1, 0
    for opening in _openings(text):
        start, close = opening.start(), text.find("-->", opening.end())
        line, counted = line + text.count("\n", counted, start), start
        place = Place(source, line, start - text.rfind("\n", 0, start))
        if passage is not None:
            point = passage.span(start, start).start
            place = Place(source, point.line, point.column)
        written = Written(place)
        inside = text[opening.end() : max(close, opening.end())]
        content = _CONTENT.fullmatch(inside) if len(inside) < _LONGEST else None
        if content is None or not content["reason"]:
            broken.append(written.problem(_why_broken(inside)))
            continue
        if content["verb"].lower() == "ignore-file":
            first, last = 0, len(text)
        else:
            first, last = _covered(text, start, close + 3)
        reason = " ".join(content["reason"].split())
        found.extend(
            Suppression(rule, reason, written, first, last)
            for rule in re.split(r"\s*,\s*", content["rules"])
        )
    return found, broken


class Decisions:
    """All decisions that hold for a run, and what became of them.

    ``suppressions`` hold for every reply that they are for; comments in a reply are read from it.
    ``why_unknown`` says what is wrong with the name of a rule, None when nothing is.
    """

    def __init__(
        self,
        suppressions: Sequence[Suppression],
        today: Callable[[], date],
        why_unknown: Callable[[str], str | None],
    ) -> None:
        self._all = tuple(suppressions)
        self._today = today
        self._why_unknown = why_unknown
        self._used: set[int] = set()
        self._missed: set[int] = set()
        self._met: set[int] = set()
        self._replies = 0
        self._ids: dict[int, set[str]] = {n: set() for n, d in enumerate(self._all) if d.id}

    def apply(
        self, findings: Sequence[Finding], reply: Conversation
    ) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...], tuple[Problem, ...]]:
        """The findings that stay, those that are let be, and comments that do nothing."""
        passage = None if reply.macro is None else reply.macro.passage
        comments, broken = comments_in(reply.reply, reply.source, passage)
        self._replies += 1
        if not comments and not broken and not self._all:
            return tuple(findings), (), ()
        here = [n for n, decision in enumerate(self._all) if decision.is_for(reply)]
        self._met.update(here)
        self._keep_id(reply)
        stay: list[Finding] = []
        let_be: list[Suppressed] = []
        used: set[int] = set()
        for finding in findings:
            comment = next((n for n, c in enumerate(comments) if c.names(finding)), None)
            if comment is not None:
                used.add(comment)
                let_be.append(_suppressed(finding, comments[comment]))
                continue
            decision = self._decision(finding, here)
            if decision is None:
                stay.append(finding)
            else:
                let_be.append(_suppressed(finding, decision))
        idle = [self._idle_comment(c) for n, c in enumerate(comments) if n not in used]
        useless = sorted((*broken, *idle), key=lambda problem: problem.place.line or 0)
        return tuple(stay), tuple(let_be), tuple(useless)

    def _decision(self, finding: Finding, here: Sequence[int]) -> Suppression | None:
        """The decision among these numbers that lets a finding be."""
        today = self._today()
        for number in here:
            decision = self._all[number]
            if decision.names(finding):
                if not decision.ended(today):
                    self._used.add(number)
                    return decision
                self._missed.add(number)
        return None

    def _idle_comment(self, comment: Suppression) -> Problem:
        return comment.written.problem(self._why_unknown(comment.rule) or _nothing(comment))

    def _keep_id(self, reply: Conversation) -> None:
        """Remember the id for the decisions that are for another reply of the same files."""
        for number, ids in self._ids.items():
            if reply.id is not None and len(ids) < _MOST_IDS and self._all[number].has_path(reply):
                ids.add(reply.id)

    def unmatched(self) -> list[Problem]:
        """The decisions for a reply or for files that are not there, most likely misspelt.

        An ``id`` without ``paths`` may belong to a file that was not read, so it is told only
        where a reply has nearly the same.
        """
        problems: list[Problem] = []
        for number, decision in enumerate(self._all):
            if number in self._met:
                continue
            missing = [path for path in decision.paths if not _is_there(path, decision.base)]
            if missing and len(missing) == len(decision.paths):
                message = _("no file fits “{path}”, so this decision lets nothing be")
                message = message.format(path=missing[0])
                problems.append(decision.written.problem(message))
            elif decision.id is not None:
                problems.extend(self._unknown_id(decision, self._ids[number]))
        return problems

    @staticmethod
    def _unknown_id(decision: Suppression, seen: set[str]) -> Iterator[Problem]:
        hint = nearest(decision.id or "", sorted(seen))
        if hint or (decision.paths and seen):
            message = _("no reply here has the id “{id}”, so this decision lets nothing be")
            yield decision.written.problem(message.format(id=decision.id) + hint)

    def idle(self) -> list[Problem]:
        """The decisions that let nothing be so far though replies came that they are for.

        One that is for all replies needs more than one reply to be called useless.
        """
        problems: list[Problem] = []
        for number, decision in enumerate(self._all):
            general = not decision.paths and decision.id is None
            if number in self._missed:
                message = _(
                    "the decision about “{rule}” ended on {day}; mend the reply or extend it"
                )
                message = message.format(rule=decision.rule, day=decision.until)
                problems.append(decision.written.problem(message))
            elif number in self._met - self._used and (self._replies > 1 or not general):
                problems.append(decision.written.problem(_nothing(decision)))
        return problems


def _is_there(glob: str, base: Path | None) -> bool:
    """Whether there can be a file that a glob fits: what stands before its first wildcard exists.

    A glob without a folder fits files anywhere below, so nothing can be said of it.
    """
    plain = re.split(r"[*?\[]", glob, maxsplit=1)[0]
    if plain != glob:
        plain = plain.rpartition("/")[0]
    if "/" not in glob.rstrip("/") or not plain:
        return True
    return ((base or Path.cwd()) / plain.lstrip("/")).exists()


def _suppressed(finding: Finding, decision: Suppression) -> Suppressed:
    return Suppressed(finding, decision.reason, decision.written.place)


def _nothing(decision: Suppression) -> str:
    return _("nothing is found here that “{rule}” would let be; remove this decision").format(
        rule=decision.rule
    )


def _openings(text: str) -> Iterator[re.Match[str]]:
    """The beginnings of comments to this program, those inside a comment left out."""
    position = 0
    while opening := _OPENING.search(text, position):
        yield opening
        end = text.find("-->", opening.end())
        position = len(text) if end < 0 else end + 3


def _why_broken(inside: str) -> str:
    content = _CONTENT.fullmatch(inside) if len(inside) < _LONGEST else None
    if content is not None or re.fullmatch(r"\s*:\s*ignore(-file)?\s+[^:]+", inside):
        message = _("the comment gives no reason, so it lets nothing be; write {form}")
    else:
        message = _("this comment cannot be understood and lets nothing be; write {form}")
    return message.format(form=COMMENT_FORM)


def _covered(text: str, start: int, end: int) -> tuple[int, int]:
    """The code points that a comment is about: its line, or the paragraph below it."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    if (text[line_start:start] + text[end:line_end]).strip():
        return line_start, line_end
    below = _SPACE.match(text, line_end)
    blank = _BLANK_LINE.search(text, below.end() if below else line_end)
    return line_start, blank.start() if blank else len(text)
