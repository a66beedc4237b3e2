"""Bitrix24 open lines: the history of sessions, as the API gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from replylint.conversation import Message, Role
from replylint.errors import Place
from replylint.exports.chat import Found, Wanted
from replylint.exports.fields import Fields, Messages

_LINE = re.compile(r"\[/?(?:br|p)\]|#br#", re.IGNORECASE)
_LINK = re.compile(r"\[url=[^\]]*\](.*?)\[/url\]", re.IGNORECASE | re.DOTALL)
_MARK = re.compile(
    r"\[/?(?:b|i|u|s|url|user|chat|call|size|color|code|quote|icon|img|send|put|context|pch)"
    r"(?:=[^\]]*)?\]",
    re.IGNORECASE,
)


def fits(record: Mapping[str, object]) -> bool:
    """Whether this is the history of a session of an open line."""
    result = record.get("result", record)
    return (
        isinstance(result, Mapping)
        and ("sessionId" in result or "chatId" in result)
        and ("message" in result and "users" in result)
    )


def chats(record: Mapping[str, object], place: Place, wanted: Wanted) -> Iterator[Found]:
    """The chat of one session."""
    page = Fields(record)
    history = page.inner("result") if page.has("result") else page
    people = {
        person.text("id", "ID"): person
        for person in (Fields(item, "users") for item in history.items("users"))
    }
    files = {
        item.text("id"): item.text("name")
        for item in (Fields(item, "files") for item in history.items("files"))
    }

    def message(item: Fields) -> Message:
        sender = item.text("senderid", "senderId", "author_id")
        person = people.get(sender)
        params = item.inner("params")
        attached = params.get("FILE_ID")
        ids = attached if isinstance(attached, list) else [attached] if attached else []
        return Message(
            _role(sender, person),
            plain(item.text("text", "message")),
            item.time("date"),
            (person.text("name") or sender if person else sender) or None,
            attachments=tuple(files.get(str(one)) or str(one) for one in ids),
        )

    messages = Messages(place)
    messages.read(history.items("message"), "message", message)
    yield from messages.chat(
        history.identity("sessionId", "chatId"), wanted, channel=_channel(history)
    )


def plain(text: str) -> str:
    """A text without the marks of BBCode."""
    return _MARK.sub("", _LINK.sub(r"\1", _LINE.sub("\n", text))).strip()


def _role(sender: str, person: Fields | None) -> Role:
    if sender in ("", "0"):
        return Role.SYSTEM
    if person is None:
        return Role.AGENT
    if person.flag("connector") or person.text("type") == "connector":
        return Role.CUSTOMER
    return Role.BOT if person.flag("bot") or person.text("type") == "bot" else Role.AGENT


def _channel(history: Fields) -> str:
    """The connector through which the customer wrote, such as ``telegrambot``."""
    chats = history.items("chat")
    first = Fields(chats[0]) if chats and isinstance(chats[0], Mapping) else Fields({})
    return first.text("entity_id", "entityId").split("|")[0] or "chat"
