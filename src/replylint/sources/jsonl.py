"""One conversation a line, as JSON; read line by line, so the size of the file does not matter."""

from __future__ import annotations

import io
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import BinaryIO

from replylint.errors import InputError, Place
from replylint.sources.encoding import Decoded, byte_order_mark, decode_part, refuse_binary
from replylint.sources.item import Defaults, Item
from replylint.sources.json import parse_at, skip_space, syntax_error
from replylint.sources.record import record_items
from replylint.sources.text import encoding_note
from replylint.translation import _

_Line = tuple[int, Decoded | InputError]


def read_jsonl(stream: BinaryIO, source: str, defaults: Defaults) -> Iterator[Item]:
    """The conversations of a file, one a line; a bad line is an error in its place."""
    noted: set[str] = set()
    seen = guessed = False
    for number, line in _lines(stream, source):
        seen = True
        if isinstance(line, InputError):
            yield line
            continue
        if line.guessed and not guessed:
            guessed = True
            yield from encoding_note(line, source, number)
        yield from _items(line.text.rstrip("\r\n"), Place(source, number), defaults, noted)
    if not seen:
        yield InputError(_("the file is empty; there is nothing to check"), Place(source))


def _items(text: str, place: Place, defaults: Defaults, noted: set[str]) -> Iterator[Item]:
    try:
        value = _value(text, place)
    except InputError as error:
        yield error
        return
    yield from record_items(value, place, defaults, noted)


def _value(text: str, place: Place) -> object:
    line = place.line or 1
    value, end = parse_at(text, skip_space(text, 0), place.source, line)
    rest = skip_space(text, end)
    if rest < len(text):
        error = syntax_error(text, rest, place.source, _("broken JSON: only one value a line"))
        raise InputError(
            error.message, Place(place.source, line, error.place.column if error.place else None)
        )
    return value


def _lines(stream: BinaryIO, source: str) -> Iterator[_Line]:
    """The lines that are not blank, with their numbers."""
    first = stream.readline()
    marked = byte_order_mark(first)
    if marked is not None and marked[0] != BOM_UTF8:
        yield from _wide_lines(first, stream, marked, source)
        return
    try:
        refuse_binary(first[:8192], source)
    except InputError as error:
        yield 1, error
        return
    number, data = 1, first.removeprefix(BOM_UTF8)
    while data:
        if data.strip():
            yield number, _decoded(data, source, number)
        number, data = number + 1, stream.readline()


def _decoded(data: bytes, source: str, number: int) -> Decoded | InputError:
    try:
        return decode_part(data, source, number)
    except InputError as error:
        return error


def _wide_lines(
    first: bytes, stream: BinaryIO, marked: tuple[bytes, str], source: str
) -> Iterator[_Line]:
    """The lines of a file in UTF-16 or UTF-32, which has a byte order mark; read as a whole."""
    mark, name = marked
    try:
        text = (first + stream.read())[len(mark) :].decode(name)
    except UnicodeDecodeError:
        message = _("the text breaks off in the middle of a sign ({name})").format(name=name)
        yield 1, InputError(message, Place(source))
        return
    for number, line in enumerate(io.StringIO(text, newline="\n"), start=1):
        if line.strip():
            yield number, Decoded(line, name)
