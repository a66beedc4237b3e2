import pytest

from exports.reading import FIXTURES, Reading
from replylint.errors import UsageError
from replylint.exports.chat import Wanted
from replylint.exports.reading import read_exports
from replylint.exports.registry import HELPDESKS, READERS


def test_a_format_that_is_not_there_is_told_at_once():
    with pytest.raises(UsageError, match="did you mean “zendesk”"):
        read_exports([FIXTURES], Wanted(format="zendesc"))


@pytest.mark.parametrize("name", HELPDESKS)
def test_every_helpdesk_can_be_named(name):
    path = next(FIXTURES.glob(f"{name}.*"))
    named, found = Reading(path, format=name), Reading(path)
    assert named.items == found.items
    assert named.chats


@pytest.mark.parametrize("name", READERS)
def test_no_reader_breaks_on_what_is_not_for_it(name, tmp_path):
    paths = sorted(FIXTURES.iterdir())
    for path in paths:
        Reading(path, format=name)
    for number, data in enumerate([b"[]", b"{}", b"[1, [", b"\xff\xfe", b"null", b"\n\n", b"[[]]"]):
        path = tmp_path / f"{number}.json"
        path.write_bytes(data)
        assert Reading(path, format=name).chats == []


def test_the_same_files_give_the_same_each_time():
    assert Reading(FIXTURES).items == Reading(FIXTURES).items


def test_what_is_not_there_is_unread_and_ends_nothing(tmp_path):
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    picture, archive, old = (tmp_path / name for name in ("a.csv", "chat.zip", "a.xls"))
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    archive.write_bytes(b"PK\x03\x04 chat")
    old.write_bytes(b"\xd0\xcf\x11\xe0")
    paths = (tmp_path / "no.csv", empty, picture, archive, old, FIXTURES / "rows.json")
    found = Reading(*paths)
    assert [unread.message for unread in found.unread[:5]] == [
        "there is no such file or folder; check the name",
        "the file is empty",
        "this is a PNG file, not text; save the reply as plain text",
        "this is an archive; unpack it and name what is in it",
        "this is an old workbook (XLS); save it as XLSX or CSV",
    ]
    assert len(found.replies) == 2


def test_a_file_without_replies_is_noted():
    notes = Reading(FIXTURES / "jivo.jsonl", bots=True).notes
    assert not any("no reply of an agent" in note for note in notes)


def waiting(path):
    read = Reading(path)
    found = [note for note in read.items if "with a question and no reply" in str(note)]
    return [(note.place.line, note.message.split()[0]) for note in found]


def test_questions_that_nobody_answered_are_told(tmp_path):
    path = tmp_path / "a.csv"
    rows = ["1;Нина;Где?;Едет.", "1;Нина;Почему?;", "2;;Как?;", "3;;Раз?;", "3;Нина;Два?;Три."]
    path.write_text("\n".join(["Тикет;Оператор;Вопрос;Ответ", *rows, "4;;;"]), encoding="utf-8")
    assert waiting(path) == [(2, "2")]


def test_a_customer_who_has_the_last_word_is_not_one_who_waits(tmp_path):
    path = tmp_path / "a.csv"
    rows = [
        "1;клиент;Где?",
        "1;оператор;Едет.",
        "1;клиент;Спасибо!",
        "2;клиент;Где?",
        "3;клиент;Где?",
        "3;бот;На складе.",
    ]
    path.write_text("\n".join(["Тикет;Кто;Текст", *rows]), encoding="utf-8")
    assert waiting(path) == [(5, "1")]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"<!DOCTYPE html>\n<html><body>...", "this is a web page (HTML)"),
        (b"\xef\xbb\xbf<!-- saved -->\n<HTML>\n<head>", "this is a web page (HTML)"),
        (bytes(8) + b"DUCK" + bytes(20), "this is a DuckDB database"),
    ],
)
def test_what_is_no_export_at_all_is_told_for_what_it_is(tmp_path, data, what):
    path = tmp_path / "report.html"
    path.write_bytes(data)
    (line, message), *more = Reading(path).errors
    assert message.startswith(what)
    assert (line, more) == (None, [])


def test_a_table_with_html_in_its_cells_is_no_page(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Ответ\n<p>Едет.</p>\n<html>да</html>\n", encoding="utf-8")
    assert len(Reading(path).replies) == 2


def test_a_slip_in_a_channel_is_told_once_and_an_own_name_is_not(tmp_path):
    path = tmp_path / "a.csv"
    rows = ["1;поста", "2;поста", "3;чат", "4;Авито", "5;"]
    lines = ["Тикет;Канал;Ответ", *(f"{row};Едет." for row in rows)]
    path.write_text("\n".join(lines), encoding="utf-8")
    told = [str(item) for item in Reading(path).items if "the channel" in str(item)]
    assert told == [f"{path}:2: the channel “поста” is none that is known; did you mean “почта”?"]
