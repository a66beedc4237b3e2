from time import process_time

import pytest

from replylint.suppressions.comments import comments_in

GENEROUS = 2.0
"""Seconds of the processor; a tenth of that is enough."""


def left(result):
    return [(finding.text, finding.line) for finding in result.findings]


@pytest.mark.parametrize("name", ["bad-word", "ru/probe:bad-word", "blame", "ru/probe"])
def test_a_comment_lets_be_what_it_names(checked, name):
    result, _linter = checked(f"Всё плохо. <!-- replylint: ignore {name}: цитата: да -->")
    assert (result.findings, result.score) == ((), 100)
    [suppressed] = result.suppressed
    assert suppressed.finding.text == "плохо"
    assert suppressed.reason == "цитата: да"
    assert str(suppressed.place) == "<text>:1:12"
    assert result.idle_suppressions == ()


def test_a_comment_covers_its_line_only(checked):
    reply = "плохо\nплохо <!-- replylint: ignore bad-word: да -->\nплохо ужас"
    assert left(checked(reply)[0]) == [("плохо", 1), ("плохо", 3), ("ужас", 3)]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_comment_alone_covers_the_paragraph_below(checked, end):
    lines = ["плохо", "", " <!-- replylint: ignore bad-word,lecturing: да -->", "", "плохо", "ужас"]
    reply = end.join([*lines, "", "плохо"])
    assert left(checked(reply)[0]) == [("плохо", 1), ("плохо", 8)]


def test_two_comments_above_one_paragraph(checked):
    reply = (
        "<!-- replylint: ignore horror: а -->\n<!-- REPLYLINT : ignore bad-word : б -->\nплохо ужас"
    )
    result, _linter = checked(reply)
    assert [s.reason for s in result.suppressed] == ["б", "а"]


def test_a_comment_for_the_whole_text_and_over_several_lines(checked):
    result, _linter = checked(
        "плохо\n\n<!-- replylint: ignore-file\n bad-word:\n долгая\n причина -->"
    )
    assert [s.reason for s in result.suppressed] == ["долгая причина"]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("<!-- replylint: ignore bad-word -->", "gives no reason"),
        ("<!-- replylint: ignore bad-word: -->", "gives no reason"),
        ("<!-- replylint: ignore: причина -->", "cannot be understood"),
        ("<!-- replylint: disable bad-word: причина -->", "cannot be understood"),
        ("<!-- replylint ignore bad-word: причина -->", "cannot be understood"),
        ("<!-- replylint: ignore bad-word: причина", "cannot be understood"),
        ("<!-- replylint: ignore bad-wrod: причина -->", "did you mean “bad-word”?"),
        ("<!-- replylint: ignore horror: причина -->", "nothing is found here that “horror”"),
    ],
)
def test_a_comment_that_does_nothing_is_told(checked, comment, message):
    result, _linter = checked(f"плохо\n плохо {comment}")
    [idle] = result.idle_suppressions
    assert message in idle.message
    assert str(idle.place) == "<text>:2:8"
    assert len(result.findings) == 2


def test_other_comments_are_no_business_of_ours():
    assert comments_in("<!-- a --> <!-- ignore --> replylint: ignore x: y", "a") == ([], [])


def test_many_comments_cost_no_time():
    for piece in (
        "<!-- replylint: ignore a: b -->",
        "<!-- replylint:",
        "<!-- replylint: ignore a,",
    ):
        begin = process_time()
        comments_in(piece * 5000, "a")
        assert process_time() - begin < GENEROUS
