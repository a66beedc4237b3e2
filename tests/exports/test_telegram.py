from datetime import datetime

from exports.reading import FIXTURES, Reading, detected, fixture, told


def test_a_personal_chat_with_parts_service_lines_and_forwards():
    found = fixture("telegram.json")
    assert told(found.chats[0]) == [
        "customer Вера Павловна: Здравствуйте! Заказ 5501 не пришёл",
        "agent Магазин «Лён»: Вера Павловна, заказ на складе в Твери, приедет 3 марта.",
        "agent Магазин «Лён»: ",
        "system Магазин «Лён»: Склад работает до 21:00",
    ]
    assert found.chats[0].messages[2].attachments == ("накладная.pdf",)
    assert found.chats[0].channel == "telegram"
    assert [reply.reply for reply in found.replies] == [
        "Вера Павловна, заказ на складе в Твери, приедет 3 марта.",
        "Рады, что всё дошло! example.org",
    ]


def test_a_day_of_silence_begins_a_new_chat():
    found = fixture("telegram.json")
    assert [(chat.id, chat.line) for chat in found.chats] == [("1234567/2", 16), ("1234567/7", 65)]
    assert found.chats[1].messages[0].sent_at == datetime(2026, 3, 5, 12)


def test_broken_messages_are_told_and_the_rest_is_read():
    assert fixture("telegram.json").errors == [
        (62, "broken JSON: “,” or the closing bracket is expected here"),
        (75, "“text” must be text in quotes, not an object"),
    ]


def test_a_whole_account_knows_who_answers():
    found = fixture("telegram_account.json")
    assert [told(chat) for chat in found.chats] == [
        ["customer Вера: Есть лён?", "agent Магазин: Есть, три цвета."],
        ["customer Ира: А хлопок?", "agent Магазин: Хлопок будет в пятницу."],
    ]
    assert found.errors == [(21, "an object is expected here")]


def test_in_a_group_the_agents_are_named(tmp_path):
    text = (FIXTURES / "telegram.json").read_text(encoding="utf-8")
    path = tmp_path / "result.json"
    path.write_text(text.replace("personal_chat", "private_supergroup"), encoding="utf-8")
    nobody = Reading(path)
    assert nobody.chats == []
    assert nobody.notes == [
        "“Вера Павловна” is a group; name who answers there with --agent, such as “Вера Павловна”"
    ]
    named = Reading(path, agents=("Магазин «Лён»",))
    assert len(named.replies) == 2


def test_an_export_of_2019_and_what_telegram_writes_otherwise():
    found = fixture("telegram_2019.json")
    [chat] = found.chats
    assert told(chat) == [
        "customer Вера: Лампа мигает",
        "customer Вера: ",
        "agent Свет: Замените блок:\x0b12 вольт.",
        "system Свет: Чужой совет",
        "customer -: Помогло",
        "agent Свет: ",
        "agent Свет: Рады помочь!",
    ]
    assert chat.messages[1].attachments == ("location",)
    assert chat.messages[5].attachments == ("poll",)
    assert found.errors == [(13, "broken JSON: this escape after “\\” does not exist")]


def test_it_is_told_by_its_content():
    assert detected(FIXTURES / "telegram.json") == "telegram"
    assert detected(FIXTURES / "telegram_account.json") == "telegram"
    assert detected(FIXTURES / "telegram_2019.json") == "telegram"


def test_one_time_with_a_zone_among_others_ends_nothing(tmp_path):
    text = (FIXTURES / "telegram.json").read_text(encoding="utf-8")
    first = fixture("telegram.json").chats[0].messages[1].sent_at.isoformat()
    path = tmp_path / "result.json"
    path.write_text(text.replace(f'"{first}"', f'"{first}+03:00"'), encoding="utf-8")
    found = Reading(path)
    assert [message.sent_at.tzinfo is None for message in found.chats[0].messages[:3]] == [
        True,
        False,
        True,
    ]
    assert [chat.id for chat in found.chats] == ["1234567/2", "1234567/7"]
