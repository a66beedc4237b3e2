"""A quick test of a text never misses what the expression would find."""

import pytest
import regex
from hypothesis import given, reject
from hypothesis import strategies as st

from replylint.packs.ready import ready_packs
from replylint.signals.literals import needed_by
from replylint.signals.refined import Refined
from replylint.signals.regular import Regular
from replylint.text.normal import plain

FLAGS = regex.IGNORECASE | regex.MULTILINE | regex.VERSION1
atoms = st.sampled_from(
    ["а", "Б", "ss", "i", "К", "\\?", "\\.", "[аб]", "[^а]", "[б-г]", "\\w", "\\d", ".", "\\b", "ß"]
)
times = st.sampled_from(["", "", "", "?", "*", "+", "{2}", "{2,}", "{0,2}", "+?"])
pieces = st.lists(st.tuples(atoms, times).map("".join), min_size=1, max_size=4).map("".join)
groups = st.one_of(
    pieces,
    st.tuples(pieces, pieces).map(lambda p: f"(?:{p[0]}|{p[1]})"),
    st.tuples(pieces, pieces).map(lambda p: f"{p[0]}({p[1]})?"),
    st.tuples(pieces, pieces).map(lambda p: f"(?={p[0]}){p[1]}"),
    st.tuples(pieces, pieces).map(lambda p: f"(?<!{p[0]}){p[1]}"),
    st.tuples(pieces, pieces).map(lambda p: f"(?<w>{p[0]})(?-i:{p[1]})"),
    st.tuples(pieces, pieces).map(lambda p: f"{p[0]}|{p[1]}"),
)
texts = st.text(alphabet="аАбБвсsSßiIİıкK?!. 1K", max_size=8)


@given(groups, texts)
def test_what_matches_passes_the_test(expression, text):
    try:
        compiled = regex.compile(expression, FLAGS)
    except regex.error:
        reject()
    may_match, lowered = needed_by(expression), plain(text)
    if may_match is not None and lowered is not None and compiled.search(text):
        assert may_match(lowered)


@pytest.mark.parametrize(
    ("expression", "text", "expected"),
    [
        ("!{2,}", "да!", False),
        ("!{2,}", "да!!", True),
        ("(?:ставь|скачай)(?:те)?\\s", "скачайте это", True),
        ("(?:ставь|скачай)(?:те)?\\s", "отправьте это", False),
        ("[\U0001f600-\U0001f64f\\u2764]", "привет", False),
        ("[\U0001f600-\U0001f64f\\u2764]", "привет \U0001f600", True),
        ("\\b(\\w{4,}) ?\\? \\1", "нет вопроса", False),
    ],
)
def test_a_text_without_the_letters_fails_the_test(expression, text, expected):
    assert needed_by(expression)(text) is expected


@pytest.mark.parametrize("expression", ["\\w+", "а?", "(?i:а)", "[[а]--[б]]", "а|", "", "("])
def test_nothing_is_known_of_what_may_be_anything(expression):
    assert needed_by(expression) is None


def test_the_shipped_expressions_find_the_same_in_the_examples():
    for book in ready_packs():
        signals = [s.signal for s in book.signals.signals.values() if isinstance(s, Refined)]
        expressions = {e for s in signals if isinstance(s, Regular) for e in s.expressions}
        tests = [(regex.compile(e, FLAGS), needed_by(e)) for e in expressions]
        replies = [example.reply for rule in book.rules for example in rule.examples]
        for text in replies:
            for compiled, may_match in tests:
                if may_match is not None and compiled.search(text):
                    assert may_match(plain(text))
