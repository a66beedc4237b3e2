from exports.reading import FIXTURES, detected, fixture, told


def test_finished_chats_and_offline_messages():
    found = fixture("jivo.jsonl")
    assert [(chat.id, told(chat)) for chat in found.chats] == [
        (
            "7607",
            [
                "customer -: Можно сменить адрес?",
                "agent Егор: Да, до 20:00. Напишите новый адрес.",
                "bot -: Оцените чат",
            ],
        ),
        ("2026", ["customer -: Перезвоните мне"]),
        ("7608", ["agent 5: Слушаю вас."]),
    ]
    assert (found.chats[0].team, found.chats[0].tags) == ("Поддержка", ("доставка",))


def test_hidden_texts_and_broken_lines_are_told():
    assert fixture("jivo.jsonl").errors == [
        (4, "Jivo has left the text of the message out of this event"),
        (4, "“type” is “привидение”, and that is no kind of message that is known"),
        (5, "broken JSON: a key in double quotes is expected here"),
    ]


def test_it_is_told_by_its_content():
    assert detected(FIXTURES / "jivo.jsonl") == "jivo"
