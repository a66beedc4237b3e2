"""One JSON object becomes a conversation; what is wrong in it is named by its key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from difflib import get_close_matches
from typing import Any

from replylint.channels import channel_doubt, channel_name
from replylint.conversation import Conversation, Message, Role
from replylint.errors import InputError, Place
from replylint.sources.item import Defaults, Entry, Item, Note
from replylint.translation import _

RECORD_KEYS = ("id", "channel", "customer", "messages", "reply", "sent_at", "author", "attachments")
MESSAGE_KEYS = ("role", "text", "sent_at", "author", "private", "attachments")
_CONTEXT = ("customer", "messages")


def record_items(
    record: object, place: Place, defaults: Defaults, noted: set[str]
) -> Iterator[Item]:
    """The entry for one JSON value, or the error that says what is wrong in it.

    A key that is passed over though it looks like a known one gets a note, once for all records
    that share the set ``noted``.
    """
    try:
        entry = Entry(_conversation(record, place, defaults), place)
    except InputError as error:
        yield error
        return
    for unknown, known in _misspelled(record):
        if unknown not in noted:
            noted.add(unknown)
            text = _("the key “{unknown}” is unknown and passed over; did you mean “{known}”?")
            yield Note(place, text.format(unknown=unknown, known=known))
    channel = record.get("channel") if isinstance(record, dict) else None
    doubt = channel_doubt(channel) if isinstance(channel, str) else None
    if doubt is not None and doubt not in noted:
        noted.add(doubt)
        yield Note(place, doubt)
    yield entry


def _misspelled(record: object) -> Iterator[tuple[str, str]]:
    """Unknown keys that look like a known one which is missing, each with that known one."""
    if isinstance(record, dict):
        for unknown in record:
            known = None if unknown in RECORD_KEYS else _meant(record, unknown)
            if known is not None:
                yield unknown, known


def _meant(record: Mapping[str, object], unknown: str) -> str | None:
    """The known key that this unknown key stands for, when it is nowhere else in the record."""
    missing = [key for key in RECORD_KEYS if key not in record and len(key) > 2]
    close = get_close_matches(unknown.lower(), missing, n=1, cutoff=0.8)
    known = close[0] if close else None
    return None if known in _CONTEXT and any(key in record for key in _CONTEXT) else known


def _conversation(record: object, place: Place, defaults: Defaults) -> Conversation:
    if not isinstance(record, dict):
        raise _wrong(
            place,
            _("an object with the key “reply” is expected, not {kind}").format(kind=kind(record)),
        )
    messages = _messages(record, place)
    customer = _text(record, "customer", place)
    if messages is not None and customer is not None:
        raise _wrong(place, _("“customer” and “messages” exclude each other; leave one out"))
    reply = _text(record, "reply", place)
    before = messages or ()
    if reply is None:
        answer, before = _reply_among(messages, record, place)
    else:
        answer = Message(
            Role.AGENT,
            reply,
            _time(record, place),
            _text(record, "author", place),
            attachments=_attachments(record, place),
        )
    if not answer.text.strip():
        raise _wrong(place, _("the reply is empty; there is nothing to check"))
    if messages is None:
        own = Defaults(customer) if customer else defaults
        before = own.before
    channel = channel_name(_text(record, "channel", place)) or defaults.channel
    return Conversation(
        answer.text,
        before,
        channel,
        _identity(record, place),
        place.source,
        answer.sent_at,
        answer.author,
        answer.attachments,
    )


def _reply_among(
    messages: tuple[Message, ...] | None, record: Mapping[str, object], place: Place
) -> tuple[Message, tuple[Message, ...]]:
    """Without “reply” the last message of the agent is the reply; earlier ones are its context."""
    if messages is None:
        raise _wrong(place, _no_reply(record))
    for position in reversed(range(len(messages))):
        message = messages[position]
        if message.role is Role.AGENT and not message.private:
            return message, messages[:position]
    raise _wrong(place, _("no “reply”, and no public message with the role “agent”; add one"))


def _no_reply(record: Mapping[str, object]) -> str:
    unknown = next((key for key in record if _meant(record, key) in ("reply", "messages")), None)
    if unknown is None:
        return _("the key “reply” is missing; add it (or “messages”)")
    return _("the key “{known}” is missing; did you mean it by “{unknown}”?").format(
        known=_meant(record, unknown), unknown=unknown
    )


def _messages(record: Mapping[str, Any], place: Place) -> tuple[Message, ...] | None:
    value = record.get("messages")
    if value is None:
        return None
    if not isinstance(value, list):
        raise _wrong_type(place, "messages", _("a list"), value)
    return tuple(_message(item, f"messages[{index}]", place) for index, item in enumerate(value))


def _message(value: object, name: str, place: Place) -> Message:
    if not isinstance(value, dict):
        raise _wrong_type(place, name, _("an object"), value)
    for key in ("role", "text"):
        if value.get(key) is None:
            raise _wrong(place, _missing_in_message(value, key, name))
    private = value.get("private") or False
    if not isinstance(private, bool):
        raise _wrong_type(place, f"{name}.private", _("true or false"), private)
    return Message(
        _role(value, name, place),
        _text(value, "text", place, name) or "",
        _time(value, place, name),
        _text(value, "author", place, name),
        private,
        _attachments(value, place, name),
    )


def _missing_in_message(value: Mapping[str, object], key: str, name: str) -> str:
    unknown = [str(other) for other in value if other not in MESSAGE_KEYS]
    close = get_close_matches(key, unknown, n=1)
    if close:
        return _("the key “{known}” is missing; did you mean it by “{unknown}”?").format(
            known=f"{name}.{key}", unknown=close[0]
        )
    return _("the key “{known}” is missing; add it").format(known=f"{name}.{key}")


def _role(value: Mapping[str, object], name: str, place: Place) -> Role:
    word = _text(value, "role", place, name) or ""
    try:
        return Role(word.lower())
    except ValueError as error:
        text = _("“{key}” must be one of {roles}, not “{word}”").format(
            key=f"{name}.role", roles=", ".join(Role), word=word
        )
        raise _wrong(place, text) from error


def _attachments(value: Mapping[str, Any], place: Place, within: str = "") -> tuple[str, ...]:
    """The names of attached files; an object has its name under “name”."""
    given = value.get("attachments")
    if given is None:
        return ()
    key = f"{within}.attachments" if within else "attachments"
    if not isinstance(given, list):
        raise _wrong_type(place, key, _("a list"), given)
    names = [item.get("name") or "" if isinstance(item, dict) else item for item in given]
    for name in names:
        if not isinstance(name, str):
            raise _wrong_type(place, key, _("a list of names"), name)
    return tuple(names)


def _time(value: Mapping[str, object], place: Place, within: str = "") -> datetime | None:
    written = _text(value, "sent_at", place, within)
    if written is None:
        return None
    try:
        return datetime.fromisoformat(written)
    except ValueError as error:
        text = _("“{key}” must be a time in ISO 8601 such as 2026-03-01T09:30:00+03:00").format(
            key=f"{within}.sent_at" if within else "sent_at"
        )
        raise _wrong(place, text) from error


def _text(value: Mapping[str, Any], key: str, place: Place, within: str = "") -> str | None:
    text = value.get(key)
    if text is None or isinstance(text, str):
        return text
    raise _wrong_type(place, f"{within}.{key}" if within else key, _("text in quotes"), text)


def _identity(record: Mapping[str, Any], place: Place) -> str | None:
    value = record.get("id")
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise _wrong_type(place, "id", _("text or a number"), value)


def kind(value: object) -> str:
    """What kind of JSON value this is, in words."""
    kinds: tuple[tuple[type, str], ...] = (
        (bool, _("true or false")),
        (str, _("text in quotes")),
        (int, _("a number")),
        (float, _("a number")),
        (list, _("a list")),
        (dict, _("an object")),
    )
    return next((name for kind, name in kinds if isinstance(value, kind)), "null")


def _wrong_type(place: Place, key: str, expected: str, value: object) -> InputError:
    text = _("“{key}” must be {expected}, not {found}")
    return _wrong(place, text.format(key=key, expected=expected, found=kind(value)))


def _wrong(place: Place, message: str) -> InputError:
    return InputError(message, place)
