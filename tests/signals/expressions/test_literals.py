"""What an expression is said to need is in every text that it matches."""

import pytest
import regex
from hypothesis import given, reject
from hypothesis import strategies as st

from replylint.signals.expressions.literals import Beside, Piece, needed_by
from replylint.text.normal import plain

FLAGS = regex.IGNORECASE | regex.MULTILINE | regex.VERSION1
atoms = st.sampled_from(
    [
        "а",
        "Б",
        "ss",
        "i",
        "К",
        "\\?",
        "\\.",
        "[аб]",
        "[^а]",
        "[б-г]",
        "\\w",
        "\\d",
        ".",
        "\\b",
        "ß",
        " ",
        "\\s",
        "\\s+",
        "^",
        "$",
        "(?<!\\w)",
        "(?!\\p{L})",
        "(?![\\p{L}.])",
        "(?!\\p{L}|!)",
        "(?=[а-г!]+[аб])",
        "(?=[аб]|$)",
        "\\1",
    ]
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


def holds(piece, lowered):
    """Whether a piece stands in a text with the right signs beside it."""
    return any(
        allowed(piece.before, lowered[:at][-1:])
        and allowed(piece.after, lowered[at + len(piece.text) :][:1])
        for at in range(len(lowered))
        if lowered.startswith(piece.text, at)
    )


def allowed(beside, sign):
    if beside in (Beside.GAP, Beside.SIGN):
        return bool(sign.strip()) is (beside is Beside.SIGN)
    return beside is Beside.ANYTHING or not sign.isalpha()


@given(groups, texts)
def test_what_is_needed_is_in_every_text_that_matches(expression, text):
    try:
        compiled = regex.compile(expression, FLAGS)
    except regex.error:
        reject()
    lowered = plain(text)
    if lowered is not None and compiled.search(text):
        for clause in needed_by(expression):
            assert any(holds(piece, lowered) for piece in clause)


NO_LETTER, GAP = Beside.NO_LETTER, Beside.GAP


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("!{2,}", [{Piece("!!")}, {Piece("!!")}]),
        ("Да|НЕТ", [{Piece("да"), Piece("нет")}]),
        ("\\bда\\b", [{Piece("да", NO_LETTER, NO_LETTER)}]),
        ("(?<!\\p{L})да(?![\\d\\p{L}])", [{Piece("да", NO_LETTER, NO_LETTER)}]),
        ("да(?![\\p{L}«]|[-.]\\p{L})", [{Piece("да", after=NO_LETTER)}]),
        ("да(?!\\p{L}-|\\d)", [{Piece("да")}]),
        ("да(?!\\d|\\p{L})", [{Piece("да")}]),
        ("^(?:а|б)\\s+я$", [{Piece("а", GAP, GAP), Piece("б", GAP, GAP)}, {Piece("я", GAP, GAP)}]),
        ("\\b(?:на )?почт[ау]", [{Piece("почт")}, {Piece("а"), Piece("у")}]),
        ("да+\\b", [{Piece("да")}, {Piece("а", after=NO_LETTER)}]),
        ("\\s[,.]\\s", [{Piece(",", GAP, GAP), Piece(".", GAP, GAP)}]),
        ("(?:ха)+\\b", [{Piece("ха")}]),
        ("\\b(?:ха\\b.?)+", [{Piece("ха", NO_LETTER, NO_LETTER)}]),
        (" [!?]{1,3}", [{Piece(" ")}, {Piece("!", GAP), Piece("?", GAP)}]),
        ("[.](?=[А-Я][а-я]{2,})", [{Piece(".", after=Beside.SIGN)}]),
        ("[.](?=[А-Я]|$)", [{Piece(".")}]),
        ("(?<w>да) (?P=w)", [{Piece("да", after=GAP)}, {Piece(" ")}]),
        ("\\b№", [{Piece("№")}]),
        ("да$?", [{Piece("да")}]),
        ("да\\b?", [{Piece("да")}]),
        ("[а-в-д]", [{Piece("а"), Piece("б"), Piece("в"), Piece("-"), Piece("д")}]),
        ("да(?=[!-ÿ])", [{Piece("да")}]),
    ],
)  # fmt: skip
def test_what_an_expression_needs(expression, expected):
    assert list(needed_by(expression)) == expected


@pytest.mark.parametrize("expression", ["\\w+", "а?", "(?i:а)", "[[а]--[б]]", "а|", "", "(", "İ"])
def test_nothing_is_known_of_what_may_be_anything(expression):
    assert needed_by(expression) == ()
