from exports.reading import Reading
from replylint.exports.channels import channel_name


def test_channels_have_the_names_that_rules_know():
    assert [channel_name(name) for name in ("Чат", "E-mail", "отзывы", "Авито", "")] == [
        "chat", "email", "review", "Авито", "",
    ]  # fmt: skip


def test_in_a_table(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Канал;Ответ\nЧат;Готово.\n;Готово.\n", encoding="utf-8")
    assert [chat.channel for chat in Reading(path, channel="email").chats] == ["chat", "email"]
