import pytest

from replylint.exports.column_names import FIELDS, known_names, likelihood, plain_name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Текст_ответа", "текст ответа"),
        ("customerName", "customer name"),
        ("  Отчёт №1: «итог» ", "отчет №1 итог"),
        ("", ""),
    ],
)
def test_names_are_compared_without_case_and_marks(name, expected):
    assert plain_name(name) == expected


def test_a_name_that_is_known_is_likelier_than_one_that_looks_so():
    known, guessed = likelihood("reply", "Ответ"), likelihood("reply", "Наш ответ вчера")
    assert known > guessed > likelihood("reply", "Сумма") == 0


@pytest.mark.parametrize("name", ["Время ответа", "Количество ответов", "reply status"])
def test_what_tells_about_a_text_holds_none(name):
    assert likelihood("reply", name) == 0


def test_the_names_that_say_something_are_counted():
    assert known_names(["Ответ", "Сумма", "", "Дата"]) == 2
    assert all(known_names([field]) for field in FIELDS)
