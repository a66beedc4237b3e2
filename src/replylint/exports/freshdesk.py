"""Freshdesk: tickets with their conversations, private notes kept apart.

The format is that of version 2 of the API, and that of version 1 with `helpdesk_ticket` and
`notes`, as recorded answers of both have it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from replylint.conversation import Message, Role
from replylint.errors import Place
from replylint.exports.chat import Found, Wanted
from replylint.exports.fields import Fields, Messages, each, unwrapped

_CHANNELS = {"1": "email", "2": "portal", "3": "phone", "7": "chat", "9": "widget", "10": "email"}
_OUTBOUND = "10"
_FORWARDED = "8"


def fits(record: Mapping[str, object]) -> bool:
    """Whether this is a ticket of Freshdesk or a page of them."""
    tickets = record.get("tickets")
    first = tickets[0] if isinstance(tickets, list) and tickets else record
    return isinstance(first, Mapping) and (
        "responder_id" in first
        or isinstance(first.get("helpdesk_ticket"), Mapping)
        or ("requester_id" in first and "conversations" in first)
    )


def chats(record: Mapping[str, object], place: Place, wanted: Wanted) -> Iterator[Found]:
    """The chats of one object: a ticket, or a page of them."""
    page = Fields(record)
    if page.has("tickets"):
        yield from each(
            page.items("tickets"), "tickets", place, lambda one, here: _ticket(one, here, wanted)
        )
    else:
        yield from _ticket(page, place, wanted)


def _ticket(given: Fields, place: Place, wanted: Wanted) -> Iterator[Found]:
    ticket = given.within("helpdesk_ticket")
    # In version 1 the number that people see is not the id.
    identity = ticket.text("display_id") or ticket.identity("id")
    source = ticket.text("source")
    messages = Messages(place)
    text = _words(ticket, ("description_html", "description"), ("description_text",))
    if text:
        role = Role.AGENT if source == _OUTBOUND else Role.CUSTOMER
        name = _name(ticket, "responder" if role is Role.AGENT else "requester")
        messages.add(
            Message(
                role,
                text,
                ticket.time("created_at"),
                name,
                attachments=ticket.names("attachments", "name"),
            )
        )
    said = "conversations" if ticket.has("conversations") else "notes"
    messages.read([unwrapped(item, "note") for item in ticket.items(said)], said, _message)
    group = ticket.get("group")
    yield from messages.chat(
        identity,
        wanted,
        channel=_CHANNELS.get(source, ""),
        team=ticket.inner("group").text("name")
        if isinstance(group, Mapping)
        else ticket.text("group_id"),
        tags=ticket.names("tags", "name"),
    )


def _message(item: Fields) -> Message | None:
    if item.flag("deleted"):
        return None
    customer = item.flag("incoming")
    return Message(
        Role.CUSTOMER if customer else Role.AGENT,
        _words(item, ("body_html", "body"), ("body_text",)),
        item.time("created_at"),
        _name(item, "user"),
        # What is forwarded goes to a third person and not to the customer.
        item.flag("private") or item.text("source") == _FORWARDED,
        item.names("attachments", "name"),
    )


def _words(item: Fields, html: tuple[str, ...], plain: tuple[str, ...]) -> str:
    """The HTML where there is some: the plain text beside it has lost its paragraphs."""
    return item.words(*html) or item.text(*plain)


def _name(item: Fields, key: str) -> str | None:
    if isinstance(item.get(key), Mapping):
        return item.inner(key).text("name", "email") or None
    return item.text(f"{key}_name") or item.text(f"{key}_id") or None
