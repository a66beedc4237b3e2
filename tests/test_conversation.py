from pathlib import PurePosixPath

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


ORDER = Message(Role.CUSTOMER, "Где заказ?")
LOOKING = Message(Role.AGENT, "Проверяю.", author="Анна", attachments=("чек.pdf",))
NOTE = Message(Role.AGENT, "Склад молчит.", private=True)
WELL = Message(Role.CUSTOMER, "Ну что?")
FOUND = Message(Role.AGENT, "Нашли.")


def test_the_turn_is_what_is_not_answered_yet():
    assert Conversation("Едет.", (ORDER, LOOKING, NOTE, WELL)).turn == [WELL]
    assert Conversation("Едет.", (ORDER, NOTE, WELL)).turn == [ORDER, WELL]
    assert Conversation("Едет.", (ORDER, LOOKING)).turn == []


def test_earlier_are_the_agents_public_messages():
    assert Conversation("Едет.", (ORDER, LOOKING, NOTE, WELL)).earlier == [LOOKING]


def test_each_reply_has_what_came_before_it():
    first, second = Conversation.each_reply([ORDER, LOOKING, NOTE, WELL, FOUND], channel="chat")
    assert (first.reply, first.author, first.attachments) == ("Проверяю.", "Анна", ("чек.pdf",))
    assert first.before == (ORDER,)
    assert second.before == (ORDER, LOOKING, NOTE, WELL)
    assert second.channel == "chat"


def test_a_role_may_be_given_by_its_word():
    message = Message("customer", "Где заказ?")
    assert message.role is Role.CUSTOMER
    assert Conversation("Едет.", (message,)).customer == "Где заказ?"
    with pytest.raises(ValueError, match="client"):
        Message("client", "Где заказ?")


def test_lists_are_as_good_as_tuples():
    message = Message(Role.CUSTOMER, "Где заказ?", attachments=["чек.pdf"])
    assert message.attachments == ("чек.pdf",)
    listed = Conversation("Едет.", [message], attachments=["трек.png"])
    assert listed == Conversation("Едет.", (message,), attachments=("трек.png",))
    assert hash(listed) == hash(Conversation("Едет.", (message,), attachments=("трек.png",)))


@pytest.mark.parametrize("given", [{"before": "Где заказ?"}, {"attachments": "чек.pdf"}])
def test_a_text_is_no_sequence_of_them(given):
    with pytest.raises(TypeError, match=next(iter(given))):
        Conversation("Едет.", **given)
    with pytest.raises(TypeError, match="attachments"):
        Message(Role.AGENT, "Едет.", attachments="чек.pdf")


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"reply": None}, "reply"),
        ({"before": ("Где заказ?",)}, r"before\[0\]"),
        ({"channel": ["chat"]}, "channel"),
        ({"id": 5}, "id"),
        ({"source": None}, "source"),
        ({"sent_at": "2026-05-12"}, "sent_at"),
        ({"author": 5}, "author"),
        ({"attachments": [1]}, r"attachments\[0\]"),
    ],
)
def test_a_wrong_part_of_a_conversation_is_named_where_it_is_given(given, named):
    with pytest.raises(TypeError, match=f"“{named}” takes"):
        Conversation(**{"reply": "Готово.", **given})


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"text": None}, "text"),
        ({"sent_at": 1715500000}, "sent_at"),
        ({"author": b"A"}, "author"),
        ({"attachments": {"a.pdf": 1}}, "attachments"),
    ],
)
def test_a_wrong_part_of_a_message_is_named_where_it_is_given(given, named):
    with pytest.raises(TypeError, match=f"“{named}” takes"):
        Message(**{"role": "customer", "text": "Где?", **given})


def test_what_is_no_message_is_named_wherever_messages_are_given():
    with pytest.raises(TypeError, match="“customer” takes"):
        Conversation.of("Готово.", customer=0)
    with pytest.raises(TypeError, match=r"“messages\[0\]” takes Message"):
        list(Conversation.each_reply(["Готово."]))


def test_a_source_may_be_a_path():
    assert Conversation("Готово.", source=PurePosixPath("a/b.txt")).source == "a/b.txt"
