"""What must stand in a text for a regular expression to match it, told by reading the expression.

Looking for a few letters takes a fraction of what an expression takes. Only plain parts are
understood: where anything else may match, nothing is known, and the expression itself must look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum

from replylint.text.normal import plain

_LONGEST_CLASS = 4_000
_MOST_COMMON = 5
_MOST_PIECES = 5_000
_MOST_TIMES = 3
_ESCAPE = re.compile(
    r"\\(?:U(?P<long>[0-9A-Fa-f]{8})|u(?P<short>[0-9A-Fa-f]{4})|x(?P<byte>[0-9A-Fa-f]{2})"
    r"|[pP]\{[^{}]*\}|[dDwWsS]|(?P<mark>[^\w\s]))"
)
_TIMES = re.compile(r"(?:(?P<any>[*?])|(?P<some>\+)|\{(?P<least>\d*)(?:,\d*)?\})[?+]?")
_GROUP = re.compile(r"\((?:\?(?:P?<[A-Za-z_]\w*>|:|-i:))?(?!\?)")
_AGAIN = re.compile(r"\(\?P=[A-Za-z_]\w*\)|\\[1-9](?!\d)")
_LOOK = re.compile(r"\(\?<?[=!]")
_ANY = re.compile(r"\.|\\(?:[pP]\{[^{}]*\}|[dDwWsS])")
_EDGE = re.compile(r"\\[bBAZ]|[\^$]")
_PLAIN = re.compile(r"[^\\\[\](){}.^$|*+?]")
_SIGNS = r"(?:[^\[\]\\]|\\.)*"
_LETTER = rf"(?:\\w|\\p\{{L\}}|\[(?!\^|{_SIGNS}([-&|~])\1){_SIGNS}?(?:\\w|\\p\{{L\}}){_SIGNS}\])"
_SPACE = r"(?:\\s| )(?:\+|\{[1-9]\d*(?:,\d*)?\})?(?![*?{])"
_BEFORE = re.compile(rf"(?P<gap>\\A|\^|{_SPACE})|\\b|\(\?<!{_LETTER}\)")
_SIGN = r"\[[^\]\\^\s]+\](?:\{[1-9]\d*(?:,\d*)?\}|\+)?"
_AFTER = re.compile(
    rf"(?P<gap>\\Z|\$|{_SPACE})|\\b|\(\?!{_LETTER}(?=[|)])|(?P<sign>\(\?=(?:{_SIGN})+\))"
)


class Beside(IntEnum):
    """What is known of the sign before or after a piece, or of the edge of the text there."""

    ANYTHING = 0
    NO_LETTER = 1
    GAP = 2
    """A space, or the edge."""
    SIGN = 3
    """Anything but a gap."""

    @classmethod
    def told(cls, found: re.Match[str] | None) -> Beside:
        """What a part of the expression beside a piece tells."""
        if found is None:
            return cls.ANYTHING
        kinds = {"gap": cls.GAP, "sign": cls.SIGN}
        return kinds.get(found.lastgroup or "", cls.NO_LETTER)

    def of(self, sign: str) -> Beside:
        """What it tells about a sign: an edge of words says that of letters alone."""
        return self if sign.isalpha() or self is not Beside.NO_LETTER else Beside.ANYTHING


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text in lower case, and what is known of the signs before and after it."""

    text: str
    before: Beside = Beside.ANYTHING
    after: Beside = Beside.ANYTHING


Clause = frozenset[Piece]
"""Pieces of which one must be in the text."""


class _UnknownError(ValueError):
    """A part of an expression that is not understood."""


@dataclass(frozen=True, slots=True)
class _Needed:
    """A clause; those of its pieces that are ``open`` reach to the end of what was read."""

    pieces: Clause
    open: Clause = frozenset()

    def closed(self, after: Beside) -> _Needed:
        """The same with what is known of the sign that follows."""
        if not self.open:
            return self
        ended = {replace(piece, after=after.of(piece.text[-1])) for piece in self.open}
        return _Needed((self.pieces - self.open) | ended)


def worth(clause: Clause) -> tuple[int, int]:
    """The greater, the more a clause excludes."""
    return min(len(piece.text) for piece in clause), -len(clause)


def needed_by(expression: str) -> tuple[Clause, ...]:
    """Clauses that hold in every text, in lower case, that the expression matches.

    Without any, nothing is known. The expression knows no case; the text must have no letters that
    are equal to several others (see ``plain``).
    """
    reader = _Reader(expression)
    try:
        found = reader.alternatives(Beside.ANYTHING)
    except (_UnknownError, RecursionError):
        return ()
    if reader.at < len(expression):
        return ()
    clauses = [needed.closed(Beside.ANYTHING).pieces for needed in found]
    return tuple(clause for clause in clauses if len(clause) <= _MOST_PIECES)


class _Reader:
    """Reads an expression from left to right."""

    def __init__(self, expression: str) -> None:
        self._text = expression
        self.at = 0

    def alternatives(self, before: Beside) -> list[_Needed]:
        """Up to a closing bracket or the end: what is needed, whichever alternative matches."""
        sequences = [self._sequence(before)]
        while self._text.startswith("|", self.at):
            self.at += 1
            sequences.append(self._sequence(before))
        if len(sequences) == 1:
            return sequences[0]
        if not all(sequences):
            return []
        return [_either(max(each, key=lambda needed: worth(needed.pieces)) for each in sequences)]

    def _sequence(self, before: Beside) -> list[_Needed]:
        sequence = _Sequence(before)
        while not self._is_at_end():
            start = self.at
            sign = self._sign()
            if sign is not None:
                least, varies = self._times()
                sequence.add_sign(sign, least, varies=varies)
                continue
            sequence.end_run(self._after())
            needed, has_width = self._part(sequence.before)
            least, varies = self._times()
            if least:
                # of a part that is repeated the first time tells, and more may follow that
                after = Beside.ANYTHING if varies else self._after()
                is_open = self._is_at_end() and not varies
                sequence.needed += needed if is_open else [each.closed(after) for each in needed]
            told = Beside.told(_BEFORE.fullmatch(self._text, start, self.at))
            sequence.before = told if has_width else max(told, sequence.before)
        sequence.leave_open()
        return sequence.needed

    def _is_at_end(self) -> bool:
        return self.at >= len(self._text) or self._text[self.at] in "|)"

    def _after(self) -> Beside:
        """What is known of the sign that follows in the text."""
        return Beside.told(_AFTER.match(self._text, self.at))

    def _sign(self) -> str | None:
        """The next sign, if it stands for itself."""
        if _PLAIN.match(self._text, self.at):
            self.at += 1
            return self._text[self.at - 1]
        escape = _ESCAPE.match(self._text, self.at)
        sign = _sign_of(escape) if escape is not None else None
        if escape is not None and sign is not None:
            self.at = escape.end()
        return sign

    def _part(self, before: Beside) -> tuple[list[_Needed], bool]:
        """What another part needs, and whether it has any width."""
        text, at = self._text, self.at
        if text[at] == "[":
            letters = frozenset(Piece(sign, before.of(sign)) for sign in self._letters())
            return ([_Needed(letters, letters)] if letters else []), True
        if _LOOK.match(text, at):
            self._skip_look()
            return [], False
        for pattern, has_width in ((_EDGE, False), (_AGAIN, True), (_ANY, True)):
            found = pattern.match(text, at)
            if found is not None:
                self.at = found.end()
                return [], has_width
        group = _GROUP.match(text, at)
        if group is None:
            raise _UnknownError(text[at:])
        self.at = group.end()
        inner = self.alternatives(before)
        if not text.startswith(")", self.at):
            raise _UnknownError(text[at:])
        self.at += 1
        return inner, True

    def _times(self) -> tuple[int, bool]:
        """How often the part before must stand at least, and whether that is written at all."""
        found = _TIMES.match(self._text, self.at)
        if found is None:
            return 1, False
        self.at = found.end()
        return 0 if found["any"] else 1 if found["some"] else int(found["least"] or 0), True

    def _letters(self) -> frozenset[str]:
        """The letters of a class that names each, in lower case; none for any other class."""
        end = self.at + 1
        while end < len(self._text) and self._text[end] != "]":
            end += 2 if self._text[end] == "\\" else 1
        inside, self.at = self._text[self.at + 1 : end], end + 1
        if not inside or "[" in inside or re.search(r"([-&|~])\1", inside):
            raise _UnknownError(inside)
        if inside[0] == "^":
            return frozenset()
        signs: list[str] = []
        place = 0
        while place < len(inside):
            escape = _ESCAPE.match(inside, place)
            if inside[place] == "\\":
                sign = _sign_of(escape) if escape is not None else None
                if escape is None or sign is None:
                    return frozenset()
                signs.append(sign)
                place = escape.end()
            else:
                is_range = inside[place] == "-" and 0 < place < len(inside) - 1
                signs.append("" if is_range else inside[place])
                place += 1
        return _members(signs)

    def _skip_look(self) -> None:
        """Go past something that is only looked at."""
        depth = 0
        while self.at < len(self._text):
            sign = self._text[self.at]
            if sign == "\\":
                self.at += 1
            elif sign == "[":
                self._letters()
                continue
            depth += {"(": 1, ")": -1}.get(sign, 0)
            self.at += 1
            if not depth:
                return
        raise _UnknownError(self._text)


class _Sequence:
    """What the parts of a sequence need, and the run of signs at its end.

    ``before`` is what is known of the sign before the next part.
    """

    def __init__(self, before: Beside) -> None:
        self.needed: list[_Needed] = []
        self.before = before
        self._run = ""
        self._before_run = before

    def add_sign(self, sign: str, least: int, *, varies: bool) -> None:
        """A sign that stands for itself, so many times at least."""
        signs = sign * min(least, _MOST_TIMES)
        if signs and not self._run:
            self._before_run = self.before
        self._run += signs
        self.before = Beside.GAP if least and sign.isspace() else Beside.ANYTHING
        if varies:
            self.end_run(Beside.ANYTHING)
            self._run, self._before_run = signs, Beside.ANYTHING

    def end_run(self, after: Beside) -> None:
        """The run ends here, before what is known of the sign that follows."""
        count = len(self.needed)
        self.leave_open()
        self.needed[count:] = [needed.closed(after) for needed in self.needed[count:]]

    def leave_open(self) -> None:
        """The run ends here, and what follows is not known yet."""
        if self._run:
            run = _lowered(self._run)
            needed = frozenset((Piece(run, self._before_run.of(run[0])),))
            self.needed.append(_Needed(needed, needed))
            self._run = ""


def _either(several: Iterable[_Needed]) -> _Needed:
    """What is needed where one or another part matches."""
    pieces, ends = zip(*((needed.pieces, needed.open) for needed in several), strict=True)
    return _Needed(frozenset().union(*pieces), frozenset().union(*ends))


def _sign_of(escape: re.Match[str]) -> str | None:
    """The sign that an escape stands for; None for a class or an edge."""
    code = escape["long"] or escape["short"] or escape["byte"]
    return chr(int(code, 16)) if code else escape["mark"]


def _members(signs: list[str]) -> frozenset[str]:
    """The letters of a class, unless they are too many; an empty sign is the hyphen of a range."""
    letters: set[str] = set()
    for number, sign in enumerate(signs):
        if sign:
            letters.add(sign)
        elif number + 1 < len(signs) and signs[number - 1] and signs[number + 1]:
            first, last = ord(signs[number - 1]), ord(signs[number + 1])
            letters.update(map(chr, range(first, last + 1)))
        else:
            raise _UnknownError("-")
    most = _MOST_COMMON if any(map(str.isalnum, letters)) else _LONGEST_CLASS
    return frozenset(_lowered("".join(letters))) if len(letters) <= most else frozenset()


def _lowered(signs: str) -> str:
    """Signs in lower case; those that are equal to several others are not understood."""
    lowered = plain(signs)
    if lowered is None:
        raise _UnknownError(signs)
    return lowered
