import pytest
from hypothesis import given

from replylint.text.normal import normal
from strategies import texts


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Слово", "слово"),
        ("ЁЛКА", "елка"),
        ("е\u0308лка", "елка"),
        ("йод", "йод"),
        ("и\u0306од", "йод"),
        ("за\u0301мок", "замок"),
        ("оооочень", "очень"),
        ("НЕЕЕТ", "нет"),
        ("длинный", "длинный"),
        ("за\u00adказ", "заказ"),
        ("за\u200bказ", "заказ"),
        ("из\u2011за", "из-за"),
        ("don’t", "don't"),
        ("нeт", "нет"),
        ("cпacибo", "спасибо"),
        ("aаа", "а"),
        ("iPhone", "iphone"),
        ("смs", "смs"),
        ("1111", "1111"),
        ("❤️", "❤"),
        ("https://a.ru/\ud800", "https://a.ru/\ufffd"),
        ("ZOOOM", "zom"),
    ],
)
def test_a_word_is_compared_in_this_form(written, compared):
    assert normal(written) == compared


@given(texts)
def test_the_form_of_a_form_is_itself(text):
    assert normal(normal(text)) == normal(text)


@given(texts)
def test_no_word_is_compared_as_nothing(text):
    assert bool(normal(text)) == bool(text)


@given(texts)
def test_asking_twice_gives_the_same(text):
    assert normal(text) == normal(text)
