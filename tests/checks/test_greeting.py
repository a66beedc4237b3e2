from datetime import datetime

from checks.finding import found
from replylint.checks.greeting import find
from replylint.conversation import Conversation, Message, Role

REPLY = "Здравствуйте! Заказ у курьера."


def talk(*before):
    return Conversation(REPLY, before)


def test_a_second_greeting_in_a_reply_is_found():
    assert found(find, "Здравствуйте! Смотрю. Добрый день!") == [("Добрый день", None)]
    assert found(find, REPLY) == []
    assert found(find, "Hi Ann! I look. Good afternoon!") == [("Good afternoon", None)]


def test_a_greeting_after_an_earlier_one_is_found():
    said = Message(Role.AGENT, "Добрый день! Проверяю.")
    assert found(find, REPLY, talk(said)) == [("Здравствуйте", None)]


def test_notes_customers_and_bots_do_not_count():
    others = (
        Message(Role.AGENT, "Здравствуйте!", private=True),
        Message(Role.CUSTOMER, "Здравствуйте!"),
        Message(Role.BOT, "Здравствуйте!"),
        Message(Role.AGENT, "Проверяю."),
    )
    assert found(find, REPLY, talk(*others)) == []


def test_the_day_before_does_not_count():
    before = (
        Message(Role.AGENT, "Здравствуйте!", datetime(2025, 5, 1, 20)),
        Message(Role.CUSTOMER, "Где заказ?", datetime(2025, 5, 2, 9)),
    )
    assert found(find, REPLY, talk(*before)) == []
