"""What is wrong with the syntax of a YAML file, in plain words instead of the parser's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import yaml

from replylint.translation import _

_TEXT_BEFORE_COLON = re.compile(r"""\s*(?:- +)*[^\s:#"'][^:#]*: +[^\s"'].*""")
_QUOTED_BEFORE = re.compile(r"""(?:[:,\[{-] *|^\s*)(?P<quote>["']).*(?P=quote)\s*$""")
_BRACKETS_BEFORE = re.compile(r"[\]}]\s*$")
_NO_SPACE = re.compile(r"""\s*(?:- +)*[\w-]+:[^\s:]""")
_COMMENT = re.compile(r"(?:^|[\s\[{(,])#")


@dataclass(frozen=True, slots=True)
class Syntax:
    """A mistake in words, and its line and column (from 1) where that is not the parser's."""

    message: str
    line: int
    column: int


def explained(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Syntax | None:
    """What a person did when the parser stopped; None when the parser does not say where.

    ``lines`` are those of the file. A problem that is not known is told in the parser's own words.
    """
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return None
    start = error.context_mark or mark
    spot = _Spot(
        (error.context or "").replace("expected a", "expected"),
        error.problem or "",
        lines,
        (mark.line, mark.column),
        (start.line, start.column),
    )
    for reading in _READINGS:
        found = reading(spot)
        if found is not None:
            return found
    words = " ".join(part for part in (error.context, error.problem) if part)
    text = _("{why}; text with special signs belongs in double quotes").format(why=words)
    return spot.here(text)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the parser stopped (``at``), where what it was reading began (``since``), from 0."""

    context: str
    problem: str
    lines: Sequence[str]
    at: tuple[int, int]
    since: tuple[int, int]

    @property
    def before(self) -> str:
        """What stands on the line before the place where the parser stopped."""
        return self.line(self.at[0])[: self.at[1]]

    @property
    def sign(self) -> str:
        """The sign where it stopped; empty at the end of a line."""
        return self.line(self.at[0])[self.at[1] : self.at[1] + 1]

    def line(self, number: int) -> str:
        """A line of the file; empty beyond its end."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def above(self) -> int:
        """The number of the nearest line above that is no comment and not empty, else 0."""
        for number in range(min(self.at[0], len(self.lines)) - 1, -1, -1):
            line = self.lines[number]
            if line.strip() and not line.lstrip().startswith("#"):
                return number
        return 0

    def here(self, message: str) -> Syntax:
        """The message where the parser stopped, or at the end of the last line with words."""
        number, column = self.at
        if number >= len(self.lines) and self.lines:
            number = self.above()
            column = max(len(self.line(number).rstrip()) - 1, 0)
        return Syntax(message, number + 1, column + 1)

    def at_start(self, message: str) -> Syntax:
        """The message where that began which the parser was reading."""
        return Syntax(message, self.since[0] + 1, self.since[1] + 1)


def bad_beginning(sign: str) -> str:
    """The words for text that begins with a sign which means something else in YAML."""
    text = _("text cannot begin with “{sign}” unless it is in quotes: put it in double quotes")
    return text.format(sign=sign)


def _colon(spot: _Spot) -> Syntax | None:
    if not spot.problem.startswith("mapping values are not allowed"):
        return None
    if _TEXT_BEFORE_COLON.fullmatch(spot.before):
        return spot.here(_("the text has “: ” in it: put the whole text in double quotes"))
    above = spot.line(spot.above())
    if _NO_SPACE.match(above):
        return spot.here(_("a space is needed after the “:” of the line above"))
    if re.search(r":(\s|$)", above):
        return spot.here(
            _("this line stands deeper than the one above, which has its value already")
        )
    return spot.here(_("a “:” is missing after the key of the line above"))


def _first_sign(spot: _Spot) -> Syntax | None:
    if not spot.problem.startswith(("found character", "found a tab character")):
        return None
    if spot.sign == "\t":
        return spot.here(_("a tab stands here: YAML is indented with spaces only"))
    return spot.here(bad_beginning(spot.sign))


def _named(spot: _Spot) -> Syntax | None:
    """Signs that begin something else than text: ``*`` ``&`` ``!`` ``>`` ``|``, and ``%``."""
    reads = ("an alias", "an anchor", "a tag", "a block scalar", "a directive")
    if spot.problem.startswith("found undefined alias"):
        return spot.here(bad_beginning("*"))
    if spot.context.endswith(reads):
        return spot.at_start(bad_beginning(spot.line(spot.since[0])[spot.since[1] :][:1]))
    if spot.problem.startswith("block sequence entries are not allowed"):
        return spot.here(
            _("an item of a list (“- ”) begins a line of its own; text is put in double quotes")
        )
    return None


def _quotes(spot: _Spot) -> Syntax | None:
    if not spot.context.endswith("quoted scalar"):
        return None
    if "escape" in spot.problem:
        sign = spot.line(spot.at[0])[spot.at[1] :][:2]
        text = _("in double quotes “\\” is written twice: “\\\\”; or take single quotes ({sign})")
        return spot.here(text.format(sign=sign))
    if not spot.problem.startswith("found unexpected"):
        return None
    return spot.at_start(_("this quote is never closed; close it at the end of the text"))


def _goes_on(spot: _Spot) -> Syntax | None:
    """Text after a closing quote or bracket, and lines that fit nowhere."""
    if not spot.context.startswith("while parsing a"):
        return None
    if not spot.problem.startswith("did not find expected"):
        return None
    before = spot.before
    if before.strip() and _QUOTED_BEFORE.search(before):
        return spot.here(
            _('text goes on after its closing quote; inside double quotes write «…» or \\"')
        )
    if before.strip() and _BRACKETS_BEFORE.search(before):
        return spot.here(
            _("“[” and “{” begin a list and a map, not text: put the whole text in double quotes")
        )
    return None


def _quote_above(spot: _Spot) -> Syntax | None:
    """A quote that was forgotten some lines above: the next one closed it, and text goes on."""
    if not spot.problem.startswith("did not find expected"):
        return None
    sign = spot.before.rstrip()[-1:]
    if sign not in ('"', "'") or spot.before.count(sign) % 2 == 0:
        return None
    for number in range(spot.at[0] - 1, -1, -1):
        line = spot.lines[number]
        if line.count(sign) % 2:
            message = _("this quote is never closed; close it at the end of the text")
            return Syntax(message, number + 1, line.rindex(sign) + 1)
    return None


def _brackets(spot: _Spot) -> Syntax | None:
    if "flow" not in spot.context:
        return None
    hidden = _COMMENT.search(spot.line(spot.above()))
    if hidden and not spot.sign:
        message = _("“#” begins a comment here: put the text in double quotes")
        return Syntax(message, spot.above() + 1, hidden.end())
    if "flow node" in spot.context:
        return spot.here(_("a value is missing here, or a bracket above is never closed"))
    opened = spot.line(spot.since[0])[spot.since[1] :][:1]
    text = _("“{sign}” is never closed, or a comma is missing; text goes in double quotes")
    return spot.at_start(text.format(sign=opened))


def _indents(spot: _Spot) -> Syntax | None:
    if spot.problem.startswith("did not find expected node content") and spot.sign in ("]", "}"):
        return spot.here(bad_beginning(spot.sign))
    if "while parsing a block" in spot.context:
        return spot.here(
            _(
                "this does not fit the lines above: keys of one map, and items of one list, "
                "begin in the same column"
            )
        )
    return None


def _documents(spot: _Spot) -> Syntax | None:
    if spot.problem.startswith("but found another document"):
        return spot.here(_("“---” begins a second document here; a file has only one"))
    return None


_READINGS: Sequence[Callable[[_Spot], Syntax | None]] = (
    _colon,
    _first_sign,
    _named,
    _quotes,
    _quote_above,
    _goes_on,
    _brackets,
    _indents,
    _documents,
)
