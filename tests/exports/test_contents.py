import pytest

from exports.reading import Reading, told
from replylint.exports.contents import Kind, contents_of

ASKED = ("Где заказ?", "Верните деньги!", "Когда привезут, и кто?", "Не работает")
ANSWERS = ("Едет, ждите.", "Вернули вчера.", "Завтра!", "Починили, проверьте.")


def table(path, head, rows, encoding="utf-8"):
    lines = [head, *(";".join(row) for row in rows)]
    path.write_text("\n".join(lines), encoding=encoding)
    return Reading(path)


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (("Клиент", "Сотрудник", "клиент", "Сотрудник"), Kind.ROLES),
        (("Клиент", "Иванова М.", "клиент", "Ли"), Kind.OTHER),
        (("входящее", "исходящее", "входящее", "исходящее"), Kind.ROLES),
        (ASKED, Kind.TEXTS),
        (("Иванова М.", "Ли", "Петров С.", "Ли"), Kind.OTHER),
        (("1001", "T-17", "18", "19"), Kind.CODES),
    ],
)
def test_the_kind_of_a_column(cells, kind):
    contents = contents_of(["a"], [{"a": cell} for cell in cells])
    assert contents.kind("a") is kind


def test_too_few_cells_say_nothing():
    assert contents_of(["a"], [{"a": "Клиент"}, {"a": "Оператор"}]).kind("a") is None


def test_roles_are_found_under_any_name(tmp_path):
    rows = [
        row
        for n in range(3)
        for row in (
            (str(n), "Клиент", "Гость", ASKED[n]),
            (str(n), "Сотрудник", "Ли", ANSWERS[n]),
        )
    ]
    reading = table(tmp_path / "a.csv", "Диалог;Отправитель;Имя;Текст сообщения", rows)
    assert told(reading.chats[0]) == ["customer Гость: Где заказ?", "agent Ли: Едет, ждите."]


def test_who_is_no_customer_answers_where_only_customers_are_named(tmp_path):
    rows = [
        row
        for n in range(3)
        for row in ((str(n), "Покупатель", ASKED[n]), (str(n), "Анна Ли", ANSWERS[n]))
    ]
    reading = table(tmp_path / "a.csv", "Чат;Кто;Сообщение", rows)
    assert told(reading.chats[0]) == ["customer -: Где заказ?", "agent Анна Ли: Едет, ждите."]
    assert "“Кто” names customers only" in reading.notes[-1]


@pytest.mark.parametrize("head", ["Обращение;Клиент;Оператор", "Обращение;Клиент;Ответ"])
def test_texts_under_the_names_of_people(tmp_path, head):
    rows = [(str(n), ASKED[n], ANSWERS[n]) for n in range(4)]
    reading = table(tmp_path / "a.csv", head, rows, "cp1251")
    assert told(reading.chats[1]) == ["customer -: Верните деньги!", "agent -: Вернули вчера."]
    assert reading.chats[1].id == "1"


def test_the_names_of_people_stay_names(tmp_path):
    rows = [(str(n), "Анна Ли", "Вася", ASKED[n], ANSWERS[n]) for n in range(4)]
    reading = table(tmp_path / "a.csv", "№ тикета;Оператор;Клиент;Вопрос;Ответ", rows)
    assert told(reading.chats[0]) == ["customer Вася: Где заказ?", "agent Анна Ли: Едет, ждите."]
    assert reading.chats[3].id == "3"
