"""One clock for all times of an export: those with an offset as a time zone shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from zoneinfo import ZoneInfo, available_timezones

from replylint.conversation import Message
from replylint.errors import UsageError
from replylint.exports.chat import Chat, Found
from replylint.translation import _


def zone_of(name: str) -> ZoneInfo:
    """The time zone of an IANA name, in any case; raises ``UsageError`` when there is none."""
    known = {zone.lower(): zone for zone in available_timezones()}
    found = known.get(name.strip().lower())
    if found is not None:
        return ZoneInfo(found)
    close = get_close_matches(name.strip().lower(), known, n=1)
    text = _("there is no time zone “{name}”; names are such as Europe/Moscow or UTC")
    if close:
        text = _("there is no time zone “{name}”; did you mean “{close}”?")
    raise UsageError(text.format(name=name, close=known[close[0]] if close else ""))


def in_zone(found: Iterable[Found], zone: ZoneInfo) -> Iterator[Found]:
    """The same, with the times of messages in a zone; those without an offset stay as they are."""
    for one in found:
        if isinstance(one, Chat):
            yield replace(one, messages=tuple(_message(message, zone) for message in one.messages))
        else:
            yield one


def _message(message: Message, zone: ZoneInfo) -> Message:
    if message.sent_at is None or message.sent_at.tzinfo is None:
        return message
    try:
        return replace(message, sent_at=message.sent_at.astimezone(zone))
    except OverflowError:  # the first or the last day that there is
        return message
