"""Fitting the voice of meanings: a network with one hidden layer, by gradient descent in NumPy.

All labels share the hidden units, so that what many examples of one label teach about meanings
serves the labels with few. Across writers it is better than a logistic regression for each label
(docs/model-card.md). The method is Adam (Kingma and Ba, 2015) with a step that shrinks to nothing,
and dropout of hidden units (Srivastava et al., 2014). The same rows and seed give the same numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy
from numpy.typing import NDArray

from replylint.learned.model import Layers

Array = NDArray[Any]

_ROUNDS = 25
_BATCH = 256
_STEP = 2e-3
_DROPPED = 0.5
_FIRST_SCALE = 4.0
"""Vectors of sentences are short, each number about 0.04: so much larger the weights begin."""

_FIRST_BASE = -3.0
"""A label is rare at first sight."""

_MEAN_KEPT, _SQUARE_KEPT, _TINY = 0.9, 0.999, 1e-8


def fit_network(rows: Array, labels: Array, weights: Array, units: int, seed: int) -> Layers:
    """The network for rows of vectors, shape (lines, size), with labels, shape (lines, labels).

    ``weights``, of the shape of the labels, say how much each of them teaches.
    """
    chance = numpy.random.default_rng(seed)
    layers = _beginning(chance, rows.shape[1], labels.shape[1], units)
    descent = Adam(layers, _ROUNDS * -(-len(rows) // _BATCH))
    rows, wanted = rows.astype(numpy.float32), labels.astype(numpy.float32)
    weights = weights.astype(numpy.float32)
    for _round in range(_ROUNDS):
        order = chance.permutation(len(rows))
        for start in range(0, len(order), _BATCH):
            at = order[start : start + _BATCH]
            dropout = chance.random((len(at), units), dtype=numpy.float32) > _DROPPED
            descent.step(_slopes(layers, rows[at], wanted[at], weights[at], dropout))
    return layers


def _beginning(chance: numpy.random.Generator, size: int, labels: int, units: int) -> Layers:
    def drawn(*shape: int) -> Array:
        return chance.standard_normal(shape, dtype=numpy.float32) / numpy.float32(shape[0] ** 0.5)

    return Layers(
        drawn(size, units) * numpy.float32(_FIRST_SCALE * 2**0.5),
        numpy.zeros(units, dtype=numpy.float32),
        drawn(units, labels),
        numpy.full(labels, _FIRST_BASE, dtype=numpy.float32),
    )


def _slopes(layers: Layers, rows: Array, wanted: Array, weights: Array, dropout: Array) -> Layers:
    """How the mean weighted cross-entropy of a batch changes with each number of the layers."""
    inner = rows @ layers.hidden + layers.hidden_base
    heard = (dropout & (inner > 0)) / numpy.float32(1 - _DROPPED)
    active = inner * heard
    scores = active @ layers.weights + layers.base
    off = (1 / (1 + numpy.exp(-scores)) - wanted) * weights / numpy.float32(len(rows))
    inner_off = (off @ layers.weights.T) * heard
    return Layers(rows.T @ inner_off, inner_off.sum(axis=0), active.T @ off, off.sum(axis=0))


class Adam:
    """Steps downhill that change arrays in place, each number at a pace of its own.

    There are so many ``steps`` in all. ``decay`` is how fast each number shrinks by itself.
    """

    def __init__(self, arrays: Sequence[Array], steps: int, decay: float = 0.0) -> None:
        self._arrays = arrays
        self._steps = steps
        self._decay = numpy.float32(decay)
        self._done = 0
        self._means = [numpy.zeros_like(values) for values in arrays]
        self._squares = [numpy.zeros_like(values) for values in arrays]

    def step(self, slopes: Sequence[Array]) -> None:
        """One step against the slopes of the arrays."""
        size = _STEP * (1 - self._done / self._steps)
        self._done += 1
        size *= (1 - _SQUARE_KEPT**self._done) ** 0.5 / (1 - _MEAN_KEPT**self._done)
        for values, down, mean, square in zip(
            self._arrays, slopes, self._means, self._squares, strict=True
        ):
            slope = down + self._decay * values if self._decay else down
            mean *= _MEAN_KEPT
            mean += (1 - _MEAN_KEPT) * slope
            square *= _SQUARE_KEPT
            square += (1 - _SQUARE_KEPT) * slope * slope
            values -= numpy.float32(size) * mean / (numpy.sqrt(square) + _TINY)
