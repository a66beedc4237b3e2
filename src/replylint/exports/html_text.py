"""The text of a message that was written in HTML, with its paragraphs, lists and quotes."""

from __future__ import annotations

import re
from collections import Counter

from replylint.hypertext import Mark, is_html, marks, unescaped

_PARAGRAPHS = frozenset("blockquote dl h1 h2 h3 h4 h5 h6 hr ol p pre table ul".split())
_BLOCKS = _PARAGRAPHS | frozenset(
    "address article dd div dt fieldset figure footer form header li main section tr".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_LAYOUT = re.compile(r"<(?:br|p|div|li|tr|blockquote|pre|h[1-6])\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|amp|lt|gt|quot|nbsp|apos|laquo|raquo|mdash);", re.I)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_QUOTED = re.compile(r"quot|cite", re.IGNORECASE)
_DEEPEST = 9
"""So many marks of a quote stand before a line at most."""


def plain_text(text: str) -> str:
    """The words of a text that may be HTML, may have entities of HTML, or may be neither."""
    if not is_html(text):
        return unescaped(text) if _ENTITY.search(text) else text
    return text_of_html(text if _LAYOUT.search(text) else text.replace("\n", "<br>"))


def text_of_html(html: str) -> str:
    """The words of some HTML: blocks on lines of their own, quotes behind ``>``, no scripts.

    HTML that is broken is read as browsers read it, as far as it goes.
    """
    writer, at = _Writer(), 0
    for mark in marks(html):
        writer.words(unescaped(html[at : mark.start]))
        writer.mark(mark)
        at = mark.end
    writer.words(unescaped(html[at:]))
    return writer.text()


class _Writer:
    def __init__(self) -> None:
        self._lines: list[tuple[int, str]] = []
        self._line: list[str] = []
        self._last = ""
        self._open: list[tuple[str, bool]] = []
        self._names: Counter[str] = Counter()
        self._quotes = self._verbatim = 0

    def mark(self, mark: Mark) -> None:
        """What a mark does to the lines."""
        if mark.closes:
            self._closed(mark.name)
        elif mark.name:
            self._opened(mark)
            if mark.ends_itself and mark.name not in _VOID:
                self._closed(mark.name)

    def _opened(self, mark: Mark) -> None:
        tag = mark.name
        if tag == "br":
            self._break()
        elif tag in _BLOCKS:
            self._block(tag in _PARAGRAPHS)
        if tag == "li":
            self._put("- ")
        elif tag in ("td", "th") and self._last.strip():
            self._put(" ")
        elif tag == "img":
            self.words(mark.attribute("alt"))
        if tag in _VOID:
            return
        quote = tag == "blockquote" or (
            tag == "div" and _QUOTED.search(mark.attribute("class")) is not None
        )
        self._open.append((tag, quote))
        self._names[tag] += 1
        self._quotes += quote
        self._verbatim += tag == "pre"

    def _closed(self, tag: str) -> None:
        if not self._names[tag]:
            return
        if tag in _BLOCKS:
            self._block(tag in _PARAGRAPHS)
        while self._open:
            name, quote = self._open.pop()
            self._names[name] -= 1
            self._quotes -= quote
            self._verbatim -= name == "pre"
            if name == tag:
                break

    def words(self, data: str) -> None:
        """Write words, on lines of their own only in ``<pre>``."""
        if self._verbatim:
            first, *rest = data.split("\n")
            self._put(first)
            for line in rest:
                self._break()
                self._put(line)
            return
        data = _SPACES.sub(" ", data)
        self._put(data.lstrip() if self._last in ("", " ") else data)

    def _put(self, data: str) -> None:
        if data:
            self._line.append(data)
            self._last = data[-1]

    def _break(self) -> None:
        self._lines.append((min(self._quotes, _DEEPEST), "".join(self._line).rstrip()))
        self._line, self._last = [], ""

    def _block(self, paragraph: bool) -> None:
        """End the line, and with a paragraph leave an empty one after it."""
        if any(part.strip() for part in self._line):
            self._break()
        self._line, self._last = [], ""
        if paragraph and self._lines and self._lines[-1][1]:
            self._lines.append((0, ""))

    def text(self) -> str:
        """All of the lines."""
        self._block(paragraph=False)
        lines = [("> " * quotes + line).rstrip() for quotes, line in self._lines]
        text = "\n".join(lines).replace("\u00a0", " ").replace("\u200b", "")
        return re.sub(r"\n{3,}", "\n\n", text).strip()
