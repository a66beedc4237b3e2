from datetime import datetime

import pytest

from checks.finding import found
from replylint.checks.past_deadlines import find
from replylint.conversation import Conversation


def told(text, sent_at):
    moment = sent_at and datetime.fromisoformat(sent_at)
    return [words for words, _ in found(find, text, Conversation(text, sent_at=moment))]


@pytest.mark.parametrize(
    ("text", "sent_at", "expected"),
    [
        ("Вернём деньги до 10 ноября.", "2026-11-12T10:00", ["до 10 ноября"]),
        ("Вернём деньги до 10.11.2026.", "2026-11-12T10:00", ["до 10.11.2026"]),
        ("Подготовим к 30 декабря.", "2027-01-03T10:00", ["к 30 декабря"]),
        ("It will be there by 10 November.", "2026-11-12T10:00", ["by 10 November"]),
    ],
)
def test_promises_for_days_that_are_over(text, sent_at, expected):
    assert told(text, sent_at) == expected


@pytest.mark.parametrize(
    ("text", "sent_at"),
    [
        ("Вернём деньги до 10 ноября.", None),
        ("Вернём деньги до 12 ноября.", "2026-11-12T23:50"),
        ("Подготовим к 12 января.", "2026-12-30T10:00"),
        ("Если оплатите до 10 ноября, привезём.", "2026-11-12T10:00"),
        ("Вы оплатили до 10 ноября, привезём бесплатно.", "2026-11-12T10:00"),
        ("Заказ от 10 ноября привезём завтра.", "2026-11-12T10:00"),
        ("Клиент пишет: «вернёте до 10 ноября».", "2026-11-12T10:00"),
        ("Вернём до 31 ноября.", "2026-12-12T10:00"),
    ],
)
def test_what_may_be_meant_otherwise_is_let_be(text, sent_at):
    assert told(text, sent_at) == []
