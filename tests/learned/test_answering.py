"""The model of questions: what it sees, and its file."""

import numpy
import pytest

from replylint.learned.answer_file import read_answers, write_answers
from replylint.learned.answer_network import AnswerNetwork
from replylint.learned.answering import AnswerModel, asking, besides, signs_of
from replylint.learned.artefact import ModelError
from replylint.learned.model import Calibration, Voice
from replylint.learned.shelf import SHELF
from replylint.text.document import Document
from replylint.text.vectors import can_encode

CUSTOMER = "Когда подключат интернет и сколько это стоит?"
ANSWER = "Подключим 14 мая, стоит 500 рублей."
EVASION = "Ваше обращение зарегистрировано. Благодарим за понимание."


def beside(reply, customer=CUSTOMER):
    return asking(Document(customer), Document(reply))


def test_every_question_has_a_row_of_signs():
    given = beside(ANSWER)
    assert len(given.pairs) == 2
    signs = signs_of(given)
    assert signs.shape[0] == 2
    assert numpy.isfinite(signs).all()
    assert signs.shape == signs_of(beside("")).shape
    assert signs.shape[1] == len(SHELF.answers().centre)


@pytest.mark.skipif(not can_encode(), reason="needs the sentence encoder")
def test_the_network_sees_every_question_beside_every_sentence():
    given = beside(f"{EVASION} {ANSWER}")
    signs = signs_of(given)
    seen = besides(given.by_meaning(), signs)
    assert [one.sentences.shape[0] for one in seen] == [3, 3]
    assert len(seen[0].question) > len(signs[0])
    assert not (seen[0].question == seen[1].question).all()


def test_an_answer_and_an_evasion():
    model = SHELF.answers()
    answered, evaded = model.unanswered(beside(ANSWER)), model.unanswered(beside(EVASION))
    assert len(answered) == len(evaded) == 2
    assert max(answered) < 0.3
    assert min(evaded) > 0.6


def test_without_the_encoder_signs_decide(monkeypatch):
    monkeypatch.setattr("replylint.text.vectors.can_encode", lambda: False)
    model = SHELF.answers()
    assert max(model.unanswered(beside(ANSWER))) < 0.4 < min(model.unanswered(beside(EVASION)))


def test_no_question_no_probability():
    assert SHELF.answers().unanswered(beside(ANSWER, "Спасибо!")) == []


def small():
    size = signs_of(beside(ANSWER)).shape[1]
    one = numpy.ones(1, dtype=numpy.float32)
    return AnswerModel(
        name="ru-answers",
        label="unanswered-question",
        centre=numpy.zeros(size, dtype=numpy.float32),
        spread=numpy.ones(size, dtype=numpy.float32),
        signs=Voice(numpy.full((size, 1), 0.01, dtype=numpy.float32), one),
        network=AnswerNetwork(
            numpy.full((1042, 2), 0.25, dtype=numpy.float32),
            numpy.full((512 + size, 2), -0.25, dtype=numpy.float32),
            *(numpy.ones(2, dtype=numpy.float32) for _array in range(3)),
            one,
        ),
        by_signs=Calibration(one, one),
        by_network=Calibration(one, one),
        possible=1.1,
    )


def test_a_model_comes_back_as_it_was(tmp_path):
    path = tmp_path / "ru-answers.npz"
    write_answers(small(), path)
    again = read_answers("ru-answers", path)
    assert again.labels == ("unanswered-question", "only-question", "one-of-several")
    assert again.unanswered(beside(ANSWER)) == small().unanswered(beside(ANSWER))
    write_answers(small(), tmp_path / "again.npz")
    assert (tmp_path / "again.npz").read_bytes() == path.read_bytes()


def test_what_cannot_be_read(tmp_path):
    path = tmp_path / "ru-answers.npz"
    with pytest.raises(ModelError, match="there is no such file"):
        read_answers("ru-answers", path)
    path.write_bytes(b"PK nothing")
    with pytest.raises(ModelError, match="it is damaged"):
        read_answers("ru-answers", path)


def test_another_version(tmp_path, monkeypatch):
    path = tmp_path / "ru-answers.npz"
    write_answers(small(), path)
    monkeypatch.setattr("replylint.learned.answering.VERSION", 99)
    with pytest.raises(ModelError, match="of another version"):
        read_answers("ru-answers", path)
