from datetime import datetime

import pytest

from exports.reading import Reading, detected, fixture, told

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
