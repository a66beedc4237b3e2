"""Which regular expressions cannot take long, whatever the text: told by reading the expression.

Only plain parts are understood; what is not understood may take long. An expression is tame when
the tries at one place of a text are few, however long the text, and when nothing is searched
without end unless it is found then: so the time of a search is at most that of some tries at each
code point. Two searches without end are none, since a row of signs in a text is entered from few
places: for spaces between two parts without spaces, and for letters right after a space.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache, reduce
from itertools import takewhile
from typing import NamedTuple

_MOST_STEPS = 200
_MOST_TIMES = 1_000
_ESCAPE = re.compile(
    r"\\(?:U[0-9A-Fa-f]{8}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[pP]\{[\w =^-]+\}|[dDwWsSntr]|[^\w\s])"
)
_CLASS = re.compile(r"\[\^?(?!\])(?:[^\[\]\\]|\\.)+\]", re.DOTALL)
_PLAIN = re.compile(r"[^\\\[\](){}.^$|*+?]|\.", re.DOTALL)
_EDGE = re.compile(r"\\[bB]|[\^$]")
_GROUP = re.compile(r"\((?:\?(?:P?<[A-Za-z_]\w*>|-?i?:))?(?![?*])")
_LOOK = re.compile(r"\(\?<?[=!]")
_ONLY_SPACE = re.compile(r"[ \t\n]|\\[stn]|\[(?:[ \t\n]|\\[stn])+\]")
_LETTERS = re.compile(r"\\p\{(?:L|Lu|Ll)\}")
_HEAD = re.compile(r"[^\\\[\](){}.^$|*+?]+(?![*+?{])")
_WORDS = re.compile(r"[^\\\[\](){}.^$|*+?]+(?:\|[^\\\[\](){}.^$|*+?]+)+(?=\))")
_MOST_WORDS = 300
_SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))
_TIMES = re.compile(r"(?:([*?+])|\{(\d{0,4})(?:(,)(\d{0,4}))?\})[?+]?")


class _WildError(ValueError):
    """A part of an expression that may take long, or that is not understood."""


@dataclass(frozen=True, slots=True)
class _Tries:
    """How a part can be tried at one place: the steps of all ways together, and the ways.

    An ``endless`` part goes on as long as the text does, and is followed by nothing that can fail.
    A part ``opens`` and ``closes`` bare when it cannot begin or end with a space, and is ``hollow``
    when it may be empty. One with a ``gap`` may end in any number of spaces; a ``spaced`` one ends
    with a space for sure.
    """

    steps: int = 1
    ways: int = 1
    endless: bool = False
    opens: bool = False
    closes: bool = False
    hollow: bool = False
    gap: bool = False
    spaced: bool = False

    def then(self, other: _Tries) -> _Tries:
        """Two parts in a row: the other one is tried after each way of this one.

        Raises ``_WildError`` where spaces without end may be followed by more of them.
        """
        if self.gap and not other.opens:
            raise _WildError
        return _Tries(
            self.steps + self.ways * other.steps,
            self.ways * other.ways,
            self.endless or other.endless,
            self.opens and (other.opens or not self.hollow),
            other.closes and (self.closes or not other.hollow),
            self.hollow and other.hollow,
            other.gap or (self.gap and other.hollow),
            other.spaced and (self.spaced or not other.hollow),
        )

    def beside(self, other: _Tries) -> _Tries:
        """One part or the other."""
        return _Tries(
            1 + self.steps + other.steps,
            self.ways + other.ways,
            self.endless or other.endless,
            self.opens and other.opens,
            self.closes and other.closes,
            self.hollow or other.hollow,
            self.gap or other.gap,
            self.spaced and other.spaced,
        )


_EMPTY = _Tries(0, opens=True, closes=True, hollow=True, spaced=True)
_EDGE_TRIES = replace(_EMPTY, steps=1)
_GAP = _Tries(3, gap=True, spaced=True)


class _Before(NamedTuple):
    """What matched right before a part: surely no space, or surely a space."""

    bare: bool = False
    space: bool = False

    def then(self, tries: _Tries) -> _Before:
        """What stands before the part after this one."""
        return _Before(
            tries.closes and (self.bare or not tries.hollow),
            tries.spaced and (self.space or not tries.hollow),
        )


_UNKNOWN = _Before()


@lru_cache(maxsize=10_000)
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
        self._behind = 0
        self.at = 0

    def alternatives(self, before: _Before = _UNKNOWN) -> _Tries:
        """Up to a closing bracket or the end."""
        words = _WORDS.match(self._text, self.at)
        if words is not None:
            self.at = words.end()
            return _of_words(words[0].lower().split("|"))
        heads = [self._head()]
        several = [self._sequence(before)]
        while self._text.startswith("|", self.at):
            self.at += 1
            heads.append(self._head())
            several.append(self._sequence(before))
        return several[0] if len(several) == 1 else _either(heads, several)

    def _head(self) -> str:
        """The signs with which a sequence begins for sure, in lower case."""
        found = _HEAD.match(self._text, self.at)
        return found[0].lower() if found is not None else ""

    def _sequence(self, before: _Before) -> _Tries:
        tries = _EMPTY
        while self.at < len(self._text) and self._text[self.at] not in "|)":
            tries = tries.then(self._item(before.then(tries), after_endless=tries.endless))
            if tries.steps > _MOST_STEPS:
                raise _WildError
        return tries

    def _item(self, before: _Before, *, after_endless: bool) -> _Tries:
        """A part with its repetition; one that follows an endless part must not fail."""
        start = self.at
        one, is_sign = self._part(before)
        times = _TIMES.match(self._text, self.at)
        least, most = _bounds(times)
        again = before.then(one)
        if not is_sign and most != 1 and again != before:
            # what holds before a group must hold before each of its repetitions
            self.at = start
            one, is_sign = self._part(
                _Before(before.bare and again.bare, before.space and again.space)
            )
        if times is not None:
            self.at = times.end()
        if after_endless and (least or not is_sign):
            raise _WildError
        if most is None:
            if not is_sign:
                raise _WildError
            if one.spaced and before.bare and not after_endless:
                return replace(_GAP, hollow=not least)
            if one.opens and before.space and not after_endless and not self._behind:
                return replace(one, steps=least + 2, hollow=not least)
            return replace(one, steps=least + 1, endless=True, hollow=not least)
        if (least, most) == (1, 1):
            return one
        if one.endless:
            raise _WildError
        return _repeated(one, least, most)

    def _part(self, before: _Before) -> tuple[_Tries, bool]:
        """One part, and whether it is a single sign, such as a letter or a class."""
        text = self._text
        for pattern in (_EDGE, _PLAIN, _ESCAPE, _CLASS):
            found = pattern.match(text, self.at)
            if found is not None:
                self.at = found.end()
                return (_EDGE_TRIES, False) if pattern is _EDGE else (_of_sign(found[0]), True)
        look = _LOOK.match(text, self.at)
        start = look or _GROUP.match(text, self.at)
        if start is None:
            raise _WildError
        self.at = start.end()
        is_behind = look is not None and "<" in look[0]
        self._behind += is_behind
        inner = self.alternatives(_UNKNOWN if is_behind else before)
        self._behind -= is_behind
        if not text.startswith(")", self.at):
            raise _WildError
        self.at += 1
        if look is None:
            return inner, False
        if inner.endless or (inner.gap and is_behind):
            raise _WildError
        # what was looked at is not tried in another way
        return replace(_EDGE_TRIES, steps=1 + inner.steps), False


def _either(heads: list[str], several: list[_Tries]) -> _Tries:
    """One of several parts: those whose heads are not in the text fail there."""
    most_steps = most_ways = 0
    for head in heads:
        steps = ways = 0
        for other, tries in zip(heads, several, strict=True):
            fits = head.startswith(other) or other.startswith(head)
            steps += 1 + (tries.steps if fits else _shared(head, other))
            ways += tries.ways if fits else 0
        most_steps, most_ways = max(most_steps, steps), max(most_ways, ways)
    return replace(reduce(_Tries.beside, several), steps=most_steps, ways=most_ways)


def _of_words(words: list[str]) -> _Tries:
    """One of several words: most fail at the letter where they part from that in the text."""
    if len(words) > _MOST_WORDS:
        raise _WildError
    return _Tries(
        max(sum(1 + _shared(word, other) for other in words) for word in words),
        max(sum(word.startswith(other) for other in words) for word in words),
        opens=not any(word[0].isspace() for word in words),
        closes=not any(word[-1].isspace() for word in words),
    )


def _shared(word: str, other: str) -> int:
    """With how many letters two words begin alike."""
    pairs = zip(word, other, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _of_sign(sign: str) -> _Tries:
    """A single sign: whether it may be a space is asked of Python's own engine."""
    try:
        is_bare = re.search(_LETTERS.sub(r"\\w", sign), _SPACES) is None
    except re.error:
        is_bare = False
    is_space = _ONLY_SPACE.fullmatch(sign) is not None
    return _Tries(opens=is_bare, closes=is_bare, spaced=is_space)


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
    so_far, tries = _EMPTY, _Tries(1, 0, opens=True, closes=True)
    for number in range(most + 1):
        if number:
            so_far = so_far.then(one)
        if number >= least:
            tries = replace(tries.beside(so_far), steps=1 + so_far.steps)
        if tries.steps > _MOST_STEPS or so_far.steps > _MOST_STEPS:
            raise _WildError
    return tries
