"""Cutting by what is known of pieces gives what the three steps give one after the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.text.cutting import cut
from replylint.text.normal import normal
from replylint.text.sentences import sentence_starts
from replylint.text.tokens import Kind, tokenize
from strategies import replies, texts

PIECES = [
    *("да", "Нет", "т.е.", "ул.", "д.", "А.", "г.", "2025", "1.", "12:30", "😀", "👍!", "!", "?"),
    *(".", "…", "...", "!!", "«да»", "(нет).", "«Да.»", "помогли.Ждите", "a@b.ru", "www.a.ru."),
    *("—", "-", ",", ":", "ё", "%name%", "{{имя клиента}}", "[ваше имя]", "<order id>", "т.", "е."),
    *("слово " * 10, "№5", "*", ")", "е\u0301сли", "\ud83d", "\u200b", "K", "g.", "5."),
]
SPACES = [" ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "\u00a0", "", "", "\x1c"]
joined = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(SPACES)), max_size=14).map(
    lambda several: "".join(piece + space for piece, space in several)
)


def one_after_the_other(text):
    tokens = tokenize(text)
    token_of = [i for i, t in enumerate(tokens) if t.kind not in (Kind.MARK, Kind.SPACE)]
    words = [normal(text[tokens[i].start : tokens[i].end]) for i in token_of]
    return tokens, token_of, words, sentence_starts(text, tokens)


@given(st.one_of(joined, joined.map(lambda text: f" \n{text}"), texts, replies))
def test_the_same_as_one_step_after_the_other(text):
    assert tuple(cut(text)) == one_after_the_other(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "Да.",
        "а" * 500,
        ". " * 30,
        "т.д. и т.п. Потом",
        "1. Раз\n2. Два",
        "да " * 999,
    ],
)
def test_texts_at_the_edge(text):
    assert tuple(cut(text)) == one_after_the_other(text)
