"""Which regular expressions cannot take long, whatever the text: told by reading the expression.

Only plain parts are understood; what is not understood may take long. An expression is tame when
the tries at one place of a text are few, however long the text, and when nothing is searched
without end unless it is found then: so the time of a search is at most that of some tries at each
code point.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MOST_STEPS = 100
_MOST_TIMES = 1_000
_ESCAPE = re.compile(
    r"\\(?:U[0-9A-Fa-f]{8}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[pP]\{[\w =^-]+\}|[dDwWsSntr]|[^\w\s])"
)
_CLASS = re.compile(r"\[\^?(?!\])(?:[^\[\]\\]|\\.)+\]", re.DOTALL)
_PLAIN = re.compile(r"[^\\\[\](){}.^$|*+?]|\.", re.DOTALL)
_EDGE = re.compile(r"\\[bB]|[\^$]")
_GROUP = re.compile(r"\((?:\?(?:P?<[A-Za-z_]\w*>|-?i?:))?(?![?*])")
_LOOK = re.compile(r"\(\?<?[=!]")
_TIMES = re.compile(r"(?:([*?+])|\{(\d{0,4})(?:(,)(\d{0,4}))?\})[?+]?")


class _WildError(ValueError):
    """A part of an expression that may take long, or that is not understood."""


@dataclass(frozen=True, slots=True)
class _Tries:
    """How a part can be tried at one place: the steps of all ways together, and the ways.

    An ``endless`` part goes on as long as the text does, and is followed by nothing that can fail.
    """

    steps: int = 1
    ways: int = 1
    endless: bool = False

    def then(self, other: _Tries) -> _Tries:
        """Two parts in a row: the other one is tried after each way of this one."""
        return _Tries(
            self.steps + self.ways * other.steps,
            self.ways * other.ways,
            self.endless or other.endless,
        )


_EMPTY = _Tries(0)


def is_tame(expression: str) -> bool:
    """Whether the time of a search for an expression grows no faster than the text, and slowly."""
    reader = _Reader(expression)
    try:
        return reader.alternatives().steps <= _MOST_STEPS and reader.at == len(expression)
    except (_WildError, RecursionError):
        return False


class _Reader:
    """Reads an expression from left to right."""

    def __init__(self, expression: str) -> None:
        self._text = expression
        self.at = 0

    def alternatives(self) -> _Tries:
        """Up to a closing bracket or the end."""
        tries = self._sequence()
        while self._text.startswith("|", self.at):
            self.at += 1
            other = self._sequence()
            tries = _Tries(
                1 + tries.steps + other.steps,
                tries.ways + other.ways,
                tries.endless or other.endless,
            )
        return tries

    def _sequence(self) -> _Tries:
        tries = _EMPTY
        while self.at < len(self._text) and self._text[self.at] not in "|)":
            tries = tries.then(self._item(after_endless=tries.endless))
            if tries.steps > _MOST_STEPS:
                raise _WildError
        return tries

    def _item(self, *, after_endless: bool) -> _Tries:
        """A part with its repetition; one that follows an endless part must not fail."""
        one, is_sign = self._part()
        times = _TIMES.match(self._text, self.at)
        least, most = _bounds(times)
        if times is not None:
            self.at = times.end()
        if after_endless and (least or not is_sign):
            raise _WildError
        if most is None:
            if not is_sign:
                raise _WildError
            return _Tries(least + 1, 1, endless=True)
        if (least, most) == (1, 1):
            return one
        if one.endless:
            raise _WildError
        return _repeated(one, least, most)

    def _part(self) -> tuple[_Tries, bool]:
        """One part, and whether it is a single sign, such as a letter or a class."""
        text = self._text
        for pattern, is_sign in ((_EDGE, False), (_PLAIN, True), (_ESCAPE, True), (_CLASS, True)):
            found = pattern.match(text, self.at)
            if found is not None:
                self.at = found.end()
                return _Tries(), is_sign
        look = _LOOK.match(text, self.at)
        start = look or _GROUP.match(text, self.at)
        if start is None:
            raise _WildError
        self.at = start.end()
        inner = self.alternatives()
        if not text.startswith(")", self.at):
            raise _WildError
        self.at += 1
        if look is None:
            return inner, False
        if inner.endless:
            raise _WildError
        # what was looked at is not tried in another way
        return _Tries(1 + inner.steps), False


def _bounds(times: re.Match[str] | None) -> tuple[int, int | None]:
    """The least and the greatest number of times; None for any number."""
    if times is None:
        return 1, 1
    sign, least, comma, most = times.groups()
    if sign:
        return (1 if sign == "+" else 0), (1 if sign == "?" else None)
    if not comma:
        if not least:
            raise _WildError
        return int(least), int(least)
    return int(least or 0), (int(most) if most else None)


def _repeated(one: _Tries, least: int, most: int) -> _Tries:
    """A part that stands so many times."""
    if most > _MOST_TIMES:
        raise _WildError
    so_far, tries = _EMPTY, _Tries(1, 0)
    for number in range(most + 1):
        if number:
            so_far = so_far.then(one)
        if number >= least:
            tries = _Tries(1 + so_far.steps, tries.ways + so_far.ways)
        if tries.steps > _MOST_STEPS or so_far.steps > _MOST_STEPS:
            raise _WildError
    return tries
