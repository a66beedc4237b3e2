import io

from replylint.conversation import Role
from replylint.errors import InputError
from replylint.sources.item import STDIN, Defaults, Note
from replylint.sources.text import read_text


def read(data, source="draft.txt", **defaults):
    return list(read_text(io.BytesIO(data), source, Defaults(**defaults)))


def test_the_whole_file_is_the_reply_unchanged():
    text = "Добрый день!\r\n\r\nЗаказ едет. 😊\n"
    [entry] = read(text.encode())
    assert entry.conversation.reply == text
    assert entry.conversation.source == "draft.txt"
    assert entry.conversation.id is None
    assert str(entry.place) == "draft.txt"


def test_customer_and_channel_come_from_the_defaults():
    [entry] = read(b"ok", customer="Где заказ?", channel="chat")
    assert entry.conversation.customer == "Где заказ?"
    assert entry.conversation.before[0].role is Role.CUSTOMER
    assert entry.conversation.channel == "chat"


def test_an_empty_reply_is_an_error():
    for data in (b"", b" \n\t\xc2\xa0"):
        [error] = read(data)
        assert isinstance(error, InputError)
        assert str(error) == "draft.txt: the reply is empty; there is nothing to check"


def test_cp1251_is_read_with_a_note():
    note, entry = read("Добрый день".encode("cp1251"))
    assert isinstance(note, Note)
    assert "cp1251" in str(note)
    assert entry.conversation.reply == "Добрый день"


def test_binary_is_an_error_and_no_entry():
    [error] = read(b"a\0b")
    assert isinstance(error, InputError)


def test_json_in_standard_input_is_read_as_text_with_a_note():
    note, entry = read(b'{"reply": "ok"}', STDIN)
    assert "--input json" in str(note)
    assert entry.conversation.reply.startswith("{")
