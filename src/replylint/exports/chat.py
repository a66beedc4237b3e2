"""What the readers of exports hand over: chats, and the rows that could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from replylint.conversation import Conversation, Message, Role
from replylint.errors import Written
from replylint.settings.choices import ExportChoices
from replylint.sources.item import Note
from replylint.translation import _

CONTEXT = 200
"""How many messages before a reply are kept with it; a thread of years must not fill the memory."""
RAW_LENGTH = 300
"""How many code points of a row that could not be read are quoted."""


@dataclass(frozen=True, slots=True)
class Chat:
    """One conversation of an export.

    ``id`` is that of the export, or ``<file>#<line>`` where it has none. ``channel``, ``team`` and
    ``tags`` are what the export says of the whole conversation. ``source`` and ``line`` (from 1)
    tell where it begins; ``line`` is None where the format has no lines. The agent's messages
    before the position ``first_reply`` are context and no replies of their own. ``thread`` is what
    the export itself calls the conversation, the same in each of its files; empty where it does
    not. ``counted`` are the positions of replies that were there in a file before this one.
    ``open_end`` says that the place for the last answer is empty in the export.
    """

    id: str
    messages: tuple[Message, ...]
    channel: str | None = None
    team: str | None = None
    tags: tuple[str, ...] = ()
    source: str = "<export>"
    line: int | None = None
    first_reply: int = 0
    thread: str = ""
    counted: frozenset[int] = frozenset()
    open_end: bool = False

    def replies(self) -> Iterator[Conversation]:
        """Each public message of the agent with text, after at most `CONTEXT` earlier messages.

        The first reply has the id of the chat, the n-th ``<id>:<n>``: a chat that has gone on since
        the last export keeps the ids that it had.
        """
        for number, position in enumerate(self._places(), start=1):
            if position in self.counted:
                continue
            message = self.messages[position]
            yield Conversation(
                message.text,
                self.messages[max(0, position - CONTEXT) : position],
                self.channel,
                self.id if number == 1 else f"{self.id}:{number}",
                self.source,
                message.sent_at,
                message.author,
                message.attachments,
            )

    @property
    def waits(self) -> bool:
        """Whether a customer asked something and nobody, not even a bot, said anything to it."""
        public = {m.role for m in self.messages if not m.private and m.text.strip()}
        answered = Role.AGENT in public or Role.BOT in public
        return self.open_end or (Role.CUSTOMER in public and not answered)

    def reply_positions(self) -> Iterator[int]:
        """Where among the messages the replies stand, in the order of ``replies``."""
        return (position for position in self._places() if position not in self.counted)

    def _places(self) -> Iterator[int]:
        for position in range(self.first_reply, len(self.messages)):
            message = self.messages[position]
            if message.role is Role.AGENT and not message.private and message.text.strip():
                yield position


@dataclass(frozen=True, slots=True)
class Unread:
    """A row, message or file that could not be read; reading went on after it.

    ``raw`` quotes how it begins, at most `RAW_LENGTH` code points; ``line`` counts from 1.
    """

    source: str
    line: int | None
    message: str
    raw: str = ""

    def __post_init__(self) -> None:
        if len(self.raw) > RAW_LENGTH:
            object.__setattr__(self, "raw", self.raw[: RAW_LENGTH - 1] + "…")

    def __str__(self) -> str:
        place = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{place}: {self.message}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How exports should be read; the defaults find out by themselves.

    ``format`` is a name of the registry. ``columns`` gives for a field (``reply``, ``customer``,
    ``chat`` …) the column of a table: its name, or its number from 1. ``roles`` gives for a word of
    the role column the role that it stands for. ``agents`` are the names of the people who answer,
    for formats that do not tell (Telegram groups, WhatsApp). ``channel`` is that of chats which do
    not say theirs. ``day_first`` tells 03/04/2026 apart; None finds out from the other dates.
    ``header`` is False for a table without a line of names. ``bots`` takes what bots wrote for
    replies. ``timezone`` is the IANA name of the zone that times with an offset are shown in.
    ``written`` says where settings asked for something, as `ExportChoices` does.
    """

    format: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    agents: tuple[str, ...] = ()
    encoding: str | None = None
    channel: str | None = None
    day_first: bool | None = None
    header: bool = True
    bots: bool = False
    timezone: str | None = None
    written: Mapping[str, Written] = field(default_factory=dict, compare=False, repr=False)

    @property
    def columns_said(self) -> Mapping[str, str]:
        """For each field that settings asked for, what a message calls that."""
        text = _("{place}: columns: {field}")
        return {
            field: text.format(place=written.place, field=field)
            for key, written in self.written.items()
            for field in [key.removeprefix("columns.")]
            if field != key
        }

    def filled(self, choices: ExportChoices) -> Wanted:
        """These wishes, with the choices of the settings where nothing was wished."""
        roles = {word: Role(role) for word, role in choices.roles.items()}
        return replace(
            self,
            format=self.format or choices.format,
            columns={**choices.columns, **self.columns},
            roles={**roles, **self.roles},
            agents=self.agents or choices.agents,
            encoding=self.encoding or choices.encoding,
            day_first=choices.day_first if self.day_first is None else self.day_first,
            bots=self.bots or bool(choices.bots),
            timezone=self.timezone or choices.timezone,
            written={key: at for key, at in choices.written.items() if not self._says(key)},
        )

    def _says(self, key: str) -> bool:
        """Whether a wish of the settings, by its key there, is one of these wishes already."""
        if key == "from":
            return self.format is not None
        if key in ("encoding", "timezone"):
            return getattr(self, key) is not None
        return key.removeprefix("columns.") in self.columns


Found = Chat | Unread | Note
"""One thing that a reader yields."""
