import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.text.spelling.corrections import correction


@pytest.mark.parametrize(
    ("word", "better"),
    [
        ("извените", "извините"),
        ("пожалуйтса", "пожалуйста"),
        ("незнаю", "не знаю"),
        ("чтото", "что-то"),
        ("еслиу", "если у"),
        ("впорядке", "в порядке"),
        ("вообщем", "в общем"),
        ("неверефицированный", "неверифицированный"),
        ("трэк-номр", None),
        ("сьехала", "съехала"),
        ("корректеровка", "корректировка"),
        ("агенство", "агентство"),
        ("задерживаеться", "задерживается"),
        ("записатся", "записаться"),
        ("инимальная", "минимальная"),
        ("перечилсение", "перечисление"),
        ("досихпор", "до сих пор"),
    ],
)
def test_a_misspelt_word_is_corrected(word, better):
    found = correction(word)
    assert (found.better[0] if found else None) == better


@pytest.mark.parametrize(
    "word",
    [
        "кешбэк",
        "трек-номер",
        "ок",
        "фулфилмент",
        "гульназ",
        "коледино",
        "мегасуперский",
        "wifi",
        "",
        "-",
        "контент-план",
        "нибудь",
        "биллинг",
        "принта",
        "запустится",
        "автоматизированно",
        "порешают",
        "паллетой",
        "разбана",
    ],
)
def test_right_and_strange_words_are_let_be(word):
    assert correction(word) is None


def test_a_correction_is_certain_only_without_a_rival():
    assert correction("програма").certain
    assert not correction("перезвонет").certain


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя-", max_size=30))
def test_any_word_can_be_looked_at(word):
    found = correction(word)
    assert found is None or all(better != word for better in found.better)


def test_a_key_held_down_is_no_word():
    assert correction("не" * 60_000) is None
