"""Slips in the syntax of YAML, each told in plain words at the place where a person mends it."""

import pytest

from replylint.errors import FileError
from replylint.translation import speaking
from replylint.yamlfile.source import parse_yaml

QUOTES = "put it in double quotes"
WHOLE = "put the whole text in double quotes"
SLIPS = [
    ("message: Так нельзя: плохо\n", "1:20", "the text has “: ” in it", WHOLE),
    ("a: 1\n    b: 2\n", "2:6", "this line stands deeper than the one above", ""),
    ("a:\n  b\n  c: 1\n", "3:4", "a “:” is missing after the key of the line above", ""),
    ("a:1\nb: 2\n", "2:2", "a space is needed after the “:” of the line above", ""),
    ("a:\n\tb: 1\n", "2:1", "a tab stands here", "spaces"),
    ("a:\n  b: 1\n  \tc: 1\n", "3:3", "a tab stands here", "spaces"),
    ("a: [@we]\n", "1:5", "text cannot begin with “@”", QUOTES),
    ("a: `x`\n", "1:4", "text cannot begin with “`”", QUOTES),
    ("a: %x\n", "1:4", "text cannot begin with “%”", QUOTES),
    ("%x\na: 1\n", "1:1", "text cannot begin with “%”", QUOTES),
    ("a: [*]\n", "1:5", "text cannot begin with “*”", QUOTES),
    ("a: *x\n", "1:4", "text cannot begin with “*”", QUOTES),
    ("a: &\n", "1:4", "text cannot begin with “&”", QUOTES),
    ("a: !нет\n", "1:4", "text cannot begin with “!”", QUOTES),
    ("a: > x\n", "1:4", "text cannot begin with “>”", QUOTES),
    ("a: ]\n", "1:4", "text cannot begin with “]”", QUOTES),
    ("a: - б\n", "1:4", "an item of a list (“- ”) begins a line of its own", "double quotes"),
    ('a: "нет\nb: 1\n', "1:4", "this quote is never closed", "close it"),
    ("a: 'нет\n", "1:4", "this quote is never closed", "close it"),
    ('a: "да" нет\n', "1:9", "text goes on after its closing quote", "«…»"),
    ('a: ["да" нет]\n', "1:10", "text goes on after its closing quote", "«…»"),
    ('a: "да\\?"\n', "1:7", "in double quotes “\\” is written twice", "single quotes"),
    ("a:\n  - {помочь} вам\n", "2:14", "“[” and “{” begin a list and a map", WHOLE),
    ("a: [{помочь} вам]\n", "1:14", "“[” and “{” begin a list and a map", WHOLE),
    ("a: [да, нет\nb: 1\n", "1:4", "“[” is never closed, or a comma is missing", ""),
    ("a: {б: в\n", "1:4", "“{” is never closed, or a comma is missing", ""),
    ("a: [#date]\n", "1:5", "“#” begins a comment here", "double quotes"),
    ("a: [да,, нет]\n", "1:8", "a value is missing here", "bracket"),
    ("a:\n  b: 1\n c: 2\n", "3:2", "this does not fit the lines above", "same column"),
    ("a:\n  - b\n  c: 1\n", "3:3", "this does not fit the lines above", "same column"),
    ("a: 1\n---\nb: 2\n", "2:1", "“---” begins a second document here", "only one"),
    ("a: \0\n", "1:4", "the invisible character U+0000", "delete it"),
]


def problem(text):
    with pytest.raises(FileError) as caught:
        parse_yaml(text, "a.yml")
    [found] = caught.value.problems
    return found


@pytest.mark.parametrize(("text", "place", "what", "hint"), SLIPS)
def test_a_slip_is_told_in_plain_words(text, place, what, hint):
    found = problem(text)
    assert str(found.place) == f"a.yml:{place}"
    assert found.message.startswith(f"is not valid YAML: {what}")
    assert hint in found.message


@pytest.mark.parametrize("text", [text for text, *_rest in SLIPS])
def test_russian_errors_have_no_english_in_them(text):
    with speaking("ru"):
        message = problem(text).message
    latin = {word for word in message.replace("YAML", "").split() if word.isascii()}
    assert not [word for word in latin if word.isalpha()], message


def test_an_unknown_problem_is_told_in_the_words_of_the_parser():
    message = problem('"\\xZZ": 1\n').message
    assert message.startswith("is not valid YAML: ")
    assert "did not find expected hexdecimal number" in message


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('title: "Тон\nlanguage: ru\nforbid: ["да"]\n', 1, 8),
        ("title: Тон\nmessage: 'Нет\nforbid: ['да']\n", 2, 10),
    ],
)
def test_a_quote_that_the_next_one_closed_is_shown_where_it_opens(text, line, column):
    found = problem(text)
    assert (found.place.line, found.place.column) == (line, column)
    assert "this quote is never closed" in found.message
