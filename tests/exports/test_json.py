import json

from exports.reading import FIXTURES, Reading, detected, fixture, told
from replylint.conversation import Role


def test_conversations_one_a_line():
    found = fixture("conversations.jsonl")
    assert told(found.chats[0]) == [
        "agent Оля: Добрый день!",
        "customer -: Где заказ?",
        "agent Оля: В пути.",
    ]
    assert [reply.id for reply in found.chats[0].replies()] == ["a-1", "a-1:2"]


def test_a_reply_beside_messages_is_the_one_to_score():
    [reply] = fixture("conversations.jsonl").chats[1].replies()
    assert reply.reply == "Слушаю вас."
    assert len(reply.before) == 2


def test_broken_lines_and_messages_are_told():
    found = fixture("conversations.jsonl")
    assert found.errors == [
        (3, "it is not known who “начальник” is; say it with --role “начальник”=agent"),
        (4, "broken JSON: a value is expected here"),
    ]
    explained = fixture("conversations.jsonl", roles={"начальник": Role.AGENT})
    assert told(explained.chats[2])[1] == "agent -: ?"


def test_rows_of_a_list_with_objects_in_them_and_one_that_is_broken():
    found = fixture("rows.json")
    assert [(r.reply, r.author) for r in found.replies] == [
        ("Завтра до 12:00.", "Оля"),
        ("300 рублей.", "Ян"),
    ]
    assert found.chats[0].tags == ("срок", "доставка")
    assert found.errors == [(3, "broken JSON: “,” or the closing bracket is expected here")]


def test_the_examples_of_check_can_be_scored(tmp_path):
    record = {"id": "c-1", "channel": "chat", "customer": "Где?", "reply": "Тут."}
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(record) + "\n" + json.dumps({"reply": "Там."}), encoding="utf-8")
    found = Reading(path)
    assert [(r.id, r.reply, r.customer) for r in found.replies] == [
        ("c-1", "Тут.", "Где?"),
        ("a.jsonl#2", "Там.", None),
    ]


def test_a_page_of_conversations(tmp_path):
    page = {"total": 1, "items": [{"id": 5, "messages": [{"from": "agent", "text": "Готово."}]}]}
    path = tmp_path / "a.json"
    path.write_text(json.dumps(page), encoding="utf-8")
    assert [chat.id for chat in Reading(path).chats] == ["5"]


def test_it_is_told_from_the_helpdesks():
    assert detected(FIXTURES / "conversations.jsonl") == "json"
    assert detected(FIXTURES / "rows.json") == "json"


def test_a_file_that_breaks_off_keeps_what_stands_before(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('[{"id": 1, "reply": "Раз."}, {"id": 2, "rep', encoding="utf-8")
    found = Reading(path)
    assert [reply.reply for reply in found.replies] == ["Раз."]
    assert len(found.unread) == 1


def test_an_object_whose_list_has_one_element_a_line_is_no_jsonl(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('{"total": 2, "items": [\n{"reply": "Раз."},\n{"reply": "Два."}\n]}', "utf-8")
    assert [reply.reply for reply in Reading(path).replies] == ["Раз.", "Два."]


def test_the_first_line_may_be_the_broken_one(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"reply": "Ра\n{"reply": "Два."}\n{"reply": "Три."}\n', "utf-8")
    found = Reading(path)
    assert [reply.reply for reply in found.replies] == ["Два.", "Три."]
    assert [line for line, _message in found.errors] == [1]


def test_a_note_named_as_the_author_s_kind_is_private(tmp_path):
    messages = [
        {"role": "customer", "text": "Где заказ?"},
        {"role": "internal note", "text": "клиентка спешит"},
        {"author": {"type": "note", "name": "Анна"}, "text": "звонила дважды"},
        {"role": "agent", "text": "Привезём сегодня к шести."},
    ]
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"id": "1", "messages": messages}]), encoding="utf-8")
    found = Reading(path)
    assert found.errors == []
    assert [message.private for message in found.chats[0].messages] == [False, True, True, False]
    assert [reply.reply for reply in found.replies] == ["Привезём сегодня к шести."]


def test_a_broken_object_of_a_page_costs_itself_and_has_its_line(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(
        '{"rows": [\n {"вопрос": "Где?", "ответ": "Едет."},\n {"вопрос": oops},\n'
        ' {"вопрос": "Как?", "ответ": "Так."}\n]}',
        encoding="utf-8",
    )
    read = Reading(path)
    assert [(chat.line, reply.reply) for chat in read.chats for reply in chat.replies()] == [
        (2, "Едет."),
        (4, "Так."),
    ]
    assert {line for line, _message in read.errors} == {3}
