import pytest

from checks.finding import found
from replylint.checks.capitals import find


@pytest.mark.parametrize(
    ("text", "loud"),
    [
        ("Срок УЖЕ истёк.", "УЖЕ"),
        ("Срок ИСТЁК!", "ИСТЁК"),
        ("Заказ НЕ НАЙДЕН на складе.", "НЕ НАЙДЕН"),
        ("МЫ ВАМ ОТВЕТИЛИ", "МЫ ВАМ ОТВЕТИЛИ"),
        ("Do NOT open it.", "NOT"),
        ("STOP SPAMMING US!!!", "STOP SPAMMING US"),
        ("DON'T CALL US AGAIN", "DON'T CALL US AGAIN"),
        ("There are NO REFUNDS on cakes.", "NO REFUNDS"),
    ],
)
def test_ordinary_words_in_capitals_are_found(text, loud):
    assert found(find, text) == [(loud, None)]


@pytest.mark.parametrize(
    "text",
    [
        "ИНН, СНИЛС, ПТС и ЭДО.",
        "Карта КСТАТИ и тариф ПРОСТОЙ.",
        "ВАЖНО: касса закрыта.",
        "КАК ПОДКЛЮЧИТЬ\n\nОткройте меню.",
        "1.2 НЕ МЕНЯЕМ\n\nОткройте меню.",
        "Кнопка «ПРОДОЛЖИТЬ» внизу.",
        "HDMI и USB.",
        "Закажите ПИЦЦА в приложении.",
        "Send the VAT number as a PDF to the US office.",
        "IMPORTANT: the desk is closed.",
        "OPENING HOURS\n\nWe are open until six.",
        "Press START or choose YES.",
        "BUY ONE GET ONE FREE holds until Sunday.",
    ],
)
def test_abbreviations_brands_and_headings_are_let_be(text):
    assert found(find, text) == []


def test_runs_can_be_chosen_by_their_length():
    assert found(find, "Заказ НЕ НАЙДЕН.", least=3) == []
    assert found(find, "МЫ ВАМ ОТВЕТИЛИ", most=2) == []
