import pytest

from replylint.exports.privacy import is_private, tells_who_sees


@pytest.mark.parametrize(
    ("column", "value", "private"),
    [
        ("Public", "true", False),
        ("Public", "FALSE", True),
        ("Public", "0", True),
        ("is_public", "1", False),
        ("Публичный", "да", False),
        ("Публичный", "Нет", True),
        ("Видит клиент", "нет", True),
        ("Видимость", "Публичный", False),
        ("Видимость", "приватный", True),
        ("Видимость", "Только сотрудники", True),
        ("Видно только сотрудникам", "да", True),
        ("Не видит клиент", "да", True),
        ("Скрыто от клиента", "нет", False),
        ("Not visible to customer", "yes", True),
        ("Непубличный", "да", True),
        ("Внутренний", "да", True),
        ("Internal", "no", False),
        ("Private", "", False),
        ("Type", "internal_note", True),
        ("Type", "Public reply", False),
        ("column 4", "да", True),
        ("Public", "", None),
        ("Видимость", "Супервайзеры", None),
        ("Private", "maybe", None),
    ],
)
def test_a_value_is_read_with_the_name_of_its_column(column, value, private):
    assert is_private(value, column) is private


@pytest.mark.parametrize(
    ("words", "tell"),
    [
        ({"public", "private"}, True),
        ({"Публичный", "Внутренний"}, True),
        ({"public"}, True),
        ({"private"}, False),
        ({"Клиент", "Сотрудники"}, False),
        ({"public", "email"}, False),
        (set(), False),
    ],
)
def test_values_alone_tell_a_column_when_they_can_mean_nothing_else(words, tell):
    assert tells_who_sees(words) is tell
