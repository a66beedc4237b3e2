import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.finding import found
from replylint.checks.russian.misspelt import find
from replylint.conversation import Conversation
from replylint.text.document import Document


def test_misspelt_words_are_found_with_their_case():
    assert found(find, "Извените, ваш закза собран.") == [
        ("Извените", "Извините"),
        ("закза", "заказ"),
    ]


def test_a_torn_word_is_found_whichever_half_is_strange():
    assert found(find, "Напишите, по жалуйста, номер.") == [("по жалуйста", "пожалуйста")]
    assert found(find, "Уже закры ли заявку.") == [("закры ли", "закрыли")]


def test_a_shift_held_too_long_hides_no_mistake():
    assert found(find, "Готово. ПАодтвердите адрес.") == [("ПАодтвердите", "Подтвердите")]


@pytest.mark.parametrize(
    "text",
    [
        "Ваш Закза у курьера.",
        "ЗАКЗА у курьера.",
        "Пункт «закза» в меню.",
        "Смотрите zakza.ru/закза и `закза`.",
        "Файл закза2 готов, логин закзa.",
        "> закза\n\nСмотрим.",
        "Оплт. 3 000 ₽.",
    ],
)
def test_names_codes_and_quotes_are_let_be(text):
    assert found(find, text) == []


def test_a_teams_own_words_are_right():
    assert found(find, "Привезём флипчард и програму.", words=["флипчард", "програма"]) == []
    assert found(find, "Пересмотрим програму.") == [("програму", "программу")]


def test_other_languages_are_not_read():
    assert found(find, "We sent the закза to your address yesterday, please check.") == []


@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    document = Document(text)
    for one in find(document, Conversation(text), {}):
        assert 0 <= one.start < one.stop <= len(text)
