"""Bitrix24 open lines: the history of sessions, as the API gives it.

The format is that of `imopenlines.session.history.get` in the REST documentation of Bitrix24, whose
older and newer answers differ in how they spell the keys of `params`. What the classes of messages
mean is said by the module `imopenlines` itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from replylint.conversation import Message, Role
from replylint.errors import Place
from replylint.exports.chat import Found, Wanted
from replylint.exports.fields import Fields, Messages

_LINE = re.compile(r"\[/?(?:br|p)\]|#br#", re.IGNORECASE)
_MARK = re.compile(
    r"\[/?(?:b|i|u|s|url|user|chat|call|size|color|code|quote|icon|img|send|put|context|pch)"
    r"(?:=(?:[^\[\]]++|\[[^\[\]]*+\])*+)?\]",
    re.IGNORECASE,
)
"""A mark, with brackets in its value if they are closed: one ``[`` is looked through once."""

_NOBODY = ("", "0")
_CONNECTORS = ("imconnector", "connector")
_AUTOMATIC = "content-item-ol-output"
_UNSENT = "content-item-system"
"""What the class of a message says: sent by the open line itself; not sent to the customer."""


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
    history = page.within("result")
    people = {person.text("id", "ID"): person for person in history.objects("users")}
    files = {item.text("id"): item.text("name") for item in history.objects("files")}

    def message(item: Fields) -> Message | None:
        sender = item.text("senderid", "senderId", "author_id")
        person = people.get(sender)
        params = item.inner("params")
        if params.flag("IS_DELETED", "isDeleted"):
            return None
        shown_as = _joined(params.get("CLASS", "class"))
        attached = params.get("FILE_ID", "fileId")
        ids = attached if isinstance(attached, list) else [attached] if attached else []
        return Message(
            _role(sender, person, shown_as),
            plain(item.text("text", "message")),
            item.time("date"),
            (person.text("name") or sender if person else sender) or None,
            _UNSENT in shown_as and sender not in _NOBODY,
            tuple(files.get(str(one)) or str(one) for one in ids),
        )

    messages = Messages(place)
    messages.read(history.items("message"), "message", message)
    yield from messages.chat(
        history.identity("sessionId", "chatId"), wanted, channel=_channel(history)
    )


def plain(text: str) -> str:
    """A text without the marks of BBCode."""
    return _MARK.sub("", _LINE.sub("\n", text)).strip()


def _joined(value: object) -> str:
    """A parameter that may be a text or a list of texts."""
    return " ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _role(sender: str, person: Fields | None, shown_as: str) -> Role:
    kind = person.text("externalAuthId", "external_auth_id", "type") if person else ""
    if person is not None and (person.flag("connector") or kind in _CONNECTORS):
        return Role.CUSTOMER
    # A greeting or an absence message goes to the customer under nobody's or the operator's name.
    if _AUTOMATIC in shown_as or (person is not None and (person.flag("bot") or kind == "bot")):
        return Role.BOT
    return Role.SYSTEM if sender in _NOBODY else Role.AGENT


def _channel(history: Fields) -> str:
    """The connector through which the customer wrote, such as ``telegrambot``."""
    chats = history.items("chat")
    first = Fields(chats[0]) if chats and isinstance(chats[0], Mapping) else Fields({})
    return first.text("entity_id", "entityId").split("|")[0] or "chat"
