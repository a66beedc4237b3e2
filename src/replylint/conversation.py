"""What comes in: messages, and the conversation whose last reply is checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from replylint.template import Filled, Macro
from replylint.translation import _


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
    marks a note that the customer does not see. ``attachments`` are the names of attached files.
    The role may be given by its word (``"customer"``), the attachments as any sequence. Raises
    ``ValueError`` for a word that is no role, ``TypeError`` for a text in place of a sequence.
    """

    role: Role
    text: str
    sent_at: datetime | None = None
    author: str | None = None
    private: bool = False
    attachments: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Make sure of what a caller gave: a wrong kind would go unnoticed."""
        if type(self.role) is not Role:
            object.__setattr__(self, "role", Role(self.role))
        if not isinstance(self.attachments, tuple):
            object.__setattr__(self, "attachments", _several(self.attachments, "attachments"))


@dataclass(frozen=True, slots=True)
class Conversation:
    """A reply under check and what was said before it.

    ``reply`` is the agent's text that is judged. ``before`` holds the earlier messages, oldest
    first. ``channel`` is a free name such as ``"chat"``, ``"email"`` or ``"review"``, or several
    joined by ``+``; ``id`` is handed through to the result; ``source`` says where the reply was
    read (a path or ``<stdin>``). ``sent_at``, ``author`` and ``attachments`` are those of the
    reply. ``macro`` is what a library says about a canned reply; ``filled`` tells, while it is
    judged, where its placeholders were. Messages and attachments may be given as any sequence;
    raises ``TypeError`` for a text in its place.

    >>> Conversation.of("Уже проверяем, ответим до 18:00.", customer="Где мой заказ?").customer
    'Где мой заказ?'
    """

    reply: str
    before: tuple[Message, ...] = field(default=())
    channel: str | None = None
    id: str | None = None
    source: str = "<text>"
    sent_at: datetime | None = None
    author: str | None = None
    attachments: tuple[str, ...] = ()
    macro: Macro | None = None
    filled: Filled | None = None

    def __post_init__(self) -> None:
        """Make sure of what a caller gave, so that conversations can be compared and kept."""
        if not isinstance(self.before, tuple):
            object.__setattr__(self, "before", _several(self.before, "before"))
        if not isinstance(self.attachments, tuple):
            object.__setattr__(self, "attachments", _several(self.attachments, "attachments"))

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

    @classmethod
    def each_reply(
        cls,
        messages: Sequence[Message],
        *,
        channel: str | None = None,
        id: str | None = None,
        source: str = "<text>",
    ) -> Iterator[Conversation]:
        """Each public message of the agent as the reply under check, after what came before it."""
        for number, message in enumerate(messages):
            if message.role is Role.AGENT and not message.private:
                yield cls(
                    message.text,
                    tuple(messages[:number]),
                    channel,
                    id,
                    source,
                    message.sent_at,
                    message.author,
                    message.attachments,
                )

    @property
    def customer(self) -> str | None:
        """The customer's own words before the reply, joined by line breaks; None if there are none.

        Private notes and other roles do not count.
        """
        said = [message.text for message in self.from_customer]
        return "\n".join(said) if said else None

    @property
    def from_customer(self) -> Sequence[Message]:
        """The customer's messages before the reply, oldest first."""
        return [m for m in self.before if m.role is Role.CUSTOMER and not m.private]

    @property
    def turn(self) -> Sequence[Message]:
        """The customer's messages that the agent has not answered yet, oldest first."""
        since = 0
        for number, message in enumerate(self.before, start=1):
            if message.role is Role.AGENT and not message.private:
                since = number
        return [m for m in self.before[since:] if m.role is Role.CUSTOMER and not m.private]

    @property
    def earlier(self) -> Sequence[Message]:
        """The agents' messages before the reply, oldest first; private notes do not count."""
        return [m for m in self.before if m.role is Role.AGENT and not m.private]


def _several(given: Iterable[Any], name: str) -> tuple[Any, ...]:
    if isinstance(given, str):
        raise TypeError(_("“{name}” takes several values, not a text").format(name=name))
    return tuple(given)
