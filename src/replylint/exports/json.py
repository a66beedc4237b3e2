"""JSON and JSON Lines of no known helpdesk: conversations with messages, or rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from replylint.channels import channel_name
from replylint.conversation import Message, Role
from replylint.errors import InputError, Place
from replylint.exports.chat import Chat, Found, Unread, Wanted
from replylint.exports.decoding import Encoding
from replylint.exports.fields import Fields, Messages, quoted
from replylint.exports.json_cursor import line_of
from replylint.exports.json_values import json_values
from replylint.exports.privacy import is_private
from replylint.exports.roles import is_note, role_of
from replylint.exports.rows import Row, Table
from replylint.exports.table import table_chats
from replylint.sources.record import RECORD_KEYS
from replylint.translation import _

_SAMPLE = 200
_LISTS = ("messages", "turns", "dialog", "dialogue", "history", "comments")
_PAGES = ("conversations", "chats", "dialogs", "tickets", "items", "data", "results", "rows")
_TEXT = ("text", "content", "body", "message")
_ROLE = ("role", "author_role", "author_type", "sender_type", "from_type", "direction", "type")
_AUTHOR = ("author", "author_name", "name", "sender", "from", "user", "agent", "operator")
_SEEN = ("private", "internal", "is_private", "is_internal", "public", "is_public", "visibility")
_TIME = ("sent_at", "created_at", "date", "time", "timestamp")


def list_of(record: Mapping[str, object]) -> str | None:
    """The key under which a record has its messages; None when it has none."""
    return next((key for key in _LISTS if isinstance(record.get(key), list)), None)


def _is_own(record: Mapping[str, object]) -> bool:
    """Whether a record is of the kind that ``replylint check`` reads."""
    return "reply" in record and all(key in RECORD_KEYS for key in record)


def read_json(path: Path, source: str, encoding: Encoding, wanted: Wanted) -> Iterator[Found]:
    """The chats of a file: records with messages, or else rows with columns."""
    records = (item for item in _records(path, source, encoding) if isinstance(item, Row))
    sample = list(islice(records, _SAMPLE))
    if any(list_of(row.cells) or _is_own(row.cells) for row in sample):
        for item in _records(path, source, encoding):
            yield from [item] if isinstance(item, Unread) else _read(item, source, wanted)
        return
    names = dict.fromkeys(name for row in sample for name in _flat(row.cells))
    if not names:
        yield from (i for i in _records(path, source, encoding) if isinstance(i, Unread))
        return

    def rows() -> Iterator[Row | Unread]:
        for item in _records(path, source, encoding):
            yield item if isinstance(item, Unread) else Row(item.line, _flat(item.cells))

    yield from table_chats(Table(source, tuple(names), rows), wanted)


def _records(path: Path, source: str, encoding: Encoding) -> Iterator[Row | Unread]:
    """The objects of a file; those in a page come one by one."""
    for value in json_values(path, source, encoding):
        if isinstance(value, Unread):
            yield value
            continue
        data = value.data
        inside = _page(data) if isinstance(data, Mapping) else data
        for one in inside if isinstance(inside, list) else [data]:
            if isinstance(one, Mapping):
                yield Row(line_of(one, value.line), one)
            else:
                yield Unread(source, value.line, _("an object is expected here"), quoted(one))


def _page(data: Mapping[str, object]) -> object:
    if list_of(data) is not None:
        return None
    return next((data[key] for key in _PAGES if isinstance(data.get(key), list)), None)


def _flat(record: Mapping[str, object]) -> dict[str, object]:
    """The values of an object, those of objects in it under ``outer.inner``."""
    flat: dict[str, object] = {}
    for key, value in record.items():
        if isinstance(value, Mapping):
            flat.update({f"{key}.{inner}": within for inner, within in value.items()})
        else:
            flat[key] = value
    return flat


def _read(row: Row, source: str, wanted: Wanted) -> Iterator[Found]:
    place = Place(source, row.line)
    try:
        yield from _chat(Fields(row.cells), place, wanted)
    except InputError as error:
        yield Unread(source, row.line, error.message, quoted(row.cells))


def _chat(record: Fields, place: Place, wanted: Wanted) -> Iterator[Found]:
    messages = Messages(place)
    key = next((key for key in _LISTS if record.items(key)), "messages")
    messages.read(record.items(key), key, lambda item: _message(item, wanted))
    said = messages.in_order
    reply = record.words("reply")
    if not said and record.words("customer"):
        said = (Message(Role.CUSTOMER, record.words("customer")),)
    before = len(said)
    if reply:
        answer = Message(
            Role.AGENT,
            reply,
            record.time("sent_at"),
            record.text("author") or None,
            attachments=record.names("attachments", "name"),
        )
        said = (*said, answer)
    yield from messages.unread
    if said:
        identity = record.text("id", "chat_id", "conversation_id", "ticket_id", "dialog_id")
        yield Chat(
            identity or f"{Path(place.source).name}#{place.line}",
            said,
            channel_name(record.text("channel")) or wanted.channel,
            record.text("team", "department", "group") or None,
            record.names("tags", "name", "title"),
            place.source,
            place.line,
            # A reply beside messages is the one to score, and they are what was said before it.
            before if reply else 0,
            identity,
        )


def _message(item: Fields, wanted: Wanted) -> Message:
    author = _author(item)
    if not any(item.has(key) for key in _TEXT):
        raise InputError(_("the key “{known}” is missing; add it").format(known="text"))
    return Message(
        _role(item, author, wanted),
        item.words(*_TEXT),
        item.time(*_TIME),
        author or None,
        _is_private(item) or _is_note(item, wanted),
        item.names("attachments", "name", "file_name"),
    )


def _is_private(item: Fields) -> bool:
    """Whether some key says that the customer does not see the message."""
    said = ((key, item.get(key)) for key in _SEEN if item.get(key) is not None)
    return any(is_private(str(value), key) for key, value in said)


def _author(item: Fields) -> str:
    key = next((key for key in _AUTHOR if item.get(key) is not None), "")
    if isinstance(item.get(key), Mapping):
        return item.inner(key).text("name", "full_name", "email", "id")
    return item.text(key) if key else ""


def _role_words(item: Fields) -> Sequence[str]:
    words = [item.text(key) for key in _ROLE if isinstance(item.get(key), str)]
    inner = next((key for key in _AUTHOR if isinstance(item.get(key), Mapping)), None)
    return words if inner is None else [*words, item.inner(inner).text("type", "role")]


def _is_note(item: Fields, wanted: Wanted) -> bool:
    return any(is_note(word, wanted.roles) for word in _role_words(item))


def _role(item: Fields, author: str, wanted: Wanted) -> Role:
    if author and author in wanted.agents:
        return Role.AGENT
    words = _role_words(item)
    for word in (*words, author):
        role = role_of(word, wanted.roles) if word else None
        if role is not None:
            return role
    if wanted.agents and author:
        return Role.CUSTOMER
    if not any(words) and item.has("author_id"):
        raise InputError(
            _(
                "the message names its author by a number only; if this comes from Zendesk, say "
                "--from zendesk (tickets need “requester_id”)"
            )
        )
    if not any(words):
        raise InputError(_("the row does not say who wrote the message"))
    text = _("it is not known who “{word}” is; say it with --role “{word}”=agent")
    raise InputError(text.format(word=next(word for word in words if word)))
