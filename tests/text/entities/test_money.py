import pytest

from replylint.text.entities.values import Money
from text.entities.reading import found, values


@pytest.mark.parametrize(
    ("text", "expected", "value"),
    [
        ("вернём 1 500 ₽ сегодня", "1 500 ₽", Money(1500, 1500, "RUB")),
        ("1\u00a0500\u202f₽", "1\u00a0500\u202f₽", Money(1500, 1500, "RUB")),
        ("1500р.", "1500р", Money(1500, 1500, "RUB")),
        ("1 500,50 руб.", "1 500,50 руб", Money(1500.5, 1500.5, "RUB")),
        ("1.500 рублей", "1.500 рублей", Money(1500, 1500, "RUB")),
        ("полторы тысячи рублей", "полторы тысячи рублей", Money(1500, 1500, "RUB")),
        ("Двести пятьдесят рублей", "Двести пятьдесят рублей", Money(250, 250, "RUB")),
        ("5 тыс. руб.", "5 тыс. руб", Money(5000, 5000, "RUB")),
        ("5 т.р.", "5 т.р", Money(5000, 5000, "RUB")),
        ("2,4 млн ₽", "2,4 млн ₽", Money(2_400_000, 2_400_000, "RUB")),
        ("500–1000 ₽", "500–1000 ₽", Money(500, 1000, "RUB")),
        ("от 500 до 1 000 рублей", "500 до 1 000 рублей", Money(500, 1000, "RUB")),
        ("2-5 тысяч рублей", "2-5 тысяч рублей", Money(2000, 5000, "RUB")),
        ("10 рублей 50 копеек", "10 рублей 50 копеек", Money(10.5, 10.5, "RUB")),
        ("50 копеек", "50 копеек", Money(0.5, 0.5, "RUB")),
        ("300 бонусов", "300 бонусов", Money(300, 300, "points")),
        ("100 бонусных рублей", "100 бонусных рублей", Money(100, 100, "points")),
        ("20 белорусских рублей", "20 белорусских рублей", Money(20, 20, "BYN")),
        ("15 000 тенге", "15 000 тенге", Money(15000, 15000, "KZT")),
        ("15$", "15$", Money(15, 15, "USD")),
        ("refund $1,500.50 now", "$1,500.50", Money(1500.5, 1500.5, "USD")),
        ("$5-10", "$5-10", Money(5, 10, "USD")),
        ("10 €", "10 €", Money(10, 10, "EUR")),
        ("€20", "€20", Money(20, 20, "EUR")),
        ("20 USD", "20 USD", Money(20, 20, "USD")),
        ("USD 20", "USD 20", Money(20, 20, "USD")),
        ("fifty dollars", "fifty dollars", Money(50, 50, "USD")),
    ],
)
def test_an_amount_is_found_with_its_currency(text, expected, value):
    assert found("money", text) == [expected]
    assert values("money", text) == [value]


def test_amounts_in_a_row_are_apart():
    assert found("money", "1500₽, 200₽ и 30 руб. в сутки") == ["1500₽", "200₽", "30 руб"]


@pytest.mark.parametrize(
    "text",
    [
        "Скидка 15 %, 15%, 15 процентов",
        "Цена от 5",
        "Вам 300 лет",
        "Рубленый салат",
        "5 баллов из 5",
        "Видео 720р",
        "10к подписчиков",
        "ИНН 7712345678, КПП 771201001",
        "Сумма к оплате",
        "за 2-3 р/д",
    ],
)
def test_these_are_no_money(text):
    assert found("money", text) == []
