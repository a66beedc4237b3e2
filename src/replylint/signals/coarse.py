"""A coarse form of a regular expression for Python's own engine, which is several times faster.

It matches at each place where the expression does, and at some more: what is only looked at is left
out, and classes of letters are taken wider. So the expression itself need be tried only where this
form matches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.signals.tame import is_tame
from replylint.text.normal import plain

_WIDE_LETTERS = "a-z\u00aa\u00b5\u00ba\u00c0-\u1fff\u200c\u200d\u203f\u2040\u2054\u2070-\U0010ffff"
"""All letters and marks in lower case, and whatever else one engine or the other takes for them."""

_WIDE = {
    "w": "0-9_" + _WIDE_LETTERS,
    "d": "0-9\u00b2-\U0010ffff",
    "s": r"\s",
    "L": _WIDE_LETTERS,
    "Lu": _WIDE_LETTERS,
    "Ll": _WIDE_LETTERS,
}
_ANYTHING = r"[\s\S]"
_LONGEST_RANGE = 5_000
_SIGN = (
    r"\\(?:U(?P<long>[0-9A-Fa-f]{8})|u(?P<short>[0-9A-Fa-f]{4})|x(?P<byte>[0-9A-Fa-f]{2}))"
    r"|\\(?P<mark>[^\w\s])|\\(?P<break>n)"
)
_SET = r"\\(?P<wide>[wds])|\\p\{(?P<letters>L|Lu|Ll)\}"
_TOKEN = re.compile(
    rf"(?P<edge>\\[bB]|\^|\$)|{_SET}|{_SIGN}|\\(?P<group>[1-9])(?!\d)"
    r"|(?P<class>\[(?:[^\[\]\\]|\\.)+\])"
    r"|(?P<look>\(\?<?[=!])"
    r"|(?P<open>\((?:\?(?:P?<(?P<name>[A-Za-z_]\w*)>|-i:|:))?)(?!\?)"
    r"|\(\?P=(?P<again>[A-Za-z_]\w*)\)"
    r"|(?P<close>\))|(?P<or>\|)"
    r"|(?P<times>[*?+]\??|\{\d+(?:,\d*)?\}\??|\{,\d+\}\??)(?![+*?{])"
    r"|(?P<dot>\.)|(?P<plain>[^\\\[\](){}.^$|*+?])",
    re.DOTALL,
)
_MEMBER = re.compile(rf"{_SET}|{_SIGN}|(?P<plain>[^\\])", re.DOTALL)


class _UnknownError(ValueError):
    """A part of an expression that is not understood."""


def coarse_form(expression: str) -> re.Pattern[str] | None:
    """The coarse form, for texts in lower case: it matches at each place where the expression does.

    None where a part of the expression is not understood, or where a search could take long (see
    ``is_tame``). The expression knows no case; the text must have no letters that are equal to
    several others (see ``plain``).
    """
    if not is_tame(expression):
        return None
    try:
        return re.compile("".join(_coarse(expression)), re.MULTILINE)
    except (_UnknownError, re.error, RecursionError, OverflowError):
        return None


def _coarse(expression: str) -> Iterator[str]:
    """The parts of the coarse form, one by one."""
    at = 0
    while at < len(expression):
        found = _TOKEN.match(expression, at)
        if found is None:
            raise _UnknownError(expression[at:])
        at = found.end()
        kind = found.lastgroup
        if kind == "look":
            at = _end_of_look(expression, at)
            yield "(?:)"
        else:
            yield _part(found)


def _part(found: re.Match[str]) -> str:
    """What stands for a part other than one that is only looked at."""
    if found["edge"]:
        return "(?:)"
    if found["class"]:
        return _class(found["class"][1:-1])
    if found["open"]:
        named = f"(?P<{found['name']}>" if found["name"] else None
        return named or ("(" if found["open"] == "(" else "(?:")
    if found["again"]:
        return f"(?P={found['again']})"
    if found["dot"]:
        return _ANYTHING
    if found["wide"] or found["letters"]:
        return f"[{_WIDE[found['wide'] or found['letters']]}]"
    if found["group"] or found["close"] or found["or"] or found["times"]:
        return found[0]
    return re.escape(_sign(found))


def _sign(found: re.Match[str]) -> str:
    """A single sign in lower case, however it is written."""
    code = found["long"] or found["short"] or found["byte"]
    sign = "\n" if found["break"] else chr(int(code, 16)) if code else found["mark"]
    lowered = plain(sign or found["plain"])
    if lowered is None:
        raise _UnknownError(found[0])
    return lowered


def _end_of_look(expression: str, at: int) -> int:
    """Where a part ends that is only looked at; it must count no group of its own."""
    depth = 1
    while depth:
        found = _TOKEN.match(expression, at)
        if found is None or found["name"] or found["open"] == "(":
            raise _UnknownError(expression[at:])
        depth += bool(found["open"] or found["look"]) - bool(found["close"])
        at = found.end()
    return at


def _class(inside: str) -> str:
    """A class of signs, taken wider where it leaves out letters."""
    if re.search(r"([-&|~])\1", inside):
        raise _UnknownError(inside)
    is_negated = inside[0] == "^"
    members = list(_MEMBER.finditer(inside, int(is_negated)))
    if sum(len(member[0]) for member in members) != len(inside) - is_negated:
        raise _UnknownError(inside)
    kept = "".join(_excluded(members) if is_negated else _included(members))
    if not kept:
        return _ANYTHING
    return f"[{'^' if is_negated else ''}{kept}]"


def _excluded(members: list[re.Match[str]]) -> Iterator[str]:
    """What a negated class surely leaves out: its marks, but no letter, class or range."""
    for number, member in enumerate(members):
        if member[0] == "-" and 0 < number < len(members) - 1:
            raise _UnknownError("-")
        if not (member["wide"] or member["letters"]):
            sign = _sign(member)
            if sign.upper() == sign:
                yield re.escape(sign)


def _included(members: list[re.Match[str]]) -> Iterator[str]:
    """What a class may be."""
    number = 0
    while number < len(members):
        member = members[number]
        number += 1
        if member["wide"] or member["letters"]:
            yield _WIDE[member["wide"] or member["letters"]]
            continue
        is_range = number + 1 < len(members) and members[number][0] == "-"
        if not is_range:
            yield re.escape(_sign(member))
            continue
        last = members[number + 1]
        number += 2
        if last["wide"] or last["letters"]:
            raise _UnknownError(last[0])
        yield from _range(member, last)


def _range(first: re.Match[str], last: re.Match[str]) -> Iterator[str]:
    """A range in lower case; nothing of it may lie elsewhere in lower case."""
    written = [sign[0] if len(sign[0]) == 1 else _sign(sign) for sign in (first, last)]
    low, high = (ord(_sign(sign)) for sign in (first, last))
    between = range(ord(written[0]), ord(written[1]) + 1)
    if len(between) > _LONGEST_RANGE or not all(low <= _lowered(code) <= high for code in between):
        raise _UnknownError(str(written))
    yield f"{re.escape(chr(low))}-{re.escape(chr(high))}"


def _lowered(code: int) -> int:
    """The code point of a letter in lower case; -1 where it is equal to several."""
    lowered = plain(chr(code))
    return -1 if lowered is None else ord(lowered)
