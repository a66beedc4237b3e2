from replylint.conversation import Message, Role
from replylint.exports.chat import CONTEXT, RAW_LENGTH, Chat, Unread

ASKED = Message(Role.CUSTOMER, "Где заказ?")
SAID = Message(Role.AGENT, "В пути.", author="Оля")


def test_each_public_reply_with_words_has_an_id_that_stays():
    note = Message(Role.AGENT, "клиент злой", private=True)
    photo = Message(Role.AGENT, " ", attachments=("фото.png",))
    chat = Chat("7", (ASKED, SAID, note, photo, ASKED, SAID), "chat", source="a.csv")
    first, second = chat.replies()
    assert (first.id, second.id) == ("7", "7:2")
    assert (first.author, first.channel, first.source) == ("Оля", "chat", "a.csv")
    assert second.before == chat.messages[:5]


def test_what_was_said_before_the_first_reply_is_context_only():
    chat = Chat("7", (ASKED, SAID, SAID), first_reply=2)
    [reply] = chat.replies()
    assert reply.id == "7"
    assert reply.before == (ASKED, SAID)


def test_a_thread_of_years_does_not_fill_the_memory():
    chat = Chat("7", (ASKED, SAID) * 300)
    assert max(len(reply.before) for reply in chat.replies()) == CONTEXT


def test_an_unread_row_is_quoted_in_short():
    unread = Unread("a.csv", 3, "broken", "x" * 1000)
    assert len(unread.raw) == RAW_LENGTH
    assert str(unread) == "a.csv:3: broken"
    assert str(Unread("a.csv", None, "broken")) == "a.csv: broken"
