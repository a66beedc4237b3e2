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

from replylint.signals.expressions.tree import (
    Alternatives,
    CharacterClass,
    Edge,
    Group,
    Look,
    Part,
    Repeat,
    Sequence_,
    Sign,
    UnreadableError,
    Wide,
    read_expression,
)

_MOST_STEPS = 200
_MOST_TIMES = 1_000
_ONLY_SPACE = re.compile(r"[ \t\n]|\\[stn]|\[(?:[ \t\n]|\\[stn])+\]")
_LETTERS = re.compile(r"\\p\{(?:L|Lu|Ll)\}")
_MOST_WORDS = 300
_SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))


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
    try:
        return _alternatives(read_expression(expression), _UNKNOWN).steps <= _MOST_STEPS
    except (UnreadableError, _WildError, RecursionError):
        return False


def _alternatives(alternatives: Alternatives, before: _Before, behind: bool = False) -> _Tries:
    """How alternatives can be tried; ``behind`` says whether they are looked at backwards."""
    if len(alternatives) == 1:
        return _sequence(alternatives[0], before, behind)
    heads = [_head(sequence) for sequence in alternatives]
    pairs = zip(heads, alternatives, strict=True)
    if all(head and len(head) == len(sequence) for head, sequence in pairs):
        return _of_words(heads)
    return _either(heads, [_sequence(sequence, before, behind) for sequence in alternatives])


def _head(sequence: Sequence_) -> str:
    """The signs with which a sequence begins for sure, in lower case."""
    signs = takewhile(lambda part: isinstance(part, Sign), sequence)
    return "".join(part.text for part in signs if isinstance(part, Sign)).lower()


def _sequence(sequence: Sequence_, before: _Before, behind: bool) -> _Tries:
    tries = _EMPTY
    for part in sequence:
        if isinstance(part, Repeat):
            one = _repeat(part, before.then(tries), behind, after_endless=tries.endless)
        else:
            if tries.endless:
                raise _WildError
            one = _part(part, before.then(tries), behind)
        tries = tries.then(one)
        if tries.steps > _MOST_STEPS:
            raise _WildError
    return tries


def _repeat(repeat: Repeat, before: _Before, behind: bool, *, after_endless: bool) -> _Tries:
    """A part with its repetition; one that follows an endless part must not fail."""
    least, most = repeat.least, repeat.most
    is_sign = isinstance(repeat.part, Sign | Wide | CharacterClass)
    one = _part(repeat.part, before, behind)
    again = before.then(one)
    every = _Before(before.bare and again.bare, before.space and again.space)
    if not is_sign and most != 1 and every != before:
        # what holds before a group must hold before each of its repetitions
        one = _part(repeat.part, every, behind)
    if after_endless and (least or not is_sign):
        raise _WildError
    if most is None:
        if not is_sign:
            raise _WildError
        if one.spaced and before.bare and not after_endless:
            return replace(_GAP, hollow=not least)
        if one.opens and before.space and not after_endless and not behind:
            return replace(one, steps=least + 2, hollow=not least)
        return replace(one, steps=least + 1, endless=True, hollow=not least)
    if (least, most) == (1, 1):
        return one
    if one.endless:
        raise _WildError
    return _repeated(one, least, most)


def _part(part: Part, before: _Before, behind: bool) -> _Tries:
    """One part that is not repeated."""
    if isinstance(part, Edge):
        return _EDGE_TRIES
    if isinstance(part, Sign | Wide | CharacterClass):
        return _of_sign(part.written)
    if isinstance(part, Group):
        return _alternatives(part.alternatives, before, behind)
    if not isinstance(part, Look):
        raise _WildError
    inner = _alternatives(
        part.alternatives, _UNKNOWN if part.behind else before, behind or part.behind
    )
    if inner.endless or (inner.gap and part.behind):
        raise _WildError
    # what was looked at is not tried in another way
    return replace(_EDGE_TRIES, steps=1 + inner.steps)


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
