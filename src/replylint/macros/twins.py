"""A reply that a file keeps twice, as HTML and as plain text: one reply, mended in both places."""

from __future__ import annotations

import re
from dataclasses import replace

from replylint.finding import Edit
from replylint.passage import Passage

_SIGN = re.compile(r"[^\W_]")
_BLANK = re.compile(r"\s")


def says_same(one: Passage, other: Passage) -> bool:
    """Whether two texts have the same words; marks and white space may differ."""
    return _SIGN.findall(one.text) == _SIGN.findall(other.text)


def in_twin(edit: Edit, text: str, twin: str) -> Edit | None:
    """An edit of ``text`` at the same words of its twin; None where the twin differs there."""
    signs = [match.start() for match in _SIGN.finditer(text)]
    others = [match.start() for match in _SIGN.finditer(twin)]
    start, end = (_moved(offset, signs, others) for offset in (edit.start, edit.end))
    if not 0 <= start <= end <= len(twin):
        return None
    old, there = text[edit.start : edit.end], twin[start:end]
    return replace(edit, start=start, end=end) if _plain(old) == _plain(there) else None


def _moved(offset: int, signs: list[int], others: list[int]) -> int:
    """The place in the twin that stands as far behind the same letter."""
    before = [sign for sign in signs if sign < offset]
    if not before:
        return offset
    return others[len(before) - 1] + offset - before[-1]


def _plain(text: str) -> str:
    return _BLANK.sub(" ", text)
