from hypothesis import given

from replylint.passage import FileText, Passage, Point, utf8_length, utf16_length
from strategies import short_texts


@given(short_texts)
def test_a_file_read_as_it_stands_has_every_code_point_in_its_place(text):
    passage = Passage.whole(FileText(text))
    assert passage.text == text
    for offset in range(len(text)):
        assert passage.offsets(offset, offset + 1) == (offset, offset + 1)
        assert passage.is_as_written(offset, offset + 1)


@given(short_texts)
def test_columns_are_counted_in_three_units(text):
    file = FileText(text)
    for offset in range(len(text) + 1):
        point = file.point(offset)
        before = text[offset - point.column + 1 : offset]
        assert "\n" not in before
        assert point.utf16 == utf16_length(before) + 1
        assert point.utf8 == utf8_length(before) + 1
        assert point.line == file.line_of(offset)


def test_emoji_and_cyrillic_before_a_word():
    point = FileText("a\nтекст 😀 тут").point(10)
    assert point == Point(2, 9, 10, 17)


def test_the_end_of_a_text_is_after_its_last_code_point():
    passage = Passage.whole(FileText("раз\r\nдва"), 5)
    assert passage.span(0, 3).start[:2] == (2, 1)
    assert passage.span(0, 3).end[:2] == (2, 4)
    assert passage.span(3, 3).start[:2] == (2, 4)
    assert passage.lines() == (2, 2)
