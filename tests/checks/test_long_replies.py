"""What a check reads around a word does not grow with the reply."""

import pytest

from replylint.checks.capitals import _line_around
from replylint.checks.words import clause, nearby
from replylint.text.document import Document

ENDLESS = "слово " * 5_000


@pytest.mark.parametrize("index", [0, 2_500, 4_999])
def test_the_clause_of_an_endless_sentence_ends_somewhere(index):
    document = Document(ENDLESS)
    assert index in clause(document, index)
    assert len(clause(document, index)) <= len(nearby(document, index)) <= 201


@pytest.mark.parametrize(
    ("text", "index", "expected"),
    [("Да, мы всё проверим, ждите.", 2, "мы всё проверим"), ("Готово. Мы тут", 2, "Мы тут")],
)
def test_a_clause_ends_at_marks(text, index, expected):
    document = Document(text)
    around = clause(document, index)
    assert text[document.starts[around[0]] : document.ends[around[-1]]] == expected


@pytest.mark.parametrize("position", [0, 15_000, 29_999])
def test_an_endless_line_is_read_nearby(position):
    start, stop = _line_around(ENDLESS, position, position)
    assert start <= position <= stop and stop - start <= 2_000


def test_a_line_is_read_whole():
    text = "раз\nДВА ТРИ\nчетыре"
    start, stop = _line_around(text, text.index("ТРИ"), text.index("ТРИ") + 3)
    assert text[start:stop] == "\nДВА ТРИ"
