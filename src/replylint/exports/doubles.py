"""Messages that one conversation of a table tells twice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from replylint.conversation import Message, Role


def without_doubles(messages: Iterable[Message]) -> tuple[list[Message], int]:
    """The messages without what an export tells twice, and how many of those there were.

    Nobody sends the same words twice at one moment; without the time of day, they might have.
    """
    kept: list[Message] = []
    seen: set[tuple[object, ...]] = set()
    repeated = 0
    for message in messages:
        sent_at = message.sent_at
        if sent_at is not None and sent_at.time() != time.min:
            key = (message.role, message.author, message.private, sent_at, message.text)
            if key in seen:
                repeated += 1
                continue
            seen.add(key)
        # Where a row repeats the question for each reply, it was asked once.
        if not (message.role is Role.CUSTOMER and _last_question(kept) == message.text):
            kept.append(message)
    return kept, repeated


def _last_question(messages: list[Message]) -> str | None:
    said = [message.text for message in messages if message.role is Role.CUSTOMER]
    return said[-1] if said else None
