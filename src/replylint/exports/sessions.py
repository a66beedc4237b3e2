"""Messengers know no end of a conversation: after a day of silence a new one begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from replylint.conversation import Message
from replylint.exports.chat import Chat, Found, Unread, Wanted
from replylint.exports.grouping import LONGEST
from replylint.sources.item import Note

SILENCE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Said:
    """A message, the line on which it begins and its id in the export."""

    message: Message
    line: int | None
    id: str


def sessions(
    said: Iterable[Said | Unread | Note], prefix: str, source: str, wanted: Wanted, channel: str
) -> Iterator[Found]:
    """The chats of one endless conversation; ``<prefix><id of the first message>`` is their id."""
    current: list[Said] = []
    for item in said:
        if not isinstance(item, Said):
            yield item
            continue
        if current and (_is_silence(current[-1], item) or len(current) >= LONGEST):
            yield _chat(current, prefix, source, wanted.channel or channel)
            current = []
        current.append(item)
    if current:
        yield _chat(current, prefix, source, wanted.channel or channel)


def _is_silence(last: Said, next_one: Said) -> bool:
    """Whether a day passed in between; of a time with a zone and one without nobody can tell."""
    before, after = last.message.sent_at, next_one.message.sent_at
    if before is None or after is None or (before.tzinfo is None) != (after.tzinfo is None):
        return False
    return after - before >= SILENCE


def _chat(said: list[Said], prefix: str, source: str, channel: str) -> Chat:
    messages = tuple(item.message for item in said)
    first = said[0]
    identity = f"{prefix}{first.id}"
    return Chat(identity, messages, channel, source=source, line=first.line, thread=prefix)
