import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.finding import found
from replylint.checks.card_numbers import find


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Charged to 4111 1111 1111 1111 today.", "4111 1111 1111 1111"),
        ("Charged to 4111-1111-1111-1111.", "4111-1111-1111-1111"),
        ("Your card 5555555555554444 works.", "5555555555554444"),
        ("Amex 3782 822463 10005 is fine", "3782 822463 10005"),
        ("Ваша карта 4111111111111111 снова работает.", "4111111111111111"),
    ],
)
def test_numbers_of_cards_are_found(text, number):
    assert found(find, text) == [(number, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Parcel 4111111111111111 is in Leeds.",
        "Your card 4111 1111 1111 1112 is not one.",
        "Order #4111 1111 1111 1111.",
        "IBAN DE89 3704 0044 0532 0130 00",
        "See https://kite.com/card/4111111111111111",
        "The card ending in 1111",
    ],
)
def test_other_numbers_are_let_be(text):
    assert found(find, text) == []


@given(st.text(st.sampled_from("0123456789 -card"), max_size=60))
def test_what_is_found_has_the_digits_of_a_card(text):
    for number, _better in found(find, text):
        assert sum(map(str.isdigit, number)) in (15, 16)
