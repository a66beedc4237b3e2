import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.reports import cells
from replylint.reports.cells import cells_of, lines_of, plain, safe, width_of, wrap, wrap_text


@given(
    st.text(st.sampled_from("абвёЯ aZ9~«—…№₽\u00a0\tй\u0306😀\x00"), max_size=60),
    st.integers(1, 30),
)
def test_ordinary_text_is_shown_as_any_other(text, width):
    found = cells_of(text), safe(text), wrap_text(text, width)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cells, "_ORDINARY", re.compile(r"(?!)"))
        assert found == (cells_of(text), safe(text), wrap_text(text, width))


@pytest.mark.parametrize(
    "sign",
    ["я", "é", "и\u0306", "😊", "👩\u200d💻", "👍🏽", "🇷🇺", "❤\ufe0f", "1\ufe0f\u20e3", "漢"],
)
def test_one_sign_is_one_cell(sign):
    [cell] = cells_of(sign)
    assert (cell.start, cell.end) == (0, len(sign))


@pytest.mark.parametrize(
    ("sign", "width"), [("я", 1), ("и\u0306", 1), ("漢", 2), ("😊", 2), ("👍🏽", 2), ("\t", 4)]
)
def test_width_in_columns(sign, width):
    assert width_of(cells_of(sign)) == width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x07", "␛[31mred␇"),
        ("a\x00b\x7f", "a␀b␡"),
        ("a\u202eb", "a‹U+202E›b"),
        ("a\x9bb", "a‹U+009B›b"),
        ("a\u2028b", "a‹U+2028›b"),
        ("a\ud800b", "a‹U+D800›b"),
        ("a\u200bb\ufeff", "ab"),
        ("\u0301", "◌\u0301"),
        ("a\r\nb", "a␍␊b"),
    ],
)
def test_nothing_can_play_tricks_on_the_terminal(text, shown):
    assert safe(text) == shown


def test_plain_is_one_line():
    assert plain(" a\n b\t c ") == "a b c"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [(0, "")]),
        ("a\r\nb\rc\nd", [(0, "a"), (3, "b"), (5, "c"), (7, "d")]),
        ("a\n", [(0, "a"), (2, "")]),
        ("a\u2028b", [(0, "a\u2028b")]),
    ],
)
def test_lines(text, lines):
    assert list(lines_of(text)) == lines


def test_lines_break_between_words_and_only_then_inside_them():
    assert wrap_text("раз два три", 7) == ["раз два", "три"]
    assert wrap_text("раз  двадцать", 4) == ["раз", "двад", "цать"]
    assert wrap_text("", 5) == [""]
    assert wrap_text("😊😊😊", 4) == ["😊😊", "😊"]


@pytest.mark.parametrize(
    ("line", "width", "expected"),
    [
        (" 000漢", 4, [" 000", "漢"]),
        ("  - раз два три", 9, ["  - раз", "два три"]),
        ("   ", 2, [""]),
        ("раз     два", 4, ["раз", "два"]),
    ],
)
def test_spaces_around_breaks(line, width, expected):
    rows = wrap(cells_of(line), width)
    assert ["".join(cell.text for cell in row) for row in rows] == expected


@given(st.text("аб «», ", max_size=80), st.integers(1, 30))
def test_ordinary_text_is_wrapped_as_its_cells_are(text, width):
    rows = wrap(cells_of(" ".join(text.split())), width)
    assert wrap_text(text, width) == ["".join(cell.text for cell in row) for row in rows]


@given(st.text(), st.integers(1, 30))
def test_no_row_is_too_wide_and_no_sign_gets_lost(text, width):
    line = text.replace("\n", " ").replace("\r", " ")
    cells = cells_of(line)
    rows = wrap(cells, width)
    for row in rows:
        assert width_of(row) <= width or len(row) == 1 or all(cell.is_space for cell in row[1:])
    kept = [cell for row in rows for cell in row if not cell.is_space]
    assert kept == [cell for cell in cells if not cell.is_space]


@given(st.text())
def test_cells_cover_the_text_without_gaps(text):
    cells = cells_of(text)
    assert [cell.start for cell in cells[1:]] == [cell.end for cell in cells[:-1]]
    assert (cells[0].start, cells[-1].end) == (0, len(text)) if text else cells == []
