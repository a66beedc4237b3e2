"""The words of an HTML body, with the place of each in the source."""

from __future__ import annotations

import re
from html import unescape

from replylint.hypertext import OWN_COMMENT, Mark, marks
from replylint.passage import Passage

_SIGN = re.compile(
    r"(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)"
    r"|(?P<space>[ \t\r\n\f]+)"
)
_PARAGRAPHS = frozenset("blockquote h1 h2 h3 h4 h5 h6 hr ol p pre table ul".split())
_LINES = frozenset("br div dd dt li section tr".split())


def read_html(passage: Passage) -> Passage:
    """What a reader sees of an HTML text: blocks on lines of their own, entities as signs.

    Comments to this program stay, so that they can let findings be.
    """
    return _Writer(passage).passage()


class _Writer:
    def __init__(self, passage: Passage) -> None:
        self._source = passage
        self._signs: list[str] = []
        self._begins: list[int] = []
        self._ends: list[int] = []
        self._breaks = 0
        self._break_at = (0, 1)
        self._space: tuple[int, int] | None = None

    def passage(self) -> Passage:
        text, at = self._source.text, 0
        for mark in marks(text):
            self._words(at, mark.start)
            self._mark(mark)
            at = mark.end
        self._words(at, len(text))
        return self._source.inside("".join(self._signs), self._begins, self._ends)

    def _mark(self, mark: Mark) -> None:
        if mark.name:
            self._tag(mark.name, mark.closes, mark.start, mark.end)
        elif OWN_COMMENT.match(self._source.text, mark.start):
            self._plain(mark.start, mark.end)

    def _words(self, at: int, stop: int) -> None:
        for match in _SIGN.finditer(self._source.text, at, stop):
            start, end = match.span()
            self._plain(at, start)
            if match["space"]:
                self._space = self._space or (start, end)
            else:
                self._sign(unescape(match.group()), start, end)
            at = end
        self._plain(at, stop)

    def _tag(self, tag: str, closes: bool, start: int, end: int) -> None:
        if tag in _PARAGRAPHS or tag in _LINES:
            wanted = 2 if tag in _PARAGRAPHS and tag not in ("ul", "ol") else 1
            if tag == "br":
                wanted = self._breaks + 1
            self._breaks = max(self._breaks, min(wanted, 2))
            self._break_at = start, end
            self._space = None
        if tag == "li" and not closes:
            self._sign("- ", start, end)
        elif tag in ("td", "th") and not closes:
            self._space = self._space or (start, end)

    def _plain(self, start: int, end: int) -> None:
        text = self._source.text
        for offset in range(start, end):
            self._sign(text[offset], offset, offset + 1)

    def _sign(self, signs: str, start: int, end: int) -> None:
        """Write what a part of the source says, after the space or break that is due."""
        if self._signs and self._breaks:
            self._put("\n" * self._breaks, *self._break_at)
        elif self._signs and self._space:
            self._put(" ", *self._space)
        self._breaks, self._space = 0, None
        self._put(signs, start, end)

    def _put(self, signs: str, start: int, end: int) -> None:
        self._signs.append(signs)
        self._begins += [start] * len(signs)
        self._ends += [end] * len(signs)
