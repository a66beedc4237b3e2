import json

from exports.reading import FIXTURES, Reading, detected, fixture, told


def test_the_kinds_of_messages():
    [chat] = fixture("chatwoot.json").chats
    assert told(chat) == [
        "customer Юля: Где курьер?",
        "system -: Назначен оператор Рома",
        "bot -: Здравствуйте! Мы скоро ответим.",
        "agent* Рома: Курьер отменил смену",
        "agent Рома: Юля, курьер будет к 18:00.",
        "agent Рома: ",
        "bot Бот: Могу ещё помочь?",
    ]
    assert (chat.id, chat.channel, chat.team) == ("55", "telegram", "Доставка")
    assert chat.messages[5].attachments == ("карта.png",)


def test_an_unknown_kind_is_told():
    assert fixture("chatwoot.json").errors == [
        (12, "“message_type” is “17”, and that is no kind of message that is known")
    ]


def test_a_page_of_conversations(tmp_path):
    messages = json.loads((FIXTURES / "chatwoot.json").read_text(encoding="utf-8"))["payload"]
    page = {"data": {"meta": {}, "payload": [{"id": 55, "labels": ["vip"], "messages": messages}]}}
    path = tmp_path / "a.json"
    path.write_text(json.dumps(page), encoding="utf-8")
    [chat] = Reading(path).chats
    assert (chat.id, chat.tags, len(chat.messages)) == ("55", ("vip",), 7)


def test_what_rules_campaigns_and_bots_send_and_calls(tmp_path):
    def sent(content, **more):
        return {"content": content, "message_type": 1, "conversation_id": 8, **more}

    anna = {"name": "Анна", "type": "user"}
    page = {
        "payload": [
            sent("Есть кто?", message_type="incoming"),
            sent("Все заняты", content_attributes={"automation_rule_id": 3}, sender=anna),
            sent("Скидка 10%", additional_attributes={"campaign_id": 4}, sender=anna),
            sent("Чем помочь?", sender_type="Captain::Assistant", sender=None),
            sent("Звонок", content_type="voice_call", sender=anna),
            sent("Слушаю вас.", sender=anna, attachments=[{"fallback_title": "Склад"}]),
        ]
    }
    path = tmp_path / "a.json"
    path.write_text(json.dumps(page), encoding="utf-8")
    [chat] = Reading(path).chats
    assert told(chat) == [
        "customer -: Есть кто?",
        "bot Анна: Все заняты",
        "bot Анна: Скидка 10%",
        "bot -: Чем помочь?",
        "agent Анна: Слушаю вас.",
    ]
    assert chat.messages[4].attachments == ("Склад",)


def test_it_is_told_by_its_content():
    assert detected(FIXTURES / "chatwoot.json") == "chatwoot"
