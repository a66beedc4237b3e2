"""Zendesk: tickets with their comments, from the JSON export of an account or from the API."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from replylint.conversation import Message, Role
from replylint.errors import Place
from replylint.exports.chat import Found, Wanted
from replylint.exports.fields import Fields, Messages, each

_AGENTS = ("agent", "admin")


def fits(record: Mapping[str, object]) -> bool:
    """Whether this is a ticket of Zendesk or a page of them."""
    tickets = record.get("tickets")
    first = tickets[0] if isinstance(tickets, list) and tickets else record.get("ticket", record)
    if not isinstance(first, Mapping):
        return False
    asked = "requester_id" in first or "requester" in first
    return asked and ("submitter_id" in first or "submitter" in first or "raw_subject" in first)


def chats(record: Mapping[str, object], place: Place, wanted: Wanted) -> Iterator[Found]:
    """The chats of one object: a ticket, a ticket beside its comments, or a page of tickets."""
    page = Fields(record)
    people = {
        person.text("id"): person for person in (Fields(item) for item in page.items("users"))
    }
    if page.has("tickets"):
        yield from each(
            page.items("tickets"),
            "tickets",
            place,
            lambda ticket: _ticket(ticket, ticket, people, place, wanted),
        )
        return
    ticket = page.inner("ticket") if page.has("ticket") else page
    comments = page if page.has("comments") else ticket
    yield from _ticket(ticket, comments, people, place, wanted)


def _ticket(
    ticket: Fields, holder: Fields, people: Mapping[str, Fields], place: Place, wanted: Wanted
) -> Iterator[Found]:
    identity = ticket.identity("id")
    known = dict(people)
    for key in ("requester", "submitter", "assignee"):
        if isinstance(ticket.get(key), Mapping):
            known.setdefault(ticket.inner(key).text("id"), ticket.inner(key))
    requester = ticket.text("requester_id") or _id_within(ticket, "requester")

    def comment(item: Fields) -> Message | None:
        if item.text("type") == "VoiceComment":
            return None
        author = item.text("author_id") or _id_within(item, "author")
        person = item.inner("author") if isinstance(item.get("author"), Mapping) else None
        person = person or known.get(author)
        text = item.words("html_body") or item.words("plain_body") or item.words("body")
        return Message(
            _role(author, requester, person),
            text,
            item.time("created_at"),
            person.text("name") or author if person else author or None,
            item.has("public") and not item.flag("public"),
            item.names("attachments", "file_name"),
        )

    messages = Messages(place)
    messages.read(holder.items("comments"), "comments", comment)
    if not holder.items("comments") and ticket.words("description"):
        asked = Message(Role.CUSTOMER, ticket.words("description"), ticket.time("created_at"))
        messages.add(asked)
    group = ticket.get("group")
    yield from messages.chat(
        identity,
        wanted,
        channel=ticket.inner("via").text("channel"),
        team=ticket.inner("group").text("name")
        if isinstance(group, Mapping)
        else ticket.text("group_id"),
        tags=ticket.names("tags", "name"),
    )


def _id_within(item: Fields, key: str) -> str:
    return item.inner(key).text("id") if isinstance(item.get(key), Mapping) else ""


def _role(author: str, requester: str, person: Fields | None) -> Role:
    if author == "-1":
        return Role.SYSTEM
    role = person.text("role") if person else ""
    if role in _AGENTS:
        return Role.AGENT
    return Role.CUSTOMER if author == requester or role == "end-user" else Role.AGENT
