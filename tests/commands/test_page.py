from io import StringIO

import pytest

from replylint.commands.page import Page
from replylint.reports.report import Output


@pytest.fixture
def page():
    stream = StringIO()
    made = Page(Output(stream, width=40))
    made.stream = stream
    return made


def test_a_long_text_hangs_below_its_first_word(page):
    page.text("слово " * 10, indent=2, head="– ")
    lines = page.stream.getvalue().splitlines()
    assert lines[0].startswith("  – слово")
    assert lines[1].startswith("    слово")
    assert max(map(len, lines)) <= 40


def test_a_hanging_indent_of_its_own(page):
    page.text("слово " * 10, indent=2, head="начало: ", hang=4)
    lines = page.stream.getvalue().splitlines()
    assert lines[0].startswith("  начало: слово")
    assert lines[1].startswith("    слово")


def test_columns_and_headings(page):
    page.heading("Имя")
    page.columns([("a", 4, ""), ("б\x1b", 0, "bold")])
    assert page.stream.getvalue() == "\nИмя\na     б␛\n"


def test_colours_are_outside_of_the_text():
    stream = StringIO()
    Page(Output(stream, coloured=True)).text("слово", style="bold")
    assert stream.getvalue() == "\x1b[1mслово\x1b[0m\n"
