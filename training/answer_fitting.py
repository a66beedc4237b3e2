"""Fitting the network of questions by gradient descent in NumPy.

What the customer asked is answered where one sentence of the reply does it; so of each unit the
greatest value over the sentences goes on, and learning goes back to the sentence that gave it
(maximum pooling, as for bags of instances: Dietterich and others, 1997). An exchange has one label
for all its questions: of those left unanswered the one counts that the network itself, as it
stands, finds likeliest.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy
from numpy.typing import NDArray

from network import Adam
from replylint.learned.answer_network import AnswerNetwork, Beside

Array = NDArray[Any]

UNITS = 64
_MOST_SENTENCES = 12
_ROUNDS = 15
_BATCH = 128
_DROPPED = 0.5
_DECAY = 3e-4
_FIRST_SCALE = 4.0
_OF_MEAN = 0.3
_FIRST_OUTSET = -1.5
_TINY = 1e-9


class Questions(NamedTuple):
    """The questions of many exchanges, a row each.

    ``sentences`` has the shape (questions, most sentences, features), ``there`` tells which of them
    are; ``exchange`` is the number of the exchange of each question, whose questions stand
    together. ``wanted`` is 1 where a question stays unanswered, ``weights`` how much it teaches.
    ``is_open`` marks those of which only the likeliest of the exchange is left unanswered.
    """

    question: Array
    sentences: Array
    there: Array
    exchange: Array
    wanted: Array
    weights: Array
    is_open: Array

    def of(self, chosen: Array) -> Questions:
        """Those with some numbers."""
        return Questions(*(values[chosen] for values in self))


def as_arrays(given: Sequence[Beside]) -> tuple[Array, Array, Array]:
    """The rows of questions, of their sentences, and which sentences are there."""
    width = max(one.sentences.shape[1] for one in given if len(one.sentences))
    sentences = numpy.zeros((len(given), _MOST_SENTENCES, width), dtype=numpy.float32)
    there = numpy.zeros((len(given), _MOST_SENTENCES), dtype=numpy.float32)
    for number, one in enumerate(given):
        count = min(_MOST_SENTENCES, len(one.sentences))
        if count:
            sentences[number, :count] = one.sentences[:count]
            there[number, :count] = 1
    return numpy.array([one.question for one in given]), sentences, there


def fit_answers(given: Questions, seed: int) -> AnswerNetwork:
    """The network for some questions; the same questions and seed give the same numbers."""
    chance = numpy.random.default_rng(seed)
    network = _beginning(chance, given.sentences.shape[2], given.question.shape[1])
    descent = Adam(network, _ROUNDS * -(-len(given.wanted) // _BATCH), _DECAY)
    for number in range(_ROUNDS):
        weights = given.weights * _likeliest(network, given) if number else given.weights
        order = chance.permutation(len(given.wanted))
        for start in range(0, len(order), _BATCH):
            at = order[start : start + _BATCH]
            heard = chance.random((len(at), UNITS), dtype=numpy.float32) > _DROPPED
            louder = heard / numpy.float32(1 - _DROPPED)
            descent.step(_slopes(network, given.of(at), weights[at], louder))
    return network


def scores_of(network: AnswerNetwork, given: Questions) -> Array:
    """The scores of questions."""
    return _Forward(network, given, numpy.float32(1)).scores


def _beginning(chance: numpy.random.Generator, sentence: int, question: int) -> AnswerNetwork:
    def drawn(*shape: int) -> Array:
        return chance.standard_normal(shape, dtype=numpy.float32) / numpy.float32(shape[0] ** 0.5)

    return AnswerNetwork(
        drawn(sentence, UNITS) * numpy.float32(_FIRST_SCALE),
        drawn(question, UNITS) * numpy.float32(_FIRST_SCALE),
        numpy.zeros(UNITS, dtype=numpy.float32),
        drawn(UNITS),
        drawn(UNITS) * numpy.float32(_OF_MEAN),
        numpy.full(1, _FIRST_OUTSET, dtype=numpy.float32),
    )


class _Forward:
    """What a network makes of questions, step by step; ``heard`` scales its units."""

    def __init__(self, network: AnswerNetwork, given: Questions, heard: Array) -> None:
        asked = given.question @ network.question + network.base
        there = given.there[:, :, None]
        self.inner = (given.sentences @ network.sentence + asked[:, None, :]) * there
        units = numpy.maximum(self.inner, 0) * (heard[:, None, :] if heard.ndim else heard)
        self.count = numpy.maximum(given.there.sum(axis=1, keepdims=True), 1)
        self.place = units.argmax(axis=1)
        self.greatest = units.max(axis=1)
        self.mean = units.sum(axis=1) / self.count
        self.scores = self.greatest @ network.loudest + self.mean @ network.mean + network.outset[0]


def _slopes(network: AnswerNetwork, given: Questions, weights: Array, heard: Array) -> list[Array]:
    """How the mean weighted cross-entropy of a batch changes with each number of the network."""
    forward = _Forward(network, given, heard)
    off = (1 / (1 + numpy.exp(-forward.scores)) - given.wanted) * weights
    off = (off / numpy.float32(len(off))).astype(numpy.float32)
    of_mean = off[:, None] * network.mean / forward.count
    back = numpy.repeat(of_mean[:, None, :], _MOST_SENTENCES, axis=1)
    rows, units = numpy.indices(forward.place.shape)
    back[rows, forward.place, units] += off[:, None] * network.loudest
    back *= (forward.inner > 0) * heard[:, None, :]
    of_question = back.sum(axis=1)
    return [
        numpy.tensordot(given.sentences, back, axes=((0, 1), (0, 1))),
        given.question.T @ of_question,
        of_question.sum(axis=0),
        forward.greatest.T @ off,
        forward.mean.T @ off,
        off.sum(keepdims=True),
    ]


def _likeliest(network: AnswerNetwork, given: Questions) -> Array:
    """1 for each question that counts; 0 for those that are likely to be the answered ones."""
    counts = numpy.ones(len(given.wanted), dtype=numpy.float32)
    numbers = numpy.flatnonzero(given.is_open)
    scores = scores_of(network, given.of(numbers))
    best: dict[int, float] = {}
    for exchange, score in zip(given.exchange[numbers], scores, strict=True):
        best[exchange] = max(score, best.get(exchange, score))
    for number, score in zip(numbers, scores, strict=True):
        counts[number] = score >= best[given.exchange[number]] - _TINY
    return counts
