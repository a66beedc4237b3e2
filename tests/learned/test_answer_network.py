"""The network of questions: every sentence is heard, and the one that answers counts most."""

import numpy
import pytest

from replylint.learned.answer_network import AnswerNetwork, Beside, beside
from replylint.text.answers import by_meaning, candidates, parts_of
from replylint.text.document import Document
from replylint.text.questions import questions_of
from replylint.text.vectors import can_encode

LISTENS = AnswerNetwork(
    sentence=numpy.array([[-1.0, 0.0], [0.0, 2.0]], dtype=numpy.float32),
    question=numpy.array([[1.0, 0.0]], dtype=numpy.float32),
    base=numpy.zeros(2, dtype=numpy.float32),
    loudest=numpy.array([1.0, -1.0], dtype=numpy.float32),
    mean=numpy.array([0.0, -0.5], dtype=numpy.float32),
    outset=numpy.array([0.25], dtype=numpy.float32),
)


def given(*sentences, question=1.0):
    rows = numpy.array(sentences, dtype=numpy.float32).reshape(len(sentences), 2)
    return Beside(numpy.array([question], dtype=numpy.float32), rows)


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ((), 0.25),
        (((0, 0),), 0.25 + 1),
        (((0, 1),), 0.25 + 1 - 2 - 0.5 * 2),
        (((0, 0), (0, 1)), 0.25 + 1 - 2 - 0.5 * 1),
        (((2, 0), (0.5, 0)), 0.25 + 0.5),
    ],
)
def test_of_each_unit_the_loudest_sentence_and_the_mean_count(sentences, expected):
    assert LISTENS.score(given(*sentences)) == pytest.approx(expected)


def test_the_order_of_the_sentences_does_not_matter():
    one, other = (0.5, 2), (0.25, 1)
    assert LISTENS.score(given(one, other)) == LISTENS.score(given(other, one))


@pytest.mark.skipif(not can_encode(), reason="needs the sentence encoder")
def test_a_sentence_has_a_row_in_the_order_of_the_text():
    message = Document("Когда приедет курьер?")
    [question] = questions_of(message)
    signs = numpy.array([1.0, -2.0], dtype=numpy.float32)

    def rows(reply):
        found = candidates(message, question, parts_of(Document(reply)))
        return beside("Когда приедет курьер?", signs, by_meaning(message, question, found))

    one, other = "Спасибо за терпение.", "Курьер приедет 4 мая."
    there, back = rows(f"{one} {other}"), rows(f"{other} {one}")
    assert there.sentences.shape[0] == 2
    assert numpy.allclose(there.sentences[0, :1024], back.sentences[1, :1024])
    assert not numpy.allclose(there.sentences[0], there.sentences[1])
    assert numpy.array_equal(there.question, back.question)
    assert len(rows("").sentences) == 0
