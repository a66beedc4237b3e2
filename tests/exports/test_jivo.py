import json

from exports.reading import FIXTURES, Reading, detected, fixture, told


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


def test_an_invitation_of_the_widget_and_messages_without_a_time(tmp_path):
    visitor = {"type": "visitor", "message": "Да, нужна доставка", "timestamp": 1772438400}
    agent = {"type": "agent", "agent_id": 4, "message": "Доставим завтра.", "timestamp": 1772438460}
    late = {"type": "visitor", "message": "Спасибо", "timestamp": None}
    events = [
        {
            "event_name": "chat_finished",
            "chat_id": number,
            "agents": [{"id": 4, "name": "Егор"}],
            "chat": {"invitation": "Нужна помощь?", "messages": said},
        }
        for number, said in ((1, [visitor, agent]), (2, [visitor, agent, late]), (3, []))
    ]
    path = tmp_path / "a.json"
    path.write_text(json.dumps(events), encoding="utf-8")
    begin = [
        "bot -: Нужна помощь?",
        "customer -: Да, нужна доставка",
        "agent Егор: Доставим завтра.",
    ]
    assert [(chat.id, told(chat)) for chat in Reading(path).chats] == [
        ("1", begin),
        ("2", [*begin, "customer -: Спасибо"]),
    ]


def test_it_is_told_by_its_content():
    assert detected(FIXTURES / "jivo.jsonl") == "jivo"
