import pytest

from replylint.conversation import Conversation
from replylint.given_replies import check_workers, conversation_of, conversations_of


def test_a_text_becomes_a_conversation_and_a_conversation_stays():
    made = conversation_of("Готово.", "Где заказ?", "chat")
    assert made == Conversation.of("Готово.", customer="Где заказ?", channel="chat")
    assert conversation_of(made) is made


@pytest.mark.parametrize("more", [{"customer": "Где?"}, {"channel": "chat"}])
def test_a_conversation_has_its_own_customer_and_channel(more):
    with pytest.raises(TypeError, match="in the conversation itself"):
        conversation_of(Conversation("Готово."), **more)


@pytest.mark.parametrize("given", [None, 5, b"text", ["Готово."], {"reply": "Готово."}])
def test_what_is_no_reply_is_named(given):
    with pytest.raises(TypeError, match="“reply” takes a string or a Conversation"):
        conversation_of(given)


@pytest.mark.parametrize("given", ["Готово.", None, 5])
def test_many_replies_are_not_one(given):
    with pytest.raises(TypeError, match="“replies” takes a list"):
        conversations_of(given)


def test_a_wrong_one_of_many_at_hand_is_told_before_any_is_judged():
    with pytest.raises(TypeError, match=r"“replies\[1\]” takes .*, not None"):
        conversations_of(["Готово.", None])


def test_a_wrong_one_of_an_iterator_is_told_in_its_turn():
    many = conversations_of(iter(["Готово.", None]))
    assert next(many).reply == "Готово."
    with pytest.raises(TypeError, match=r"“replies\[1\]”"):
        next(many)


def test_the_number_of_workers_is_whole_and_not_less_than_none():
    check_workers(0)
    with pytest.raises(TypeError, match="“workers” takes a whole number"):
        check_workers("2")
    with pytest.raises(ValueError, match="“workers” is -1"):
        check_workers(-1)
