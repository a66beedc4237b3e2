"""The coarse form of an expression never misses what the expression would find."""

import pytest
import regex
from hypothesis import given, reject
from hypothesis import strategies as st

from replylint.packs.ready import ready_packs
from replylint.signals.expressions.coarse import coarse_form
from replylint.text.normal import plain
from support import expressions_of

FLAGS = regex.IGNORECASE | regex.MULTILINE | regex.VERSION1
atoms = st.sampled_from(
    [
        "а", "Б", "s", "К", "\\?", "\\.", " ", "[аб]", "[^а]", "[^.А]", "[б-г]", "[А-Б]", "[!-^]",
        "[\\wа-]", "[-а]", "[^\\s\\d]", "\\w", "\\d", "\\s", ".", "\\b", "^", "$", "\\p{L}",
        "[\\p{Lu}1]", "\\u0451", "\\n", "ß",
    ]
)  # fmt: skip
times = st.sampled_from(["", "", "", "?", "*", "+", "{2}", "{2,}", "{0,2}", "+?", "?+", "{,1}"])
pieces = st.lists(st.tuples(atoms, times).map("".join), min_size=1, max_size=4).map("".join)
openings = st.sampled_from(["(", "(?:", "(?-i:", "(?<w>", "(?=", "(?!", "(?<=", "(?<!"])
expressions = st.recursive(
    pieces,
    lambda inner: st.one_of(
        st.tuples(openings, inner, st.just(")"), times, inner).map("".join),
        st.tuples(inner, st.sampled_from(["|", "\\1", "(?P=w)"]), inner).map("".join),
    ),
    max_leaves=4,
)
texts = st.text(alphabet="аАбБвсsSßiIİёЁкK?!.^ \n1²\u0301\u00a0", max_size=8)


@given(expressions, texts)
def test_it_matches_wherever_the_expression_does(expression, text):
    try:
        compiled = regex.compile(expression, FLAGS)
    except regex.error:
        reject()
    coarse, lowered = coarse_form(expression), plain(text)
    if coarse is not None and lowered is not None:
        for found in compiled.finditer(text, overlapped=True):
            assert coarse.match(lowered, found.start())


@pytest.mark.parametrize(
    ("expression", "text", "expected"),
    [
        ("(?<!\\p{L})(?:в|на)\\s+[.,]", "зашли в дом, да", False),
        ("(?<!\\p{L})(?:в|на)\\s+[.,]", "зашли в .", True),
        ("«\\s*»", "«да»", False),
        ("«\\s*»", "« »", True),
        ("(?-i:[А-Я]{3})\\d", "абв 1", False),
        ("(?-i:[А-Я]{3})\\d", "абв1", True),
        ("(?<x>да|нет) \\d(?=!)", "да 5", True),
        ("[^\\s.]{3}!", "а.б !", False),
    ],
)
def test_it_finds_nothing_in_a_text_in_which_nothing_can_match(expression, text, expected):
    assert bool(coarse_form(expression).search(text)) is expected


@pytest.mark.parametrize(
    "expression",
    [
        "(?>а)б", "а?+б", "(?(1)а)", "[[а]--[б]]", "[!-^]", "\\p{So}", "\\X", "(", "а+б",
        "(?=(а))б", "[\\u0041-z]", "[а--б]",
    ],
)  # fmt: skip
def test_nothing_is_told_of_what_is_not_understood_or_may_take_long(expression):
    assert coarse_form(expression) is None


def test_most_expressions_of_the_packs_have_one():
    expressions = expressions_of(*ready_packs())
    told = sum(coarse_form(expression) is not None for expression in expressions)
    assert told > len(expressions) / 3
