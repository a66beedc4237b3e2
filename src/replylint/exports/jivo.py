"""Jivo: finished chats, as its webhook sends them.

The format is that of the page “Webhooks API” of Jivo and of client libraries for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from replylint.conversation import Message, Role
from replylint.errors import InputError, Place
from replylint.exports.chat import Found, Wanted
from replylint.exports.fields import Fields, Messages
from replylint.translation import _

_ROLES = {
    "visitor": Role.CUSTOMER,
    "client": Role.CUSTOMER,
    "agent": Role.AGENT,
    "bot": Role.BOT,
    "system": Role.SYSTEM,
}
_HIDDEN = "<Message text is not displayed here>"


def fits(record: Mapping[str, object]) -> bool:
    """Whether this is an event of Jivo."""
    chat = record.get("chat")
    return "event_name" in record or (
        "visitor" in record and isinstance(chat, Mapping) and "messages" in chat
    )


def chats(record: Mapping[str, object], place: Place, wanted: Wanted) -> Iterator[Found]:
    """The chat of one event; events about anything else have none."""
    event = Fields(record)
    names = {person.text("id"): person.text("name", "email") for person in event.objects("agents")}
    messages = Messages(place)
    if event.text("event_name") == "offline_message":
        messages.add(Message(Role.CUSTOMER, event.text("message")))

    def message(item: Fields) -> Message:
        text = item.text("message", "text")
        if text == _HIDDEN:
            raise InputError(_("Jivo has left the text of the message out of this event"))
        role = _ROLES.get(item.text("type"))
        if role is None:
            told = _("“{key}” is “{value}”, and that is no kind of message that is known")
            raise InputError(told.format(key="type", value=item.text("type")))
        author = item.text("agent_id")
        name = names.get(author) or author or None
        return Message(role, text, item.time("timestamp"), name if role is Role.AGENT else None)

    chat = event.inner("chat")
    items = chat.items("messages")
    messages.read(items, "messages", message)
    if chat.text("invitation") and messages.in_order:
        # What the widget says by itself, before anybody does.
        first = messages.in_order[0].sent_at
        messages.add_first(Message(Role.BOT, chat.text("invitation"), first))
    if items or messages.in_order:
        yield from messages.chat(
            event.identity("chat_id", "id"),
            wanted,
            channel=event.text("channel") or "chat",
            team=event.inner("department").text("name")
            if isinstance(event.get("department"), Mapping)
            else event.text("department"),
            tags=event.names("tags", "title"),
        )
