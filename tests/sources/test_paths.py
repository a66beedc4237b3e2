import io
import os
from pathlib import Path

import pytest

from replylint.errors import InputError
from replylint.sources.item import Entry, Note
from replylint.sources.paths import Inputs, customer_text, read_paths


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    files = {
        "in/b.txt": "б",
        "in/a.md": "а",
        "in/c/d.json": '[{"reply": "г"}, {"reply": "д"}]',
        "in/c/e.jsonl": '{"reply": "е"}\n{"reply": "ж"}\n',
        "in/.hidden.txt": "скрыт",
        "in/.git/x.txt": "скрыт",
        "in/picture.png": "не текст",
        "empty/readme.rst": "нет",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def read(*paths, format=None, stdin=b""):
    return list(read_paths(Inputs(paths, format), io.BytesIO(stdin)))


def replies(items):
    return [item.conversation.reply for item in items if isinstance(item, Entry)]


def test_a_folder_is_read_through_in_order(folder):
    items = read("in")
    assert replies(items) == ["а", "б", "г", "д", "е", "ж"]
    assert items[0].conversation.source == str(Path("in", "a.md"))
    assert len(items) == 6


def test_paths_in_their_order_with_standard_input_among_them(folder):
    assert replies(read("in/b.txt", "-", "in/a.md", stdin="в".encode())) == ["б", "в", "а"]


def test_a_file_is_read_whatever_its_name(folder):
    assert replies(read("in/picture.png", "in/.hidden.txt")) == ["не текст", "скрыт"]


def test_a_wanted_format_goes_before_the_ending(folder):
    assert replies(read("in/c/e.jsonl", format="text")) == ['{"reply": "е"}\n{"reply": "ж"}\n']
    assert replies(read("in", format="jsonl")) == ["е", "ж"]
    assert replies(read("-", format="json", stdin=b'{"reply": "ok"}')) == ["ok"]


def test_one_error_does_not_lose_the_others(folder):
    items = read("none.txt", "empty", "in/b.txt")
    assert replies(items) == ["б"]
    assert [str(item) for item in items if isinstance(item, InputError)] == [
        "none.txt: there is no such file or folder; check the name",
        "empty: nothing to check in this folder: it has no *.txt *.md *.json *.jsonl, and no macro "
        "library in *.yml *.yaml *.csv *.tsv *.xlsx *.po *.html *.htm",
    ]


def test_files_of_a_folder_that_nobody_recognises_are_told(folder):
    Path("in/t.csv").write_text("x,y\n1,2\n", encoding="utf-8")
    [note] = [item for item in read("in") if isinstance(item, Note)]
    assert str(note).startswith("in: 1 file was not read, ")
    assert "(t.csv)" in note.message
    for name in ("ru.po", "faq.html", "compose.yml", "replylint.yaml"):
        Path("in", name).write_text("x: 1\n", encoding="utf-8")
    [note] = [item for item in read("in") if isinstance(item, Note)]
    assert str(note).startswith("in: 4 files were not read, ")
    assert "(compose.yml, faq.html, ru.po, …)" in note.message
    assert not any(isinstance(item, Note) for item in read("in", format="jsonl"))


def test_files_that_are_not_wanted_are_not_missed(folder):
    Path("in/t.csv").write_text("x,y\n1,2\n", encoding="utf-8")
    inputs = Inputs(["in"], wanted=lambda path: path.name != "t.csv")
    assert not any(isinstance(item, Note) for item in read_paths(inputs, None))


def test_a_table_is_no_reply_unless_it_is_asked_for(folder):
    Path("a.CSV").write_text("reply\nУспокойтесь\n", encoding="utf-8")
    [error] = read("a.CSV")
    assert isinstance(error, InputError)
    assert "JSON Lines" in error.message
    assert "--input text" in error.message
    [item] = read("a.CSV", format="text")
    assert replies([item]) == ["reply\nУспокойтесь\n"]


def test_names_that_no_system_allows(folder):
    for name in ("a\0b", "x" * 5000):
        [error] = read(name)
        assert isinstance(error, InputError)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="rights do not bind root")
def test_a_file_without_the_right_to_read(folder):
    Path("in/b.txt").chmod(0)
    [error] = read("in/b.txt")
    assert "no permission" in error.message


def test_links_to_folders_do_not_lead_in_circles(folder):
    Path("in/c/up").symlink_to("..")
    assert len(read("in")) == 6


def test_the_customer_as_text_as_file_and_as_marked_file(folder):
    assert customer_text("Где мой заказ?") == ("Где мой заказ?", [])
    assert customer_text("in/b.txt") == ("б", [])
    assert customer_text("@in/b.txt") == ("б", [])
    assert customer_text("x" * 5000)[0] == "x" * 5000
    with pytest.raises(InputError, match="no such file"):
        customer_text("@none.txt")
    with pytest.raises(InputError, match="folder"):
        customer_text("@in")


def test_a_customer_that_looks_like_a_missing_file_gets_a_note(folder):
    text, [note] = customer_text("question.txt")
    assert text == "question.txt"
    assert "no such file" in str(note)
