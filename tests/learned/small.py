"""A model small enough to be made in a test: it knows blame and pressure by a few sentences."""

import numpy

from replylint.learned.features import features_of
from replylint.learned.model import Calibration, Layers, LearnedModel, Voice

BITS = 14
EXAMPLES = {
    "blame": ("Вы сами неправильно указали адрес", "Надо было вам самим проверить коробку"),
    "pressure": ("Берите сегодня, завтра будет дороже", "Решайте быстрее, желающих много"),
}
ORDINARY = ("Курьер приедет завтра до обеда", "Спасибо, что написали нам")


WORRY = "Деньги так и не пришли"


def small_model(possible=1.1, name="ru-replies", whole=False):
    """Asks for the meaning only where ``possible`` is at most 1.

    With ``whole`` the customer's ``WORRY`` makes every label likelier.
    """
    size = (1 << BITS) * (1 + whole)
    model = LearnedModel(
        name=name,
        labels=tuple(EXAMPLES),
        bits=BITS,
        rarity=numpy.ones(size, dtype=numpy.float32),
        words=Voice(
            numpy.zeros((size, 2), dtype=numpy.float32), numpy.zeros(2, dtype=numpy.float32)
        ),
        meaning=Layers(
            numpy.zeros((1536, 3), dtype=numpy.float32),
            numpy.zeros(3, dtype=numpy.float32),
            numpy.zeros((3, 2), dtype=numpy.float32),
            numpy.full(2, 5, dtype=numpy.float32),
        ),
        by_words=Calibration(numpy.full(2, 8, numpy.float32), numpy.full(2, -3, numpy.float32)),
        by_both=Calibration(numpy.full(2, 1, numpy.float32), numpy.full(2, 0, numpy.float32)),
        possible=possible,
        examples=EXAMPLES,
        whole=whole,
    )
    for column, texts in enumerate(EXAMPLES.values()):
        for text in texts:
            _add(model, text, column, 1.0)
        for text in ORDINARY:
            _add(model, text, column, -1.0)
    if whole:
        numbers, weights = model.weighted(WORRY, 1 << BITS)
        model.words.weights[numbers] += 0.5 * weights[:, None]
    return model


def _add(model, text, column, value):
    numbers, _weights = features_of(text, BITS)
    _numbers, weights = model.weighted(text)
    model.words.weights[numbers, column] += value * weights
