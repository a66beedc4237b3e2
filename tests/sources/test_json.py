import io

import pytest

from replylint.errors import InputError
from replylint.sources.item import Defaults, Entry, Note
from replylint.sources.json import read_json


def read(text):
    data = text if isinstance(text, bytes) else text.encode()
    return list(read_json(io.BytesIO(data), "a.json", Defaults()))


def test_one_object():
    [entry] = read(' {"id": "1", "reply": "Едет."} \n')
    assert entry.conversation.reply == "Едет."
    assert str(entry.place) == "a.json:1:2"


def test_a_list_with_the_place_of_each_item():
    items = read('[\n  {"reply": "раз"},\n  {"reply": 2},\n  {"reply": "три"}\n]')
    assert [str(item.place) for item in items] == ["a.json:2:3", "a.json:3:3", "a.json:4:3"]
    assert [type(item) for item in items] == [Entry, InputError, Entry]


def test_what_stands_before_a_mistake_is_not_lost():
    entry, error = read('[{"reply": "раз"}, {"reply": "два"')
    assert entry.conversation.reply == "раз"
    assert isinstance(error, InputError)


@pytest.mark.parametrize(
    ("text", "place", "part"),
    [
        ('{"reply": "ok",\n "id" 5}', "a.json:2:7", "“:” is expected here"),
        ('{"reply": "ok"\n "id": 5}', "a.json:2:2", "“,” or the closing bracket"),
        ('{"reply": }', "a.json:1:11", "a value is expected here"),
        ("{reply: 1}", "a.json:1:2", "a key in double quotes"),
        ('{"reply": "ok}', "a.json:1:11", "never closed"),
        ('{"reply": "a\nb"}', "a.json:1:13", "line break"),
        ('{"reply": "\\q"}', "a.json:1:12", "escape"),
        ('[{"reply": "ok"} {"reply": "ok"}]', "a.json:1:18", "“,” or “]”"),
        ('{"reply": "ok"}\n{"reply": "ok"}', "a.json:2:1", "--input jsonl"),
        ("[]", "a.json:1:1", "the list is empty"),
        ("", "a.json", "the file is empty"),
        (" \n", "a.json", "the file is empty"),
        ("Добрый день", "a.json:1:1", "a value is expected here"),
        ("[" * 100_000, "a.json:1:2", "nested too deeply"),
        ('{"id": ' + "9" * 5000 + "}", "a.json:1:1", "too long"),
    ],
)
def test_broken_json_is_shown_with_line_and_column(text, place, part):
    error = read(text)[-1]
    assert isinstance(error, InputError)
    assert str(error.place) == place
    assert part in error.message


def test_cp1251_is_read_with_a_note():
    note, entry = read('{"reply": "Добрый день"}'.encode("cp1251"))
    assert isinstance(note, Note)
    assert entry.conversation.reply == "Добрый день"


def test_a_byte_order_mark_is_no_syntax_error():
    [entry] = read('\ufeff{"reply": "ok"}')
    assert entry.conversation.reply == "ok"


def test_lone_surrogates_are_kept():
    [entry] = read('{"reply": "a\\ud800b"}')
    assert entry.conversation.reply == "a\ud800b"
