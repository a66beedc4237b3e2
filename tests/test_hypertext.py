import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.exports.html_text import text_of_html
from replylint.hypertext import is_html, marks, unescaped
from replylint.macros.html import read_html
from replylint.passage import FileText, Passage

ENDLESS = [
    "<a ",
    "</a ",
    '<a b="',
    "<a b='\"",
    '<a ">" ',
    "<!--",
    "<!",
    "<?",
    "<style>",
    "</style",
    "<head>",
    "<title><template>",
    "<b>x</i>",
    "<blockquote>x",
    "<td>x<td>",
    "<p>",
    "<pre> ",
    "<img alt='",
    "<",
    "&#",
]


def names(html):
    return [(mark.name, mark.closes) for mark in marks(html)]


def test_tags_and_what_nobody_sees():
    html = "<!doctype html><p class=x>a<br/>b</P><!-- c --><style>p > b {}</style ><o:p>"
    assert names(html) == [
        ("", False),
        ("p", False),
        ("br", False),
        ("p", True),
        ("", False),
        ("", False),
        ("o:p", False),
    ]
    assert [mark.ends_itself for mark in marks("<br/><br /><a href=x/>")] == [True, True, False]


def test_attributes():
    (mark,) = marks("""<img title="alt=no > yes" ALT='Печать &amp; подпись' src=a/b.png>""")
    assert mark.attribute("alt") == "Печать & подпись"
    assert mark.attribute("src") == "a/b.png"
    assert mark.attribute("class") == ""


@pytest.mark.parametrize(
    "text",
    ["a < b > c", "Я вас <3 </3>", "<Иван>", "Пишите: <anna@mail.example>", "<b", "x <!-- y"],
)
def test_what_is_no_mark(text):
    assert names(text) == []
    assert text_of_html(text) == text


def test_a_quote_that_is_never_closed_does_not_swallow_the_text():
    assert text_of_html("<p title=don't>Где заказ?</p><p>Жду с 5-го.</p>") == (
        "Где заказ?\n\nЖду с 5-го."
    )


def test_hidden_elements_without_an_end():
    assert text_of_html("Да<style>p {") == "Да"
    assert text_of_html("<head><p>Где заказ?</p>") == "Где заказ?"


def test_numbers_that_are_no_sign():
    endless = "&#" + "1" * 5000 + ";"
    assert unescaped(endless) == endless
    assert unescaped("&lt;") == "<"


@pytest.mark.parametrize("part", ENDLESS)
def test_what_is_opened_and_never_closed_costs_no_more_than_its_length(part):
    html = "<p>" + part * 10_000
    assert is_html(html)
    for text in (text_of_html(html), read_html(Passage.whole(FileText(html))).text):
        assert len(text) <= 10 * len(html)


@given(st.lists(st.sampled_from([*ENDLESS, ">", "-->", "</style>", "x", '"', "'"])).map("".join))
def test_marks_are_in_order_and_apart(html):
    at = 0
    for mark in marks(html):
        assert at <= mark.start < mark.end <= len(html)
        at = mark.end
