from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.signals.match import Match, leftmost_longest, without_overlapping
from replylint.text.document import Document


def match(first, end):
    """A match of words that are one code point each, with a space between."""
    return Match(first, end, first * 2, end * 2 - 1)


matches = st.lists(
    st.tuples(st.integers(0, 12), st.integers(1, 5)).map(lambda t: match(t[0], t[0] + t[1])),
    max_size=8,
)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (match(0, 2), match(1, 3), True),
        (match(0, 5), match(2, 3), True),
        (match(0, 2), match(2, 3), False),
        (match(3, 4), match(0, 3), False),
        (match(1, 2), match(1, 2), True),
    ],
)
def test_matches_overlap_when_they_share_a_word(one, other, overlap):
    assert one.overlaps(other) is overlap
    assert other.overlaps(one) is overlap


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ([match(0, 1), match(0, 3)], [match(0, 3)]),
        ([match(2, 3), match(0, 1)], [match(0, 1), match(2, 3)]),
        ([match(0, 2), match(1, 9)], [match(0, 2)]),
        ([match(0, 2), match(1, 3), match(2, 4)], [match(0, 2), match(2, 4)]),
        ([], []),
    ],
)
def test_of_overlapping_matches_the_leftmost_and_longest_stays(given_, kept):
    assert leftmost_longest(given_) == kept


@given(matches)
def test_what_stays_is_in_order_and_overlaps_all_that_went(given_):
    kept = leftmost_longest(given_)
    assert kept == sorted(kept)
    assert all(a.end <= b.first for a, b in pairwise(kept))
    assert all(any(gone.overlaps(stayed) for stayed in kept) for gone in given_)


@given(matches, matches)
def test_exceptions_drop_exactly_what_they_overlap(given_, exceptions):
    kept = without_overlapping(given_, exceptions)
    assert kept == [m for m in given_ if not any(m.overlaps(e) for e in exceptions)]


marks = st.integers(0, 30).map(lambda at: Match(at // 2, at // 2, at, at + 1))
many = st.lists(
    st.one_of(
        st.tuples(st.integers(0, 40), st.integers(1, 5)).map(lambda t: match(t[0], t[0] + t[1])),
        marks,
    ),
    max_size=30,
)


@given(many, many)
def test_it_is_the_same_with_many_exceptions(given_, exceptions):
    kept = without_overlapping(given_, exceptions)
    assert kept == [m for m in given_ if not any(m.overlaps(e) for e in exceptions)]


@pytest.mark.parametrize(
    ("start", "stop", "words"),
    [(0, 2, "Да"), (1, 5, "Да нет"), (2, 3, ""), (4, 5, "нет"), (0, 9, "Да нет так")],
)
def test_code_points_touch_words(start, stop, words):
    document = Document("Да нет так")
    found = Match.of_code_points(document, start, stop)
    text = document.text[document.starts[found.first] :] if found.end > found.first else ""
    assert text.startswith(words)
    assert found.end - found.first == len(words.split())
    assert (found.start, found.stop) == (start, stop)
