from datetime import datetime

import pytest

from replylint.conversation import Role
from replylint.errors import InputError, Place
from replylint.sources.item import Defaults, Note
from replylint.sources.record import record_items

PLACE = Place("a.jsonl", 3)
CUSTOMER = {"role": "customer", "text": "Где заказ?"}
AGENT = {"role": "agent", "text": "Едет."}


def items(record, **defaults):
    return list(record_items(record, PLACE, Defaults(**defaults), set()))


def conversation(record, **defaults):
    [entry] = items(record, **defaults)
    return entry.conversation


def wrong(record):
    [error] = items(record)
    assert isinstance(error, InputError)
    assert str(error).startswith("a.jsonl:3: ")
    return error.message


def test_a_full_record():
    record = {"id": "c-1", "channel": "chat", "customer": "Где заказ?", "reply": "Едет."}
    found = conversation(record)
    assert (found.id, found.channel, found.reply) == ("c-1", "chat", "Едет.")
    assert found.customer == "Где заказ?"
    assert found.source == "a.jsonl"


def test_null_is_the_same_as_absent():
    record = {"id": None, "channel": None, "customer": None, "messages": None, "reply": "Едет."}
    assert conversation(record).before == ()


def test_a_number_is_a_good_id():
    assert conversation({"id": 17, "reply": "ok"}).id == "17"


def test_defaults_fill_what_the_record_leaves_out():
    found = conversation({"reply": "ok"}, customer="Где?", channel="email")
    assert (found.customer, found.channel) == ("Где?", "email")
    found = conversation({"reply": "ok", "customer": "Эй", "channel": "chat"}, customer="Где?")
    assert (found.customer, found.channel) == ("Эй", "chat")


def test_messages_are_the_context_of_the_reply():
    message = {
        "role": "CUSTOMER",
        "text": "Где заказ?",
        "sent_at": "2026-03-01T09:30:00+03:00",
        "author": "Анна",
        "private": False,
    }
    [read] = conversation({"messages": [message], "reply": "Едет."}).before
    assert (read.role, read.author, read.private) == (Role.CUSTOMER, "Анна", False)
    assert read.sent_at == datetime.fromisoformat("2026-03-01T09:30:00+03:00")


def test_without_a_reply_the_last_public_message_of_the_agent_is_it():
    note = {"role": "agent", "text": "внутренняя заметка", "private": True}
    found = conversation({"messages": [CUSTOMER, AGENT, note, CUSTOMER]})
    assert found.reply == "Едет."
    assert [message.text for message in found.before] == ["Где заказ?"]


def test_unknown_keys_are_tolerated():
    record = {"reply": "ok", "labels": [], "source": "x", "industry": "y", "_n": 1, "meta": {}}
    assert conversation(record).reply == "ok"


def test_a_misspelled_optional_key_gets_a_note_once():
    noted: set[str] = set()
    record = {"reply": "ok", "custmer": "Где?"}
    note, entry = record_items(record, PLACE, Defaults(), noted)
    assert isinstance(note, Note)
    assert "“custmer”" in str(note)
    assert "“customer”" in str(note)
    assert entry.conversation.before == ()
    assert len(list(record_items(record, PLACE, Defaults(), noted))) == 1


@pytest.mark.parametrize("key", ["replly", "Reply", "repli", "REPLY"])
def test_a_misspelled_reply_is_named(key):
    assert wrong({key: "ok"}) == f"the key “reply” is missing; did you mean it by “{key}”?"


@pytest.mark.parametrize(
    ("record", "part"),
    [
        ([], "an object with the key “reply” is expected, not a list"),
        ("ok", "not text in quotes"),
        (None, "not null"),
        (True, "not true or false"),
        ({}, "the key “reply” is missing; add it"),
        ({"reply": 5}, "“reply” must be text in quotes, not a number"),
        ({"reply": ["ok"]}, "not a list"),
        ({"reply": "  \n"}, "the reply is empty"),
        ({"reply": "ok", "id": True}, "“id” must be text or a number"),
        ({"reply": "ok", "channel": 1}, "“channel” must be text in quotes"),
        ({"reply": "ok", "customer": {}}, "“customer” must be text in quotes, not an object"),
        ({"reply": "ok", "messages": {}}, "“messages” must be a list, not an object"),
        ({"reply": "ok", "customer": "a", "messages": []}, "exclude each other"),
        ({"messages": [CUSTOMER]}, "no public message with the role “agent”"),
        ({"messages": []}, "no public message with the role “agent”"),
        ({"messages": ["ok"]}, "“messages[0]” must be an object"),
        ({"messages": [{"role": "agent"}]}, "the key “messages[0].text” is missing"),
        ({"messages": [{"role": "agent", "txt": "ok"}]}, "did you mean it by “txt”?"),
        ({"messages": [{"text": "ok"}]}, "the key “messages[0].role” is missing"),
        ({"messages": [{"role": "user", "text": "a"}]}, "customer, agent, bot, system"),
        ({"messages": [{"role": "agent", "text": 1}]}, "“messages[0].text” must be text"),
        ({"messages": [AGENT | {"private": "yes"}]}, "“messages[0].private” must be true"),
        ({"messages": [AGENT | {"sent_at": "вчера"}]}, "“messages[0].sent_at” must be a time"),
        ({"messages": [AGENT | {"sent_at": 1700000000}]}, "“messages[0].sent_at” must be text"),
    ],
)
def test_what_is_wrong_is_named_by_its_key(record, part):
    assert part in wrong(record)


def test_attachments_are_names():
    files = ["чек.pdf", {"name": "фото.jpg", "size": 3}, {"size": 4}]
    message = {**CUSTOMER, "attachments": files}
    [said] = conversation({"messages": [message], "reply": "Едет."}).before
    assert said.attachments == ("чек.pdf", "фото.jpg", "")


@pytest.mark.parametrize(("given", "key"), [("a.jpg", "a list"), ([3], "a list of names")])
def test_attachments_must_be_a_list_of_names(given, key):
    message = wrong({"messages": [{**CUSTOMER, "attachments": given}], "reply": "Едет."})
    assert "messages[0].attachments" in message
    assert key in message


def test_a_reply_among_the_messages_brings_its_author_and_time():
    told = {**AGENT, "author": "Анна", "sent_at": "2026-03-02T12:00"}
    found = conversation({"messages": [CUSTOMER, told]})
    assert (found.author, found.sent_at) == ("Анна", datetime(2026, 3, 2, 12))


def test_a_reply_beside_the_messages_has_its_own_author_and_time():
    record = {"messages": [CUSTOMER], "reply": "Едет.", "author": "Анна"}
    found = conversation({**record, "sent_at": "2026-03-02T12:00", "attachments": ["чек.pdf"]})
    assert (found.author, found.sent_at) == ("Анна", datetime(2026, 3, 2, 12))
    assert found.attachments == ("чек.pdf",)
