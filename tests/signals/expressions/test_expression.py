"""An expression finds what a plain search finds, however it goes about it."""

import pytest
import regex
from hypothesis import given, reject
from hypothesis import strategies as st

from replylint.signals.expressions.expression import Expression, RegularExpressionError
from replylint.text.normal import plain

FLAGS = regex.IGNORECASE | regex.MULTILINE | regex.VERSION1
SECONDS = 5.0
atoms = st.sampled_from(
    ["а", "Б", "[аб]", "[^а]", "\\w", "\\d", "\\s", ".", "\\b", "^", "$", "\\p{L}", "(?<=а)",
     "(?!б)", "(?<!\\w)", "(?:аб|а)", "(?<w>а|б)", "(?P=w)", "!"]
)  # fmt: skip
times = st.sampled_from(["", "", "", "?", "*", "+", "{2}", "{1,3}", "+?"])
expressions = st.lists(st.tuples(atoms, times).map("".join), min_size=1, max_size=5).map("".join)
texts = st.text(alphabet="аАбБв1! \n", max_size=12)


def spans(found):
    return [match.span() for match in found if match.end() > match.start()]


@given(expressions, texts)
def test_it_finds_what_a_plain_search_finds(written, text):
    expression = Expression(written)
    try:
        searched = spans(regex.finditer(written, text, FLAGS))
    except regex.error:
        reject()
    assert spans(expression.matches(text, plain(text), SECONDS)) == searched
    assert spans(expression.matches(text, None, SECONDS)) == searched


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("(?<!в )на\\s{1,3}да", "на нет, " * 900 + "на да"),
        ("(?<!а)\\w{1,30}!(?=б)", "а" * 4_000 + "!б " + "аб!б"),
    ],
)
def test_where_the_coarse_form_begins_in_vain_too_often_the_rest_is_searched(written, text):
    searched = spans(regex.finditer(written, text, FLAGS))
    assert searched
    assert spans(Expression(written).matches(text, plain(text), SECONDS)) == searched


@pytest.mark.parametrize("letter", ["ß", "ﬁ", "ŉ"])
def test_a_letter_is_not_taken_apart(letter):
    assert spans(Expression("ss|fi|ʼn").matches(letter * 3, None, SECONDS)) == []
    expression = Expression(r"#\p{L}[\p{L}_]{2,30}#")
    assert spans(expression.matches(f"#{letter * 26}", None, SECONDS)) == []


def test_the_same_expression_is_made_once():
    assert Expression.of("да|нет") is Expression.of("да|нет")


def test_the_named_group_is_told():
    assert Expression("да (?<report>нет)").group == "report"
    assert Expression("да (?<other>нет)").group == 0


def test_a_mistake_is_told_with_its_place():
    with pytest.raises(RegularExpressionError, match="missing") as caught:
        _ = Expression("да(").compiled
    assert caught.value.position == 3
    with pytest.raises(RegularExpressionError):
        _ = Expression("(" * 100_000).compiled
