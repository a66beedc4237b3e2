"""One reply that fills a whole file or the whole of standard input."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from replylint.conversation import Conversation
from replylint.errors import InputError, Place
from replylint.sources.encoding import Decoded, decode
from replylint.sources.item import STDIN, Defaults, Entry, Item, Note
from replylint.translation import _


def read_text(stream: BinaryIO, source: str, defaults: Defaults) -> Iterator[Item]:
    """The one reply in this file."""
    try:
        decoded = decode(stream.read(), source)
    except InputError as error:
        yield error
        return
    yield from encoding_note(decoded, source)
    if source == STDIN and decoded.text.lstrip().startswith('{"'):
        yield Note(
            Place(source),
            _("this looks like JSON but is read as text; add --input json or --input jsonl"),
        )
    yield reply_item(decoded.text, source, defaults)


def reply_item(reply: str, source: str, defaults: Defaults) -> Item:
    """The entry for a reply that is here as text, or the error that it is empty."""
    place = Place(source)
    if not reply.strip():
        return InputError(_("the reply is empty; there is nothing to check"), place)
    conversation = Conversation(reply, defaults.before, defaults.channel, None, source)
    return Entry(conversation, place)


def encoding_note(decoded: Decoded, source: str, line: int | None = None) -> Iterator[Note]:
    """The note that an encoding was guessed, if it was."""
    if decoded.guessed:
        yield Note(
            Place(source, line),
            _("not UTF-8, read as cp1251 (windows-1251); save it as UTF-8 to be sure"),
        )
