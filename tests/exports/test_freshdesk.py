from exports.reading import FIXTURES, detected, fixture, told


def test_a_ticket_with_notes_and_what_was_forwarded():
    chat = fixture("freshdesk.json").chats[0]
    assert told(chat) == [
        "customer Инна: Хочу вернуть куртку.\nНе подошла.",
        "agent 71: Инна, вернуть можно до 19 марта.\n\nЭтикетка во вложении.",
        "agent* 71: Проверьте на складе",
        "agent* 71: Переслано складу",
        "customer 41: Спасибо!",
    ]
    assert (chat.id, chat.channel, chat.team, chat.tags) == ("301", "email", "5001", ("возврат",))
    assert chat.messages[1].attachments == ("этикетка.pdf",)


def test_a_ticket_that_the_team_began():
    assert told(fixture("freshdesk.json").chats[1]) == ["agent 72: Заказ 552 задержится на день."]


def test_broken_conversations_and_tickets_are_told():
    assert fixture("freshdesk.json").errors == [
        (14, "“conversations[0].body” must be text in quotes, not an object"),
        (18, "the key “id” is missing; add it"),
    ]


def test_tickets_of_the_first_version_of_the_api():
    found = fixture("freshdesk_v1.json")
    [chat] = found.chats
    assert told(chat) == [
        "customer Инна: Когда доставка?\nЖду.",
        "agent 5: Доставка завтра с 10 до 14.",
        "agent* 5: Ждём курьера",
    ]
    assert (chat.id, chat.channel, chat.tags) == ("14", "email", ("доставка",))
    assert found.errors == [
        (2, "“notes[3]” must be an object, not text in quotes"),
        (3, "the key “id” is missing; add it"),
    ]


def test_it_is_told_by_its_content():
    assert detected(FIXTURES / "freshdesk.json") == "freshdesk"
    assert detected(FIXTURES / "freshdesk_v1.json") == "freshdesk"
