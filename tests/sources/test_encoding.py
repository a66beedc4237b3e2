import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.errors import InputError
from replylint.sources.encoding import decode

RUSSIAN = "Здравствуйте! Заказ уже едет к вам, курьер позвонит за час."


def refused(data):
    with pytest.raises(InputError) as caught:
        decode(data, "draft.txt")
    return str(caught.value)


def test_utf8_is_the_rule():
    assert decode(RUSSIAN.encode(), "a").text == RUSSIAN
    assert not decode(RUSSIAN.encode(), "a").guessed


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark, encoding):
    assert decode(mark + RUSSIAN.encode(encoding), "a").text == RUSSIAN


@pytest.mark.parametrize(
    "text",
    [RUSSIAN, RUSSIAN.upper(), "Спс", '{"reply": "Добрый день", "id": 7}', "Цена — 5 €, «тест» №1"],
)
def test_cp1251_is_guessed(text):
    decoded = decode(text.encode("cp1251"), "a")
    assert (decoded.text, decoded.guessed) == (text, True)


@pytest.mark.parametrize(
    "data",
    [
        "Le café est très bon, à bientôt, l'équipe dédiée".encode("latin-1"),
        RUSSIAN.encode("koi8-r"),
        RUSSIAN.encode("cp866"),
        "お問い合わせありがとうございます".encode("shift-jis"),
    ],
)
def test_other_encodings_are_refused(data):
    assert "neither UTF-8 nor cp1251" in refused(data)


def test_the_place_of_the_first_bad_byte_is_named():
    assert refused("ok\nпривет ".encode() + b"\x98").startswith("draft.txt:2:8: ")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "DOCX"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"\xd0\xcf\x11\xe0\xa1", "DOC"),
    ],
)
def test_known_files_are_named(data, name):
    assert name in refused(data)


@pytest.mark.parametrize("data", [b"abc\0def", bytes(range(1, 32)) * 3])
def test_binary_files_are_refused(data):
    assert "binary" in refused(data)


def test_a_few_control_characters_are_no_binary():
    assert decode("\x1b[31mкрасный\x1b[0m\tтекст".encode(), "a").text.startswith("\x1b")


def test_a_broken_utf16_file_is_refused():
    assert "neither" in refused(codecs.BOM_UTF16_LE + b"\x00")


@given(st.binary())
def test_any_bytes_are_text_or_an_input_error(data):
    try:
        assert isinstance(decode(data, "a").text, str)
    except InputError as error:
        assert "\n" not in str(error)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_utf8_text_comes_back(text):
    if not text.startswith(("\ufeff", "%PDF", "PK", "{\\rtf", "GIF8", "RIFF", "BZh", "Rar!")):
        assert decode(text.encode(), "a").text == text
