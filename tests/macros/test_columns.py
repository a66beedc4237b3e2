"""Tables of canned replies: which of their columns are replies."""

import pytest

from replylint.macros.columns import replies_of_table, unread_columns
from replylint.macros.names import Fields
from replylint.macros.table import read_csv_rows
from replylint.passage import FileText


def table(text):
    return read_csv_rows(FileText(text))


def replies(text, fields=Fields()):  # noqa: B008 - it is frozen
    return [(m.passage.text, m.language) for m in replies_of_table(table(text), "a.csv", fields)]


@pytest.mark.parametrize("second", ["Текст для почты", "текст 2", "Ответ", "body"])
def test_every_column_of_texts_is_read(second):
    rows = f"Название;Текст;{second}\nа;Деньги уже вернули вам.;Мы вернули вам деньги вчера.\n"
    assert [text for text, _language in replies(rows)] == [
        "Деньги уже вернули вам.",
        "Мы вернули вам деньги вчера.",
    ]


def test_a_column_may_say_its_language():
    rows = "title;text;text_en\na;Деньги уже вернули вам.;We have sent the money back.\n"
    assert replies(rows) == [
        ("Деньги уже вернули вам.", None),
        ("We have sent the money back.", "en"),
    ]


@pytest.mark.parametrize("second", ["Шаблон", "text type", "Текст вопроса", "id"])
def test_titles_and_questions_are_no_replies(second):
    rows = f"Название;Текст;{second}\nа;Деньги уже вернули вам.;Возврат денег\n"
    assert len(replies(rows)) == 1


def test_html_beside_the_same_in_plain_is_one_reply():
    rows = "title;body;body html\na;Деньги уже вернули вам.;<p>Деньги уже <b>вернули</b> вам.</p>\n"
    (macro,) = replies_of_table(table(rows), "a.csv", Fields())
    assert macro.twin.text == "Деньги уже вернули вам."


def test_columns_that_look_like_texts_and_are_not_read_are_named():
    rows = "Название;Текст;Вопрос клиента\nа;Деньги уже вернули.;Когда вы вернёте мне деньги?\n"
    assert unread_columns(table(rows), Fields()) == (["Текст"], ["Вопрос клиента"])
    assert unread_columns(table(rows), Fields(text=("Текст",))) == ([], [])
    assert len(replies(rows, Fields(text=("Текст", "Вопрос клиента")))) == 2
