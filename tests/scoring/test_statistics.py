from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.scoring.statistics import (
    Sums,
    kappa,
    mean_interval,
    share_interval,
    t_quantile,
    wilson,
)


def sums(*clusters):
    return Sums(
        len(clusters),
        sum(map(len, clusters)),
        sum(map(sum, clusters)),
        sum(sum(c) ** 2 for c in clusters),
        sum(sum(c) * len(c) for c in clusters),
        sum(len(c) ** 2 for c in clusters),
    )


@pytest.mark.parametrize(
    ("freedom", "quantile"),
    [(1, 12.706), (4, 2.776), (5, 2.571), (10, 2.228), (30, 2.042), (1000, 1.962)],
)
def test_quantiles_of_student(freedom, quantile):
    assert isclose(t_quantile(freedom), quantile, abs_tol=0.006)


def test_single_replies_give_the_interval_of_the_textbook():
    found = mean_interval(sums([80], [90], [100], [70], [60]))
    assert found.value == 80
    assert isclose(found.high - found.value, 2.776 * (250 / 5) ** 0.5, abs_tol=0.01)


def test_replies_of_one_conversation_count_less_than_independent_ones():
    apart = mean_interval(sums(*[[v] for v in (50, 50, 100, 100) * 5]))
    together = mean_interval(sums(*[[50, 50], [100, 100]] * 5))
    assert together.high - together.low > apart.high - apart.low


def test_one_conversation_says_nothing():
    found = mean_interval(sums([10, 20]))
    assert (found.value, found.low, found.high) == (15, 0, 100)


@pytest.mark.parametrize("count", [2, 3, 4, 30])
@pytest.mark.parametrize("score", [100, 72.3, 0])
def test_conversations_that_are_all_alike_do_not_make_it_certain(count, score):
    found = mean_interval(sums(*[[score]] * count))
    assert isclose(found.value, score)
    assert found.high - found.low > 100 / (count + 4) / 2
    assert found.low <= score <= found.high


def test_wilson_of_the_textbook():
    found = wilson(8, 10)
    assert isclose(found.low, 0.4902, abs_tol=0.0005)
    assert isclose(found.high, 0.9433, abs_tol=0.0005)


def test_a_share_of_all_or_nothing_keeps_an_open_end():
    assert share_interval(sums(*[[1]] * 20)).low < 1
    assert share_interval(sums(*[[0]] * 20)).high > 0


values = st.lists(st.lists(st.integers(0, 100), min_size=1, max_size=5), min_size=1, max_size=20)


@given(values)
def test_intervals_hold_their_value(clusters):
    found = mean_interval(sums(*clusters))
    assert 0 <= found.low <= found.value + 1e-9
    assert found.value - 1e-9 <= found.high <= 100
    passed = share_interval(sums(*[[v > 50 for v in c] for c in clusters]))
    assert 0 <= passed.low <= passed.value + 1e-9 <= passed.high + 2e-9 <= 1 + 3e-9


def test_kappa_of_the_textbook():
    first = [True] * 25 + [False] * 25
    second = [True] * 20 + [False] * 5 + [True] * 10 + [False] * 15
    assert isclose(kappa(first, second), 0.4)


def test_kappa_where_no_disagreement_was_possible():
    assert kappa([True, True], [True, True]) is None
    assert kappa([], []) is None


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1))
def test_kappa_stays_in_its_bounds_and_knows_no_order(pairs):
    first, second = zip(*pairs, strict=True)
    found = kappa(first, second)
    assert found == kappa(second, first)
    assert found is None or -1 <= found <= 1
