"""Usedesk: tickets with their comments, as the API gives them.

The format is that of the method `ticket` in the API documentation of Usedesk and of client
libraries for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from replylint.conversation import Message, Role
from replylint.errors import InputError, Place
from replylint.exports.chat import Found, Wanted
from replylint.exports.fields import Fields, Messages
from replylint.translation import _

_ROLES = {"client": Role.CUSTOMER, "user": Role.AGENT, "trigger": Role.BOT, "bot": Role.BOT}


def fits(record: Mapping[str, object]) -> bool:
    """Whether this is a ticket of Usedesk."""
    comments = record.get("comments")
    first = comments[0] if isinstance(comments, list) and comments else None
    return isinstance(first, Mapping) and "from" in first and "message" in first


def chats(record: Mapping[str, object], place: Place, wanted: Wanted) -> Iterator[Found]:
    """The chat of one ticket."""
    page = Fields(record)
    ticket = page.within("ticket")
    comments = page.items("comments") or ticket.items("comments")
    messages = Messages(place)
    messages.read(comments, "comments", _message)
    yield from messages.chat(
        ticket.text("id") or _ticket_id(comments) or ticket.identity("id"),
        wanted,
        channel=_named(ticket, "channel"),
        team=_named(ticket, "group"),
        tags=page.names("tags", "name") or ticket.names("tags", "name"),
    )


def _ticket_id(comments: Sequence[object]) -> str:
    """The id in the first comment that has one: comments alone have it only there."""
    for item in comments:
        if isinstance(item, Mapping) and item.get("ticket_id"):
            return str(item["ticket_id"])
    return ""


def _message(item: Fields) -> Message:
    side = item.text("from")
    role = _ROLES.get(side)
    if role is None:
        text = _("“{key}” is “{value}”, and that is no kind of message that is known")
        raise InputError(text.format(key="from", value=side))
    return Message(
        role,
        item.words("message"),
        item.time("published_at", "created_at"),
        _named(item, "user" if role is Role.AGENT else "client") or None,
        item.text("type") == "private",
        item.names("files", "name", "file_name"),
    )


def _named(item: Fields, key: str) -> str:
    """The name of a thing that is given as an object, as a text or only by its id."""
    if isinstance(item.get(key), Mapping):
        return item.inner(key).text("name", "id")
    found = item.text(key) or item.text(f"{key}_name") or item.text(f"{key}_id")
    return "" if found == "0" else found
