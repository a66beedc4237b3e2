"""A coarse form of a regular expression for Python's own engine, which is several times faster.

It matches at each place where the expression does, and at some more: what is only looked at is left
out, and classes of letters are taken wider. So the expression itself need be tried only where this
form matches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.signals.expressions.tame import is_tame
from replylint.signals.expressions.tree import (
    Alternatives,
    CharacterClass,
    Edge,
    Group,
    Look,
    Part,
    Range,
    Repeat,
    Sign,
    UnreadableError,
    Wide,
    all_parts,
    lowered,
    read_expression,
)

_WIDE_LETTERS = "a-z\u00aa\u00b5\u00ba\u00c0-\u1fff\u200c\u200d\u203f\u2040\u2054\u2070-\U0010ffff"
"""All letters and marks in lower case, and whatever else one engine or the other takes for them."""

_ANYTHING = r"[\s\S]"
_WIDE = {
    r"\w": "0-9_" + _WIDE_LETTERS,
    r"\d": "0-9\u00b2-\U0010ffff",
    r"\s": r"\s",
    r"\p{L}": _WIDE_LETTERS,
    r"\p{Lu}": _WIDE_LETTERS,
    r"\p{Ll}": _WIDE_LETTERS,
}
_EMPTY = "(?:)"
_LONGEST_RANGE = 5_000


def coarse_form(expression: str) -> re.Pattern[str] | None:
    """The coarse form, for texts in lower case: it matches at each place where the expression does.

    None where a part of the expression is not understood, or where a search could take long (see
    ``is_tame``). The expression knows no case; the text must have no letters that are equal to
    several others (see ``plain``).
    """
    if not is_tame(expression):
        return None
    try:
        return re.compile(_alternatives(read_expression(expression)), re.MULTILINE)
    except (UnreadableError, re.error, RecursionError, OverflowError):
        return None


def _alternatives(alternatives: Alternatives) -> str:
    return "|".join("".join(map(_part, sequence)) for sequence in alternatives)


def _part(part: Part) -> str:
    """What stands for a part."""
    if isinstance(part, Sign):
        return re.escape(lowered(part.text))
    if isinstance(part, Wide):
        return _ANYTHING if part.written == "." else f"[{_kind(part)}]"
    if isinstance(part, CharacterClass):
        return _class(part)
    if isinstance(part, Edge):
        return _EMPTY
    if isinstance(part, Look):
        return _look(part)
    if isinstance(part, Group):
        return _group(part)
    if isinstance(part, Repeat):
        if part.possessive:
            raise UnreadableError(part.written)
        return _part(part.part) + part.written
    return f"(?:{part.written})"


def _group(group: Group) -> str:
    if group.opening == "(?i:":
        raise UnreadableError(group.opening)
    opening = f"(?P<{group.name}>" if group.name else "(" if group.captures else "(?:"
    return f"{opening}{_alternatives(group.alternatives)})"


def _look(look: Look) -> str:
    """Nothing for what is only looked at, which must count no group of its own."""
    if any(isinstance(part, Group) and part.captures for part in all_parts(look.alternatives)):
        raise UnreadableError("(")
    return _EMPTY


def _kind(wide: Wide) -> str:
    """What a kind of signs may be, as members of a class."""
    if wide.written not in _WIDE:
        raise UnreadableError(wide.written)
    return _WIDE[wide.written]


def _class(given: CharacterClass) -> str:
    """A class of signs, taken wider where it leaves out letters."""
    kept = "".join(_excluded(given) if given.negated else map(_included, given.members))
    if not kept:
        return _ANYTHING
    return f"[{'^' if given.negated else ''}{kept}]"


def _excluded(given: CharacterClass) -> Iterator[str]:
    """What a negated class surely leaves out: its marks, but no letter, class or range."""
    for member in given.members:
        if isinstance(member, Range):
            raise UnreadableError(given.written)
        if isinstance(member, Sign):
            sign = lowered(member.text)
            if sign.upper() == sign:
                yield re.escape(sign)


def _included(member: Sign | Wide | Range) -> str:
    """What a member of a class may be."""
    if isinstance(member, Wide):
        return _kind(member)
    if isinstance(member, Sign):
        return re.escape(lowered(member.text))
    return _range(member)


def _range(given: Range) -> str:
    """A range in lower case; nothing of it may lie elsewhere in lower case."""
    between = range(ord(given.first.text), ord(given.last.text) + 1)
    low, high = lowered(given.first.text), lowered(given.last.text)
    if len(between) > _LONGEST_RANGE or not all(
        low <= lowered(chr(code)) <= high for code in between
    ):
        raise UnreadableError(given.first.written + "-" + given.last.written)
    return f"{re.escape(low)}-{re.escape(high)}"
