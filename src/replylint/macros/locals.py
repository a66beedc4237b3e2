"""The names that a template makes itself: of loops and assignments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from replylint.macros.tags import Tag
from replylint.template import Placeholder


class _Stretch(NamedTuple):
    """Code points of a template in which names are known; without names, every name is."""

    start: int
    end: int
    names: frozenset[str]


_FIRST = re.compile(r"[\w-]+")
_LOOP = re.compile(r"([\w-]+)\s+in\b")
_ASSIGNED = re.compile(r"([\w-]+)\s*=")
_OF_LOOPS = frozenset(("forloop",))
_TO_THE_END = 1 << 60


def mark_locals(holders: Iterable[Placeholder], tags: Sequence[Tag]) -> Iterator[Placeholder]:
    """The placeholders, those whose names the tags before or around them make marked as such."""
    stretches = list(_stretches(tags))
    for holder in holders:
        first = _FIRST.match(holder.name)
        name = first.group() if first else ""
        known = any(
            s.start <= holder.start < s.end and (not s.names or name in s.names) for s in stretches
        )
        yield replace(holder, is_local=True) if known else holder


def _stretches(tags: Sequence[Tag]) -> Iterator[_Stretch]:
    loops: list[Tag] = []
    for tag in tags:
        if tag.word == "for":
            loops.append(tag)
        elif tag.word == "endfor" and loops:
            opening = loops.pop()
            named = _LOOP.match(opening.rest)
            if opening.is_each:
                yield _Stretch(opening.end, tag.start, frozenset())
            elif named is not None:
                yield _Stretch(opening.end, tag.start, _OF_LOOPS | {named[1]})
        elif tag.word in ("assign", "capture"):
            made = (_ASSIGNED if tag.word == "assign" else _FIRST).match(tag.rest)
            if made is not None:
                yield _Stretch(tag.end, _TO_THE_END, frozenset((made.group(made.lastindex or 0),)))
