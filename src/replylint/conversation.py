"""What comes in: messages, and the conversation whose last reply is checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import PurePath

from replylint.arguments import check_text, check_text_or_none, several, texts, wrong
from replylint.template import Filled, Macro
from replylint.translation import _


class Role(StrEnum):
    """Who wrote a message."""

    CUSTOMER = "customer"
    AGENT = "agent"
    BOT = "bot"
    SYSTEM = "system"

    @classmethod
    def _missing_(cls, value: object) -> Role:
        message = _("“role” takes customer, agent, bot or system, not {given}")
        raise ValueError(message.format(given=repr(value)))


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a conversation.

    ``text`` is what was written, unchanged. ``sent_at`` and ``author`` may be unknown; ``private``
    marks a note that the customer does not see. ``attachments`` are the names of attached files.
    The role may be given by its word (``"customer"``), the attachments as any sequence. Raises
    ``ValueError`` for a word that is no role, ``TypeError`` that names the argument for a value of
    another kind.
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
        check_text("text", self.text)
        _check_time(self.sent_at)
        check_text_or_none("author", self.author)
        if self.attachments != ():
            object.__setattr__(self, "attachments", texts("attachments", self.attachments))


@dataclass(frozen=True, slots=True)
class Conversation:
    """A reply under check and what was said before it.

    ``reply`` is the agent's text that is judged. ``before`` holds the earlier messages, oldest
    first. ``channel`` is a free name such as ``"chat"``, ``"email"`` or ``"review"``, or several
    joined by ``+``; ``id`` is handed through to the result; ``source`` says where the reply was
    read (a path or ``<stdin>``). ``sent_at``, ``author`` and ``attachments`` are those of the
    reply. ``macro`` is what a library says about a canned reply; ``filled`` tells, while it is
    judged, where its placeholders were. Messages and attachments may be given as any sequence, the
    source as a path. Raises ``TypeError`` that names the argument for a value of another kind.

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
        check_text("reply", self.reply)
        if self.before != ():
            before = several("before", self.before, Message, _("a list of Message"))
            object.__setattr__(self, "before", before)
        check_text_or_none("channel", self.channel)
        check_text_or_none("id", self.id)
        if isinstance(self.source, PurePath):
            object.__setattr__(self, "source", str(self.source))
        check_text("source", self.source)
        _check_time(self.sent_at)
        check_text_or_none("author", self.author)
        if self.attachments != ():
            object.__setattr__(self, "attachments", texts("attachments", self.attachments))

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
        """A reply with at most one message of the customer before it.

        Raises ``TypeError`` as the class does.
        """
        check_text_or_none("customer", customer)
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
        """Each public message of the agent as the reply under check, after what came before it.

        Raises ``TypeError`` for what is no message.
        """
        messages = several("messages", messages, Message, _("a list of Message"))
        for number, message in enumerate(messages):
            if message.role is Role.AGENT and not message.private:
                yield cls(
                    message.text,
                    messages[:number],
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


def _check_time(given: object) -> None:
    if given is not None and not isinstance(given, datetime):
        raise wrong("sent_at", given, _("a datetime or None"))
