"""Telegram Desktop: ``result.json`` of one chat or of a whole account, of any size.

The format is what Telegram Desktop's own source writes (`export_output_json.cpp`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from replylint.conversation import Message, Role
from replylint.errors import InputError, Place
from replylint.exports.chat import Found, Unread, Wanted
from replylint.exports.decoding import Encoding, mended, open_text
from replylint.exports.fields import Fields, quoted
from replylint.exports.json_cursor import JsonCursor, Value
from replylint.exports.sessions import Said, sessions
from replylint.sources.item import Note
from replylint.sources.record import kind
from replylint.translation import _

_PERSONAL = ("personal_chat", "bot_chat")
_NO_CHATS = ("saved_messages", "public_channel", "private_channel", "replies")
_GROUPS = ("private_group", "private_supergroup", "public_supergroup")
_KINDS = (*_PERSONAL, *_NO_CHATS, *_GROUPS)
_HEAD = frozenset(("name", "type", "id"))
_MEDIA = ("file_name", "media_type", "sticker_emoji")
_THINGS = {
    "photo": "photo",
    "file": "file",
    "contact_information": "contact",
    "place_name": "location",
    "location_information": "location",
    "poll": "poll",
    "invoice_information": "invoice",
    "game_title": "game",
}
"""What a message may have in place of a text, by the key that tells of it."""


def fits(record: Mapping[str, object]) -> bool:
    """Whether this is a chat of Telegram or the export of an account."""
    if "chats" in record and ("about" in record or "personal_information" in record):
        return True
    said = record.get("messages")
    first = said[0] if isinstance(said, list) and said else None
    if not isinstance(first, Mapping):
        return False
    # Before 2022 the messages had neither of these keys.
    named = record.get("type") in _KINDS and "date" in first
    return named or "date_unixtime" in first or "text_entities" in first


@dataclass(slots=True)
class _Who:
    """What is known of the people of one chat."""

    wanted: Wanted
    self_id: str = ""
    name: str = ""
    kind: str = ""
    id: str = ""

    def role(self, item: Fields) -> Role | None:
        """Who wrote a message; None when nothing tells."""
        # Before 2022 the ids of people were bare numbers.
        author, identity = item.text("from"), item.text("from_id").removeprefix("user")
        if author in self.wanted.agents or (self.self_id and identity == self.self_id):
            return Role.AGENT
        if self.kind in _PERSONAL:
            peer = identity == self.id if identity and self.id else author == self.name
            if not peer:
                return Role.AGENT
            return Role.BOT if self.kind == "bot_chat" else Role.CUSTOMER
        return Role.CUSTOMER if self.wanted.agents or self.self_id else None


def read_telegram(path: Path, source: str, encoding: Encoding, wanted: Wanted) -> Iterator[Found]:
    """The chats of an export; a silence of a day begins a new one."""
    with open_text(path, encoding) as file:
        cursor = JsonCursor(file, source)
        try:
            yield from _whole(cursor, source, wanted)
        except InputError as error:
            line = error.place.line if error.place else cursor.line
            yield Unread(source, line, error.message, cursor.rest())


def _whole(cursor: JsonCursor, source: str, wanted: Wanted) -> Iterator[Found]:
    who = _Who(wanted)
    for key in cursor.members():
        if key == "messages":
            yield from _one(cursor.elements(), source, who)
        elif key in ("chats", "left_chats"):
            yield from _account(cursor, source, who.self_id, wanted)
        else:
            value = cursor.value().data
            if key in _HEAD:
                _learn(who, key, value)
            elif key == "personal_information" and isinstance(value, Mapping):
                who.self_id = str(value.get("user_id") or "")


def _learn(who: _Who, key: str, value: object) -> None:
    text = "" if value is None else str(value)
    if key == "name":
        who.name = text
    elif key == "type":
        who.kind = text
    else:
        who.id = text


def _account(cursor: JsonCursor, source: str, self_id: str, wanted: Wanted) -> Iterator[Found]:
    """The chats of a whole account, the messages of each streamed."""
    for key in cursor.members():
        if key != "list" or cursor.peek() != "[":
            cursor.value()
            continue
        for place in cursor.places():
            who = _Who(wanted, self_id)
            if cursor.peek() != "{":
                yield Unread(source, place, _("an object is expected here"), cursor.rest())
                cursor.value()
                continue
            for name in cursor.members():
                if name == "messages" and cursor.peek() == "[":
                    yield from _one(cursor.elements(), source, who)
                else:
                    _learn(who, name, cursor.value().data) if name in _HEAD else cursor.value()


def _one(values: Iterable[Value | Unread], source: str, who: _Who) -> Iterator[Found]:
    """The sessions of one chat."""
    if who.kind in _NO_CHATS:
        for _value in values:
            pass
        return
    prefix = f"{who.id or who.name or 'telegram'}/"
    yield from sessions(_said(values, source, who), prefix, source, who.wanted, "telegram")


def _said(
    values: Iterable[Value | Unread], source: str, who: _Who
) -> Iterator[Said | Unread | Note]:
    told = False
    for value in values:
        if isinstance(value, Unread):
            yield value
            continue
        try:
            item = Fields(value.data, "messages")
            message = _message(item, who)
        except InputError as error:
            yield Unread(source, value.line, error.message, quoted(value.data))
            continue
        if message is not None:
            yield Said(message, value.line, item.text("id") or str(value.line))
        elif not told and item.text("type") == "message" and who.role(item) is None:
            told = True
            text = _("“{name}” is a group; name who answers there with --agent, such as “{who}”")
            yield Note(Place(source, value.line), text.format(name=who.name, who=item.text("from")))


def _message(item: Fields, who: _Who) -> Message | None:
    """A message; None for service messages and for groups in which nobody is known."""
    if item.text("type") not in ("", "message"):
        return None
    role = who.role(item)
    if role is None:
        return None
    # The name is null where the account from which it was forwarded is gone.
    if item.has("forwarded_from") or item.text("via_bot"):
        role = Role.SYSTEM
    media = next((item.text(key) for key in _MEDIA if item.text(key)), "")
    media = media or next((name for key, name in _THINGS.items() if item.has(key)), "")
    return Message(
        role,
        _text(item.get("text")),
        item.time("date", "date_unixtime"),
        item.text("from") or None,
        attachments=(media,) if media else (),
    )


def _text(value: object) -> str:
    """The text, which is a string or a list of strings and of objects with a text."""
    if value is None or isinstance(value, str):
        return mended(value or "").strip()
    if not isinstance(value, list):
        raise InputError(
            _("“{key}” must be {expected}, not {found}").format(
                key="text", expected=_("text in quotes"), found=kind(value)
            )
        )
    parts = [part.get("text", "") if isinstance(part, Mapping) else part for part in value]
    return mended("".join(str(part) for part in parts)).strip()
