"""Omnidesk: cases with their messages, as the API gives them.

The format is that of the API documentation of Omnidesk and of the answers that client libraries are
tested with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from replylint.conversation import Message, Role
from replylint.errors import Place
from replylint.exports.chat import Found, Wanted
from replylint.exports.fields import Fields, Messages, each, unwrapped


def fits(record: Mapping[str, object]) -> bool:
    """Whether this is a case of Omnidesk, its messages, or a page of cases."""
    if "case_number" in record:
        return True
    first = record.get("0", record)
    return isinstance(first, Mapping) and any(
        isinstance(first.get(key), Mapping) for key in ("case", "message")
    )


def chats(record: Mapping[str, object], place: Place, wanted: Wanted) -> Iterator[Found]:
    """The chats of one object: a case with its messages, or what the API answers for either."""
    page = Fields(record)
    numbered = [value for key, value in record.items() if key.isdigit()]
    if not numbered:
        yield from _case(page, place, wanted)
        return
    if any(isinstance(item, Mapping) and "case" in item for item in numbered):
        yield from each(numbered, "cases", place, lambda one, here: _case(one, here, wanted))
    else:
        yield from _case(Fields({"messages": numbered}), place, wanted)


def _case(given: Fields, place: Place, wanted: Wanted) -> Iterator[Found]:
    case = given.within("case")
    items = [
        unwrapped(item, "message") for item in given.items("messages") or case.items("messages")
    ]
    identity = case.text("case_number", "case_id") or _case_id(items) or f"{place}"
    staff = {
        person.text("staff_id"): person.text("staff_full_name", "staff_email")
        for person in (item.within("staff") for item in given.objects("staff"))
    }

    def message(item: Fields) -> Message:
        by_staff = item.text("staff_id") not in ("", "0")
        author = item.text("staff_id" if by_staff else "user_id")
        role = Role.AGENT if by_staff else Role.CUSTOMER
        if item.flag("sent_via_rule"):
            role = Role.BOT
        elif author in ("", "0"):
            role = Role.SYSTEM
        return Message(
            role,
            item.words("content_html") or item.words("content"),
            # A reply may be written now and sent later.
            item.time("sent_at", "created_at"),
            (item.text("staff_full_name") or staff.get(author) or author) if by_staff else None,
            item.flag("note"),
            item.names("attachments", "file_name"),
        )

    messages = Messages(place)
    messages.read(items, "messages", message)
    yield from messages.chat(
        identity,
        wanted,
        channel=case.text("channel"),
        team=case.text("group_title", "group_name", "group_id"),
        tags=case.names("labels", "label_title", "title"),
    )


def _case_id(items: list[object]) -> str:
    for item in items:
        if isinstance(item, Mapping) and item.get("case_id") is not None:
            return str(item["case_id"])
    return ""
