import pytest

from replylint.text.document import Document
from replylint.text.entities import ENTITY_KINDS


def entities(kind, text):
    document = Document(text)
    return [
        text[document.starts[first] : document.ends[end - 1]]
        for first, end in sorted(document.entities(kind).items())
    ]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("date", "Ответим завтра утром, не позже.", ["завтра утром"]),
        ("date", "Приедем 5 мая 2025.", ["5 мая 2025"]),
        ("date", "Срок 01.02.2025 или 2025-02-01.", ["01.02.2025", "2025-02-01"]),
        ("date", "Позвоним в среду.", ["в среду"]),
        ("date", "до конца недели решим", ["до конца недели"]),
        ("time", "Придём до 18:00.", ["до 18:00"]),
        ("time", "Ждите к обеду.", ["к обеду"]),
        ("duration", "Через 3 дня вернём.", ["3 дня"]),
        ("duration", "В течение рабочего дня.", ["В течение рабочего дня"]),
        ("duration", "Займёт полчаса.", ["полчаса"]),
        ("money", "Вернём 1 500 руб. сегодня", ["1 500 руб"]),
        ("money", "Скидка 300 ₽ вам", ["300"]),
        ("number", "Кабинет 12, этаж 3", ["12", "3"]),
        ("order", "Ваш заказ AB-1204 едет", ["заказ AB-1204"]),
        ("order", "По № 55512 видим", ["55512"]),
        ("phone", "Звоните +7 999 123-45-67.", ["7 999 123-45-67"]),
        ("email", "Пишите на a@example.com.", ["a@example.com"]),
        ("url", "Вот https://example.com/x.", ["https://example.com/x"]),
        ("emoji", "Готово 🙂 да ❤️", ["🙂", "❤️"]),
        ("placeholder", "Уважаемый {{name}}!", ["{{name}}"]),
        ("name", "Меня зовут Анна Петровна, помогу.", ["Анна Петровна"]),
    ],
)
def test_this_is_found(kind, text, expected):
    assert entities(kind, text) == expected


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("date", "Скоро ответим."),
        ("date", "Скидка 1.5% на всё"),
        ("time", "Соотношение как обычно"),
        ("duration", "Ожидайте ответа"),
        ("money", "Рубленый салат"),
        ("money", "вам 300 лет"),
        ("phone", "Заказ 1234"),
        ("name", "вера в лучшее"),
        ("name", "Стол и стул"),
        ("order", "Заказ едет"),
    ],
)
def test_this_is_not_there(kind, text):
    assert entities(kind, text) == []


def test_an_unknown_kind_is_a_key_error():
    with pytest.raises(KeyError):
        Document("да").entities("weather")


@pytest.mark.parametrize("kind", ENTITY_KINDS)
def test_an_empty_text_has_none(kind):
    assert entities(kind, "") == []
