import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.reading import FIXTURES, Reading, detected, fixture, told
from replylint.conversation import Role
from replylint.errors import UsageError
from replylint.exports.chat import Chat, Wanted
from replylint.exports.reading import read_exports

HEAD = ["Номер", "Вопрос", "Ответ"]


def write(folder, text, encoding="utf-8", name="a.csv"):
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_a_report_of_replies_with_a_title_above_it_and_odd_rows():
    found = fixture("replies.csv")
    assert [chat.id for chat in found.chats] == ["1", "2", "4", "6"]
    assert told(found.chats[0]) == [
        "customer -: Где заказ?",
        "agent Анна: Едет; будет завтра",
        "agent Анна: Приехал, забирайте до 9 марта.",
    ]
    assert found.chats[1].messages[1].text == 'Мастер сказал "скоро", приедет 2 марта'
    assert [m.text for m in found.chats[2].messages] == [
        "Первая строка\nвторая строка",
        "Добрый день!\n\nВернём 500 ₽.",
    ]
    assert [chat.line for chat in found.chats] == [5, 6, 8, 11]


def test_broken_rows_are_told_with_their_line_and_the_run_goes_on():
    found = fixture("replies.csv")
    assert found.errors == [
        (7, "the quotes of this row do not fit together"),
        (10, "the row has 7 cells and the table 6; is “;” in a text?"),
    ]
    assert found.unread[0].raw == '3;01.03.2026 11:30;Борис;"Кавычка не закрыта;Ответ;1'
    assert (
        "the date of 1 row cannot be read, and its replies have no date: line 8 “вчера”"
        in found.notes
    )


def test_the_choice_of_columns_is_shown():
    assert fixture("replies.csv").notes[0] == (
        "columns: reply = “Ответ оператора”, customer = “Вопрос клиента”, "
        "chat = “Номер обращения”, date = “Дата”, agent = “Оператор”; "
        "not used: Кол-во ответов; change with --column FIELD=NAME"
    )


def test_a_table_of_messages_is_gathered_by_conversation_and_put_in_order():
    found = fixture("messages.csv")
    assert told(found.chats[0]) == [
        "customer Jo: Where is my order?",
        "agent* Kate: ask the depot",
        "agent Kate: It is on the way, due on March 3.",
    ]
    assert found.errors == [
        (5, "it is not known who “ghost” is; say it with --role “ghost”=agent"),
        (6, "the row does not say which conversation it belongs to"),
    ]


def test_a_word_of_the_role_column_can_be_explained():
    found = fixture("messages.csv", roles={"Ghost": Role.CUSTOMER})
    assert told(found.chats[1])[0] == "customer -: Boo"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866"])
def test_the_encoding_is_found_out(tmp_path, encoding):
    text = (FIXTURES / "replies.csv").read_text(encoding="utf-8").replace("₽", "руб")
    found = Reading(write(tmp_path, text, encoding))
    assert found.replies[0].reply == "Едет; будет завтра"
    guessed = encoding in ("cp1251", "koi8-r", "cp866")
    assert found.notes[0].startswith("not UTF-8") == guessed


def test_an_encoding_can_be_said(tmp_path):
    path = write(tmp_path, "Ответ\nЁлка\n", "mac-cyrillic")
    assert [r.reply for r in Reading(path, encoding="mac-cyrillic").replies] == ["Ёлка"]
    with pytest.raises(UsageError, match="there is no encoding “klingon”"):
        Reading(path, encoding="klingon")


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_separator_is_found_out(tmp_path, separator):
    rows = [HEAD, ["1", "Где, как; и когда?", "Завтра; до 12, точно"]]
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    found = Reading(write(tmp_path, text.getvalue()))
    assert [reply.reply for reply in found.replies] == ["Завтра; до 12, точно"]


def test_a_byte_that_is_not_of_the_encoding_spoils_only_its_row(tmp_path):
    good = "".join(f"{n};Где заказ?;Приедет {n} марта.\n" for n in range(1, 9))
    data = ("Номер;Вопрос;Ответ\n" + good).encode() + b"9;\xd0;\xff\xfe\n10;?;OK.\n"
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    found = Reading(path)
    assert len(found.replies) == 9
    assert found.errors == [(10, "the row holds bytes that are not utf-8")]


def test_an_error_of_the_spreadsheet_is_no_reply(tmp_path):
    found = Reading(write(tmp_path, "Ответ\n#NAME?\nСпасибо, готово.\n"))
    assert found.errors == [(2, "the cell holds an error of the spreadsheet: #NAME?")]
    assert len(found.replies) == 1


def test_columns_can_be_named_by_the_user(tmp_path):
    path = write(tmp_path, "a;b;c\nЧто?;Вот что.;Ян\n")
    found = Reading(path)
    assert found.chats == []
    assert found.unread[0].message == (
        "none of the columns looks like the replies: “a”, “b”, “c”; name it with "
        "--column reply=NAME"
    )
    found = Reading(path, columns={"reply": "b", "agent": "3"})
    assert [(r.reply, r.author) for r in found.replies] == [("Вот что.", "Ян")]


def test_a_wrong_wish_is_told(tmp_path):
    path = write(tmp_path, "Вопрос;Ответ\n1;2\n")
    [unread] = Reading(path, columns={"reply": "Отвт"}).unread
    assert unread.message == ("--column reply: there is no column “Отвт”; did you mean “Ответ”?")
    with pytest.raises(UsageError, match="there is no field “answer”; there are reply, customer"):
        Reading(path, columns={"answer": "Ответ"})


def test_a_table_without_names(tmp_path):
    path = write(tmp_path, "Где?;Тут.\nКогда?;Завтра.\n")
    found = Reading(path, header=False, columns={"customer": "1", "reply": "2"})
    assert [reply.reply for reply in found.replies] == ["Тут.", "Завтра."]


def test_replies_without_a_conversation_have_ids_of_their_own(tmp_path):
    found = Reading(write(tmp_path, "Ответ\nРаз.\nДва.\n"))
    assert [chat.id for chat in found.chats] == ["a.csv#2", "a.csv#3"]


def test_slashes_are_read_by_the_other_dates(tmp_path):
    american = "Дата;Ответ\n03/04/2026;Раз.\n03/25/2026;Два.\n"
    assert [r.sent_at.month for r in Reading(write(tmp_path, american)).replies] == [3, 3]
    russian = "Дата;Ответ\n03/04/2026;Раз.\n25/04/2026;Два.\n"
    assert [r.sent_at.month for r in Reading(write(tmp_path, russian)).replies] == [4, 4]
    said = Reading(write(tmp_path, "Дата;Ответ\n03/04/2026;Раз.\n"), day_first=False)
    assert said.replies[0].sent_at.month == 3


def test_the_day_and_the_time_may_stand_apart(tmp_path):
    table = "Дата;Время;Ответ\n01.03.2026;9:05;Раз.\n01.03.2026 10:00;9:05;Два.\n02.03.2026;;Три.\n"
    found = Reading(write(tmp_path, table))
    assert [(r.sent_at.day, r.sent_at.hour) for r in found.replies] == [(1, 9), (1, 10), (2, 0)]


def test_quotes_that_never_close_do_not_swallow_the_file(tmp_path):
    rows = "".join(f"{n};Где?;Тут {n}.\n" for n in range(3000))
    found = Reading(write(tmp_path, 'Номер;Вопрос;Ответ\nx;"Начал;и всё\n' + rows))
    assert len(found.replies) == 3000
    assert [unread.line for unread in found.unread] == [2]


def test_a_folder_is_read_in_order_and_hidden_files_are_not(tmp_path):
    write(tmp_path, "Ответ\nДва.\n", name="b.csv")
    write(tmp_path, "Ответ\nРаз.\n", name="a.csv")
    write(tmp_path, "Ответ\nНет.\n", name=".c.csv")
    assert [reply.reply for reply in Reading(tmp_path).replies] == ["Раз.", "Два."]


def test_it_is_told_from_text_that_is_no_table():
    assert detected(FIXTURES / "replies.csv") == "csv"


SIGNS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), include_characters="\n\t")
CELL = st.text(SIGNS, max_size=40)


@given(st.lists(st.tuples(CELL, CELL.filter(str.strip)), min_size=1, max_size=8))
def test_what_was_written_is_read(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["Вопрос", "Ответ"])
        writer.writerows(rows)
    found = Reading(path, columns={"customer": "Вопрос", "reply": "Ответ"})
    assert len(found.chats) + len(found.unread) == len(rows)


def test_a_row_that_ends_before_its_reply_is_told_and_quoted(tmp_path):
    found = Reading(
        write(tmp_path, "Номер;Вопрос;Ответ;Тема\n1;Где?;Едет.;д\nсломанная;\n2;Где?;Тут;д\n")
    )
    assert found.errors == [(3, "the row has 2 cells and the table 4: a line is torn apart")]
    assert found.unread[0].raw == "сломанная"
    assert [chat.id for chat in found.chats] == ["1", "2"]


def test_the_question_of_a_row_that_is_torn_apart_stays(tmp_path):
    found = Reading(write(tmp_path, "Номер;Вопрос;Ответ\n1;Где\n1;Когда?;Завтра.\n"))
    assert [line for line, _message in found.errors] == [2]
    assert told(found.chats[0])[0] == "customer -: Где"


def test_a_short_row_with_its_reply_is_read(tmp_path):
    found = Reading(write(tmp_path, "Номер;Вопрос;Ответ;Тема\n1;Где?;Едет.\n2;Где?;Тут;д\n"))
    assert (found.errors, len(found.chats)) == ([], 2)


def test_whole_rows_without_words_are_counted(tmp_path):
    found = Reading(write(tmp_path, "Номер;Вопрос;Ответ\n1;Где?;Едет.\n2;;\n3;;\n"))
    assert found.errors == []
    assert found.notes[-1] == "2 rows have no text in “Ответ” and were passed over"


@pytest.fixture
def limit():
    """A limit of the process that is no longer than most texts."""
    usual = csv.field_size_limit(1000)
    yield 1000
    csv.field_size_limit(usual)


def test_long_cells_are_read_and_leave_the_limit_of_the_process_alone(limit, tmp_path):
    text = "Едет. " * 40_000
    path = write(tmp_path, f"Номер,Вопрос,Ответ\n1,Где?,{text}\n2,Где?,Уже едет.\n")
    items = read_exports([path], Wanted())
    chat = next(item for item in items if isinstance(item, Chat))
    assert csv.field_size_limit() == limit
    assert chat.messages[1].text == text.strip()


def test_a_note_named_in_the_column_of_roles_is_private(tmp_path):
    rows = [
        "Номер обращения;Тип автора;Автор;Текст",
        "1;Клиент;Ольга;Где заказ?",
        "1;Внутренний комментарий;Анна;клиентка спешит",
        "1;Оператор;Анна;Привезём сегодня к шести.",
    ]
    found = Reading(write(tmp_path, "\n".join(rows)))
    assert found.errors == []
    assert [message.private for message in found.chats[0].messages] == [False, True, False]
    assert [reply.reply for reply in found.chats[0].replies()] == ["Привезём сегодня к шести."]


def test_a_note_does_not_hide_that_agents_are_named_where_the_role_stands(tmp_path):
    rows = [
        "Номер обращения;Кто;Текст",
        "1;Клиент;Где заказ?",
        "1;Внутренняя заметка;клиентка спешит",
        "1;Марина;Привезём сегодня к шести.",
    ]
    found = Reading(write(tmp_path, "\n".join(rows)))
    assert found.errors == []
    assert [reply.author for reply in found.chats[0].replies()] == ["Марина"]


def test_a_message_that_stands_twice_is_taken_once(tmp_path):
    rows = [
        "Номер обращения;Дата;Тип автора;Автор;Текст",
        "1;02.03.2026 10:00;Клиент;Ольга;Где заказ?",
        "1;02.03.2026 10:05;Оператор;Анна;Привезём к шести.",
        "2;02.03.2026 10:06;Оператор;Анна;Привезём к шести.",
        "1;02.03.2026 10:05;Оператор;Анна;Привезём к шести.",
        "1;02.03.2026 10:09;Оператор;Анна;Привезём к шести.",
    ]
    found = Reading(write(tmp_path, "\n".join(rows)))
    assert [len(list(chat.replies())) for chat in found.chats] == [2, 1]
    assert found.notes[-1] == "1 message stands twice, with the same time and words; taken once"


def test_without_the_time_of_day_the_same_words_may_have_been_said_twice(tmp_path):
    rows = [
        "Номер обращения;Дата;Тип автора;Автор;Текст",
        "1;02.03.2026;Клиент;Ольга;Где заказ?",
        "1;02.03.2026;Оператор;Анна;Готово.",
        "1;02.03.2026;Оператор;Анна;Готово.",
    ]
    found = Reading(write(tmp_path, "\n".join(rows)))
    assert len(found.replies) == 2


def test_the_author_of_a_message_counts_not_who_is_responsible_for_the_case(tmp_path):
    rows = [
        "Номер обращения;Клиент;Ответственный;Роль;Автор;Текст",
        "1;ООО «Клён»;Анна;Клиент;Ольга;Где заказ?",
        "1;ООО «Клён»;Анна;Оператор;Борис;Привезём сегодня к шести.",
        "1;ООО «Клён»;Анна;Оператор;;Заказ у вас?",
        "1;ООО «Клён»;Анна;Клиент;;Да, спасибо.",
        "1;ООО «Клён»;Анна;Внутренняя;Анна;клиентка довольна",
    ]
    found = Reading(write(tmp_path, "\n".join(rows)))
    assert found.errors == []
    messages = found.chats[0].messages
    assert [message.author for message in messages] == [
        "Ольга",
        "Борис",
        "Анна",
        "ООО «Клён»",
        "Анна",
    ]
    assert messages[-1].private


def test_who_is_responsible_did_not_write_what_the_customer_wrote(tmp_path):
    rows = [
        "Номер обращения;Ответственный;Роль;Текст",
        "1;Анна;Клиент;Где заказ?",
        "1;Анна;Оператор;Привезём сегодня к шести.",
    ]
    found = Reading(write(tmp_path, "\n".join(rows)))
    assert [message.author for message in found.chats[0].messages] == [None, "Анна"]
