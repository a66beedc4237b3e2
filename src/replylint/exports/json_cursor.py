"""Reads JSON piece by piece, so that a list of a million objects never stands in memory."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TextIO

from replylint.errors import InputError, Place
from replylint.exports.chat import RAW_LENGTH, Unread
from replylint.json_reasons import syntax_reason, why_no_json
from replylint.translation import _

_CHUNK = 1 << 16
_LARGEST = 1 << 28
_SPACE = re.compile(r"[ \t\r\n\ufeff]*")
_DECODER = json.JSONDecoder()
_HEX = re.compile(r"(?<!\\)((?:\\\\)*)\\x([0-9A-Fa-f]{2})")
"""How Telegram Desktop escapes the signs that come before the space."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of JSON and the line on which it begins."""

    data: object
    line: int


class Located(dict[str, object]):
    """An object in a list, and the line on which it begins."""

    __slots__ = ("line",)

    def __init__(self, data: Mapping[str, object], line: int) -> None:
        super().__init__(data)
        self.line = line


def line_of(item: object, line: int | None) -> int | None:
    """The line on which an object begins; that of what it stands in where nothing more is known."""
    return item.line if isinstance(item, Located) else line


class JsonCursor:
    """A place in a JSON text that moves forward, value by value.

    ``line`` is that of the place, ``taken`` how many signs were read to come here. Methods raise
    ``InputError`` where the JSON is broken.
    """

    def __init__(self, stream: TextIO, source: str) -> None:
        self._stream, self._source = stream, source
        self._text, self._at, self._ended = "", 0, False
        self.line, self.taken = 1, 0

    def peek(self) -> str:
        """The next sign that is no space; empty at the end."""
        while True:
            found = _SPACE.match(self._text, self._at)
            self._move(found.end() if found else self._at)
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._fill(_CHUNK):
                return ""

    def rest(self) -> str:
        """What stands here, for quoting."""
        return self._text[self._at : self._at + RAW_LENGTH + 1].strip()

    def value(self) -> Value:
        """The value that begins here; the place is after it then."""
        self.peek()
        size, line = _CHUNK, self.line
        while True:
            try:
                data, end = _DECODER.raw_decode(self._text, self._at)
                if end < len(self._text) or self._ended:
                    self._move(end)
                    return Value(data, line)
            except json.JSONDecodeError as error:
                near_end = error.pos > len(self._text) - 16 or "Unterminated" in error.msg
                if "escape" in error.msg and self._mend_escapes(error.pos):
                    continue
                if self._ended or not near_end:
                    raise self._broken(error) from error
            except (RecursionError, ValueError) as error:
                raise InputError(why_no_json(error), self._place()) from error
            if len(self._text) > _LARGEST:
                raise InputError(_("one value is larger than 256 MB"), self._place())
            self._fill(size)
            size *= 2

    def members(self) -> Iterator[str]:
        """The keys of the object that begins here; whoever asks reads the value of each."""
        self._expect("{")
        if self._ended_by("}"):
            return
        while True:
            if self.peek() != '"':
                raise InputError(
                    syntax_reason("Expecting property name enclosed in double quotes"),
                    self._place(),
                )
            key = self.value().data
            self._expect(":")
            self.peek()
            yield str(key)
            if self._ended_by("}"):
                return
            self._expect(",")

    def elements(self) -> Iterator[Value | Unread]:
        """The values of the list that begins here; a broken one is passed over where it can be."""
        self._expect("[")
        if self._ended_by("]"):
            return
        while True:
            self.peek()
            indent = self._indent()
            try:
                yield self.value()
                if self._ended_by("]"):
                    return
                self._expect(",")
            except InputError as error:
                yield self._unread(error)
                if indent is None or not self._skip_to(f"\n{indent}{{"):
                    self._give_up()
                    return

    def places(self) -> Iterator[int]:
        """The line of each element of the list that begins here; whoever asks reads the element."""
        self._expect("[")
        if self._ended_by("]"):
            return
        while True:
            self.peek()
            yield self.line
            if self._ended_by("]"):
                return
            self._expect(",")

    def _ended_by(self, bracket: str) -> bool:
        """Whether the closing bracket comes next; it is passed then."""
        if self.peek() != bracket:
            return False
        self._move(self._at + 1)
        return True

    def _unread(self, error: InputError) -> Unread:
        line = error.place.line if error.place else self.line
        return Unread(self._source, line, error.message, self.rest())

    def _indent(self) -> str | None:
        """The spaces before an object that begins its line; None when something else does."""
        start = self._text.rfind("\n", 0, self._at) + 1
        before = self._text[start : self._at]
        first = self._text[self._at : self._at + 1]
        return before if start and first == "{" and not before.strip() else None

    def _skip_to(self, mark: str) -> bool:
        """Go to the last sign of the mark; False when the text ends before."""
        while True:
            found = self._text.find(mark, self._at + 1)
            if found >= 0:
                self._move(found + len(mark) - 1)
                return True
            self._move(max(self._at, len(self._text) - len(mark)))
            if not self._fill(_CHUNK):
                return False

    def _give_up(self) -> None:
        """Go to the end: nothing that follows can be understood."""
        self._move(len(self._text))
        self._ended = True

    def _expect(self, sign: str) -> None:
        found = self.peek()
        if found == "":
            raise InputError(_("the file breaks off here"), self._place())
        if found != sign:
            raise InputError(
                _("broken JSON: “{sign}” is expected here").format(sign=sign), self._place()
            )
        self._move(self._at + 1)

    def _broken(self, error: json.JSONDecodeError) -> InputError:
        if error.pos >= len(self._text.rstrip()):
            return InputError(_("the file breaks off here"), self._place())
        line = self.line + self._text.count("\n", self._at, error.pos)
        return InputError(why_no_json(error), Place(self._source, line))

    def _mend_escapes(self, at: int) -> bool:
        """Write escapes of two hexadecimal digits as JSON has them; False if ``at`` is at none."""
        found = _HEX.search(self._text, max(self._at, at - 2), at + 4)
        if found is None:
            return False
        start = found.start()
        self._text = self._text[:start] + _HEX.sub(r"\1\\u00\2", self._text[start:])
        return True

    def _place(self) -> Place:
        return Place(self._source, self.line)

    def _move(self, to: int) -> None:
        self.line += self._text.count("\n", self._at, to)
        self._at = to

    def _fill(self, size: int) -> bool:
        more = "" if self._ended else self._stream.read(size)
        if not more:
            self._ended = True
            return False
        self.taken += len(more)
        # A little of what was read stays, so that the indentation of an element is seen.
        start = max(0, self._text.rfind("\n", 0, self._at))
        if self._at - start > 200:
            start = self._at
        self._text, self._at = self._text[start:] + more, self._at - start
        return True
