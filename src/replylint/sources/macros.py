"""Macro libraries as a source: each canned reply is a conversation on the channel “macro”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from replylint.conversation import Conversation
from replylint.errors import InputError, Place
from replylint.macros.columns import replies_of_table, unread_columns
from replylint.macros.registry import read_macros
from replylint.macros.table import Row, read_csv_rows, read_xlsx_rows
from replylint.passage import FileText
from replylint.sources.encoding import decode
from replylint.sources.item import Defaults, Entry, Item, Note, Reader
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
    if name in ("csv", "xlsx"):
        if name == "xlsx":
            rows = read_xlsx_rows(data, source)
        else:
            decoded = decode(data, source)
            yield from encoding_note(decoded, source)
            rows = read_csv_rows(FileText(decoded.text))
        macros = replies_of_table(rows, source, defaults.fields)
        yield from _unread(rows, source, defaults)
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


def _unread(rows: Sequence[Row], source: str, defaults: Defaults) -> Iterator[Note]:
    """A note about columns with texts that are not checked."""
    read, left = unread_columns(rows, defaults.fields)
    if read and left:
        text = _(
            "checked: {read}; not checked, though there are texts in them: {left}; to say which "
            "columns are replies, list them in the settings: fields: {{text: [{example}]}}"
        )
        text = text.format(
            read=_quoted(read), left=_quoted(left), example=", ".join([*read, *left])
        )
        yield Note(Place(source, 1), text)


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(_("“{name}”").format(name=name) for name in names)


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
