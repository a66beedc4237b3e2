"""YAML and JSON: the values are those of the usual parsers, each code point in its place."""

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from replylint.errors import InputError
from replylint.macros.json_tree import read_json_tree
from replylint.macros.tree import Scalar
from replylint.macros.yaml_tree import read_yaml_tree
from replylint.passage import FileText
from strategies import short_texts

WORDS = st.sampled_from(
    [
        "мы",
        "не можем",
        "😀",
        "a: b",
        "# нет",
        "'да'",
        '"нет"',
        "{{name}}",
        "\\",
        "\t",
        "-",
        "é",
        ":",
    ]
)
LINES = st.lists(st.lists(WORDS, max_size=4).map(" ".join), min_size=1, max_size=6)


def values(tree):
    if isinstance(tree, Scalar):
        return [tree]
    if isinstance(tree, dict):
        return [scalar for value in tree.values() for scalar in values(value)]
    return [scalar for value in tree or () for scalar in values(value)]


def spots(passage, marks="мыне😀можем"):
    """The letters of the file behind letters of the text: they must be the same."""
    for offset, sign in enumerate(passage.text):
        if sign in marks:
            first, last = passage.offsets(offset, offset + 1)
            yield sign, passage.file.text[first:last]


@pytest.mark.parametrize("style", ["|", ">", "'", '"', None])
@given(lines=LINES, width=st.integers(10, 60))
def test_yaml_scalars_of_every_style(style, lines, width):
    text = "\n".join(lines)
    written = yaml.dump(
        {"a": [{"text": text, "b": text}]}, default_style=style, allow_unicode=True, width=width
    )
    file = FileText(written)
    for scalar in values(read_yaml_tree(file, "x.yml")):
        passage = scalar.passage(file)
        assert passage.text == scalar.value == text
        assert list(passage.begins) == sorted(passage.begins)
        assert scalar.align() is not None or not text
        for sign, there in spots(passage):
            assert there == sign or there.startswith("\\")


@pytest.mark.parametrize(
    ("written", "value", "found"),
    [
        ("a: |\n  раз\n    два\n", "раз\n  два\n", (3, 5)),
        ("a: |2-\n    раз два", "  раз два", (2, 9)),
        ("a: >\n  раз\n\n\n  два\n", "раз\n\nдва\n", (5, 3)),
        ("a: >+\n  раз\n  два\n\n", "раз два\n\n", (3, 3)),
        ('a: "раз\\\n   \\u0434ва"', "раздва", (2, 4)),
        ('a: "раз\\n\n   два"', "раз\n два", (2, 4)),
        ("a: 'раз''\n\n  два'", "раз'\nдва", (3, 3)),
        ("a: раз\n  два\r\n", "раз два", (2, 3)),
        ("- a: |\r\n    раз\r\n    два\r\n", "раз\nдва\n", (3, 5)),
        ("- a: |\r    раз\r    два\r", "раз\nдва\n", (3, 5)),
        ("a: |\n\n\n   раз  \n \n   два", "\n\nраз  \n\nдва", (6, 4)),
        ("a: >-\n  раз\n    и\n  два\n\n\n", "раз\n  и\nдва", (4, 3)),
    ],
)
def test_places_in_yaml(written, value, found):
    file = FileText(written)
    (scalar,) = values(read_yaml_tree(file, "x.yml"))
    assert scalar.value == value
    passage = scalar.passage(file)
    start = value.index("д")
    assert passage.span(start, start + 3).start[:2] == found


@given(short_texts, st.booleans())
def test_json_strings_with_every_escape(text, ascii_only):
    file = FileText(json.dumps({"a": [text], "я": 1}, ensure_ascii=ascii_only, indent=1))
    scalar, _number = values(read_json_tree(file, "x.json"))
    passage = scalar.passage(file)
    assert passage.text == text
    for offset, sign in enumerate(text):
        first, last = passage.offsets(offset, offset + 1)
        assert json.loads(f'"{file.text[first:last]}"') == sign


@pytest.mark.parametrize("text", ["{", '{"a": 1,}', "[1 2]", "", "[" * 100_000])
def test_broken_json_is_an_error(text):
    with pytest.raises(InputError):
        read_json_tree(FileText(text), "x.json")


def test_broken_json_is_told_in_our_words():
    with pytest.raises(InputError, match="a value is expected here"):
        read_json_tree(FileText("[x]"), "a.json")


@pytest.mark.parametrize("text", ["a: [", "a: b: c", "\t- x: 'y", "[" * 1000, "a: &a [*a]"])
def test_broken_yaml_is_an_error(text):
    with pytest.raises(InputError):
        read_yaml_tree(FileText(text), "x.yml")


def test_aliases_cannot_blow_up():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    with pytest.raises(InputError, match="too many values"):
        read_yaml_tree(FileText("\n".join(lines)), "x.yml")
