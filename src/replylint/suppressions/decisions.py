"""All decisions of a run: which findings they let be, and which of them do nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from replylint.conversation import Conversation
from replylint.errors import Problem
from replylint.finding import Finding, Suppressed
from replylint.suppressions.comments import comments_in
from replylint.suppressions.suppression import Suppression
from replylint.translation import _
from replylint.yamlfile.nearest import nearest

_MOST_IDS = 10_000


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
