"""What a source hands over: entries to check, errors in their place, and notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from replylint.conversation import Conversation, Message, Role
from replylint.errors import InputError, Place
from replylint.macros.names import Fields

STDIN = "<stdin>"
"""The source name of what came through standard input."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A conversation to check and the place where it begins in what was read."""

    conversation: Conversation
    place: Place


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person should know about the input; reading went on."""

    place: Place
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for every reply whose own record does not say it.

    ``customer`` is the customer's message, ``channel`` a free name such as ``"chat"``. ``fields``
    says in which fields a macro library keeps its replies.
    """

    customer: str | None = None
    channel: str | None = None
    fields: Fields = field(default_factory=Fields)

    @property
    def before(self) -> tuple[Message, ...]:
        """The messages before a reply that brings none of its own."""
        return (Message(Role.CUSTOMER, self.customer),) if self.customer else ()


Item = Entry | InputError | Note
"""One thing that a source yields; an error stands in its place and does not end the reading."""

Reader = Callable[[BinaryIO, str, Defaults], Iterator[Item]]
"""Reads one format: the open file, its name for messages, and the defaults."""
