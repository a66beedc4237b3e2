"""An expression that is called tame takes little time, whatever the text."""

import pytest
import regex
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from replylint.packs.ready import ready_packs
from replylint.signals.expressions.tame import is_tame
from support import expressions_of

FLAGS = regex.IGNORECASE | regex.MULTILINE | regex.VERSION1
SIZE = 20_000
GENEROUS = 2.0
"""Seconds for all matches in a text of that size; the tame ones need a tenth at most."""

signs = st.sampled_from(
    ["a", "b", "ab", "ss", "[ab]", "[^a]", "[^b]", "\\w", "\\W", "\\s", ".", " ", "\\p{L}", "-"]
)
edges = st.sampled_from(["\\b", "\\B", "^", "$"])
times = st.sampled_from(
    ["", "", "", "", "?", "*", "+", "{2}", "{2,}", "{0,2}", "{1,9}", "{,3}", "??", "+?", "*+"]
)
openings = st.sampled_from(
    ["(", "(?:", "(?<x>", "(?i:", "(?-i:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?x: ", "(?r)("]
)
others = st.sampled_from(["\\1", "\\X", "(?1)", "{e<=1}", "(?x)", "(?#a)", "[[ab]--b]", "|", "\\R"])
parts = st.recursive(
    st.one_of(st.tuples(signs, times).map("".join), edges),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.tuples(inner, st.just("|"), inner).map("".join),
        st.tuples(openings, inner, st.just(")"), times).map("".join),
        st.tuples(inner, others, inner).map("".join),
    ),
    max_leaves=8,
)
units = st.text(alphabet="abs -\n", min_size=1, max_size=4)
ends = st.sampled_from(["", "a", "b", "-", "\n", "ab-"])


def ends_in_time(expression, text):
    compiled = regex.compile(expression, FLAGS)
    for _match in compiled.finditer(text, timeout=GENEROUS):
        pass


@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(parts, units, ends)
def test_what_is_called_tame_never_takes_long(expression, unit, end):
    assume(is_tame(expression))
    try:
        regex.compile(expression, FLAGS)
    except regex.error:
        assume(False)
    for repeated in (unit, "a", "ab", " "):
        ends_in_time(expression, repeated * (SIZE // len(repeated)) + end)


@pytest.mark.parametrize(
    "expression",
    [
        "", "а", "!{2,}", "\\?!+\\??", "[:;=]-?[)D]+", "(?-i:[😀-😂\\u2764])", "\\w", "а|б", "а|",
        "\\bтел\\.?(?:ефон)? ?\\d{1,4}", "(?<report>\\d+)", "(?<!\\d)\\d{2}(?!\\d)",
        "\\p{Sc}\\s?\\d+",
        "(?<=[^ ][ \\t]{1,9})вас\\b", "(?:а?){3}б", "а*б*", "№\\s{0,3}(?:а+|б+)",
        "(?:в|на)\\s+[.,!](?!а)", "«\\s*»", "а(?=\\s*(?:[.,]|$))", "а\\s+(?:б\\s+)?в",
        "(?:а\\s+){0,5}б", "\\s[а-я]+да", "а\\s+[а-я]{3,}(?:ие|ия)\\b",
        "(?:анкет[а-я]{1,3}|форм[а-я]{1,3}|почт[а-я]{1,3}|счет[а-я]{1,3})?(?:у[а-я]{1,9}|с[а-я]{1,9})-",
        "(?:нет|нету|" + "|".join("абвгдежзик") + ")\\s+да",
    ],
)  # fmt: skip
def test_a_plain_expression_is_tame(expression):
    assert is_tame(expression)
    for unit in ("а", "б", "!", "?", " ", "1", "тел "):
        ends_in_time(expression, unit * (SIZE // len(unit)))


@pytest.mark.parametrize(
    "expression",
    [
        "(а|аа)+$", "(?:а+)+", "(?x)(а|аа) +$", "(?:а?){30}б",  # a group that is repeated
        "а+б", "\\w+@", ".*а.*б", "\\s+$", "а+\\b", "а+(?=б)", "(?:а+|б)в",  # must go on after it
        "\\s+а", "а\\s+\\s*б", "а?\\s+б", "а\\s+[^б]", "(?:а\\s*)?\\s*б",  # more spaces
        "(?:\\s+а){0,3}б",
        "[аб]+а", "\\s?[аб]+а", "\\s[а]*[а]+б", "\\s\\S*\\w+!",  # not after a space
        "(?<=\\s[аб]+б)",
        "\\s(?:[аб]+){0,6}в", "\\s(?:[аб]+\\s?){4}в", "\\s((?:[аб]+){2})в",  # nor again in a row
        "(?:аб+)?", "(?=а+)", "(?<=а+)б", "(?<!\\w+)б", "(?!.*а)",  # looked at, and not taken
        "(?:а|а)(?:а|а)(?:а|а)(?:а|а)(?:а|а)(?:а|а)(?:а|а)б", "а?" * 7 + "б", "а{0,9}а{0,9}а{0,9}б",
        "(?:а{0,9}){9}б", "а{5000}", "а{99999}", "[аб]{0,60}[бв]{0,60}г",  # too many ways
        "(а)\\1", "(а)(?1)", "(?R)?а", "\\X", "а{e}", "(?:аб){e<=2}", "(?>а)", "[[а-я]--[б]]",
        "(?r)а", "(?#(а)б", "(?|а|б)", "\\L<x>", "а)", "(а", "[а", "\\", "(?:)+", "(?:$)*",
    ],
)  # fmt: skip
def test_what_may_take_long_or_is_not_understood_is_not_tame(expression):
    assert not is_tame(expression)


def test_an_expression_as_deep_as_the_sea_is_not_tame():
    assert not is_tame("(" * 100_000 + "а" + ")" * 100_000)


def test_many_expressions_of_the_packs_are_tame():
    expressions = expressions_of(*ready_packs())
    tame = [expression for expression in expressions if is_tame(expression)]
    assert len(tame) > len(expressions) / 3
    for expression in tame:
        for unit in ("а", "А ", "1", "!", "ab ", "«да» "):
            ends_in_time(expression, unit * (SIZE // len(unit)))
