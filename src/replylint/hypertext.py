"""The marks of HTML in a text: tags, comments, declarations, elements that nobody sees.

Customers write what they like and exports cut it off anywhere, so the time that this takes grows
with the length of the text and no faster, whatever is opened and never closed. That is why it is
not ``html.parser``, which begins to look anew at every ``<``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_TAG = re.compile(
    r"</?(?:a|b|blockquote|br|div|em|font|h[1-6]|i|li|ol|p|pre|span|strong|table|td|tr|u|ul)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"<(?:!--|[!?][^<>]*+>|(?P<close>/?)(?P<name>[a-z][a-z0-9-]*+(?::[a-z]++)?+)(?=[\s/>])"
    r"(?P<rest>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+|[^<>]*+)>)",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=]++)(?:\s*+=\s*+(?P<value>\"[^\"]*+\"|'[^']*+'|[^\s\"'<>]++))?"
)
_ENDS_ITSELF = re.compile(r"(?:^|[\s\"'])/$")
OWN_COMMENT = re.compile(r"<!--\s*replylint\b", re.IGNORECASE)
"""How a comment to this program begins."""

_RAW = ("script", "style")
_CLOSING = {
    name: re.compile(rf"</{name}(?=[\s/>])[^<>]*+>", re.IGNORECASE)
    for name in ("head", "template", "title", *_RAW)
}
"""Where each element ends that nobody sees."""


class Mark(NamedTuple):
    """A mark at the code points ``start`` to ``end`` of a text.

    ``name`` is that of a tag, in small letters; it is empty for what only stands in the source:
    comments, declarations, whole elements such as ``<style>…</style>``. ``closes`` tells ``</p>``
    from ``<p>``, ``ends_itself`` that it is ``<p/>``; ``rest`` are the attributes as written.
    """

    start: int
    end: int
    name: str = ""
    closes: bool = False
    ends_itself: bool = False
    rest: str = ""

    def attribute(self, name: str) -> str:
        """The value of an attribute; empty when it has none."""
        for match in _ATTRIBUTE.finditer(self.rest):
            if match["name"].lower() == name:
                value = match["value"] or ""
                return unescaped(value[1:-1] if value[:1] in ("'", '"') else value)
        return ""


def is_html(text: str) -> bool:
    """Whether a text has tags of HTML in it."""
    return _TAG.search(text) is not None


def marks(html: str) -> Iterator[Mark]:
    """The marks of a text, in its order; what stands between them are words.

    A comment without an end is words too. A script without one goes on to the end of the text, and
    of other hidden elements without one the tag alone is a mark.
    """
    endless: set[str] = set()
    at = 0
    while (match := _MARK.search(html, at)) is not None:
        start, at = match.span()
        name = (match["name"] or "").lower()
        if match.group() == "<!--":
            end = -1 if "<!--" in endless else html.find("-->", start + 2)
            if end < 0:
                endless.add("<!--")
                continue
            at = end + 3
            yield Mark(start, at)
            continue
        rest = match["rest"] or ""
        closes, ends_itself = match["close"] == "/", _ENDS_ITSELF.search(rest) is not None
        if name not in _CLOSING or closes or ends_itself:
            yield Mark(start, at, name, closes, ends_itself, rest)
            continue
        closing = None if name in endless else _CLOSING[name].search(html, at)
        if closing is not None:
            at = closing.end()
        elif name in _RAW:
            at = len(html)
        else:
            endless.add(name)
        yield Mark(start, at)


def unescaped(text: str) -> str:
    """A text with the signs that its entities stand for; numbers that are no sign stay."""
    try:
        return unescape(text)
    except ValueError:  # a number of more digits than Python reads
        return text
