import json

from exports.reading import FIXTURES, Reading, detected, fixture, told


def test_the_kinds_of_messages():
    [chat] = fixture("webim.json").chats
    assert told(chat) == [
        "system -: Посетитель пришёл со страницы «Тарифы»",
        "customer -: Сколько стоит тариф «Дом»?",
        "system* -: Скидка клиенту 10%",
        "agent Мария: Здравствуйте! 490 рублей в месяц.",
        "agent Мария: ",
        "bot -: Оцените ответ",
    ]
    assert (chat.id, chat.team) == ("90210", "Продажи")
    assert chat.messages[4].attachments == ("тарифы.pdf",)


def test_broken_messages_and_chats_are_told():
    assert [message for _line, message in fixture("webim.json").errors] == [
        "“messages[6].message” must be text in quotes, not an object",
        "“chats[1]” must be an object, not text in quotes",
    ]


def test_notes_stickers_files_in_json_and_deleted_messages(tmp_path):
    kinds = (
        ("visitor", "Пришлите тарифы"),
        ("sticker_visitor", "12"),
        ("operator_busy", "Все операторы заняты"),
        ("operator_note", "Давний клиент"),
        ("file_operator", '{"filename": "тарифы.pdf", "size": 9}'),
        ("file_operator", "{оборвано"),
        ("action_request", "?"),
    )
    said = [{"kind": kind, "message": text, "operator_id": 3} for kind, text in kinds]
    said.append({"kind": "operator", "message": "Ошибся", "deleted": True})
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"id": 6, "messages": said}), encoding="utf-8")
    [chat] = Reading(path).chats
    assert told(chat) == [
        "customer -: Пришлите тарифы",
        "customer -: ",
        "bot -: Все операторы заняты",
        "agent* 3: Давний клиент",
        "agent 3: ",
        "agent 3: ",
        "system -: ?",
    ]
    attached = [message.attachments for message in chat.messages]
    assert attached[4:6] == [("тарифы.pdf",), ("{оборвано",)]


def test_it_is_told_by_its_content():
    assert detected(FIXTURES / "webim.json") == "webim"
