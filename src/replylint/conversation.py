"""What comes in: messages, and the conversation whose last reply is checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """Who wrote a message."""

    CUSTOMER = "customer"
    AGENT = "agent"
    BOT = "bot"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a conversation.

    ``text`` is what was written, unchanged. ``sent_at`` and ``author`` may be unknown; ``private``
    marks a note that the customer does not see.
    """

    role: Role
    text: str
    sent_at: datetime | None = None
    author: str | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class Conversation:
    """A reply under check and what was said before it.

    ``reply`` is the agent's text that is judged. ``before`` holds the earlier messages, oldest
    first. ``channel`` is a free name such as ``"chat"``, ``"email"`` or ``"review"``; ``id`` is
    handed through to the result; ``source`` says where the reply was read (a path or ``<stdin>``).

    >>> Conversation.of("Уже проверяем, ответим до 18:00.", customer="Где мой заказ?").customer
    'Где мой заказ?'
    """

    reply: str
    before: tuple[Message, ...] = field(default=())
    channel: str | None = None
    id: str | None = None
    source: str = "<text>"

    @classmethod
    def of(
        cls,
        reply: str,
        *,
        customer: str | None = None,
        channel: str | None = None,
        id: str | None = None,
        source: str = "<text>",
    ) -> Conversation:
        """A reply with at most one message of the customer before it."""
        before = (Message(Role.CUSTOMER, customer),) if customer else ()
        return cls(reply, before, channel, id, source)

    @property
    def customer(self) -> str | None:
        """The customer's own words before the reply, joined by line breaks; None if there are none.

        Private notes and other roles do not count.
        """
        said = [m.text for m in self.before if m.role is Role.CUSTOMER and not m.private]
        return "\n".join(said) if said else None
