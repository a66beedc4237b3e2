import shutil
from datetime import datetime

import pytest

from exports.reading import FIXTURES, Reading, detected, fixture, told

ANN = "WhatsApp Chat with Ann Lee.txt"


def test_the_layout_of_an_iphone():
    found = fixture("whatsapp_ios.txt")
    assert [told(chat) for chat in found.chats] == [
        [
            "customer Семён: Здравствуйте!\nОкно продувает.\n\nЧто делать?",
            "agent Ремонт окон: Семён, мастер приедет 3 марта с 10 до 12.",
            "customer Семён: ",
        ],
        [
            "customer Семён: Снова дует!",
            "agent Ремонт окон: Приедем завтра в 9:00, регулировка бесплатная.",
        ],
    ]
    assert found.chats[0].messages[2].attachments == ("00000012-PHOTO-2026-03-01.jpg",)
    assert found.chats[1].messages[0].sent_at == datetime(2026, 3, 13, 18, 20)


def test_the_layout_of_an_american_android():
    found = fixture(ANN)
    assert [told(chat) for chat in found.chats] == [
        [
            "customer Ann Lee: Hello, my order is late",
            "agent Shop: Ann, it is with the courier and arrives on March 3.",
            "customer Ann Lee: ",
            "agent Shop: ",
        ],
        ["customer Ann Lee: note: one more thing", "agent Shop: Sure, ask away."],
    ]
    assert found.chats[1].messages[1].sent_at == datetime(2026, 3, 15, 0, 10)


def test_the_name_of_the_file_tells_the_customer_and_a_note_says_so():
    assert fixture(ANN).notes == [
        "“Shop” is taken for the one who answers “Ann Lee”; say otherwise with --agent"
    ]
    turned = fixture(ANN, agents=("Ann Lee",))
    assert [reply.author for reply in turned.replies] == ["Ann Lee", "Ann Lee"]


def test_broken_lines_are_told():
    assert fixture(ANN).errors == [(1, "the line belongs to no message")]
    assert fixture("whatsapp_ios.txt").errors == [(11, "the date is no date")]


@pytest.mark.parametrize(
    "head",
    [
        "01.03.2026, 09:05 - {}",
        "01/03/2026, 09:05 - {}",
        "2026-03-01, 09:05 - {}",
        "3/1/26, 9:05\u202fAM - {}",
        "[01.03.26, 09:05:00] {}",
        "\u200e[3/1/26, 9:05:00 AM] {}",
        "[01/03/2026 09:05:00] {}",
        "01/03/2026, 9:05 a.m. - {}",
        "01-03-2026 09.05 - {}",
        "01/03/26, 9:05\u202fa. m. - {}",
        "01.03.26, 09:05:00: {}",
    ],
)
def test_the_layouts_of_dates(tmp_path, head):
    path = tmp_path / "chat.txt"
    lines = [head.format("Ян: Где?"), head.format("Оля: Тут: вот."), "И тут."]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert detected(path) == "whatsapp"
    [reply] = Reading(path).replies
    assert (reply.reply, reply.sent_at) == ("Тут: вот.\nИ тут.", datetime(2026, 3, 1, 9, 5))


def test_among_three_the_agents_must_be_named(tmp_path):
    path = tmp_path / "chat.txt"
    names = ("Ян", "Оля", "Ира")
    path.write_text("\n".join(f"01.03.2026, 09:05 - {n}: Да" for n in names), encoding="utf-8")
    [unread] = Reading(path).unread
    assert unread.message == (
        "it is not known who answers here; name them with --agent; there are “Ян”, “Оля”, “Ира”"
    )
    assert len(Reading(path, agents=("Оля", "Ира")).replies) == 2


def test_the_words_of_a_russian_android(tmp_path):
    path = tmp_path / "Чат WhatsApp с контактом Лена.txt"
    shutil.copy(FIXTURES / "whatsapp_android_ru.txt", path)
    found = Reading(path)
    [chat] = found.chats
    assert told(chat) == [
        "customer Лена: Здравствуйте, посудомойка течёт",
        "customer Лена: ",
        "customer Лена: ",
        "customer Лена: ",
        "customer Лена: ",
        "agent Сервис «Капля»: Лена, мастер будет сегодня с 12 до 14.",
        "agent Сервис «Капля»: Это смета.",
        "agent Сервис «Капля»: ",
        "customer Лена: Спасибо!",
    ]
    assert [message.attachments for message in chat.messages if message.attachments] == [
        ("media",),
        ("media",),
        ("Мастер Юрий.vcf",),
        ("location",),
        ("DOC-20260302-WA0001.",),
        ("poll",),
    ]
    assert found.errors == []


def test_documents_of_an_iphone_and_days_that_only_their_order_tells():
    found = fixture("whatsapp_documents.txt")
    [chat] = found.chats
    assert [message.text for message in chat.messages if message.text] == [
        "Нужен договор",
        "Договор и акт отправил, подпишите обе страницы.",
        "Подписал",
    ]
    assert [message.attachments for message in chat.messages if message.attachments] == [
        ("media",),
        ("media",),
        ("Договор аренды.pdf",),
        ("00000012-Акт.docx",),
        ("00000013-План.pdf",),
        ("location",),
    ]
    assert [reply.author for reply in found.replies] == ["Нотариус"]
    assert found.replies[0].sent_at == datetime(2026, 3, 3, 10, 3)


@pytest.mark.parametrize(
    ("days", "last"),
    [
        (("3/6/26", "3/7/26", "3/8/26"), datetime(2026, 3, 8, 9, 5)),
        (("6/3/26", "7/3/26", "8/3/26"), datetime(2026, 3, 8, 9, 5)),
        (("3/9/26", "3/10/26", "4/1/26"), datetime(2026, 4, 1, 9, 5)),
        (("03/04/26",), datetime(2026, 4, 3, 9, 5)),
    ],
)
def test_the_order_of_day_and_month_when_either_could_be(tmp_path, days, last):
    path = tmp_path / "chat.txt"
    lines = [f"{day}, 09:05 - {name}: Да" for day in days for name in ("Ян", "Оля")]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert Reading(path).replies[-1].sent_at == last
