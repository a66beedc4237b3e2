"""The values of a JSON file: the elements of a list, one a line, or a single object."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TextIO

from replylint.errors import InputError
from replylint.exports.chat import Unread
from replylint.exports.decoding import Encoding, is_broken, open_text
from replylint.exports.json_cursor import JsonCursor, Located, Value
from replylint.json_reasons import why_no_json
from replylint.translation import _

_FIRST_LINE = 1 << 23
_OUTLINED = 1 << 22
_SHOWN = 5
# Telegram's whole export keeps its chats, which may be of any size, one level further down.
_LARGE = frozenset(("chats", "left_chats"))


def json_values(path: Path, source: str, encoding: Encoding) -> Iterator[Value | Unread]:
    """Each value of the file with its line; what is broken is passed over where it can be."""
    with open_text(path, encoding) as file:
        by_line = _has_lines(file)
        file.seek(0)
        if by_line:
            yield from _lines(file, source, encoding)
            return
        cursor = JsonCursor(file, source)
        try:
            if cursor.peek() == "[":
                yield from cursor.elements()
            elif cursor.peek() == "{":
                yield from _whole_object(cursor)
            elif cursor.peek():
                yield cursor.value()
            if cursor.peek():
                text = _("more follows after the JSON value")
                yield Unread(source, cursor.line, text, cursor.rest())
        except InputError as error:
            line = error.place.line if error.place else None
            yield Unread(source, line, error.message, cursor.rest())


def _whole_object(cursor: JsonCursor) -> Iterator[Value | Unread]:
    """One object, after what is broken in its lists; the objects in these know their lines."""
    line, data = cursor.line, dict[str, object]()
    for key in cursor.members():
        if cursor.peek() != "[":
            data[key] = cursor.value().data
            continue
        items: list[object] = []
        data[key] = items
        for item in cursor.elements():
            if isinstance(item, Unread):
                yield item
            else:
                read = item.data
                items.append(Located(read, item.line) if isinstance(read, dict) else read)
    yield Value(data, line)


def outline(path: Path, encoding: Encoding) -> Mapping[str, object] | None:
    """The first object of the file, with only the first elements of its lists.

    What comes after the first megabytes is left out: a file of any size is told by its outline in
    little time. None when there is no object.
    """
    try:
        with open_text(path, encoding) as file:
            by_line = _has_lines(file)
            file.seek(0)
            cursor = JsonCursor(file, str(path))
            values = None
            if by_line:
                values = _lines(file, "", encoding)
            elif cursor.peek() == "[":
                values = cursor.elements()
            if values is not None:
                first = next((v.data for v in values if isinstance(v, Value)), None)
                return first if isinstance(first, dict) else None
            return _object_outline(cursor) if cursor.peek() == "{" else None
    except InputError:
        return None


def _object_outline(cursor: JsonCursor) -> Mapping[str, object]:
    found: dict[str, object] = {}
    try:
        for key in cursor.members():
            sign = cursor.peek()
            if (key in _LARGE and sign == "{") or cursor.taken > _OUTLINED:
                found[key] = {}
                return found
            if sign != "[":
                found[key] = cursor.value().data
                continue
            elements: list[object] = []
            found[key] = elements
            for item in cursor.elements():
                if isinstance(item, Value) and len(elements) < _SHOWN:
                    elements.append(item.data)
                if cursor.taken > _OUTLINED:
                    return found
    except InputError:
        pass
    return found


def _has_lines(file: TextIO) -> bool:
    """Whether the file has one object a line, of which the first may be broken."""
    lines: list[str] = []
    while len(lines) < _SHOWN:
        line = file.readline(_FIRST_LINE)
        if not line:
            break
        if line.strip("\ufeff \t\r\n"):
            lines.append(line.strip("\ufeff \t\r\n"))
    if len(lines) < 2 or not lines[0].startswith("{"):
        return False
    # A line that ends so belongs to an object of several lines.
    goes_on = lines[0].endswith(("[", "{", ",", ":"))
    return _is_object(lines[0]) or (not goes_on and any(map(_is_object, lines)))


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _lines(file: TextIO, source: str, encoding: Encoding) -> Iterator[Value | Unread]:
    for number, line in enumerate(file, start=1):
        text = line.strip("\ufeff \t\r\n")
        if not text:
            continue
        if is_broken(text):
            message = _("the row holds bytes that are not {encoding}")
            raw = text.encode("utf-8", "replace").decode("utf-8")
            yield Unread(source, number, message.format(encoding=encoding.name), raw)
            continue
        try:
            yield Value(json.loads(text), number)
        except (RecursionError, ValueError) as error:
            yield Unread(source, number, why_no_json(error), text)
