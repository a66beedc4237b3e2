"""What must stand in a text for a regular expression to match it, told by reading the expression.

Searching for a few letters takes a fraction of what an expression takes. Only plain parts are
understood: where anything else may match, nothing is known, and the expression itself must look.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from replylint.text.normal import plain

_LONGEST_CLASS = 4_000
_MOST_COMMON = 5
_MOST_PIECES = 400
_FEW_PIECES = 8
_PICTURES = "\u2190"
_ESCAPE = re.compile(
    r"\\(?:U(?P<long>[0-9A-Fa-f]{8})|u(?P<short>[0-9A-Fa-f]{4})|x(?P<byte>[0-9A-Fa-f]{2})"
    r"|(?P<edge>[bB])|[pP]\{[^{}]*\}|[dDwWsS]|(?P<mark>[^\w\s]))"
)
_TIMES = re.compile(r"(?:(?P<any>[*?])|(?P<some>\+)|\{(?P<least>\d*)(?:,\d*)?\})[?+]?")
_GROUP = re.compile(r"\((?:\?(?:P?<[A-Za-z_]\w*>|:|-i:))?(?!\?)")
_AGAIN = re.compile(r"\(\?P=[A-Za-z_]\w*\)|\\[1-9](?!\d)")
_LOOK = re.compile(r"\(\?<?[=!]")
_PLAIN = re.compile(r"[^\\\[\](){}.^$|*+?]")


class _UnknownError(ValueError):
    """A part of an expression that is not understood."""


@dataclass(frozen=True, slots=True)
class _Needed:
    """One of the pieces of text, or one of the single letters, must be there."""

    pieces: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()

    def __or__(self, other: _Needed) -> _Needed:
        return _Needed(self.pieces | other.pieces, self.letters | other.letters)

    @property
    def worth(self) -> tuple[bool, int, int]:
        """The greater, the more it excludes."""
        shortest = min(map(len, self.pieces), default=0)
        return not self.letters, shortest, -len(self.pieces)


def needed_by(expression: str) -> Callable[[str], object] | None:
    """A quick test of a text in lower case that fails only where the expression cannot match.

    None where the expression says nothing that could be tested quickly. The expression knows no
    case; the text must have no letters that are equal to several others (see ``plain``).
    """
    try:
        reader = _Reader(expression)
        found = reader.alternatives()
    except (_UnknownError, RecursionError):
        return None
    if found is None or reader.at < len(expression) or len(found.pieces) > _MOST_PIECES:
        return None
    signs = "".join((*found.pieces, *found.letters))
    if plain(signs) is None or "İ" in signs:
        return None
    pieces = tuple(sorted({piece.lower() for piece in found.pieces}))
    letters = "".join(sorted({letter.lower() for letter in found.letters}))
    any_letter = re.compile(_class_of(letters)).search if letters else None

    if len(pieces) > _FEW_PIECES and not letters:
        return re.compile("|".join(map(re.escape, pieces))).search

    def may_match(lowered: str) -> bool:
        for piece in pieces:
            if piece in lowered:
                return True
        return any_letter is not None and any_letter(lowered) is not None

    return may_match


def _class_of(letters: str) -> str:
    """A class with these letters; of pictures one range, which is looked for much faster."""
    if letters[0] >= _PICTURES:
        return f"[{letters[0]}-{letters[-1]}]"
    return f"[{re.escape(letters)}]"


class _Reader:
    """Reads an expression from left to right."""

    def __init__(self, expression: str) -> None:
        self._text = expression
        self.at = 0

    def alternatives(self) -> _Needed | None:
        """Up to a closing bracket or the end: what every alternative needs, one by one."""
        found = self._sequence()
        while self._text[self.at : self.at + 1] == "|":
            self.at += 1
            other = self._sequence()
            found = None if found is None or other is None else found | other
        return found

    def _sequence(self) -> _Needed | None:
        best: _Needed | None = None
        run = ""
        while self.at < len(self._text) and self._text[self.at] not in "|)":
            literal, needed, has_width = self._item()
            least = self._times()
            if literal is not None and least:
                run += literal * min(least, 3)
                needed = _Needed(frozenset((run,)))
            if needed is not None and least and (best is None or needed.worth > best.worth):
                best = needed
            if has_width and (literal is None or self._varies):
                run = literal * min(least, 3) if literal is not None and least else ""
        return best

    def _item(self) -> tuple[str | None, _Needed | None, bool]:
        """A literal sign, or what a part needs; and whether the part has any width."""
        text, at = self._text, self.at
        sign = text[at]
        if _PLAIN.match(sign):
            self.at += 1
            return sign, None, True
        if sign in "^$":
            self.at += 1
            return None, None, False
        if sign == ".":
            self.at += 1
            return None, None, True
        again = _AGAIN.match(text, at)
        if again is not None:
            self.at = again.end()
            return None, None, True
        if sign == "\\":
            return self._escape()
        if sign == "[":
            return None, self._letters(), True
        if _LOOK.match(text, at):
            self._skip_look()
            return None, None, False
        group = _GROUP.match(text, at)
        if group is None:
            raise _UnknownError(text[at:])
        self.at = group.end()
        inner = self.alternatives()
        if text[self.at : self.at + 1] != ")":
            raise _UnknownError(text[at:])
        self.at += 1
        return None, inner, True

    def _escape(self) -> tuple[str | None, _Needed | None, bool]:
        found = _ESCAPE.match(self._text, self.at)
        if found is None:
            raise _UnknownError(self._text[self.at :])
        self.at = found.end()
        code = found["long"] or found["short"] or found["byte"]
        if code:
            return chr(int(code, 16)), None, True
        return found["mark"], None, found["edge"] is None

    def _times(self) -> int:
        """How often the part before must stand at least; ``_varies`` tells whether more may."""
        found = _TIMES.match(self._text, self.at)
        self._varies = found is not None
        if found is None:
            return 1
        self.at = found.end()
        return 0 if found["any"] else 1 if found["some"] else int(found["least"] or 0)

    def _letters(self) -> _Needed | None:
        """The letters of a class that names each; None for any other class."""
        end = self.at + 1
        while end < len(self._text) and self._text[end] != "]":
            end += 2 if self._text[end] == "\\" else 1
        inside, self.at = self._text[self.at + 1 : end], end + 1
        if not inside or "[" in inside or re.search(r"([-&|~])\1", inside):
            raise _UnknownError(inside)
        if inside[0] == "^":
            return None
        signs: list[str] = []
        place = 0
        while place < len(inside):
            escape = _ESCAPE.match(inside, place)
            if inside[place] == "\\":
                code = escape and (escape["long"] or escape["short"] or escape["byte"])
                mark = escape["mark"] if escape else None
                if escape is None or not (code or mark):
                    return None
                signs.append(chr(int(code, 16)) if code else str(mark))
                place = escape.end()
            else:
                is_range = inside[place] == "-" and 0 < place < len(inside) - 1
                signs.append("" if is_range else inside[place])
                place += 1
        return _ranges(signs)

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


def _ranges(signs: list[str]) -> _Needed | None:
    """The letters of a class; an empty sign is the hyphen of a range."""
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
    return _Needed(letters=frozenset(letters)) if len(letters) <= most else None
