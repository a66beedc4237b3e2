"""Results and errors in the order of the input, though only conversations pass the linter."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from replylint.conversation import Conversation
from replylint.errors import InputError, Place
from replylint.finding import Result
from replylint.sources.item import Item, Note

Checker = Callable[[Iterable[Conversation]], Iterator[Result]]
"""Turns a stream of conversations into the stream of their results, in the same order."""

Event = tuple[Result, Place] | InputError | Note
"""What a report is told: a result with the place of its reply, an error, or a note."""


def in_order(items: Iterable[Item], check_many: Checker) -> Iterator[Event]:
    """Check what can be checked and put everything else back in its place.

    The checker may read ahead as far as it likes.
    """
    waiting: deque[Place | InputError | Note] = deque()

    def conversations() -> Iterator[Conversation]:
        for item in items:
            if isinstance(item, InputError | Note):
                waiting.append(item)
            else:
                waiting.append(item.place)
                yield item.conversation

    for result in check_many(conversations()):
        yield from _told(waiting)
        place = waiting.popleft()
        assert isinstance(place, Place)
        yield result, place
    yield from _told(waiting)


def _told(waiting: deque[Place | InputError | Note]) -> Iterator[InputError | Note]:
    """Take the errors and notes that stand before the next place."""
    while waiting:
        first = waiting[0]
        if isinstance(first, Place):
            return
        waiting.popleft()
        yield first
