"""Zendesk: tickets with their comments, from the JSON export of an account or from the API.

The format is that of tickets and ticket comments in the API reference, with the people of a ticket
as objects in it where the account was exported; what `via` says is in the reference guides on the
via object and its types.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from replylint.conversation import Message, Role
from replylint.errors import Place
from replylint.exports.chat import Found, Wanted
from replylint.exports.fields import Fields, Messages, each

_AGENTS = ("agent", "admin")
_TELLING = ("submitter_id", "submitter", "raw_subject")
_SAID = ("public", "html_body", "plain_body", "audit_id")
"""What tickets and comments have in Zendesk and nowhere else."""
_CHANNELS = {"0": "web", "4": "email", "5": "api", "8": "rule", "19": "merge"}
"""The channels that `via` may name by a number."""
_REDACTED = frozenset("▇ \n")


def fits(record: Mapping[str, object]) -> bool:
    """Whether this is a ticket of Zendesk, a page of them, or the comments of one."""
    comments = record.get("comments")
    said = comments[0] if isinstance(comments, list) and comments else None
    if isinstance(said, Mapping) and "audit_id" in said and isinstance(record.get("users"), list):
        return True
    tickets = record.get("tickets")
    first = tickets[0] if isinstance(tickets, list) and tickets else record.get("ticket", record)
    if not isinstance(first, Mapping):
        return False
    asked = "requester_id" in first or "requester" in first
    return asked and (any(key in first for key in _TELLING) or _has_comments(first))


def _has_comments(ticket: Mapping[str, object]) -> bool:
    """Whether a ticket, which may have been cut down to what was needed, has Zendesk's comments."""
    comments = ticket.get("comments")
    said = comments[0] if isinstance(comments, list) and comments else None
    return isinstance(said, Mapping) and "author_id" in said and any(key in said for key in _SAID)


def chats(record: Mapping[str, object], place: Place, wanted: Wanted) -> Iterator[Found]:
    """The chats of one object: a ticket, alone or beside its comments, a page, or comments alone.

    Comments alone do not say whose they are: their chat has the id of its place.
    """
    page = Fields(record)
    people = {person.text("id"): person for person in page.objects("users")}
    if page.has("tickets"):
        yield from each(
            page.items("tickets"),
            "tickets",
            place,
            lambda ticket, here: _ticket(ticket, ticket, people, here, wanted),
        )
        return
    ticket = page.within("ticket")
    comments = page if page.has("comments") else ticket
    if page.has("users") and not page.has("ticket") and not page.text("id"):
        ticket = Fields({"id": f"{place}"})
    yield from _ticket(ticket, comments, people, place, wanted)


def _ticket(
    ticket: Fields, holder: Fields, people: Mapping[str, Fields], place: Place, wanted: Wanted
) -> Iterator[Found]:
    identity = ticket.identity("id")
    known = {**_people_within(ticket), **people}
    requester = ticket.text("requester_id") or _id_within(ticket, "requester")
    if not (requester or any(person.text("role") for person in known.values())):
        # Nobody could be told from an agent, and customers would be judged.
        ticket.identity("requester_id")
    customers = {requester, *ticket.names("email_cc_ids"), *ticket.names("collaborator_ids")}
    customers -= {"", *ticket.names("follower_ids"), ticket.text("assignee_id")}
    customers -= _writers_of_notes(holder)

    def comment(item: Fields) -> Message | None:
        if item.text("type") == "VoiceComment":
            return None
        author = item.text("author_id") or _id_within(item, "author")
        person = item.inner("author") if isinstance(item.get("author"), Mapping) else None
        person = person or known.get(author)
        text = item.words("html_body") or item.words("plain_body") or item.words("body")
        if text and _REDACTED.issuperset(text):
            return None
        return Message(
            _role(author, customers, person, item.inner("via")),
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
        channel=_channel(ticket.inner("via")),
        team=ticket.inner("group").text("name")
        if isinstance(group, Mapping)
        else ticket.text("group_id"),
        tags=ticket.names("tags", "name"),
    )


def _people_within(ticket: Fields) -> dict[str, Fields]:
    """The people who stand in a ticket as objects."""
    found = [ticket.get(key) for key in ("requester", "submitter", "assignee")]
    for key in ("collaborator", "collaborators", "email_ccs", "followers"):
        value = ticket.get(key)
        found += value if isinstance(value, list) else [value]
    people = [Fields(item) for item in found if isinstance(item, Mapping)]
    return {person.text("id"): person for person in reversed(people)}


def _writers_of_notes(holder: Fields) -> set[str]:
    """Who wrote what is not public: none but agents can."""
    comments = [item for item in holder.items("comments") if isinstance(item, Mapping)]
    return {str(item.get("author_id")) for item in comments if item.get("public") is False}


def _id_within(item: Fields, key: str) -> str:
    return item.inner(key).text("id") if isinstance(item.get(key), Mapping) else ""


def _channel(via: Fields) -> str:
    channel = via.text("channel")
    return _CHANNELS.get(channel, channel)


def _role(author: str, customers: AbstractSet[str], person: Fields | None, via: Fields) -> Role:
    """Who wrote a comment; ``customers`` are those who asked or were sent a copy.

    Whoever is sent a copy and is not known may be on either side, and a customer's words must not
    be judged as a reply.
    """
    channel, source = _channel(via), via.inner("source")
    if author == "-1" or channel == "merge" or source.text("rel") == "merge":
        return Role.SYSTEM
    if channel == "rule":
        return Role.BOT
    role = person.text("role") if person else ""
    if role in _AGENTS:
        return Role.AGENT
    return Role.CUSTOMER if author in customers or role == "end-user" else Role.AGENT
