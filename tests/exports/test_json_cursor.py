import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.errors import InputError
from replylint.exports import json_cursor
from replylint.exports.chat import Unread
from replylint.exports.json_cursor import JsonCursor, Value

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def cursor(text):
    return JsonCursor(io.StringIO(text), "a.json")


@given(st.lists(VALUES, max_size=6), st.sampled_from([None, 1]), st.integers(1, 40))
def test_a_list_is_read_whole_however_small_the_pieces_are(values, indent, chunk):
    before = json_cursor._CHUNK
    json_cursor._CHUNK = chunk
    try:
        found = list(cursor(json.dumps(values, indent=indent)).elements())
    finally:
        json_cursor._CHUNK = before
    assert [value.data for value in found] == values


def test_members_hand_over_their_values_one_by_one():
    place = cursor('{"a": 1,\n "b": [true, null], "c": {}}')
    read = {}
    for key in place.members():
        read[key] = list(place.elements()) if place.peek() == "[" else place.value()
    assert read == {"a": Value(1, 1), "b": [Value(True, 2), Value(None, 2)], "c": Value({}, 2)}
    assert place.peek() == ""


def test_a_broken_element_is_passed_over_where_lines_show_the_next():
    text = '[\n  {"a": 1},\n  {"a": 2,,},\n  {"a": 3}\n]'
    first, broken, last = cursor(text).elements()
    assert (first, last) == (Value({"a": 1}, 2), Value({"a": 3}, 4))
    assert isinstance(broken, Unread)
    assert broken.line == 3


def test_without_lines_the_rest_is_lost_and_said_so():
    first, broken = cursor('[{"a": 1}, {"a": 2,,}, {"a": 3}]').elements()
    assert first == Value({"a": 1}, 1)
    assert isinstance(broken, Unread)


@pytest.mark.parametrize("text", ['{"a": 1', '{"a" 1}', "{1: 2}", '{"a": 1 "b": 2}'])
def test_broken_objects_are_errors(text):
    place = cursor(text)
    with pytest.raises(InputError):
        for _key in place.members():
            place.value()


def test_escapes_as_telegram_writes_them_are_understood(monkeypatch):
    text = r'["a\x0Bb\x1F", "\\x0B", "c:\\\\x0B", "\\\x0C"]'
    meant = ["a\x0bb\x1f", r"\x0B", r"c:\\x0B", "\\\x0c"]
    for chunk in (1, 3, 1 << 16):
        monkeypatch.setattr(json_cursor, "_CHUNK", chunk)
        assert cursor(text).value() == Value(meant, 1)
    with pytest.raises(InputError, match="broken JSON"):
        cursor(r'["\xZZ"]').value()
