from exports.reading import FIXTURES, detected, fixture, told


def test_source_and_parts_with_ai_notes_and_redacted_ones():
    chat = fixture("intercom.json").chats[0]
    assert told(chat) == [
        "customer Пётр: Не могу войти,\nпишет «неверный код»",
        "bot Fin: Попробуйте сбросить пароль.",
        "bot Fin: Вот ссылка для сброса.",
        "agent* Нина: Похоже на старый токен",
        "agent Нина: Пётр, код обновлён, войдите ещё раз.",
    ]
    assert (chat.id, chat.channel, chat.team, chat.tags) == ("215468839", "chat", "814", ("вход",))
    assert chat.messages[0].attachments == ("ошибка.png",)


def test_what_the_ai_wrote_is_scored_only_on_demand():
    assert len(fixture("intercom.json").replies) == 1
    assert len(fixture("intercom.json", bots=True).replies) == 4


def test_a_campaign_is_no_reply_of_a_person():
    assert told(fixture("intercom.json").chats[1])[0] == "bot Нина: Расскажите, как вам сервис?"


def test_broken_parts_and_conversations_are_told():
    assert [message for _line, message in fixture("intercom.json").errors] == [
        "“conversation_parts[1].created_at” is no time: вчера",
        "the key “id” is missing; add it",
    ]


def test_events_older_conversations_and_parts_without_their_wrapper():
    found = fixture("intercom_events.jsonl")
    assert [(chat.id, told(chat)) for chat in found.chats] == [
        ("901", ["customer u1: Не приходит чек", "agent Нина: Чек ушёл на вашу почту в 9:40."]),
        (
            "902",
            [
                "bot Нина: У нас новинки",
                "customer lev@example.org: Отпишите меня",
                "agent Нина: Отписали, писем больше не будет.",
            ],
        ),
    ]
    assert found.chats[1].tags == ("рассылка",)
    assert found.errors == [(3, "“data.item” must be an object, not text in quotes")]


def test_it_is_told_by_its_content():
    assert detected(FIXTURES / "intercom.json") == "intercom"
    assert detected(FIXTURES / "intercom_events.jsonl") == "intercom"
