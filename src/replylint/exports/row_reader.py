"""What the rows of a table say: their messages, and what could not be understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import islice
from pathlib import PurePath

from replylint.channels import channel_name
from replylint.conversation import Message, Role
from replylint.errors import InputError, Place
from replylint.exports.chat import Chat, Unread, Wanted
from replylint.exports.columns import Columns
from replylint.exports.contents import only_customers
from replylint.exports.decoding import mended
from replylint.exports.doubles import without_doubles
from replylint.exports.grouping import Turn
from replylint.exports.html_text import plain_text
from replylint.exports.moments import by_time, is_day_first, moment
from replylint.exports.privacy import is_private
from replylint.exports.roles import is_note, role_of
from replylint.exports.rows import Row, Table
from replylint.exports.undated import Undated
from replylint.sources.item import Note
from replylint.translation import _, plural

_SAMPLE = 5_000
_WORDS_OF_A_VALUE = 3
"""What has more words is no value, but something that a person wrote."""
_MOST_TOLD = 5
"""So many different values that are not known are told."""
_EXCEL_ERROR = re.compile(
    r"#(?:NAME\?|REF!|VALUE!|N/A|DIV/0!|NUM!|NULL!|ИМЯ\?|ССЫЛКА!|ЗНАЧ!|Н/Д|ДЕЛ/0!|ЧИСЛО!|ПУСТО!)"
)
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_EXCEL_ESCAPE = re.compile(r"_x000[dDaA9]_")


@dataclass(slots=True)
class RowReader:
    """Reads the rows of one table, and remembers what is to be told when all have been read.

    ``columns`` says what the columns of the ``table`` hold.
    """

    table: Table
    columns: Columns
    wanted: Wanted
    _undated: Undated = field(default_factory=Undated)
    _day_first: bool = True
    _others_answer: bool = False
    _unclear: dict[str, int | None] = field(default_factory=dict)
    _wordless: int = 0
    _repeated: int = 0

    def __post_init__(self) -> None:
        day_first = self.wanted.day_first
        if day_first is None and self.columns.get("date") is not None:
            sample = (row for row in self.table.rows() if isinstance(row, Row))
            texts = (self._text(row, "date") for row in islice(sample, _SAMPLE))
            day_first = is_day_first(text for text in texts if text)
        self._day_first = True if day_first is None else day_first

    def others_answer(self, sample: Sequence[Mapping[str, object]]) -> bool:
        """Whether all but the customers are named by their names where the role should stand."""
        column = self.columns.get("role")
        if column is not None:
            words = {str(cells.get(column) or "").strip() for cells in sample}
            self._others_answer = only_customers(words, self.wanted.roles)
        return self._others_answer

    def turns(self, rows: Iterator[Row | Unread]) -> Iterator[Turn | Unread | Note]:
        """A turn for each row with a message.

        Rows without any text are passed over and counted. One that ends before the text would stand
        is told as broken; the question that it may have stays, as a part of its conversation.
        """
        self._wordless, self._undated = 0, Undated()
        for row in rows:
            if isinstance(row, Unread):
                yield row
                continue
            if self._text_column in row.repeated:
                continue  # the message was that of the row above
            try:
                messages = self._messages(row)
            except InputError as error:
                yield Unread(self.table.source, row.line, error.message, row.quoted())
                continue
            torn = row.short and self._text_column not in row.cells
            if torn:
                text = _("the row has {found} cells and the table {expected}: a line is torn apart")
                message = text.format(found=len(row.cells), expected=len(self.table.columns))
                yield Unread(self.table.source, row.line, message, row.quoted())
            if messages:
                yield self._turn(row, messages)
            elif not torn:
                self._wordless += 1

    @property
    def _text_column(self) -> str | None:
        """The column of what is judged."""
        return self.columns.get("text" if self.columns.of_messages else "reply")

    def chat(self, turns: list[Turn], part: int = 1) -> Chat:
        """The conversation of these rows; what they tell twice is there once, and counted."""
        first = turns[0]
        told = (
            message
            for turn in by_time(turns, lambda turn: turn.sent_at)
            for message in turn.messages
        )
        messages, repeated = without_doubles(told)
        self._repeated += repeated
        return Chat(
            first.chat if part == 1 else f"{first.chat}/{part}",
            tuple(messages),
            next((turn.channel for turn in turns if turn.channel), None),
            next((turn.team for turn in turns if turn.team), None),
            tuple(dict.fromkeys(tag for turn in turns for tag in turn.tags)),
            self.table.source,
            first.line,
            open_end=not self.columns.of_messages and messages[-1].role is Role.CUSTOMER,
            thread="" if first.chat == self._place_name(first.line) else first.chat,
        )

    def notes(self) -> Iterator[Note]:
        """What is to be told about the rows, when all have been read."""
        yield from self._note_unclear()
        yield from self._undated.note(self.table.source)
        yield from self._note_wordless()
        yield from self._note_repeated()

    def _note_unclear(self) -> Iterator[Note]:
        """The notes about values that do not say who sees a message."""
        text = _(
            "“{value}” in “{column}” does not say whether the customer sees the message, so it "
            "counts as public; write public or private there, yes or no"
        )
        column = self.columns.get("private")
        for value, line in list(self._unclear.items())[:_MOST_TOLD]:
            place = Place(self.table.source, line)
            yield Note(place, text.format(value=value[:60], column=column))

    def _note_wordless(self) -> Iterator[Note]:
        """How many rows were passed over, when all have been read."""
        if self._wordless:
            text = plural(
                "{count} row has no text in “{column}” and was passed over",
                "{count} rows have no text in “{column}” and were passed over",
                self._wordless,
            )
            told = text.format(count=self._wordless, column=self._text_column)
            yield Note(Place(self.table.source), told)

    def _note_repeated(self) -> Iterator[Note]:
        """The note about messages that the table tells twice, when there are any."""
        if self._repeated:
            text = plural(
                "{count} message stands twice, with the same time and words; taken once",
                "{count} messages stand twice, with the same time and words; taken once",
                self._repeated,
            )
            yield Note(Place(self.table.source), text.format(count=self._repeated))

    def chat_id(self, row: Row) -> str:
        """The conversation of a row; empty when the table or the row does not say."""
        return self._text(row, "chat")

    def _turn(self, row: Row, messages: tuple[Message, ...]) -> Turn:
        return Turn(
            self.chat_id(row) or self._place_name(row.line),
            messages,
            row.line,
            messages[-1].sent_at,
            channel_name(self._text(row, "channel")) or self.wanted.channel,
            self._text(row, "team") or None,
            tuple(tag for tag in re.split(r"\s*[,;|]\s*", self._text(row, "tags")) if tag),
        )

    def _place_name(self, line: int | None) -> str:
        """What a row without a conversation is called by."""
        return f"{PurePath(self.table.source).name}#{line}"

    def _messages(self, row: Row) -> tuple[Message, ...]:
        if self.columns.of_messages:
            return self._message(row)
        reply, customer = self._words(row, "reply"), self._words(row, "customer")
        name = self._text(row, "customer_name") or None
        asked = (Message(Role.CUSTOMER, customer, author=name),) if customer else ()
        if not reply:
            return asked
        author = self._text(row, "agent") or None
        answer = Message(Role.AGENT, reply, self._time(row), author, self._is_private(row))
        return (*asked, answer)

    def _message(self, row: Row) -> tuple[Message, ...]:
        text = self._words(row, "text")
        if not text:
            return ()
        if not self.chat_id(row):
            raise InputError(_("the row does not say which conversation it belongs to"))
        role = self._role(row)
        author = self._text(row, "author") or self._named_beside(row, role) or None
        private = self._is_private(row) or is_note(self._text(row, "role"), self.wanted.roles)
        return (Message(role, text, self._time(row), author, private),)

    def _named_beside(self, row: Row, role: Role) -> str:
        """Who wrote a message whose writer is not named: the customer, or who is responsible."""
        if role is Role.CUSTOMER:
            return self._text(row, "customer_name")
        if role is not Role.AGENT:
            return ""
        answers = self._text(row, "role") if self._others_answer else ""
        return self._text(row, "agent") or answers

    def _role(self, row: Row) -> Role:
        if (self._text(row, "author") or self._text(row, "agent")) in self.wanted.agents:
            return Role.AGENT
        if self.columns.get("role") is None:
            return Role.CUSTOMER
        word = self._text(row, "role")
        role = role_of(word, self.wanted.roles)
        if role is None and word and self._others_answer:
            return Role.AGENT
        if role is None:
            text = _("it is not known who “{word}” is; say it with --role “{word}”=agent")
            if not word:
                text = _("the row does not say who wrote the message")
            raise InputError(text.format(word=word))
        return role

    def _time(self, row: Row) -> datetime | None:
        column = self.columns.get("date")
        try:
            day = None if column is None else row.cells.get(column)
            return moment(self._with_clock(day, row), day_first=self._day_first)
        except ValueError:
            self._undated.add(row.line, self._text(row, "date"))
            return None

    def _with_clock(self, day: object, row: Row) -> object:
        """The day and the time of day, where these stand in two columns."""
        column = self.columns.get("time")
        clock = None if column is None else row.cells.get(column)
        if isinstance(clock, time) and isinstance(day, date):
            return datetime.combine(day, clock)
        if isinstance(day, str) and isinstance(clock, str) and _CLOCK.match(clock.strip()):
            return day if ":" in day else f"{day} {clock}"
        return day

    def _is_private(self, row: Row) -> bool:
        value = self._text(row, "private")
        private = is_private(value, self.columns.get("private") or "")
        if private is None and len(value.split()) <= _WORDS_OF_A_VALUE:
            self._unclear.setdefault(value, row.line)
        return bool(private)

    def _words(self, row: Row, name: str) -> str:
        """A cell that was written by a person: HTML and the escapes of Excel taken out."""
        text = self._text(row, name)
        if text.startswith("#") and _EXCEL_ERROR.fullmatch(text):
            raise InputError(
                _("the cell holds an error of the spreadsheet: {text}").format(text=text)
            )
        if "_x000" in text:
            text = _EXCEL_ESCAPE.sub("", text)
        return plain_text(text)

    def _text(self, row: Row, name: str) -> str:
        column = self.columns.get(name)
        value = None if column is None else row.cells.get(column)
        if value is None:
            return ""
        if isinstance(value, list | tuple):
            return ", ".join(str(item) for item in value)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return mended(str(value)).strip()
