import pytest

from replylint.text.entities.numerals import figure_sign, quantity


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["12"], (12, 12)),
        (["1", "500", "000"], (1_500_000, 1_500_000)),
        (["1", "500,5"], (1500.5, 1500.5)),
        (["двадцати", "пяти"], (25, 25)),
        (["полторы", "тысячи"], (1500, 1500)),
        (["2,5", "млн"], (2_500_000, 2_500_000)),
        (["тысяча", "двести"], (1200, 1200)),
        (["10", "ти"], (10, 10)),
        (["двух-трех"], (2, 3)),
        (["несколько"], (2, None)),
        (["5к"], (5000, 5000)),
    ],
)
def test_a_number_has_a_least_and_a_most(words, expected):
    assert quantity(words) == expected


@pytest.mark.parametrize(
    ("word", "sign"),
    [("5", "d"), ("500", "t"), ("5000", "i"), ("1,5", "f"), ("500,5", "g"), ("1.2.3", "v"),
     ("2х", "D"), ("5к", "K"), ("два-три", "r"), ("кто-то", ""), ("5abc", "")],
)  # fmt: skip
def test_figures_have_signs(word, sign):
    assert figure_sign(word) == sign
