import pytest

from replylint.conversation import Conversation, Message, Role


def test_a_reply_alone_has_no_customer():
    conversation = Conversation.of("Готово.")
    assert conversation.customer is None
    assert conversation.before == ()


@pytest.mark.parametrize("nothing", [None, ""])
def test_an_empty_message_of_the_customer_is_none(nothing):
    assert Conversation.of("Готово.", customer=nothing).before == ()


def test_what_is_given_is_kept():
    conversation = Conversation.of(
        "Готово.", customer="Когда?", channel="email", id="7", source="a.jsonl"
    )
    assert conversation.reply == "Готово."
    assert conversation.before == (Message(Role.CUSTOMER, "Когда?"),)
    assert (conversation.channel, conversation.id, conversation.source) == ("email", "7", "a.jsonl")


def test_the_customer_is_all_that_the_customer_said_in_order():
    conversation = Conversation(
        "Готово.",
        (
            Message(Role.CUSTOMER, "Где заказ?"),
            Message(Role.AGENT, "Проверяю."),
            Message(Role.BOT, "Оцените ответ."),
            Message(Role.SYSTEM, "Чат передан."),
            Message(Role.CUSTOMER, "Ну что?"),
        ),
    )
    assert conversation.customer == "Где заказ?\nНу что?"


def test_a_private_note_is_not_said():
    note = Message(Role.CUSTOMER, "(расшифровка звонка)", private=True)
    assert Conversation("Готово.", (note,)).customer is None


def test_a_message_cannot_be_changed():
    with pytest.raises(AttributeError):
        Message(Role.AGENT, "Готово.").text = "Нет."
