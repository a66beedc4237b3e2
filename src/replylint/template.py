"""A reply for many: what a macro is besides its text, and how its placeholders were filled."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from replylint.passage import Passage

MACRO = "macro"
"""The channel of replies that are templates."""

TOGETHER = "+"
"""Joins the names of channels: ``macro+review`` is a template for answers to reviews."""


def is_template(channel: str | None) -> bool:
    """Whether replies of this channel, or of these joined by ``+``, are templates."""
    return channel is not None and MACRO in channel.split(TOGETHER)


class Sort(StrEnum):
    """What stands in the place of a placeholder when the reply is sent."""

    NAME = "name"
    PERSON = "person"
    COMPANY = "company"
    CITY = "city"
    PRODUCT = "product"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    MONEY = "money"
    LINK = "link"
    EMAIL = "email"
    PHONE = "phone"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A place that is filled when the reply is sent.

    ``start`` to ``end`` are code points of the template, ``name`` is what it asks for as written
    (``ticket.requester.first_name``), ``style`` the notation, ``sort`` what kind of value comes.
    ``has_fallback`` says that there is a value for when the field is empty. ``sample`` is what a
    team says about its own notation, and None for all others. ``is_local`` says that the template
    itself makes the value: a loop goes through it, or ``assign`` names it.
    """

    start: int
    end: int
    name: str
    style: str
    sort: Sort
    has_fallback: bool = False
    sample: str | None = None
    is_local: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """A template with sample values in its places, as it would be sent.

    ``text`` is what is checked, ``template`` what was written. ``pieces`` say how code points of
    ``text`` go back: each is (start in the text, start in the template, length in the template),
    the first at 0; a piece that holds a sample value has its placeholder in ``filled`` under the
    number of the piece. ``unbalanced`` are code points of the template where a placeholder is
    opened and never closed, or the other way round.
    """

    text: str
    template: str
    pieces: tuple[tuple[int, int, int], ...]
    filled: dict[int, Placeholder]
    unbalanced: tuple[tuple[int, int], ...] = ()
    known: frozenset[str] | None = None

    def _piece(self, offset: int) -> int:
        return bisect_right(self.pieces, offset, key=lambda piece: piece[0]) - 1

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the template that stand behind those of the text."""
        if not self.pieces:
            return start, end
        return self._back(start, last=False), self._back(end, last=True) if end > start else (
            self._back(start, last=False)
        )

    def _back(self, offset: int, *, last: bool) -> int:
        number = self._piece(max(offset - 1, 0) if last else offset)
        begin, origin, length = self.pieces[number]
        if number in self.filled:
            return origin + length if last else origin
        return origin + min(offset - begin, length)

    def forth(self, start: int, end: int) -> tuple[int, int] | None:
        """The code points of the text that stand for these of the template; None when left out."""
        for begin, origin, length in self.pieces:
            if origin <= start < origin + length:
                first = begin + start - origin
                return first, first + min(end, origin + length) - start
        return None

    def touches(self, start: int, end: int) -> bool:
        """Whether these code points of the text have any of a sample value."""
        return any(
            number in self.filled
            for number in range(self._piece(start), self._piece(max(end - 1, start)) + 1)
        )

    def is_sample(self, start: int, end: int) -> bool:
        """Whether these code points of the text have letters and digits of sample values only."""
        return end > start and all(
            self._piece(offset) in self.filled
            for offset in range(start, end)
            if self.text[offset].isalnum()
        )

    def places(self) -> list[tuple[int, int, Placeholder]]:
        """The sample values in the text, with their placeholders: (start, end, placeholder)."""
        ends = [piece[0] for piece in self.pieces[1:]] + [len(self.text)]
        return [(self.pieces[n][0], ends[n], holder) for n, holder in sorted(self.filled.items())]


@dataclass(frozen=True, slots=True)
class Macro:
    """What a library says about one of its replies.

    ``name`` is its title, ``key`` what its versions in other languages share, ``language`` the one
    it says it is in. ``passage`` tells where its text stands in the file; ``twin``, where the file
    has the same once more, as plain text beside HTML.
    """

    passage: Passage
    name: str | None = None
    key: str | None = None
    language: str | None = None
    twin: Passage | None = None


@dataclass(frozen=True, slots=True)
class OwnStyle:
    """A notation of a team: a regular expression, and what stands there when it is sent."""

    pattern: str
    sample: str


@dataclass(frozen=True, slots=True)
class Placeholders:
    """What a team says about placeholders.

    ``styles`` are the notations in use, None for all that are known; ``known`` the names that
    exist (``*`` stands for anything), None when nobody listed them; ``own`` more notations.
    """

    styles: tuple[str, ...] | None = None
    known: tuple[str, ...] | None = None
    own: tuple[OwnStyle, ...] = ()
