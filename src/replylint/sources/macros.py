"""Macro libraries as a source: each canned reply is a conversation on the channel “macro”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from replylint.conversation import Conversation
from replylint.errors import InputError, Place
from replylint.macros.registry import read_macros, read_sheet
from replylint.sources.encoding import decode
from replylint.sources.item import Defaults, Entry, Item, Reader
from replylint.sources.text import encoding_note
from replylint.template import MACRO, TOGETHER, Macro, is_template
from replylint.translation import _

MOST_BYTES = 50_000_000


def macro_reader(name: str) -> Reader:
    """The reader of one of the formats of macro libraries."""

    def read(stream: BinaryIO, source: str, defaults: Defaults) -> Iterator[Item]:
        data = stream.read(MOST_BYTES + 1)
        try:
            if len(data) > MOST_BYTES:
                raise InputError(_("the file is too large for a macro library"), Place(source))
            yield from _items(data, source, name, defaults)
        except InputError as error:
            yield error

    return read


def _items(data: bytes, source: str, name: str, defaults: Defaults) -> Iterator[Item]:
    if name == "xlsx":
        macros = read_sheet(data, source, defaults.fields)
    else:
        decoded = decode(data, source)
        yield from encoding_note(decoded, source)
        macros = read_macros(decoded.text, source, name, defaults.fields)
    found = False
    for macro in macros:
        found = True
        if macro.passage.text.strip():
            yield _entry(macro, source, defaults)
    if not found:
        raise InputError(_("the reply is empty; there is nothing to check"), Place(source))


def conversation_of(macro: Macro, source: str, defaults: Defaults) -> Conversation:
    """A reply of a library as the linter checks it."""
    channel = defaults.channel
    if not is_template(channel):
        channel = MACRO if channel is None else f"{MACRO}{TOGETHER}{channel}"
    return Conversation(
        macro.passage.text,
        defaults.before,
        channel,
        macro.name or macro.key,
        source,
        macro=macro,
    )


def _entry(macro: Macro, source: str, defaults: Defaults) -> Entry:
    start = macro.passage.span(0, 0).start
    return Entry(conversation_of(macro, source, defaults), Place(source, start.line, start.column))
