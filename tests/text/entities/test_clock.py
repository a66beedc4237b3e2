import pytest

from replylint.text.entities.clock import says_clock
from text.entities.reading import words_of


@pytest.mark.parametrize(
    ("text", "first", "number", "expected"),
    [
        ("в 9 часов", 1, 9, True),
        ("к 18 часам", 1, 18, True),
        ("до 18 часов", 1, 18, True),
        ("до 5 часов", 1, 5, False),
        ("завтра до 12 часов", 2, 12, True),
        ("9 часов утра", 0, 9, True),
        ("3 часа дня", 0, 3, True),
        ("3 часа", 0, 3, False),
        ("в 24 часа", 1, 24, False),
        ("в 1,5 часа", 1, 1.5, False),
        ("в 9 минут", 1, 9, False),
        ("в 9 часов", 1, None, False),
    ],
)
def test_hours_are_a_time_or_a_length(text, first, number, expected):
    assert says_clock(words_of(text), first, first + 2, number) is expected
