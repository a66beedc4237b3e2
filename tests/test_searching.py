"""A search has its time of the processor, however long it has to wait for it."""

import pytest
import regex

from replylint import searching
from replylint.searching import matches_in_time


class Interrupted:
    """An expression whose first searches run out of time without having had the processor."""

    def __init__(self, times):
        self.left = times
        self.given = []

    def finditer(self, text, start, timeout):
        assert start == 0
        self.given.append(timeout)
        if self.left:
            self.left -= 1
            raise TimeoutError
        return regex.finditer("о", text)


def test_all_matches_in_their_order():
    found = matches_in_time(regex.compile("(?<report>а)|о"), "молоко а", 1.0)
    assert [match.span() for match in found] == [(1, 2), (3, 4), (5, 6), (7, 8)]


def test_matches_from_a_place_on():
    found = matches_in_time(regex.compile("(?<!м)о"), "молоко", 1.0, 2)
    assert [match.start() for match in found] == [3, 5]


def test_a_search_that_had_to_wait_begins_anew(monkeypatch):
    monkeypatch.setattr(searching, "thread_time", lambda: 0.0)
    expression = Interrupted(3)
    assert len(matches_in_time(expression, "молоко", 0.1)) == 3
    assert expression.given == [0.1, 0.2, 0.4, 0.8]


def test_a_search_that_never_ends_is_given_up():
    with pytest.raises(TimeoutError):
        matches_in_time(regex.compile("(а|аа)+$"), "а" * 80 + "б", 0.05)
