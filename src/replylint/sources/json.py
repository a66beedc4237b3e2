"""One conversation as a JSON object, or a list of them."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from json import JSONDecodeError, JSONDecoder
from typing import BinaryIO

from replylint.errors import InputError, Place
from replylint.json_reasons import why_no_json
from replylint.sources.encoding import decode
from replylint.sources.item import Defaults, Item
from replylint.sources.record import record_items
from replylint.sources.text import encoding_note
from replylint.translation import _

_SPACE = re.compile(r"[ \t\r\n]*")


def read_json(stream: BinaryIO, source: str, defaults: Defaults) -> Iterator[Item]:
    """The conversations in one JSON text; after a mistake in the syntax nothing more is read."""
    noted: set[str] = set()
    try:
        decoded = decode(stream.read(), source)
        yield from encoding_note(decoded, source)
        for value, start in _values(decoded.text, source):
            line, column = position(decoded.text, start)
            place = Place(source, line, column)
            yield from record_items(value, place, defaults, noted)
    except InputError as error:
        yield error


def position(text: str, offset: int) -> tuple[int, int]:
    """The line and the column, both from 1, of a code point of a text."""
    line_start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, line_start) + 1, offset - line_start + 1


def parse_at(text: str, start: int, source: str, first_line: int = 1) -> tuple[object, int]:
    """The JSON value that begins at ``start`` and the offset after it; raises ``InputError``.

    ``first_line`` is the number of the text's first line in the source.
    """
    try:
        return JSONDecoder().raw_decode(text, start)
    except JSONDecodeError as error:
        place = Place(source, first_line + error.lineno - 1, error.colno)
        raise InputError(why_no_json(error), place) from error
    except (RecursionError, ValueError) as error:
        line, column = position(text, start)
        raise InputError(
            why_no_json(error), Place(source, first_line + line - 1, column)
        ) from error


def skip_space(text: str, start: int) -> int:
    """The offset of the next sign that is no space of JSON."""
    match = _SPACE.match(text, start)
    return match.end() if match else start


def syntax_error(text: str, offset: int, source: str, message: str) -> InputError:
    """An error at one code point of a JSON text."""
    return InputError(message, Place(source, *position(text, offset)))


def _values(text: str, source: str) -> Iterator[tuple[object, int]]:
    start = skip_space(text, 0)
    if start == len(text):
        raise InputError(_("the file is empty; there is nothing to check"), Place(source))
    if text[start] == "[":
        end = yield from _list(text, start, source)
    else:
        value, end = parse_at(text, start, source)
        yield value, start
    rest = skip_space(text, end)
    if rest < len(text):
        what = _("more follows after the JSON value; for one object a line use --input jsonl")
        raise syntax_error(text, rest, source, what)


def _list(text: str, start: int, source: str) -> Generator[tuple[object, int], None, int]:
    """The values of a list one by one, so that what stands before a mistake is not lost.

    Returns the offset after the list.
    """
    at = skip_space(text, start + 1)
    if text[at : at + 1] == "]":
        raise syntax_error(text, start, source, _("the list is empty; there is nothing to check"))
    while True:
        value, end = parse_at(text, at, source)
        yield value, at
        at = skip_space(text, end)
        if text[at : at + 1] == "]":
            return at + 1
        if text[at : at + 1] != ",":
            what = _("broken JSON: “,” or “]” is expected here")
            raise syntax_error(text, at, source, what)
        at = skip_space(text, at + 1)
