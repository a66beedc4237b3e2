"""Replies as callers of the library give them: as text or as conversations, one or many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from replylint.arguments import wrong
from replylint.conversation import Conversation
from replylint.translation import _


def conversation_of(
    reply: str | Conversation, customer: str | None = None, channel: str | None = None
) -> Conversation:
    """The conversation that is to be judged; raises ``TypeError`` that names what is wrong.

    ``customer`` and ``channel`` belong to a reply that is given as text.
    """
    if isinstance(reply, str):
        return Conversation.of(reply, customer=customer, channel=channel)
    if not isinstance(reply, Conversation):
        raise _no_reply("reply", reply)
    if customer is not None or channel is not None:
        raise TypeError(_("“customer” and “channel” are to be in the conversation itself"))
    return reply


def conversations_of(replies: Iterable[str | Conversation]) -> Iterator[Conversation]:
    """The conversations that are to be judged, in order, made when they are asked for.

    Raises ``TypeError`` for what is no reply: at once where all are at hand, else in its turn.
    """
    if isinstance(replies, str | bytes) or not isinstance(replies, Iterable):
        raise wrong("replies", replies, _("a list of strings or of Conversation"))
    if isinstance(replies, Sequence):
        for number, reply in enumerate(replies):
            if not isinstance(reply, str | Conversation):
                raise _no_reply(f"replies[{number}]", reply)
    return map(_numbered, count(), replies)


def _numbered(number: int, reply: str | Conversation) -> Conversation:
    """One of many replies, by its number from 0."""
    if not isinstance(reply, str | Conversation):
        raise _no_reply(f"replies[{number}]", reply)
    return conversation_of(reply)


def check_workers(workers: int) -> None:
    """Raise ``TypeError`` or ``ValueError`` for what is no number of workers."""
    if not isinstance(workers, int):
        raise wrong("workers", workers, _("a whole number"))
    if workers < 0:
        raise ValueError(_("“workers” is {number}; it must be 0 or more").format(number=workers))


def _no_reply(name: str, given: object) -> TypeError:
    return wrong(name, given, _("a string or a Conversation"))
