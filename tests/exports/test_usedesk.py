import json

from exports.reading import FIXTURES, Reading, detected, fixture, told


def test_a_ticket_with_triggers_and_private_comments():
    [chat] = fixture("usedesk.json").chats
    assert told(chat) == [
        "customer 261702: Не пришёл код",
        "bot -: Ждите ответа оператора",
        "agent Кира: Код ушёл повторно, действует до 11:00.",
        "agent* 2: клиент уже третий раз",
    ]
    assert (chat.id, chat.channel, chat.team, chat.tags) == ("2265179", "4410", None, ("sms",))
    assert chat.messages[2].attachments == ("скрин.png",)


def test_broken_comments_and_tickets_are_told():
    assert fixture("usedesk.json").errors == [
        (1, "“from” is “робот”, and that is no kind of message that is known"),
        (2, "the key “id” is missing; add it"),
    ]


def test_comments_say_themselves_whose_they_are(tmp_path):
    comment = {
        "id": 5, "ticket_id": 37, "type": "public", "from": "client", "message": "<p>Код?</p>",
        "client_id": 9, "client_name": "Яна", "client": None, "user": None, "files": [],
        "published_at": "2026-03-06 10:00:00",
    }  # fmt: skip
    answer = {**comment, "from": "user", "user_id": 2, "message": "Код 5512.", "file": None}
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"comments": [comment, answer]}), encoding="utf-8")
    [chat] = Reading(path).chats
    assert (chat.id, told(chat)) == ("37", ["customer Яна: Код?", "agent 2: Код 5512."])


def test_it_is_told_by_its_content():
    assert detected(FIXTURES / "usedesk.json") == "usedesk"
