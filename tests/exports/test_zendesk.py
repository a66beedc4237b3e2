import json
from datetime import UTC, datetime

from exports.reading import FIXTURES, Reading, detected, fixture, told


def test_tickets_with_html_private_notes_quotes_and_calls():
    found = fixture("zendesk.json")
    first, second = found.chats
    assert told(first) == [
        "customer Ольга Рябова: Здравствуйте!\n\nЧайник не включается со вчера.",
        "agent* Марина: Похоже на пятую ревизию, там слабая кнопка",
        "agent Марина: Ольга, заменим чайник.\nКурьер приедет 4 марта.\n\n> Чайник не включается",
        "system -1: Заявка закрыта автоматически",
    ]
    assert (first.id, first.channel, first.team) == ("7101", "email", "Первая линия")
    assert first.tags == ("гарантия", "чайник")
    assert first.messages[0].attachments == ("чайник.jpg",)
    assert first.messages[0].sent_at == datetime(2026, 3, 2, 8, 15, tzinfo=UTC)
    assert told(second) == [
        "customer 502: Где посылка?",
        "agent 9002: Посылка в Твери, будет 5 марта.",
    ]


def test_only_public_comments_are_replies():
    assert [reply.id for reply in fixture("zendesk.json").replies] == ["7101", "7102"]


def test_broken_comments_and_lines_are_told():
    assert fixture("zendesk.json").errors == [
        (2, "“comments[2].body” must be text in quotes, not a list"),
        (3, "broken JSON: the quotes opened here are never closed"),
    ]


def test_a_page_of_the_api_names_its_people():
    found = fixture("zendesk_page.json")
    assert told(found.chats[0]) == [
        "customer Бухгалтерия: Пришлите счёт",
        "agent Тимур: Счёт во вложении, срок оплаты 10 марта.",
    ]
    assert [message for _line, message in found.errors] == ["the key “id” is missing; add it"]


def test_comments_alone_with_their_people():
    found = fixture("zendesk_comments.json")
    [chat] = found.chats
    assert told(chat) == [
        "customer Ольга: Не открывается кабинет",
        "agent Марина: Кабинет работает, обновите страницу.",
        "system Марина: Запрос №7 закрыт и объединён с этим",
        "bot Марина: Мы получили письмо",
    ]
    assert chat.id.endswith("zendesk_comments.json:1")
    assert found.errors == [(1, "“comments[5].created_at” is no time: никогда")]


def test_who_is_sent_a_copy_is_no_agent_unless_it_is_known():
    [chat] = fixture("zendesk_copies.json").chats
    assert told(chat) == [
        "customer Ольга: Пришлите акт",
        "customer 502: И мне копию",
        "agent 9002: Акт во вложении, копия отправлена.",
        "agent Пётр: Добавил подпись.",
        "agent* 9004: Проверила реквизиты",
        "agent 9004: Реквизиты верны.",
    ]
    assert chat.channel == "email"


def test_it_is_told_by_its_content():
    assert detected(FIXTURES / "zendesk.json") == "zendesk"
    assert detected(FIXTURES / "zendesk_page.json") == "zendesk"
    assert detected(FIXTURES / "zendesk_comments.json") == "zendesk"


def cut_down(**ticket):
    comments = [
        {"author_id": 5, "body": "Где?", "public": True},
        {"author_id": 9, "body": "Едет.", "public": True},
        {"author_id": 9, "body": "Нервный.", "public": False},
    ]
    return {"id": 1, **ticket, "comments": comments}


def test_tickets_with_only_what_is_needed_are_known(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"tickets": [cut_down(requester_id=5)]}), encoding="utf-8")
    assert detected(path) == "zendesk"
    said = told(Reading(path).chats[0])
    assert said == ["customer 5: Где?", "agent 9: Едет.", "agent* 9: Нервный."]


def test_without_the_one_who_asked_nobody_is_taken_for_an_agent(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps([cut_down()], indent=1), encoding="utf-8")
    read = Reading(path)
    assert read.replies == []
    assert "say --from zendesk" in read.errors[0][1]
    named = Reading(path, format="zendesk")
    assert named.errors == [(2, "the key “requester_id” is missing; add it")]


def test_each_ticket_of_a_page_has_its_own_line(tmp_path):
    path = tmp_path / "a.json"
    page = {"count": 2, "tickets": [cut_down(requester_id=5), cut_down(requester_id={})]}
    path.write_text(json.dumps(page, indent=1), encoding="utf-8")
    read = Reading(path)
    assert [chat.line for chat in read.chats] == [4]
    assert [line for line, _message in read.errors] == [25]
