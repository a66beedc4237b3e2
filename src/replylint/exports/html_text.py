"""The text of a message that was written in HTML, with its paragraphs, lists and quotes."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

_PARAGRAPHS = frozenset("blockquote dl h1 h2 h3 h4 h5 h6 hr ol p pre table ul".split())
_BLOCKS = _PARAGRAPHS | frozenset(
    "address article dd div dt fieldset figure footer form header li main section tr".split()
)
_HIDDEN = frozenset("head script style title template".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_TAG = re.compile(
    r"</?(?:a|b|blockquote|br|div|em|font|h[1-6]|i|li|ol|p|pre|span|strong|table|td|tr|u|ul)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_LAYOUT = re.compile(r"<(?:br|p|div|li|tr|blockquote|pre|h[1-6])\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|amp|lt|gt|quot|nbsp|apos|laquo|raquo|mdash);", re.I)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_QUOTED = re.compile(r"quot|cite", re.IGNORECASE)


def is_html(text: str) -> bool:
    """Whether a text has tags of HTML in it."""
    return _TAG.search(text) is not None


def plain_text(text: str) -> str:
    """The words of a text that may be HTML, may have entities of HTML, or may be neither."""
    if not is_html(text):
        return unescape(text) if _ENTITY.search(text) else text
    return text_of_html(text if _LAYOUT.search(text) else text.replace("\n", "<br>"))


def text_of_html(html: str) -> str:
    """The words of some HTML: blocks on lines of their own, quotes behind ``>``, no scripts.

    HTML that is broken is read as browsers read it, as far as it goes.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[tuple[int, str]] = []
        self._line = ""
        self._open: list[tuple[str, bool]] = []
        self._hidden = self._quotes = self._verbatim = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "br":
            self._break()
        elif tag in _BLOCKS:
            self._block(tag in _PARAGRAPHS)
        if tag == "li":
            self._line = "- "
        elif tag in ("td", "th") and self._line.strip():
            self._line += " "
        elif tag == "img" and given.get("alt"):
            self.handle_data(given["alt"] or "")
        if tag in _VOID:
            return
        quote = tag == "blockquote" or (
            tag == "div" and _QUOTED.search(given.get("class") or "") is not None
        )
        self._open.append((tag, quote))
        self._quotes += quote
        self._hidden += tag in _HIDDEN
        self._verbatim += tag == "pre"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if all(tag != name for name, _ in self._open):
            return
        if tag in _BLOCKS:
            self._block(tag in _PARAGRAPHS)
        while self._open:
            name, quote = self._open.pop()
            self._quotes -= quote
            self._hidden -= name in _HIDDEN
            self._verbatim -= name == "pre"
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if self._verbatim:
            first, *rest = data.split("\n")
            self._line += first
            for line in rest:
                self._break()
                self._line = line
            return
        data = _SPACES.sub(" ", data)
        self._line += data.lstrip() if not self._line or self._line.endswith(" ") else data

    def _break(self) -> None:
        self._lines.append((self._quotes, self._line.rstrip()))
        self._line = ""

    def _block(self, paragraph: bool) -> None:
        """End the line, and with a paragraph leave an empty one after it."""
        if self._line.strip():
            self._break()
        self._line = ""
        if paragraph and self._lines and self._lines[-1][1]:
            self._lines.append((0, ""))

    def text(self) -> str:
        self._block(paragraph=False)
        lines = [("> " * quotes + line).rstrip() for quotes, line in self._lines]
        text = "\n".join(lines).replace("\u00a0", " ").replace("\u200b", "")
        return re.sub(r"\n{3,}", "\n\n", text).strip()
