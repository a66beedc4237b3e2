import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from replylint.finding import Severity
from replylint.reports.excerpt import excerpt
from replylint.reports.groups import Group, groups_of
from replylint.reports.paint import Paint
from reports.samples import finding, result


def shown(reply, *texts, coloured=False, width=80):
    findings = [finding(reply, text) for text in texts]
    groups = groups_of(result(reply, *findings))
    return list(excerpt(reply, groups, Paint(coloured), width))


def test_the_marks_stand_under_the_words():
    assert shown("Прошу, успокойтесь, Анна.", "успокойтесь", "Анна") == [
        "    │ Прошу, успокойтесь, Анна.",
        "    │        1~~~~~~~~~~  2~~~",
    ]


def test_wide_signs_and_combining_marks_shift_the_marks():
    [line, marks] = shown("😊 漢 и\u0306 👩\u200d💻 да", "да")
    assert cell_len(line[: line.index("да")]) == marks.index("1")
    assert marks.endswith("1~")


def test_lines_are_numbered_when_there_are_several():
    assert shown("Добрый день!\r\n\r\nУспокойтесь.\n", "Успокойтесь") == [
        "  1 │ Добрый день!",
        "  2 │",
        "  3 │ Успокойтесь.",
        "    │ 1~~~~~~~~~~",
    ]


def test_a_wrapped_span_is_marked_on_both_rows_and_numbered_once():
    lines = shown("Мы ничем не можем вам помочь сейчас.", "не можем вам помочь", width=24)
    assert lines == [
        "    │ Мы ничем не можем",
        "    │          1~~~~~~~",
        "    │ вам помочь сейчас.",
        "    │ ~~~~~~~~~~",
    ]


def group_of(reply, one, number):
    """A group of one finding, apart from others that it overlaps."""
    group = Group(one.start, one.end, number=number)
    group.add(one)
    return group


def test_spans_that_overlap_get_marks_on_lines_of_their_own():
    reply = "а бб вв гг дд ее жж"
    spans = ("бб вв гг дд", "дд ее жж")
    groups = [group_of(reply, finding(reply, text), number) for number, text in enumerate(spans, 1)]
    assert list(excerpt(reply, groups, Paint(False), 80))[1:] == [
        "    │   1~~~~~~~~~~",
        "    │            2~~~~~~~",
    ]


def test_numbers_never_run_into_each_other():
    letters = "абвгдежзиклм"
    _line, marks, more = shown(" ".join(letters), *letters)
    assert marks == "    │ 1 2 3 4 5 6 7 8 9 10  12"
    assert more == "    │                     11"


def test_an_empty_span_still_has_its_number():
    reply = "Заказ едет."
    groups = groups_of(result(reply, finding(reply, "", start=0)))
    assert list(excerpt(reply, groups, Paint(False), 80))[1] == "    │ 1"


def test_a_long_reply_is_shown_around_its_marks():
    reply = "\n".join(f"строка {number}" for number in range(1, 31))
    assert shown(reply, "строка 15") == [
        "    │ …",
        " 14 │ строка 14",
        " 15 │ строка 15",
        "    │ 1~~~~~~~~",
        " 16 │ строка 16",
        "    │ …",
    ]


def test_with_colours_the_words_are_underlined_and_numbered_small():
    [line] = shown("Прошу, успокойтесь, Анна.", "успокойтесь", coloured=True)
    assert "\x1b[4;31mуспокойтесь\x1b[0m\x1b[1;31m¹\x1b[0m, Анна." in line


def test_the_worse_colour_wins_where_spans_overlap():
    reply = "аа бб вв гг дд ее жж"
    bad = finding(reply, "аа бб вв гг", severity=Severity.WARNING)
    worse = finding(reply, "гг дд ее жж", severity=Severity.ERROR)
    groups = [group_of(reply, bad, 1), group_of(reply, worse, 2)]
    [line] = excerpt(reply, groups, Paint(True), 80)
    assert "\x1b[4;33mаа бб вв \x1b[0m\x1b[4;31mгг" in line


def test_escapes_of_the_reply_never_reach_the_terminal():
    [line, _marks] = shown("\x1b[31mУспокойтесь\x1b]0;x\x07", "Успокойтесь")
    assert "\x1b" not in line
    assert "␛[31mУспокойтесь␛]0;x␇" in line


@given(st.data())
def test_any_reply_with_any_spans_can_be_shown(data):
    alphabet = st.characters() | st.sampled_from("аб \n\r\t😊\u0301\u200d🇷漢")
    reply = data.draw(st.text(alphabet, min_size=1, max_size=200))
    places = st.integers(0, len(reply))
    spans = data.draw(st.lists(st.tuples(places, places), max_size=4))
    findings = [finding(reply, reply[min(s) : max(s)], start=min(s)) for s in spans]
    groups = groups_of(result(reply, *findings))
    for coloured in (True, False):
        for line in excerpt(reply, groups, Paint(coloured), 40):
            bare = re.sub("\x1b\\[[0-9;]*m", "", line)
            assert "\x1b" not in bare
            assert "\n" not in bare
