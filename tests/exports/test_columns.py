import pytest

from replylint.errors import InputError, Place
from replylint.exports.columns import choose_columns

PLACE = Place("a.csv")


def chosen(*names, **wanted):
    return choose_columns(names, wanted, PLACE).by_field


def test_russian_names():
    assert chosen(
        "ID обращения", "Дата и время ответа", "ФИО сотрудника", "Отдел", "Канал связи",
        "Текст обращения клиента", "Текст ответа оператора", "Теги", "Оценка", "Время ответа, сек",
    ) == {
        "reply": "Текст ответа оператора",
        "customer": "Текст обращения клиента",
        "chat": "ID обращения",
        "date": "Дата и время ответа",
        "agent": "ФИО сотрудника",
        "team": "Отдел",
        "channel": "Канал связи",
        "tags": "Теги",
    }  # fmt: skip


def test_english_names():
    assert chosen(
        "conversationId",
        "created_at",
        "Agent Name",
        "customer_message",
        "agent_reply",
        "reply_time",
    ) == {
        "reply": "agent_reply",
        "customer": "customer_message",
        "chat": "conversationId",
        "date": "created_at",
        "agent": "Agent Name",
    }


@pytest.mark.parametrize(
    ("reply", "customer"),
    [
        ("Public reply", "Requester message"),
        ("Agent comment", "Client's comment"),
        ("Staff text", "Patient text"),
        ("Our message", "What the guest said"),
        ("Reply", "Ticket description"),
        ("Response", "Description"),
    ],
)
def test_english_names_in_either_order(reply, customer):
    assert chosen("Ticket ID", customer, "Assignee", reply) == {
        "reply": reply,
        "customer": customer,
        "chat": "Ticket ID",
        "agent": "Assignee",
    }


@pytest.mark.parametrize("name", ["Customer email", "Contact id", "Team name", "User agent"])
def test_what_only_tells_about_a_person_is_no_text(name):
    assert "customer" not in chosen("Reply", name)
    assert chosen("Reply", name)["reply"] == "Reply"


def test_a_table_of_messages():
    columns = choose_columns(["Диалог", "Кто", "Сообщение", "Время", "Имя"], {}, PLACE)
    assert columns.of_messages
    assert columns.by_field == {
        "text": "Сообщение",
        "role": "Кто",
        "chat": "Диалог",
        "date": "Время",
        "author": "Имя",
        "agent": "Имя",
    }


def test_who_wrote_a_message_is_not_who_is_responsible():
    columns = choose_columns(["№ диалога", "Роль", "Ответственный", "Автор", "Текст"], {}, PLACE)
    assert columns.get("agent") == "Ответственный"
    assert columns.get("author") == "Автор"
    assert "author = “Автор”" in str(columns)


def test_a_name_beside_that_of_the_agent_may_be_anybodys():
    columns = choose_columns(["Диалог", "Роль", "Оператор", "Имя", "Текст"], {}, PLACE)
    assert columns.get("agent") == "Оператор"
    assert columns.get("author") is None


def test_in_a_table_of_replies_nobody_else_is_the_author():
    columns = choose_columns(["Ответственный", "Автор", "Ответ"], {}, PLACE)
    assert columns.get("agent") == "Ответственный"
    assert columns.get("author") is None


@pytest.mark.parametrize(
    "name",
    [
        "Кол-во ответов",
        "Время первого ответа",
        "Статус ответа",
        "reply_id",
        "Автор ответа",
        "Оценка",
    ],
)
def test_what_only_tells_about_replies_is_no_reply(name):
    with pytest.raises(InputError):
        chosen("Номер", name)


def test_one_column_of_text_is_taken_for_the_replies():
    assert chosen("Текст") == {"reply": "Текст"}


def test_a_wish_goes_before_a_guess():
    assert chosen("Ответ", "Итог", "Дата", reply="итог")["reply"] == "Итог"
    assert chosen("Ответ", "Итог", "Дата", reply="2")["reply"] == "Итог"
