"""Intercom: conversations with their source and parts; what its AI wrote is kept apart.

The format is the conversation of the REST API as its OpenAPI description and SDKs have it, the
older one with `conversation_message`, and either inside the event of a webhook.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from replylint.conversation import Message, Role
from replylint.errors import Place
from replylint.exports.chat import Found, Wanted
from replylint.exports.fields import Fields, Messages, each

_ROLES = {
    "admin": Role.AGENT,
    "teammate": Role.AGENT,
    "bot": Role.BOT,
    "team": Role.SYSTEM,
    "user": Role.CUSTOMER,
    "lead": Role.CUSTOMER,
    "contact": Role.CUSTOMER,
}
_AUTOMATED = ("automated", "operator_initiated", "campaigns_initiated")
_DELETED = "this message was deleted"
"""What stands in place of a text that was redacted, in older answers without any other sign."""


def fits(record: Mapping[str, object]) -> bool:
    """Whether this is a conversation of Intercom, a page of them or an event about one."""
    pages = record.get("conversations", record.get("data"))
    first = pages[0] if isinstance(pages, list) and pages else record
    if isinstance(pages, Mapping) and record.get("type") == "notification_event":
        first = pages.get("item")
    return isinstance(first, Mapping) and (
        "conversation_parts" in first or (first.get("type") == "conversation" and "source" in first)
    )


def chats(record: Mapping[str, object], place: Place, wanted: Wanted) -> Iterator[Found]:
    """The chats of one object: a conversation, a page of them or an event about one."""
    page = Fields(record)
    if isinstance(page.get("data"), Mapping):
        yield from _conversation(page.inner("data").inner("item"), place, wanted)
        return
    for key in ("conversations", "data"):
        if page.has(key):
            yield from each(
                page.items(key), key, place, lambda one, here: _conversation(one, here, wanted)
            )
            return
    yield from _conversation(page, place, wanted)


def _conversation(given: Fields, place: Place, wanted: Wanted) -> Iterator[Found]:
    identity = given.identity("id")
    source = given.inner("source", "conversation_message")
    messages = Messages(place)
    began = given.get("source", "conversation_message")
    if began is not None:
        messages.read([began], "source", lambda item: _message(item, given))
    messages.read(
        _listed(given, "conversation_parts"),
        "conversation_parts",
        lambda item: _message(item, None),
    )
    channel = source.text("type")
    yield from messages.chat(
        identity,
        wanted,
        channel="chat" if channel in ("conversation", "in_app", "messenger") else channel,
        team=given.text("team_assignee_id"),
        tags=Fields({"tags": list(_listed(given, "tags"))}).names("tags", "name"),
    )


def _listed(given: Fields, key: str) -> Sequence[object]:
    """A list, which the API wraps in an object with a key of the same name."""
    return given.items(key) if isinstance(given.get(key), list) else given.inner(key).items(key)


def _message(item: Fields, first_of: Fields | None) -> Message | None:
    """A part, or the source with which the conversation ``first_of`` begins; events have no text.

    Teammates can write while they close or assign, so the words decide and not the kind of part.
    """
    text = item.words("body")
    attachments = item.names("attachments", "name")
    deleted = item.flag("redacted") or text.lower().rstrip(".") == _DELETED
    if deleted or not (text or attachments):
        return None
    author = item.inner("author")
    role = _ROLES.get(author.text("type"), Role.SYSTEM)
    by_machine = any(
        author.flag(key) or item.flag(key) for key in ("from_ai_agent", "is_ai_answer")
    )
    if by_machine or (role is Role.AGENT and item.text("delivered_as") in _AUTOMATED):
        role = Role.BOT
    return Message(
        role,
        text,
        (first_of or item).time("created_at"),
        author.text("name", "email", "id") or None,
        item.text("part_type").startswith("note"),
        attachments,
    )
