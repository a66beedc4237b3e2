import json

import pytest

from exports.reading import Reading, told


def table(path, *columns):
    rows = zip(*columns, strict=True)
    path.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    return path


CHAT = ("Тикет", "1", "2", "3", "4")
ASKED = ("Вопрос", "Где?", "Где?", "Где?", "Где?")
REPLY = ("Ответ", "Едет.", "Ушёл в отказ, нервный.", "Едет.", "Везут.")


@pytest.mark.parametrize(
    "column",
    [
        ("Видимость", "публичный", "приватный", "публичный", "публичный"),
        ("Public", "TRUE", "FALSE", "TRUE", "TRUE"),
        ("Публичный", "да", "нет", "да", "да"),
        ("Видит клиент", "да", "нет", "да", "да"),
        ("Type", "public", "private", "public", "public"),
        ("Тип", "Публичный комментарий", "Внутренний комментарий", *["Публичный комментарий"] * 2),
        ("Private", "", "1", "", ""),
    ],
)
def test_a_note_for_colleagues_is_no_reply(tmp_path, column):
    path = table(tmp_path / "a.csv", CHAT, ASKED, REPLY, column)
    read = Reading(path)
    assert [reply.id for reply in read.replies] == ["1", "3", "4"]
    assert f"private = “{column[0]}”" in read.notes[0]
    named = Reading(path, columns={"private": column[0]})
    assert [reply.id for reply in named.replies] == ["1", "3", "4"]


def test_what_is_not_known_counts_as_public_and_is_told_once_with_its_line(tmp_path):
    column = ("Видимость", "публичный", "Супервайзеры", "Супервайзеры", "")
    read = Reading(table(tmp_path / "a.csv", CHAT, ASKED, REPLY, column))
    assert len(read.replies) == 4
    unclear = [
        item for item in read.items if "does not say whether" in getattr(item, "message", "")
    ]
    assert [item.place.line for item in unclear] == [3, 5]
    assert unclear[0].message.startswith("“Супервайзеры” in “Видимость”")


def test_who_sees_a_message_does_not_say_who_wrote_it(tmp_path):
    words = ("Текст", "Где заказ?", "Едет, будет завтра.", "Нервный.", "Спасибо за ответ!")
    kinds = ("Тип сообщения", "Публичный", "Публичный", "Внутренний комментарий", "Публичный")
    read = Reading(table(tmp_path / "a.csv", ("Тикет", *"1111"), words, kinds))
    assert read.replies == []
    assert {message for _line, message in read.errors} == {
        "it is not known who “Публичный” is; say it with --role “Публичный”=agent"
    }


def test_a_column_of_notes_is_not_one_that_says_who_sees_a_reply(tmp_path):
    column = (
        "Внутренний комментарий",
        "Ждёт звонка.",
        "Просит директора, звонить утром.",
        "Ждёт.",
        "Что?",
    )
    read = Reading(table(tmp_path / "a.csv", CHAT, ASKED, REPLY, column))
    assert len(read.replies) == 4
    assert "private" not in read.notes[0]


@pytest.mark.parametrize(
    "said", [{"public": False}, {"is_public": "0"}, {"visibility": "private"}, {"internal": True}]
)
def test_messages_of_json_say_it_too(tmp_path, said):
    agent = {"role": "agent", "text": "Нервный."}
    other = {"role": "agent", "text": "Едет.", "public": True, "internal": False}
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"id": 1, "messages": [agent | said, other]}]))
    assert told(Reading(path).chats[0]) == ["agent* -: Нервный.", "agent -: Едет."]
