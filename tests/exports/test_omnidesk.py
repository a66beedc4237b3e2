import json
from datetime import datetime, timedelta, timezone

from exports.reading import FIXTURES, Reading, detected, fixture, told


def test_a_case_with_wrapped_messages_notes_and_rules():
    [chat] = fixture("omnidesk.json").chats
    assert told(chat) == [
        "customer -: Оплата не прошла",
        "agent Глеб: Платёж найден.\n\nЗачислим до 15:00.",
        "agent* Глеб: банк опять тормозит",
        "bot -: Оцените ответ",
    ]
    assert (chat.id, chat.channel, chat.tags) == ("664-245651", "web", ("101",))
    moscow = timezone(timedelta(hours=3))
    assert chat.messages[0].sent_at == datetime(2026, 3, 2, 9, tzinfo=moscow)
    assert chat.messages[1].attachments == ("платёж.pdf",)


def test_broken_messages_and_cases_are_told():
    assert fixture("omnidesk.json").errors == [
        (2, "“messages[4]” must be an object, not text in quotes"),
        (13, "“case” must be an object, not text in quotes"),
    ]


def test_the_messages_of_one_case_as_the_api_answers():
    [chat] = fixture("omnidesk_messages.json").chats
    assert chat.id == "3000"
    assert told(chat)[1:] == ["agent 23: В пути, приедет 5 марта.", "customer -: Спасибо, жду."]


def test_a_broken_message_of_the_api_is_told_and_the_others_are_read():
    [(_line, error)] = fixture("omnidesk_messages.json").errors
    assert error == "“messages[2]” must be an object, not text in quotes"


def test_a_broken_case_on_a_page_of_cases_is_told(tmp_path):
    page = tmp_path / "page.json"
    page.write_text(
        '{"0": {"case": {"case_id": 1}, "messages": [{"content": "Где заказ?", "user_id": 5}]},'
        ' "1": "удалено", "total_count": 2}',
        encoding="utf-8",
    )
    found = Reading(page)
    assert [chat.id for chat in found.chats] == ["1"]
    assert [error for _line, error in found.errors] == [
        "“cases[1]” must be an object, not text in quotes"
    ]


def test_a_reply_that_was_sent_later_stands_where_it_was_sent(tmp_path):
    page = {
        "0": {"message": {"staff_id": 7, "content": "", "content_html": "Готово, проверьте.",
              "sent_via_rule": False, "created_at": "Mon, 02 Mar 2026 09:00:00 +0300",
              "sent_at": "Mon, 02 Mar 2026 11:00:00 +0300"}},
        "1": {"message": {"user_id": 5, "staff_id": 0, "content": "Когда?", "content_html": "",
              "created_at": "Mon, 02 Mar 2026 10:00:00 +0300"}},
        "total_count": 2,
    }  # fmt: skip
    path = tmp_path / "a.json"
    path.write_text(json.dumps(page), encoding="utf-8")
    [chat] = Reading(path).chats
    assert told(chat) == ["customer -: Когда?", "agent 7: Готово, проверьте."]


def test_it_is_told_by_its_content():
    assert detected(FIXTURES / "omnidesk.json") == "omnidesk"
    assert detected(FIXTURES / "omnidesk_messages.json") == "omnidesk"
