"""Compare kinds of models across writers: mean average precision, and recall at precision 0.92.

    python training/evaluate.py [--kind NAME]...

Every writer's lines are judged by a model that learned from all other writers. ``textcat`` is
spaCy's text categoriser and takes long; the others take a minute or a few.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy
from sklearn.linear_model import LogisticRegression

from corpus import LABELS, SENTENCES, Line, read_data
from fitting import (
    SEED,
    Array,
    Material,
    fit_meaning,
    fit_words,
    material,
    rarity_of,
    taught,
    weighted,
)
from measuring import average_precision, recall_at

_NEIGHBOURS = 15
_LINEAR_STRENGTH = 4.0
_ROUNDS = 10

Judge = Callable[[Sequence[Line], Material, Array], Array]
"""From the lines, the same as numbers, and which of them are held out, to scores of these."""


def words(_lines: Sequence[Line], given: Material, held: Array) -> Array:
    """A support vector machine on letters, words, dictionary forms and grammar."""
    rarity = rarity_of(given.counts[~held])
    rows = weighted(given.counts[~held], rarity, given.size)
    voice = fit_words(rows, given.labels[~held], given.known[~held], given.doubted)
    scores: Array = weighted(given.counts[held], rarity, given.size) @ voice.weights + voice.base
    return scores


def meaning(_lines: Sequence[Line], given: Material, held: Array) -> Array:
    """A network on the vectors of the sentence, the one before and the customer's."""
    return fit_meaning(given, ~held).scores(given.meaning[held])


def linear(_lines: Sequence[Line], given: Material, held: Array) -> Array:
    """Logistic regression on the same vectors, for each label by itself."""
    labels, teaches = taught(given.labels[~held], given.known[~held], given.doubted)
    scores = numpy.zeros((int(held.sum()), len(LABELS)))
    for column, (wanted, weights) in enumerate(zip(labels, teaches, strict=True)):
        regression = LogisticRegression(C=_LINEAR_STRENGTH, max_iter=300)
        fitted = regression.fit(given.meaning[~held], wanted, weights)
        scores[:, column] = fitted.decision_function(given.meaning[held])
    return scores


def both(lines: Sequence[Line], given: Material, held: Array) -> Array:
    """The two together, each as loud as the other."""
    one, other = words(lines, given, held), meaning(lines, given, held)
    scores: Array = one / one.std(axis=0) + other / other.std(axis=0)
    return scores


def neighbours(_lines: Sequence[Line], given: Material, held: Array) -> Array:
    """The labels of the nearest examples, the nearer the heavier."""
    vectors = given.meaning[:, : given.meaning.shape[1] // 3]
    near = vectors[held] @ vectors[~held].T
    labels = given.labels[~held].astype(float)
    scores = numpy.zeros((int(held.sum()), len(LABELS)))
    for row, likeness in enumerate(near):
        order = numpy.argsort(-likeness, kind="stable")[:_NEIGHBOURS]
        scores[row] = (likeness[order] ** 4) @ labels[order]
    return scores


def textcat(lines: Sequence[Line], given: Material, held: Array) -> Array:
    """SpaCy's ``textcat_multilabel``: words, prefixes, suffixes and shapes in a small network."""
    import spacy
    from spacy.training import Example
    from spacy.util import fix_random_seed, minibatch

    fix_random_seed(SEED)
    language = spacy.blank("ru")
    pipe = language.add_pipe("textcat_multilabel")
    for label in LABELS:
        pipe.add_label(label)  # type: ignore[attr-defined]
    examples = [
        Example.from_dict(
            language.make_doc(lines[number].text),
            {"cats": dict(zip(LABELS, given.labels[number].astype(float), strict=True))},
        )
        for number in numpy.flatnonzero(~held)
    ]
    language.initialize(lambda: examples)
    shuffled = numpy.random.default_rng(SEED)
    for _round in range(_ROUNDS):
        order = [examples[int(number)] for number in shuffled.permutation(len(examples))]
        for batch in minibatch(order, 64):
            language.update(batch, drop=0.2)
    texts = [lines[number].text for number in numpy.flatnonzero(held)]
    return numpy.array([[doc.cats[label] for label in LABELS] for doc in language.pipe(texts)])


KINDS: dict[str, Judge] = {
    "words": words,
    "meaning": meaning,
    "linear": linear,
    "both": both,
    "neighbours": neighbours,
    "textcat": textcat,
}


def main() -> None:
    """Judge every writer by the others, and print a line for each kind."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--kind", action="append", choices=list(KINDS))
    parser.add_argument("--writer", action="append", help="hold out only these writers")
    options = parser.parse_args()
    lines = read_data()
    given = material(lines, SENTENCES)
    writers = options.writer or sorted(set(given.writers))
    judged = numpy.isin(given.writers, writers)
    for kind in options.kind or [name for name in KINDS if name != "textcat"]:
        scores = numpy.zeros(given.labels.shape)
        for writer in writers:
            held = given.writers == writer
            found = KINDS[kind](lines, given, held)
            scores[held] = (found - found.mean(axis=0)) / (found.std(axis=0) + 1e-9)
        part = given._replace(
            counts=given.counts[judged],
            meaning=given.meaning[judged],
            labels=given.labels[judged],
            known=given.known[judged],
            writers=given.writers[judged],
        )
        columns = range(len(LABELS))
        precision = [average_precision(part, scores[judged], column) for column in columns]
        recall = [recall_at(part, scores[judged], column) for column in columns]
        print(
            f"{kind:<12} AP {numpy.mean(precision):.3f}  R@.92 {numpy.mean(recall):.3f}", flush=True
        )


if __name__ == "__main__":
    main()
