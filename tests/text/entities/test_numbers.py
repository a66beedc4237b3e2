import pytest

from text.entities.reading import found, values


@pytest.mark.parametrize(
    ("text", "expected", "value"),
    [
        ("Кабинет 12", "12", 12),
        ("1 500 ₽", "1 500", 1500),
        ("скидка 15 %", "15", 15),
        ("1,5 метра", "1,5", 1.5),
        ("двадцать пять заявок", "двадцать пять", 25),
        ("двумястами тридцатью", "двумястами тридцатью", 230),
        ("две тысячи пятьсот", "две тысячи пятьсот", 2500),
        ("10-ти дней", "10-ти", 10),
        ("один рабочий день", "один", 1),
        ("пара писем", "пара", 2),
        ("5 тысяч", "5 тысяч", 5000),
        ("10к подписчиков", "10к", 10000),
        ("two items", "two", 2),
        ("два-три дня", "два-три", None),
        ("п. 4.1.2 договора", "4.1.2", None),
    ],
)
def test_a_number_is_found_with_its_value(text, expected, value):
    assert found("number", text) == [expected]
    assert values("number", text) == [value]


def test_both_ends_of_a_range_are_numbers():
    assert values("number", "2–3 дня") == [2, 3]


@pytest.mark.parametrize(
    "text",
    [
        "Первый раз",
        "Один из нас, ни один, одна и та же",
        "Версия 1.2.3, счёт 10:0, адрес 192.168.0.1",
        "ИНН 7712345678",
        "+7 912 345-67-89, 8 (912) 345-67-89, 8 912 345 67 89",
        "2025-05-12",
        "Несколько",
        "one of us",
        "2. Нажмите кнопку",
        "3) Введите код",
        "на 3-й раз, 2nd floor",
        "Видео в 4К",
    ],
)
def test_these_are_no_numbers(text):
    assert found("number", text) == []
