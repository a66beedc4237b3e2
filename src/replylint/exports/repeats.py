"""Replies that several files of a run have: exports overlap, and each reply counts once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time

from replylint.conversation import Message, Role
from replylint.errors import Place
from replylint.exports.chat import Chat, Found
from replylint.exports.seen import Seen, key_of
from replylint.sources.item import Note
from replylint.translation import plural

_TELLING = 5
"""The name of a conversation that is so long is more than the number of a row."""
_FEWEST, _NEARLY_ALL = 3, 0.9
"""So many replies, and such a part of a file, make it look like a copy of another."""
_MOST_NOTES = 10
"""Of so many files it is told where their replies were before; of others only how many."""


class Repeats:
    """Leaves out replies that an earlier file had; files are given one after the other.

    Two replies are one when the conversation, the minute, the agent and the words are the same.
    Where one of these is not known, the customer's question and the day must speak for it. Replies
    of which too little is known are all counted: one standard text goes to many customers. Within
    one file nothing is left out here.
    """

    def __init__(self) -> None:
        self._certain, self._likely = Seen(), Seen()
        self._sources: list[str] = []
        self._told = 0
        self._untold: Counter[str] = Counter()

    def without(self, found: Iterator[Found], source: str) -> Iterator[Found]:
        """What was found in a file, without the replies of files before; then notes about that."""
        repeated: Counter[int] = Counter()
        alike: Counter[int] = Counter()
        doubtful = 0
        for item in found:
            if not isinstance(item, Chat):
                yield item
                continue
            if not any(True for _position in item.reply_positions()):
                if not self._is_known_question(item):
                    yield item
                continue
            counted = []
            for position in item.reply_positions():
                key, is_certain = _identity(item, position)
                file = (self._certain if is_certain else self._likely).take(key)
                doubtful += not is_certain
                if file is not None and is_certain:
                    repeated[file] += 1
                    counted.append(position)
                elif file is not None:
                    alike[file] += 1
            if not counted:
                yield item
                continue
            rest = replace(item, counted=frozenset(counted))
            if any(True for _position in rest.reply_positions()):
                yield rest
        yield from self._notes(repeated, source)
        if alike.total() >= max(_FEWEST, _NEARLY_ALL * doubtful):
            yield self._copy_note(alike, source)
        for seen in (self._certain, self._likely):
            seen.end_file(len(self._sources))
        self._sources.append(source)

    def rest(self) -> Iterator[Note]:
        """What notes did not tell of every single file."""
        if self._untold:
            text = plural(
                "{count} reply of further files stands in earlier ones as well; counted there",
                "{count} replies of further files stand in earlier ones as well; counted there",
                self._untold.total(),
            )
            last = list(self._untold)[-1]
            yield Note(Place(last), text.format(count=self._untold.total()))

    def _notes(self, repeated: Counter[int], source: str) -> Iterator[Note]:
        if not repeated:
            return
        self._told += 1
        if self._told > _MOST_NOTES:
            self._untold[source] = repeated.total()
            return
        for file, count in sorted(repeated.items()):
            text = plural(
                "{count} reply stands in {file} as well; it is counted there and left out here",
                "{count} replies stand in {file} as well; they are counted there and left out here",
                count,
            )
            yield Note(Place(source), text.format(count=count, file=self._sources[file]))

    def _copy_note(self, alike: Counter[int], source: str) -> Note:
        text = plural(
            "{count} reply has the words of one in {file}, but neither a conversation nor a time "
            "of day that could tell whether it is the same, so both are counted; if one file "
            "is a copy, leave it out",
            "{count} replies have the words of replies in {file}, but neither conversations nor "
            "times of day that could tell whether they are the same, so all are counted; if one "
            "file is a copy, leave it out",
            alike.total(),
        )
        file = self._sources[alike.most_common(1)[0][0]]
        return Note(Place(source), text.format(count=alike.total(), file=file))

    def _is_known_question(self, chat: Chat) -> bool:
        """Whether a conversation without replies was there in a file before, word for word."""
        if not chat.thread:
            return False
        said = (part for m in chat.messages for part in (m.role.value, _day(m), _plain(m.text)))
        return self._certain.take(key_of("chat", chat.thread, *said)) is not None


def _identity(chat: Chat, position: int) -> tuple[int, bool]:
    """What a reply is known by, and whether that is enough to tell it from every other."""
    message = chat.messages[position]
    who, words = message.author or "", _plain(message.text)
    minute = _minute(message)
    if chat.thread and minute:
        return key_of("minute", chat.thread, minute, who, words), True
    question = _question(chat, position)
    if chat.thread:
        is_certain = bool(question) or len(chat.thread) >= _TELLING
        return key_of("thread", chat.thread, _day(message), who, words, question), is_certain
    if minute:
        return key_of("alone", minute, who, words, question), bool(who or question)
    return key_of("words", _day(message), who, words, question), False


def _question(chat: Chat, position: int) -> str:
    for message in reversed(chat.messages[:position]):
        if message.role is Role.CUSTOMER and not message.private:
            return _plain(message.text)
    return ""


def _plain(text: str) -> str:
    """The words of a text: formats of files differ in their white space."""
    return " ".join(text.split())


def _minute(message: Message) -> str:
    """The minute, without seconds, which not every export has; empty without a time of day."""
    sent_at = message.sent_at
    if sent_at is None or sent_at.time() == time.min:
        return ""
    return _universal(sent_at).strftime("%Y-%m-%dT%H:%M%z")


def _day(message: Message) -> str:
    return "" if message.sent_at is None else message.sent_at.date().isoformat()


def _universal(moment: datetime) -> datetime:
    return moment if moment.tzinfo is None else moment.astimezone(UTC)
