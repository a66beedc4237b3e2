"""An expression is read as `regex` reads it, or not at all."""

import pytest
import regex
from hypothesis import given, reject
from hypothesis import strategies as st

from replylint.packs.ready import ready_packs
from replylint.signals.expressions.tree import (
    Backreference,
    CharacterClass,
    Edge,
    Group,
    Look,
    Range,
    Repeat,
    Sign,
    UnreadableError,
    Wide,
    all_parts,
    read_expression,
)
from support import expressions_of

FLAGS = regex.MULTILINE | regex.VERSION1
atoms = st.sampled_from(
    [
        "а", "\\?", "\\u0451", "\\x41", "\\n", " ", "[а-в]", "[а-в-д]", "[-а]", "[а-]",
        "[^-а]",
        "[\\w-а]", "[.а]", "[\\].]", "[^\\s\\d]", "[\\u0430-\\u0432]", "[ab|]", "\\w", "\\D",
        "\\p{L}", "\\P{Lu}", ".", "\\b", "\\B", "\\A", "\\Z", "^", "$", "\\1", "(?P=w)",
    ]
)  # fmt: skip
times = st.sampled_from(["", "", "?", "*", "+", "{2}", "{2,}", "{0,2}", "{,2}", "+?", "?+", "{1}?"])
pieces = st.lists(st.tuples(atoms, times).map("".join), max_size=4).map("".join)
openings = st.sampled_from(
    ["(", "(?:", "(?i:", "(?-i:", "(?<w>", "(?P<w>", "(?=", "(?!", "(?<=", "(?<!"]
)
expressions = st.recursive(
    pieces,
    lambda inner: st.one_of(
        st.tuples(openings, inner, st.just(")"), times, inner).map("".join),
        st.tuples(inner, st.just("|"), inner).map("".join),
    ),
    max_leaves=5,
)
texts = st.text(alphabet="аАбвгдё-?.]|AB \n1w", max_size=6)


def written(alternatives):
    """An expression made of its tree, with as few ways to write things as there can be."""
    return "|".join("".join(map(written_part, sequence)) for sequence in alternatives)


def written_part(part):
    match part:
        case Sign():
            return f"\\U{ord(part.text):08x}"
        case Range():
            return f"{written_part(part.first)}-{written_part(part.last)}"
        case CharacterClass():
            return f"[{'^' * part.negated}{''.join(map(written_part, part.members))}]"
        case Repeat():
            most = "" if part.most is None else part.most
            mode = part.written[-1] * (len(part.written) > 1 and part.written[-1] in "?+")
            return f"{written_part(part.part)}{{{part.least},{most}}}{mode}"
        case Group():
            opening = f"(?<{part.name}>" if part.name else part.opening
            return f"{opening}{written(part.alternatives)})"
        case Look():
            opening = f"(?{'<' * part.behind}{'!' if part.negated else '='}"
            return f"{opening}{written(part.alternatives)})"
    return part.written


@given(expressions, texts)
def test_what_is_read_matches_what_was_written(expression, text):
    try:
        compiled = regex.compile(expression, FLAGS)
    except regex.error:
        reject()
    again = regex.compile(written(read_expression(expression)), FLAGS)
    assert [found.span() for found in again.finditer(text)] == [
        found.span() for found in compiled.finditer(text)
    ]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("", ((),)),
        ("а|", ((Sign("а", "а"),), ())),
        ("\\x41\\n\\.", ((Sign("A", "\\x41"), Sign("\n", "\\n"), Sign(".", "\\.")),)),
        (".\\w\\p{Lu}", ((Wide("."), Wide("\\w"), Wide("\\p{Lu}")),)),
        ("^\\b", ((Edge("^"), Edge("\\b")),)),
        ("\\1(?P=a)", ((Backreference("\\1"), Backreference("(?P=a)")),)),
        ("а{,3}?", ((Repeat(Sign("а", "а"), 0, 3, "{,3}?"),),)),
        ("(?P<x>а)", ((Group(((Sign("а", "а"),),), "(", "x"),),)),
        ("(?-i:)", ((Group(((),), "(?-i:"),),)),
        ("(?<!\\d)", ((Look(((Wide("\\d"),),), behind=True, negated=True),),)),
    ],
)
def test_what_an_expression_is_made_of(expression, expected):
    assert read_expression(expression) == expected


@pytest.mark.parametrize(
    ("written", "members"),
    [
        ("[а-в]", ["а-в"]),
        ("[а-в-д]", ["а-в", "-", "д"]),
        ("[-а]", ["-", "а"]),
        ("[а-]", ["а", "-"]),
        ("[а\\-в]", ["а", "-", "в"]),
        ("[\\w-а]", ["\\w", "-", "а"]),
        ("[.^]", [".", "^"]),
    ],
)
def test_the_members_of_a_class(written, members):
    [[found]] = read_expression(written)
    told = {Sign: lambda m: m.text, Wide: lambda m: m.written}
    told[Range] = lambda m: f"{m.first.text}-{m.last.text}"
    assert [told[type(member)](member) for member in found.members] == members


@pytest.mark.parametrize(
    "expression",
    [
        "(", ")", "(а", "]", "[а", "[]", "[^]а", "\\", "*а", "а**", "а{e}", "а{}", "а{,}", "(?>а)",
        "(?x)а", "(?(1)а)", "(?1)", "(?|а)", "(?#а)", "(*FAIL)", "\\X", "\\R", "\\12", "\\k",
        "\\UFFFFFFFF", "[[а]--[б]]", "[а--б]", "[а&&б]", "[\\b]", "[а-\\w]",
    ],
)  # fmt: skip
def test_what_is_more_than_plain_is_not_read(expression):
    with pytest.raises(UnreadableError):
        read_expression(expression)


def test_an_expression_as_deep_as_the_sea_is_not_read():
    with pytest.raises(UnreadableError):
        read_expression("(" * 100_000 + "а" + ")" * 100_000)


def test_all_parts_are_told_those_of_groups_too():
    found = list(all_parts(read_expression("а(?:б|(?=в+))*")))
    assert [type(part) for part in found] == [Sign, Repeat, Group, Sign, Look, Repeat, Sign]


def test_nearly_all_expressions_of_the_packs_are_read():
    expressions = expressions_of(*ready_packs())
    unread = []
    for expression in expressions:
        try:
            read_expression(expression)
        except UnreadableError:
            unread.append(expression)
    assert len(unread) < len(expressions) / 20
