from hypothesis import given
from hypothesis import strategies as st

from replylint.commands.order import in_order
from replylint.conversation import Conversation
from replylint.errors import InputError, Place
from replylint.finding import Result
from replylint.sources.item import Entry, Note


def item(kind, number):
    place = Place("a", number)
    if kind == "error":
        return InputError("e", place)
    if kind == "note":
        return Note(place, "n")
    return Entry(Conversation("ok", id=str(number)), place)


def checker(ahead):
    """A linter that reads that many conversations ahead."""

    def check_many(conversations):
        kept = []
        for conversation in conversations:
            kept.append(conversation)
            if len(kept) > ahead:
                yield judged(kept.pop(0))
        yield from map(judged, kept)

    return check_many


def judged(conversation):
    return Result(conversation.reply, "ru", 100.0, 100.0, False, {}, id=conversation.id)


def numbers(events):
    for event in events:
        if isinstance(event, tuple):
            result, place = event
            assert result.id == str(place.line)
            yield place.line
        else:
            yield event.place.line


@given(st.lists(st.sampled_from(["error", "note", "entry"])), st.integers(0, 5))
def test_everything_comes_out_in_the_order_of_the_input(kinds, ahead):
    items = [item(kind, number) for number, kind in enumerate(kinds, start=1)]
    events = in_order(iter(items), checker(ahead))
    assert list(numbers(events)) == list(range(1, len(items) + 1))


def test_results_come_as_soon_as_they_are_there():
    def endless():
        number = 0
        while True:
            number += 1
            yield item("entry", number)

    events = in_order(endless(), checker(0))
    assert next(numbers(events)) == 1
