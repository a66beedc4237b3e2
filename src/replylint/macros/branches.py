"""The conditions of a Liquid template: every branch is chosen in some reading of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from replylint.macros.tags import BLOCKS, BRANCHES, CONDITIONS, Tag

MOST_READINGS = 16
_MOST_TRIES = 4 * MOST_READINGS
"""Choices may come to the same reading, as those within a comment do; so many are made at most."""

_BLANK_TO_END = re.compile(r"[^\S\n]*+\n")
_CLOSED_BY = {**CONDITIONS, **BLOCKS}


@dataclass(slots=True)
class _Condition:
    """A condition: its branches as code points, and the branch of another one that it lies in.

    A loop is one too: its body, and what is said instead when there is nothing to go through.
    """

    tag: Tag
    outer: tuple[int, int] | None
    branches: list[tuple[int, int]] = field(default_factory=list)
    has_else: bool = False
    end: int = 0


Cut = tuple[int, int]
"""Code points of a template that a reading leaves out."""


def readings(template: str, tags: Sequence[Tag]) -> tuple[list[list[Cut]], list[Tag]]:
    """What each reading of a template leaves out, and the tags that have no partner.

    Every branch of every condition stands in some reading, up to ``MOST_READINGS``; where there is
    no ``else``, one reading goes without the text of the condition.
    """
    conditions, cuts, loose = _conditions(tags)
    partnerless = frozenset(loose)
    cuts += [_whole_line(template, tag.start, tag.end) for tag in tags if tag not in partnerless]
    found: dict[tuple[Cut, ...], None] = {}
    for number, branch in islice(_choices(conditions), _MOST_TRIES):
        chosen = _with_outer(conditions, number, branch)
        left_out = list(cuts)
        for index, condition in enumerate(conditions):
            kept = chosen.get(index, 0)
            left_out += [span for n, span in enumerate(condition.branches) if n != kept]
        found.setdefault(tuple(_joined(left_out)), None)
        if len(found) == MOST_READINGS:
            break
    return [list(reading) for reading in found], loose


def _choices(conditions: Sequence[_Condition]) -> Iterator[tuple[int, int]]:
    """First branches all through, then each other one; a condition without words has no choice."""
    yield -1, 0
    for number, condition in enumerate(conditions):
        if any(start < end for start, end in condition.branches):
            for branch in range(1, len(condition.branches) + (not condition.has_else)):
                yield number, branch


def _conditions(tags: Sequence[Tag]) -> tuple[list[_Condition], list[Cut], list[Tag]]:
    conditions: list[_Condition] = []
    cuts: list[Cut] = []
    loose: list[Tag] = []
    stack: list[tuple[Tag, int | None, int]] = []
    around: list[int] = []
    for tag in tags:
        if tag.word in CONDITIONS:
            outer = (around[-1], len(conditions[around[-1]].branches)) if around else None
            conditions.append(_Condition(tag, outer, has_else=tag.word == "for"))
            around.append(len(conditions) - 1)
            stack.append((tag, len(conditions) - 1, tag.end))
        elif tag.word in BLOCKS:
            stack.append((tag, None, tag.end))
        elif tag.word in BRANCHES:
            if not stack or stack[-1][1] is None:
                loose.append(tag)
                continue
            opening, number, start = stack[-1]
            assert number is not None
            _close_branch(conditions[number], opening, start, tag)
            conditions[number].has_else |= tag.word == "else"
            stack[-1] = (opening, number, tag.end)
        elif tag.word.startswith("end"):
            if not stack or _CLOSED_BY[stack[-1][0].word] != tag.word:
                loose.append(tag)
                continue
            opening, number, start = stack.pop()
            if number is not None:
                around.pop()
                _close_branch(conditions[number], opening, start, tag)
            elif opening.word == "comment":
                cuts.append((opening.end, tag.start))
    return conditions, cuts, [*loose, *(tag for tag, _number, _start in stack)]


def _close_branch(condition: _Condition, opening: Tag, start: int, tag: Tag) -> None:
    """A branch ends here; what stands between ``case`` and its first ``when`` is none."""
    if opening.word == "case" and start == opening.end:
        return
    condition.branches.append((start, tag.start))


def _with_outer(conditions: Sequence[_Condition], number: int, branch: int) -> dict[int, int]:
    """The branches to choose so that this one is read."""
    chosen: dict[int, int] = {}
    place: tuple[int, int] | None = (number, branch) if number >= 0 else None
    while place is not None:
        chosen[place[0]] = place[1]
        place = conditions[place[0]].outer
    return chosen


def _whole_line(template: str, start: int, end: int) -> Cut:
    """A tag, with its line when it stands alone on it."""
    after = _BLANK_TO_END.match(template, end)
    first = start
    while first and template[first - 1] != "\n" and template[first - 1].isspace():
        first -= 1
    if after is None or (first and template[first - 1] != "\n"):
        return start, end
    return first, after.end()


def _joined(cuts: Sequence[Cut]) -> list[Cut]:
    joined: list[Cut] = []
    for start, end in sorted(cuts):
        if end <= start:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
