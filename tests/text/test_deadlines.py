from datetime import datetime

import pytest

from replylint.text.deadlines import promised
from replylint.text.document import Document

MONDAY = datetime(2026, 3, 2, 12)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Ответим через 2 часа.", datetime(2026, 3, 2, 14)),
        ("Перезвоню в течение получаса.", datetime(2026, 3, 2, 12, 30)),
        ("Сообщим до 18:00.", datetime(2026, 3, 2, 18)),
        ("Сообщим завтра до 9:00.", datetime(2026, 3, 3, 9)),
        ("Напишем к пятнице.", datetime(2026, 3, 6, 23, 59, 59)),
        ("Уточним до 5 марта.", datetime(2026, 3, 5, 23, 59, 59)),
        ("Ответим в течение 5 рабочих дней.", datetime(2026, 3, 9, 23, 59, 59)),
        ("We will reply within 2 hours.", datetime(2026, 3, 2, 14)),
    ],
)
def test_when_an_answer_is_promised(text, due):
    assert [when for _sentence, when in promised(Document(text), MONDAY)] == [due]


@pytest.mark.parametrize(
    "text",
    [
        "Ответили через 2 часа.",
        "Ответим в 18:00 или позже.",
        "Сообщим до 9:00.",
        "Сообщим до 31 февраля.",
        "Ответим через несколько дней.",
        "Если не успеем, ответим завтра.",
        "Посылка придёт завтра.",
        "Ответим через 99999999999 дней.",
        "Ответим через 99999999999 часов.",
        "Ответим в течение 9000000 рабочих дней.",
        "We will reply within 99999999999 business days.",
        "Ответим.",
    ],
)
def test_what_is_no_promise_of_an_answer(text):
    assert promised(Document(text), MONDAY) == []


def test_after_the_last_day_of_the_calendar_nothing_is_due():
    assert promised(Document("Ответим завтра."), datetime(9999, 12, 31, 12)) == []
    assert promised(Document("Ответим через 2 дня."), datetime(9999, 12, 31, 12)) == []
