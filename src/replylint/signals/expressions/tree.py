"""Reading a regular expression into a tree: the one place that knows how `regex` writes things.

Only plain parts are understood. Whoever asks something of an expression walks over its tree, and
takes what cannot be read as something that may match anything and take any time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from replylint.text.normal import plain

_SIGN = (
    r"\\(?:U(?P<long>[0-9A-Fa-f]{8})|u(?P<short>[0-9A-Fa-f]{4})|x(?P<byte>[0-9A-Fa-f]{2}))"
    r"|\\(?P<mark>[^\w\s])|\\(?P<control>[ntr])"
)
_WIDE = r"\\[dDwWsS]|\\[pP]\{[\w =^-]+\}"
_TOKEN = re.compile(
    rf"(?P<edge>\\[bBAZ]|[\^$])|(?P<wide>\.|{_WIDE})|{_SIGN}"
    r"|(?P<again>\\[1-9](?!\d)|\(\?P=[A-Za-z_]\w*\))"
    r"|\[(?P<negated>\^?+)(?P<inside>(?:[^\[\]\\]|\\.)+)\]"
    r"|(?P<look>\(\?(?P<behind><?)(?P<how>[=!]))"
    r"|(?P<open>\((?:\?(?:P?<(?P<name>[A-Za-z_]\w*)>|(?:-?i)?:))?)(?![?*])"
    r"|(?P<plain>[^\\\[\](){}.^$|*+?])",
    re.DOTALL,
)
_MEMBER = re.compile(rf"(?P<wide>{_WIDE})|{_SIGN}|(?P<plain>[^\\])", re.DOTALL)
_SET_OPERATION = re.compile(r"([-&|~])\1")
_TIMES = re.compile(
    r"(?:(?P<sign>[*?+])|\{(?P<exactly>[0-9]{1,9})\}"
    r"|\{(?=,?[0-9])(?P<least>[0-9]{0,9}),(?P<most>[0-9]{0,9})\})(?P<mode>[?+]?)"
)
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r"}


class UnreadableError(ValueError):
    """A part of an expression that is not understood."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign that stands for itself (``text``), however it is ``written``."""

    text: str
    written: str


@dataclass(frozen=True, slots=True)
class Wide:
    r"""A sign of a kind that has a name, such as ``\w`` or ``\p{L}``, or any sign: ``.``."""

    written: str


@dataclass(frozen=True, slots=True)
class Range:
    """The signs from one to another in a class."""

    first: Sign
    last: Sign


@dataclass(frozen=True, slots=True)
class CharacterClass:
    """One of some signs, or one of all others: ``[а-яё]``, ``[^.]``."""

    members: tuple[Sign | Wide | Range, ...]
    negated: bool
    written: str


@dataclass(frozen=True, slots=True)
class Edge:
    r"""A place between signs: ``\b``, ``\B``, ``\A``, ``\Z``, ``^``, ``$``."""

    written: str


@dataclass(frozen=True, slots=True)
class Backreference:
    r"""What a group has matched, once more: ``\1``, ``(?P=name)``."""

    written: str


@dataclass(frozen=True, slots=True)
class Group:
    """Alternatives in brackets; ``opening`` is how these begin, without a ``name``."""

    alternatives: Alternatives
    opening: str
    name: str | None = None

    @property
    def captures(self) -> bool:
        """Whether what it matches can be told and asked for again."""
        return self.opening == "("


@dataclass(frozen=True, slots=True)
class Look:
    """Alternatives that are only looked at: ahead or ``behind``, there or not (``negated``)."""

    alternatives: Alternatives
    behind: bool
    negated: bool


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part that stands ``least`` to ``most`` times (None: any number).

    ``written`` is the sign of repetition as it is written; a ``possessive`` one gives nothing back.
    """

    part: Part
    least: int
    most: int | None
    written: str

    @property
    def possessive(self) -> bool:
        """Whether it never gives back what it took."""
        return len(self.written) > 1 and self.written.endswith("+")


Part = Sign | Wide | CharacterClass | Edge | Backreference | Group | Look | Repeat
Sequence_ = tuple[Part, ...]
"""Parts that follow each other."""

Alternatives = tuple[Sequence_, ...]
"""Sequences of which one matches: at least one, which may be empty."""


@lru_cache(maxsize=1_000)
def read_expression(expression: str) -> Alternatives:
    """The tree of an expression; raises ``UnreadableError`` where it has more than plain parts.

    What it takes for granted are the flags of version 1, without free spacing. An expression that
    can be read need not be valid: it may name a group that is not there.
    """
    reader = _Reader(expression)
    try:
        alternatives = reader.alternatives()
    except RecursionError as error:
        raise UnreadableError("it is nested too deeply") from error
    if reader.at < len(expression):
        raise UnreadableError(expression[reader.at :])
    return alternatives


def lowered(signs: str) -> str:
    """Signs in lower case; raises ``UnreadableError`` where one is equal to several others."""
    lower = plain(signs)
    if lower is None:
        raise UnreadableError(signs)
    return lower


def without_repetition(part: Part) -> tuple[Part, int]:
    """What stands there, and how often at least."""
    return (part.part, part.least) if isinstance(part, Repeat) else (part, 1)


def all_parts(alternatives: Alternatives) -> Iterator[Part]:
    """All parts of a tree, each before what is in it."""
    for sequence in alternatives:
        for part in sequence:
            yield part
            inner = part.part if isinstance(part, Repeat) else part
            if inner is not part:
                yield inner
            if isinstance(inner, Group | Look):
                yield from all_parts(inner.alternatives)


class _Reader:
    """Reads an expression from left to right."""

    def __init__(self, expression: str) -> None:
        self._text = expression
        self.at = 0

    def alternatives(self) -> Alternatives:
        """Up to a closing bracket or the end."""
        sequences = [self._sequence()]
        while self._text.startswith("|", self.at):
            self.at += 1
            sequences.append(self._sequence())
        return tuple(sequences)

    def _sequence(self) -> Sequence_:
        parts: list[Part] = []
        while self.at < len(self._text) and self._text[self.at] not in "|)":
            part = self._part()
            times = _TIMES.match(self._text, self.at)
            if times is not None:
                self.at = times.end()
                part = Repeat(part, *_bounds(times), times[0])
            parts.append(part)
        return tuple(parts)

    def _part(self) -> Part:
        found = _TOKEN.match(self._text, self.at)
        if found is None:
            raise UnreadableError(self._text[self.at :])
        self.at = found.end()
        if found["look"]:
            return Look(self._bracketed(), bool(found["behind"]), found["how"] == "!")
        if found["open"]:
            name = found["name"]
            opening = "(" if name else found["open"]
            return Group(self._bracketed(), opening, name)
        if found["inside"]:
            return CharacterClass(_members(found["inside"]), bool(found["negated"]), found[0])
        if found["edge"]:
            return Edge(found[0])
        if found["again"]:
            return Backreference(found[0])
        return _sign(found)

    def _bracketed(self) -> Alternatives:
        """The rest of a group, its closing bracket included."""
        alternatives = self.alternatives()
        if not self._text.startswith(")", self.at):
            raise UnreadableError(self._text[self.at :])
        self.at += 1
        return alternatives


def _sign(found: re.Match[str]) -> Sign | Wide:
    """A single sign, or one of a kind."""
    if found["wide"]:
        return Wide(found[0])
    code = found["long"] or found["short"] or found["byte"]
    if code:
        try:
            return Sign(chr(int(code, 16)), found[0])
        except (ValueError, OverflowError) as error:
            raise UnreadableError(found[0]) from error
    control = found["control"]
    return Sign(_CONTROLS[control] if control else found["mark"] or found["plain"], found[0])


def _members(inside: str) -> tuple[Sign | Wide | Range, ...]:
    """The members of a class; those that are made of other classes are not understood."""
    if _SET_OPERATION.search(inside):
        raise UnreadableError(inside)
    signs: list[Sign | Wide] = []
    at = 0
    while at < len(inside):
        found = _MEMBER.match(inside, at)
        if found is None:
            raise UnreadableError(inside[at:])
        signs.append(_sign(found))
        at = found.end()
    return tuple(_with_ranges(signs))


def _with_ranges(signs: list[Sign | Wide]) -> Iterator[Sign | Wide | Range]:
    """The signs of a class, where a hyphen between two of them makes a range."""
    number = 0
    while number < len(signs):
        first = signs[number]
        number += 1
        is_range = number + 1 < len(signs) and signs[number].written == "-"
        if not is_range or isinstance(first, Wide):
            yield first
            continue
        last = signs[number + 1]
        number += 2
        if isinstance(last, Wide):
            raise UnreadableError(first.written + "-" + last.written)
        yield Range(first, last)


def _bounds(times: re.Match[str]) -> tuple[int, int | None]:
    """The least and the greatest number of times; None for any number."""
    if times["sign"]:
        return (1 if times["sign"] == "+" else 0), (1 if times["sign"] == "?" else None)
    if times["exactly"]:
        return int(times["exactly"]), int(times["exactly"])
    return int(times["least"] or 0), (int(times["most"]) if times["most"] else None)
