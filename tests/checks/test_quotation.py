import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.checks.quotation import quotation


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Уважаемый(ая) клиент", "Уважаемый(ая", "Уважаемый(ая)"),
        ("[да](нет) всё", "да](нет", "[да](нет)"),
        ("наш «эксперт» занят", "наш «эксперт", "наш «эксперт»"),
        ("«эксперт» занят", "эксперт» занят", "«эксперт» занят"),
        ("((а)) б", "(а", "(а)"),
        ("(по тарифу и дальше)", "по тарифу", "по тарифу"),
        ("пишите (по будням и в субботу)", "пишите (по будням", "пишите (по будням"),
        ("раз\n два", "раз\n два", "раз два"),
    ],
)
def test_marks_beside_the_words_go_with_their_partners(text, words, expected):
    start = text.index(words)
    assert quotation(text, start, start + len(words)) == expected


def test_a_long_quotation_loses_its_middle():
    text = " ".join(f"слово{number}" for number in range(40))
    quoted = quotation(text, 0, len(text))
    assert quoted.startswith("слово0 слово1 ")
    assert " … " in quoted
    assert quoted.endswith(" слово39")
    assert len(quoted) < 70


@given(st.text("()[]«»“”а \n", max_size=40), st.data())
def test_nothing_but_marks_of_the_text_is_added(text, data):
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, len(text)))
    quoted = quotation(text, start, stop)
    assert " ".join(text[start:stop].split()) in quoted
    assert quoted in " ".join(text.split()) + " "
