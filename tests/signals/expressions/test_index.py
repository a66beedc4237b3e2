"""The index leaves out no expression that could match a text."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from replylint.packs.ready import ready_packs
from replylint.signals.expressions.index import ExpressionIndex
from replylint.text.normal import plain
from support import expressions_of

FLAGS = regex.IGNORECASE | regex.MULTILINE | regex.VERSION1
EXPRESSIONS = [
    r"\bда\b", r"да", r"(?:из|для)\s+(?:дома|карта)(?!\p{L})", r" +,", r"в размере", r"\s[.,]",
    r"^(?:ну|да)$", r"!{2,}", r"(?<w>\w+) (?P=w)", r"[\U0001f600-\U0001f64f]",
    r"(?:ха)+\b", "да, нет",
]  # fmt: skip
words = st.sampled_from(
    ["да", "нет", "ну", "из", "для", "карта", "дома", "в", "размере", "ха", "ё"]
)
marks = st.sampled_from([" ", "\n", "\u00a0", ",", ".", "!", "!!", "", "\U0001f600", "-", " ,"])
texts = st.lists(st.tuples(words, marks).map("".join), max_size=6).map("".join)


@given(texts)
def test_what_matches_is_possible(text):
    index = ExpressionIndex(EXPRESSIONS)
    matching = {each for each in EXPRESSIONS if regex.search(each, text, FLAGS)}
    assert matching <= index.possible(plain(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("да.", {r"\bда\b", "да"}),
        ("дай", {"да"}),
        ("из дома", {r"(?:из|для)\s+(?:дома|карта)(?!\p{L})"}),
        ("из карты", set()),
        ("в том же размере", {"в размере"}),
        ("соразмерно, в доме", set()),
        ("нет , да", {" +,", r"\s[.,]", r"\bда\b", "да", r"^(?:ну|да)$"}),
        ("ну", {r"^(?:ну|да)$"}),
        ("щ" * 100 + "!!", {"!{2,}"}),
    ],
)
def test_words_tell_which_expressions_are_possible(text, expected):
    index = ExpressionIndex(EXPRESSIONS)
    assert index.possible(text) - {r"(?<w>\w+) (?P=w)"} == expected
    assert index.possible(text) == index.possible(text)


def test_in_an_enormous_run_of_signs_everything_with_signs_is_possible():
    index = ExpressionIndex(EXPRESSIONS)
    assert index.possible("щ" * 5_000) == set(EXPRESSIONS)
    assert index.possible("щ" * 500) < set(EXPRESSIONS)


def test_the_shipped_expressions_are_possible_where_they_match():
    for book in ready_packs():
        expressions = set(expressions_of(book))
        compiled = {e: regex.compile(e, FLAGS) for e in expressions}
        assert expressions
        for text in {example.reply for rule in book.rules for example in rule.examples}:
            lowered = plain(text)
            if lowered is not None:
                possible = book.signals.expressions.possible(lowered)
                assert not any(compiled[e].search(text) for e in expressions - possible)
