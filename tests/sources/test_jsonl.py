import codecs
import io
import json

from replylint.errors import InputError
from replylint.sources.item import Defaults, Entry, Note
from replylint.sources.jsonl import read_jsonl


def read(text):
    data = text if isinstance(text, bytes) else text.encode()
    return list(read_jsonl(io.BytesIO(data), "a.jsonl", Defaults()))


def test_a_bad_line_stands_in_its_place():
    lines = ['{"reply": "раз"}', "{", '{"replly": "x"}', "", "5", '{"reply": "два"}']
    items = read("\n".join(lines))
    assert [str(item.place) for item in items] == [
        "a.jsonl:1",
        "a.jsonl:2:2",
        "a.jsonl:3",
        "a.jsonl:5",
        "a.jsonl:6",
    ]
    assert [type(item) for item in items] == [Entry, InputError, InputError, InputError, Entry]


def test_only_line_feeds_end_a_line():
    reply = "а\u2028б\u0085в\x0bг"
    items = read(json.dumps({"reply": reply}, ensure_ascii=False) + "\r\n" + '{"reply": "ok"}')
    assert [item.conversation.reply for item in items] == [reply, "ok"]


def test_more_than_one_value_in_a_line():
    [error] = read('{"reply": "a"} {"reply": "b"}')
    assert str(error) == "a.jsonl:1:16: broken JSON: only one value a line"


def test_one_note_for_all_lines_in_cp1251():
    record = '{"reply": "Добрый день"}\n'
    items = read(record.encode() + (record * 2).encode("cp1251"))
    assert [type(item) for item in items] == [Entry, Note, Entry, Entry]
    assert str(items[1].place) == "a.jsonl:2"


def test_a_line_in_no_known_encoding_does_not_lose_the_others():
    items = read(b'{"reply": "\x98"}\n{"reply": "ok"}')
    assert [type(item) for item in items] == [InputError, Entry]
    assert str(items[0].place) == "a.jsonl:1:12"


def test_byte_order_marks():
    text = '{"reply": "раз"}\n{"reply": "два"}\n'
    for data in (codecs.BOM_UTF8 + text.encode(), text.encode("utf-16")):
        assert [item.conversation.reply for item in read(data)] == ["раз", "два"]


def test_a_broken_utf16_file_is_one_error():
    [error] = read(codecs.BOM_UTF16_LE + b"a\0b")
    assert isinstance(error, InputError)


def test_binary_and_empty_files_are_one_error():
    for data in (b"PK\x03\x04abc\n", b"", b"\n\n"):
        [error] = read(data)
        assert isinstance(error, InputError)


def test_lines_are_read_when_they_are_asked_for():
    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, buffer):
            line = b'{"reply": "ok"}\n'
            buffer[: len(line)] = line
            return len(line)

    items = read_jsonl(io.BufferedReader(Endless()), "a.jsonl", Defaults())
    assert [next(items).place.line for _ in range(3)] == [1, 2, 3]
