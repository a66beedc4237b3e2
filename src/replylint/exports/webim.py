"""Webim: chats with their messages, as the API for stored data gives them.

The format is that of “Stored Data API” in the knowledge base of Webim; the kinds of messages are
those of its page on message types and of the mobile SDKs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from replylint.conversation import Message, Role
from replylint.errors import Place
from replylint.exports.chat import Found, Wanted
from replylint.exports.fields import Fields, Messages, each

_ROLES = {
    "visitor": Role.CUSTOMER,
    "file_visitor": Role.CUSTOMER,
    "keyboard_response": Role.CUSTOMER,
    "operator": Role.AGENT,
    "file_operator": Role.AGENT,
    "operator_note": Role.AGENT,
    "for_operator": Role.SYSTEM,
    "sticker_visitor": Role.CUSTOMER,
    "keyboard": Role.BOT,
    "operator_busy": Role.BOT,
    "cont_req": Role.BOT,
}
_FILES = ("file_visitor", "file_operator", "sticker_visitor")
_UNSEEN = ("for_operator", "operator_note")


def fits(record: Mapping[str, object]) -> bool:
    """Whether this is a chat of Webim or a page of them."""
    pages = record.get("chats")
    first = pages[0] if isinstance(pages, list) and pages else record
    messages = first.get("messages") if isinstance(first, Mapping) else None
    said = messages[0] if isinstance(messages, list) and messages else None
    return isinstance(said, Mapping) and "kind" in said


def chats(record: Mapping[str, object], place: Place, wanted: Wanted) -> Iterator[Found]:
    """The chats of one object: a chat, or a page of them."""
    page = Fields(record)
    if page.has("chats"):
        yield from each(
            page.items("chats"), "chats", place, lambda one, here: _chat(one, here, wanted)
        )
    else:
        yield from _chat(page, place, wanted)


def _chat(given: Fields, place: Place, wanted: Wanted) -> Iterator[Found]:
    names = {
        person.text("id"): person.text("full_name", "fullname", "name")
        for person in given.objects("operators")
    }
    operator = given.inner("operator") if isinstance(given.get("operator"), Mapping) else None
    if operator is not None:
        names.setdefault(operator.text("id"), operator.text("full_name", "fullname", "name"))

    def message(item: Fields) -> Message | None:
        if item.flag("deleted"):
            return None
        kind = item.text("kind")
        role = _ROLES.get(kind, Role.SYSTEM)
        text = item.words("message", "text")
        author = item.text("operator_id", "author_id", "authorId")
        name = item.text("operator_name", "name") or names.get(author) or author
        return Message(
            role,
            "" if kind in _FILES else text,
            item.time("created_at", "ts"),
            name or None if role is Role.AGENT else None,
            kind in _UNSEEN,
            (_file_name(text),) if kind in _FILES and text else (),
        )

    messages = Messages(place)
    messages.read(given.items("messages"), "messages", message)
    department = given.get("department")
    yield from messages.chat(
        given.identity("id"),
        wanted,
        channel=given.text("channel") or "chat",
        team=given.inner("department").text("name", "key")
        if isinstance(department, Mapping)
        else given.text("department", "department_id"),
        tags=given.names("tags", "name") or given.names("categories", "name"),
    )


def _file_name(text: str) -> str:
    """The name of a file, which may be the text of its message or stand in JSON in it."""
    if not text.startswith("{"):
        return text
    try:
        described = json.loads(text)
    except (ValueError, RecursionError):
        return text
    name = described.get("filename") if isinstance(described, dict) else None
    return name if isinstance(name, str) and name else text
