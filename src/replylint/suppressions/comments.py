"""Decisions that stand in a text as comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.errors import Place, Problem, Written
from replylint.hypertext import OWN_COMMENT
from replylint.passage import Passage
from replylint.suppressions.suppression import Suppression
from replylint.translation import _

_CONTENT = re.compile(
    r"\s*:\s*(?P<verb>ignore-file|ignore)\s+(?P<rules>[\w:/-]+?(?:\s*,\s*[\w:/-]+?)*)"
    r"\s*:(?:\s+(?P<reason>\S.*?))?\s*",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 1000
_SPACE = re.compile(r"\s*")
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")


def comments_in(
    text: str, source: str, passage: Passage | None = None
) -> tuple[list[Suppression], list[Problem]]:
    """The decisions that stand in a text as comments, and comments that cannot be understood.

    A ``passage`` tells where the text stands in its file.

    ``<!-- replylint: ignore calm-down: the reason -->`` covers its own line or, where it stands
    alone on it, the paragraph below; ``ignore-file`` covers the whole text.
    """
    found: list[Suppression] = []
    broken: list[Problem] = []
    if "<!--" not in text:
        return found, broken
    line, counted = 1, 0
    for opening in _openings(text):
        start, close = opening.start(), text.find("-->", opening.end())
        line, counted = line + text.count("\n", counted, start), start
        place = Place(source, line, start - text.rfind("\n", 0, start))
        if passage is not None:
            point = passage.span(start, start).start
            place = Place(source, point.line, point.column)
        written = Written(place)
        inside = text[opening.end() : max(close, opening.end())]
        content = _CONTENT.fullmatch(inside) if len(inside) < _LONGEST else None
        if content is None or not content["reason"]:
            broken.append(written.problem(_why_broken(inside)))
            continue
        if content["verb"].lower() == "ignore-file":
            first, last = 0, len(text)
        else:
            first, last = _covered(text, start, close + 3)
        reason = " ".join(content["reason"].split())
        found.extend(
            Suppression(rule, reason, written, first, last)
            for rule in re.split(r"\s*,\s*", content["rules"])
        )
    return found, broken


def _openings(text: str) -> Iterator[re.Match[str]]:
    """The beginnings of comments to this program, those inside a comment left out."""
    position = 0
    while opening := OWN_COMMENT.search(text, position):
        yield opening
        end = text.find("-->", opening.end())
        position = len(text) if end < 0 else end + 3


def _why_broken(inside: str) -> str:
    content = _CONTENT.fullmatch(inside) if len(inside) < _LONGEST else None
    if content is not None or re.fullmatch(r"\s*:\s*ignore(-file)?\s+[^:]+", inside):
        message = _("the comment gives no reason, so it lets nothing be; write {form}")
    else:
        message = _("this comment cannot be understood and lets nothing be; write {form}")
    return message.format(form=_("<!-- replylint: ignore RULE: REASON -->"))


def _covered(text: str, start: int, end: int) -> tuple[int, int]:
    """The code points that a comment is about: its line, or the paragraph below it."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    if (text[line_start:start] + text[end:line_end]).strip():
        return line_start, line_end
    below = _SPACE.match(text, line_end)
    blank = _BLANK_LINE.search(text, below.end() if below else line_end)
    return line_start, blank.start() if blank else len(text)
