import pytest

from checks.finding import found
from replylint.checks.russian.names import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Уважаемый Ивану, добрый день!", [("Ивану", "Иван")]),
        ("Здравствуйте, Анну!", [("Анну", "Анна")]),
        ("Уважаемая Марии, ответ ниже.", [("Марии", "Мария")]),
        ("Уважаемый Марина, ответ ниже.", [("Уважаемый", "Уважаемая")]),
        ("Уважаемая Ольга Викторовной!", [("Викторовной", "Викторовна")]),
    ],
)
def test_a_name_in_the_wrong_case_or_gender_is_found(text, expected):
    assert found(find, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Уважаемый Никита, ответ ниже.",
        "Уважаемая Саша!",
        "Здравствуйте! Анну предупредили.",
        "Добрый день, Гульназ Фаритовна!",
        "Здравствуйте, {{имя}}!",
        "Уважаемые коллеги!",
        "Уважаемая Асият, ответ ниже.",
        "Уважаемый Никаноров Игорь Петрович!",
        "В этот день Анну ждали.",
        "Уважаемый",
    ],
)
def test_right_names_are_let_be(text):
    assert found(find, text) == []
