"""Chatwoot: conversations with incoming, outgoing, activity and template messages.

The format is what the views of Chatwoot's own source give out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from replylint.conversation import Message, Role
from replylint.errors import InputError, Place
from replylint.exports.chat import Found, Wanted
from replylint.exports.fields import Fields, Messages, each
from replylint.translation import _

_ROLES = {
    "0": Role.CUSTOMER,
    "incoming": Role.CUSTOMER,
    "1": Role.AGENT,
    "outgoing": Role.AGENT,
    "2": Role.SYSTEM,
    "activity": Role.SYSTEM,
    "3": Role.BOT,
    "template": Role.BOT,
}
_BOTS = ("agent_bot", "AgentBot", "captain_assistant", "Captain::Assistant")
_CALL = "voice_call"


def fits(record: Mapping[str, object]) -> bool:
    """Whether this is a conversation of Chatwoot, its messages, or a page of conversations."""
    for key in ("messages", "payload"):
        items = record.get(key)
        first = items[0] if isinstance(items, list) and items else None
        if isinstance(first, Mapping) and ("message_type" in first or "messages" in first):
            return True
    data = record.get("data")
    return isinstance(data, Mapping) and "payload" in data


def chats(record: Mapping[str, object], place: Place, wanted: Wanted) -> Iterator[Found]:
    """The chats of one object, as the API gives them or as they were put together."""
    page = Fields(record)
    if isinstance(page.get("data"), Mapping):
        page = page.inner("data")
    items = page.items("payload")
    if any(isinstance(item, Mapping) and "messages" in item for item in items):
        yield from each(
            items, "payload", place, lambda one, here: _conversation(one, "messages", here, wanted)
        )
        return
    yield from _conversation(page, "payload" if items else "messages", place, wanted)


def _conversation(given: Fields, key: str, place: Place, wanted: Wanted) -> Iterator[Found]:
    items = given.items(key)
    identity = given.text("id", "display_id") or _conversation_id(items)
    if not identity:
        raise InputError(_("the key “{known}” is missing; add it").format(known="id"))
    messages = Messages(place)
    messages.read(items, key, _message)
    meta = given.inner("meta")
    team = meta.get("team")
    yield from messages.chat(
        identity,
        wanted,
        channel=re.sub(r"^Channel::", "", meta.text("channel") or given.text("channel")).lower(),
        team=meta.inner("team").text("name") if isinstance(team, Mapping) else "",
        tags=given.names("labels", "title"),
    )


def _conversation_id(items: Sequence[object]) -> str:
    """The id in the first message that has one: a list of messages alone has it only there."""
    for item in items:
        if isinstance(item, Mapping) and item.get("conversation_id") is not None:
            return str(item["conversation_id"])
    return ""


def _message(item: Fields) -> Message | None:
    kind = item.text("message_type")
    role = _ROLES.get(kind)
    if role is None:
        text = _("“{key}” is “{value}”, and that is no kind of message that is known")
        raise InputError(text.format(key="message_type", value=kind))
    attributes = item.inner("content_attributes")
    if attributes.flag("deleted") or item.text("content_type") == _CALL:
        return None
    sender = item.inner("sender")
    # A rule or a campaign sends under the name of a person.
    by_rule = attributes.get("automation_rule_id") or (
        item.inner("additional_attributes").get("campaign_id")
    )
    if role is Role.AGENT and (
        by_rule or (sender.text("type") or item.text("sender_type")) in _BOTS
    ):
        role = Role.BOT
    return Message(
        role,
        item.words("content"),
        item.time("created_at"),
        sender.text("name", "available_name") or None,
        item.flag("private"),
        item.names("attachments", "file_name", "fallback_title", "data_url"),
    )
