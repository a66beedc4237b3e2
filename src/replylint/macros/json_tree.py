"""JSON with places: every string knows the code points that write it, escapes included."""

from __future__ import annotations

import json
import re

from replylint.errors import InputError, Place
from replylint.json_reasons import why_no_json
from replylint.macros.tree import Alignment, Scalar, Tree
from replylint.passage import FileText

_SPACE = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_OTHER = re.compile(r"[^\s,\]}]+")
_PAIR = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")


def read_json_tree(file: FileText, source: str) -> Tree:
    """The data of a JSON text; raises ``InputError`` at the first mistake."""
    try:
        json.loads(file.text)
        return _Reader(file.text).value()
    except json.JSONDecodeError as error:
        place = Place(source, error.lineno, error.colno)
        raise InputError(why_no_json(error), place) from error
    except (RecursionError, ValueError) as error:
        raise InputError(why_no_json(error), Place(source)) from error


class _Reader:
    """Walks over a JSON text that is known to be right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def value(self) -> Tree:
        self._skip()
        sign = self._text[self._at]
        if sign == "{":
            return self._map()
        if sign == "[":
            return self._list()
        return self._scalar()

    def _scalar(self) -> Scalar | None:
        text, start = self._text, self._at
        match = (_STRING if text[start] == '"' else _OTHER).match(text, start)
        assert match is not None
        self._at = end = match.end()
        if text[start] != '"':
            written = match.group()
            return None if written == "null" else Scalar(written, start, end, lambda: None)
        value = json.loads(match.group())
        return Scalar(value, start, end, lambda: aligned(text, start + 1, end - 1))

    def _map(self) -> dict[str, Tree]:
        found: dict[str, Tree] = {}
        while not self._over("}"):
            key = self.value()
            self._skip()
            self._at += 1
            value = self.value()
            if isinstance(key, Scalar):
                found[key.value] = value
        return found

    def _list(self) -> list[Tree]:
        found: list[Tree] = []
        while not self._over("]"):
            found.append(self.value())
        return found

    def _over(self, closing: str) -> bool:
        """Step over the bracket or comma before the next value; True after the closing bracket."""
        self._skip()
        if self._text[self._at] != closing:
            self._at += 1
            self._skip()
            if self._text[self._at] != closing:
                return False
        self._at += 1
        return True

    def _skip(self) -> None:
        match = _SPACE.match(self._text, self._at)
        self._at = match.end() if match else self._at


def aligned(text: str, start: int, end: int) -> Alignment:
    """Where the code points of the string stand whose inside is ``start`` to ``end``."""
    begins: list[int] = []
    ends: list[int] = []
    while start < end:
        escape = text.find("\\", start, end)
        plain = end if escape < 0 else escape
        begins += range(start, plain)
        ends += range(start + 1, plain + 1)
        start = plain
        if start == end:
            break
        pair = _PAIR.match(text, start, end)
        length = 12 if pair else 6 if text[start + 1] == "u" else 2
        begins.append(start)
        start += length
        ends.append(start)
    return begins, ends
