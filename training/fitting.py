"""Fitting the two voices of a model and making probabilities of their scores.

Everything is deterministic: the same lines in the same order give the same numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from corpus import Kind, Line
from network import Array, fit_network
from replylint.learned.features import features_of
from replylint.learned.model import Calibration, Layers, Seen, Voice, meaning_of

SEED = 20
WORDS_STRENGTH = 1.0
HELD_OUT_GROUPS = 13
"""Writers are held out two at a time: one by one would take twice the time."""
ORDINARY_WEIGHT = 2.0
"""In real replies faults are rarer than in the data: sentences without one count so often."""


class Material(NamedTuple):
    """Lines as numbers: which features they have, what they mean, and their labels.

    ``known`` is false where the readers of a line differ about a label. ``size`` is the number of
    features that a text can have; a line of two texts has twice as many. ``doubted`` is how much a
    label that only one of two readers gave teaches, of what a sure one does. ``units`` are the
    hidden ones of the voice of meanings.
    """

    counts: sparse.csr_matrix
    meaning: Array
    labels: Array
    known: Array
    writers: Array
    size: int
    doubted: float
    units: int


def material(lines: Sequence[Line], kind: Kind) -> Material:
    """The lines as numbers."""
    found = [_features(line, kind) for line in lines]
    ends = numpy.cumsum([0, *(len(numbers) for numbers, _weights in found)])
    counts = sparse.csr_matrix(
        (
            numpy.concatenate([weights for _numbers, weights in found]),
            numpy.concatenate([numbers for numbers, _weights in found]),
            ends,
        ),
        shape=(len(lines), (1 + kind.whole) << kind.bits),
    )
    seen = [Seen(line.text, line.before, line.customer) for line in lines]
    parts = [meaning_of(seen[start : start + 64]) for start in range(0, len(seen), 64)]
    return Material(
        counts,
        numpy.concatenate(parts),
        numpy.array([[label in line.labels for label in kind.labels] for line in lines]),
        numpy.array([[label not in line.unsure for label in kind.labels] for line in lines]),
        numpy.array([line.writer for line in lines]),
        1 << kind.bits,
        kind.doubted,
        kind.units,
    )


def _features(line: Line, kind: Kind) -> tuple[Array, Array]:
    """The features of a line; those of the customer's message stand after those of the reply."""
    numbers, weights = features_of(line.text, kind.bits)
    if not kind.whole or not line.customer:
        return numbers, weights
    others, other_weights = features_of(line.customer, kind.bits)
    return (
        numpy.concatenate([numbers, others + (1 << kind.bits)]),
        numpy.concatenate([weights, other_weights]),
    )


def rarity_of(counts: sparse.csr_matrix) -> Array:
    """How much each feature weighs: the more, the fewer lines have it; as the artefact keeps it."""
    having = numpy.bincount(counts.indices, minlength=counts.shape[1])
    rarity = numpy.log((1 + counts.shape[0]) / (1 + having)) + 1
    return numpy.round(rarity * 20).astype(numpy.float32) / 20


def weighted(counts: sparse.csr_matrix, rarity: Array, size: int) -> sparse.csr_matrix:
    """Rows with rare features heavier, each ``size`` features of a row of length 1."""
    rows = counts.multiply(rarity).tocsr()
    parts = [_of_length_one(rows[:, at : at + size]) for at in range(0, rows.shape[1], size)]
    return sparse.hstack(parts).tocsr()


def _of_length_one(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    lengths = numpy.sqrt(numpy.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    return sparse.diags(1 / numpy.maximum(lengths, 1e-9)) @ rows


def fit_words(rows: sparse.csr_matrix, labels: Array, known: Array, doubted: float = 0.0) -> Voice:
    """The voice that counts words: a support vector machine with squared hinge for each label.

    Across writers it finds more at the same precision than a logistic regression on these features.
    """
    weights = numpy.zeros((rows.shape[1], labels.shape[1]), dtype=numpy.float32)
    base = numpy.zeros(labels.shape[1], dtype=numpy.float32)
    for column, (given, teaches) in enumerate(zip(*taught(labels, known, doubted), strict=True)):
        at = teaches > 0
        machine = LinearSVC(C=WORDS_STRENGTH, random_state=SEED)
        fitted = machine.fit(rows[at], given[at], teaches[at])
        weights[:, column] = fitted.coef_[0]
        base[column] = fitted.intercept_[0]
    return Voice(weights, base)


def fit_meaning(given: Material, at: Array | None = None) -> Layers:
    """The voice that knows meanings, of the lines that a mask names."""
    lines = slice(None) if at is None else at
    labels, teaches = taught(given.labels[lines], given.known[lines], given.doubted)
    return fit_network(given.meaning[lines], labels.T, teaches.T, given.units, SEED)


def taught(labels: Array, known: Array, doubted: float) -> tuple[Array, Array]:
    """For each label what the lines teach about it, and how much each of them teaches.

    A label that only one of two readers gave is taken for one.
    """
    return (labels | ~known).T, numpy.where(known, 1.0, doubted).T


class Scores(NamedTuple):
    """What each voice says of lines by writers that it never saw."""

    words: Array
    meaning: Array


def scores_across_writers(given: Material) -> Scores:
    """The scores of every writer's lines by voices that did not learn from that writer."""
    words = numpy.zeros(given.labels.shape)
    meaning = numpy.zeros(given.labels.shape)
    writers = sorted(set(given.writers))
    for group in range(min(HELD_OUT_GROUPS, len(writers))):
        held = numpy.isin(given.writers, writers[group::HELD_OUT_GROUPS])
        labels, known = given.labels[~held], given.known[~held]
        rarity = rarity_of(given.counts[~held])
        rows = weighted(given.counts[~held], rarity, given.size)
        voice = fit_words(rows, labels, known, given.doubted)
        words[held] = weighted(given.counts[held], rarity, given.size) @ voice.weights + voice.base
        meaning[held] = fit_meaning(given, ~held).scores(given.meaning[held])
    return Scores(words, meaning)


def balance(scores: Scores) -> Array:
    """For each label the factor that makes the voice of meanings as loud as that of words."""
    return scores.words.std(axis=0) / scores.meaning.std(axis=0)


def calibrate(scores: Array, given: Material) -> Calibration:
    """Probabilities for scores of lines by unseen writers (Platt's method)."""
    count = given.labels.shape[1]
    slope, base = numpy.ones(count), numpy.zeros(count)
    ordinary = ~given.labels.any(axis=1)
    for column in range(count):
        at = given.known[:, column]
        weights = numpy.where(ordinary[at], ORDINARY_WEIGHT, 1.0)
        fitted = LogisticRegression(C=100.0).fit(
            scores[at, column : column + 1], given.labels[at, column], weights
        )
        slope[column], base[column] = fitted.coef_[0, 0], fitted.intercept_[0]
    return Calibration(slope.astype(numpy.float32), base.astype(numpy.float32))
