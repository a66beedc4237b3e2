"""One JSON object of an export, read with care: what is missing or of another kind is told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from replylint.channels import channel_name
from replylint.conversation import Message
from replylint.errors import InputError, Place
from replylint.exports.chat import RAW_LENGTH, Chat, Found, Unread, Wanted
from replylint.exports.decoding import mended
from replylint.exports.html_text import plain_text
from replylint.exports.json_cursor import line_of
from replylint.exports.moments import by_time, moment
from replylint.sources.record import kind
from replylint.translation import _


class Fields:
    """An object of an export. ``name`` is what errors call it, such as ``comments[2]``.

    Every method takes several keys and goes by the first that has a value; it raises ``InputError``
    when that value is of the wrong kind.
    """

    __slots__ = ("_data", "_name")

    def __init__(self, data: object, name: str = "") -> None:
        self._name = name
        if not isinstance(data, Mapping):
            text = _("“{key}” must be {expected}, not {found}")
            what = {"key": name or "…", "expected": _("an object"), "found": kind(data)}
            raise InputError(text.format(**what))
        self._data = data

    def has(self, key: str) -> bool:
        """Whether the key is there at all, even with null."""
        return key in self._data

    def get(self, *keys: str) -> object:
        """The value as it is; None when no key has one."""
        return next((self._data[key] for key in keys if self._data.get(key) is not None), None)

    def text(self, *keys: str) -> str:
        """A text, or a number as one; empty when there is none."""
        value = self.get(*keys)
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise self._wrong(keys, _("text in quotes"), value)
        return mended(str(value)).strip()

    def words(self, *keys: str) -> str:
        """A text that may be HTML, as plain text."""
        return plain_text(self.text(*keys))

    def identity(self, *keys: str) -> str:
        """The id of the thing; raises ``InputError`` when it has none."""
        found = self.text(*keys)
        if not found:
            raise InputError(_("the key “{known}” is missing; add it").format(known=keys[0]))
        return found

    def time(self, *keys: str) -> datetime | None:
        """A time, in whatever form; None when there is none."""
        value = self.get(*keys)
        try:
            return moment(value)
        except ValueError as error:
            text = _("“{key}” is no time: {value}")
            raise InputError(text.format(key=self._key(keys), value=str(value)[:60])) from error

    def flag(self, *keys: str) -> bool:
        """Something that is true or false; some exports write 1, "1" or "Y"."""
        return self.get(*keys) in (True, 1, "1", "true", "True", "Y", "yes")

    def inner(self, *keys: str) -> Fields:
        """An object inside this one; an empty one when there is none."""
        value = self.get(*keys)
        # PHP writes an empty map as an empty list.
        return Fields({} if value is None or value == [] else value, self._key(keys))

    def within(self, key: str) -> Fields:
        """The object in which an API wraps all there is; this one where there is none."""
        return self.inner(key) if self.has(key) else self

    def items(self, *keys: str) -> Sequence[object]:
        """A list; a map with numbers for keys, as PHP writes lists, becomes one."""
        value = self.get(*keys)
        if value is None:
            return ()
        if isinstance(value, Mapping):
            return list(value.values())
        if isinstance(value, list):
            return value
        raise self._wrong(keys, _("a list"), value)

    def objects(self, key: str) -> list[Fields]:
        """The objects in a list of people or files; who was deleted may be null there."""
        return [Fields(item) for item in self.items(key) if isinstance(item, Mapping)]

    def names(self, key: str, *name_keys: str) -> tuple[str, ...]:
        """The names of the things in a list: attached files, tags; what has no name is left out.

        A text in place of a list is one name.
        """
        single = self.get(key)
        if isinstance(single, str):
            return (mended(single.strip()),) if single.strip() else ()
        found = []
        for item in self.items(key):
            name = (
                next((item[k] for k in name_keys if item.get(k)), None)
                if isinstance(item, Mapping)
                else item
            )
            if isinstance(name, str | int) and not isinstance(name, bool) and str(name):
                found.append(mended(str(name)))
        return tuple(found)

    def _key(self, keys: Sequence[str]) -> str:
        key = next((key for key in keys if self._data.get(key) is not None), keys[0])
        return f"{self._name}.{key}" if self._name else key

    def _wrong(self, keys: Sequence[str], expected: str, value: object) -> InputError:
        text = _("“{key}” must be {expected}, not {found}")
        what = {"key": self._key(keys), "expected": expected, "found": kind(value)}
        return InputError(text.format(**what))


ReadChat = Callable[[Fields, Place], Iterator[Found]]
"""Reads one conversation at its place; ``InputError`` for what is broken."""

ReadMessage = Callable[[Fields], Message | None]
"""Reads one message; None for what is none (an event), ``InputError`` for what is broken."""


def unwrapped(item: object, key: str) -> object:
    """What is inside the object with one key in which an API wraps each thing of a list."""
    return item[key] if isinstance(item, Mapping) and key in item else item


def each(items: Iterable[object], name: str, place: Place, read: ReadChat) -> Iterator[Found]:
    """What ``read`` makes of each item; a broken one is noted and the others go on."""
    for number, item in enumerate(items):
        here = Place(place.source, line_of(item, place.line))
        try:
            yield from read(Fields(item, f"{name}[{number}]"), here)
        except InputError as error:
            yield Unread(here.source, here.line, error.message, quoted(item))


class Messages:
    """The messages of one conversation, and those among them that could not be read."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._read: list[Message] = []
        self.unread: list[Unread] = []

    def add(self, message: Message | None) -> None:
        """One message that is read already."""
        if message is not None:
            self._read.append(message)

    def add_first(self, message: Message) -> None:
        """One message that stands before all that are there."""
        self._read.insert(0, message)

    def read(self, items: Iterable[object], name: str, read: ReadMessage) -> None:
        """Each item as a message; a broken one is noted and the others go on."""
        for number, item in enumerate(items):
            try:
                self.add(read(Fields(item, f"{name}[{number}]")))
            except InputError as error:
                line = line_of(item, self._place.line)
                self.unread.append(Unread(self._place.source, line, error.message, quoted(item)))

    @property
    def in_order(self) -> tuple[Message, ...]:
        """The messages by time where all have one, else as they stand."""
        return tuple(by_time(self._read, lambda message: message.sent_at))

    def chat(
        self,
        identity: str,
        wanted: Wanted,
        *,
        channel: str | None = None,
        team: str | None = None,
        tags: tuple[str, ...] = (),
    ) -> Iterator[Chat | Unread]:
        """The chat of these messages, if there are any, and what could not be read of it."""
        yield from self.unread
        if self._read:
            yield Chat(
                identity,
                self.in_order,
                channel_name(channel) or wanted.channel,
                team or None,
                tags,
                self._place.source,
                self._place.line,
                thread="" if identity == str(self._place) else identity,
            )


def quoted(value: object) -> str:
    """A value of JSON as it is quoted to a person."""
    try:
        return json.dumps(value, ensure_ascii=False)[: RAW_LENGTH + 1]
    except (RecursionError, ValueError):
        return ""
