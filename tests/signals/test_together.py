"""Chains of signals: what is near, what is in order, and that no way is tried twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.signals.reading import Reading
from replylint.signals.together import chains, span
from replylint.text.document import Document
from support import book_of, write_pack

LETTERS = "абв"
SIGNALS = "signals:\n" + "".join(
    f'  {name}: {{match: ["{letter}"]}}\n' for name, letter in zip("abc", LETTERS, strict=True)
)
NAMES = [f"ru/probe.{name}" for name in "abc"]


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return book_of(write_pack(tmp_path_factory.mktemp("x"), SIGNALS))


def simple(words, letters, most):
    """Whether the letters stand in this order, and for which first ones: tried by brute force."""

    def goes_on(position, rest):
        return not rest or any(
            goes_on(after, rest[1:])
            for after in range(position + 1, len(words))
            if words[after] == rest[0] and (most is None or after - position - 1 <= most)
        )

    return [
        number
        for number, word in enumerate(words)
        if word == letters[0] and goes_on(number, letters[1:])
    ]


@given(
    st.lists(st.sampled_from([*LETTERS, "г"]), min_size=1, max_size=10),
    st.permutations(range(3)),
    st.sampled_from([None, 0, 1, 2]),
)
def test_chains_begin_exactly_where_the_order_can_be_kept(book, words, order, most):
    reading = Reading(Document(" ".join(words)), book.signals)
    found = list(chains(reading, [NAMES[number] for number in order], most))
    letters = [LETTERS[number] for number in order]
    assert [chain[0].first for chain in found] == simple(words, letters, most)
    for chain in found:
        assert [words[match.first] for match in chain] == letters


def test_a_chain_stays_in_its_sentence(book):
    reading = Reading(Document("а. б в"), book.signals)
    assert list(chains(reading, NAMES, None)) == []


def test_a_chain_is_reported_from_its_first_word_to_its_last(book):
    text = "г а г б в г"
    reading = Reading(Document(text), book.signals)
    [chain] = chains(reading, NAMES, None)
    whole = span(chain)
    assert (whole.first, whole.end) == (1, 5)
    assert text[whole.start : whole.stop] == "а г б в"


class CountedReading(Reading):
    """Counts how often somebody asks it."""

    asked = 0

    def find(self, signal):
        self.asked += 1
        return super().find(signal)


def test_an_end_that_is_never_reached_is_tried_once_from_every_place(book):
    a, b, c = NAMES
    words, links = 150, 8
    reading = CountedReading(Document("а " + "б " * words), book.signals)
    assert list(chains(reading, [a, *([b] * links), c], None)) == []
    assert reading.asked <= 2 + links * words
