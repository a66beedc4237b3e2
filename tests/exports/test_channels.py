from exports.reading import Reading


def test_in_a_table(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Канал;Ответ\nЧат;Готово.\n;Готово.\n", encoding="utf-8")
    assert [chat.channel for chat in Reading(path, channel="email").chats] == ["chat", "email"]
