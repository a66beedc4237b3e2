from exports.reading import FIXTURES, detected, fixture, told


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


def test_it_is_told_by_its_content():
    assert detected(FIXTURES / "usedesk.json") == "usedesk"
