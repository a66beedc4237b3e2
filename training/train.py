"""Build a model from the data beside this file.

    python training/train.py [--out FILE] [--report FILE] [MODEL]

MODEL is ``ru-replies`` (of single sentences) or ``ru-exchanges`` (of whole replies).

The same data and the same versions of NumPy, SciPy and scikit-learn give the same file to the byte.
It takes a few minutes. ``--report`` writes what the model card says: for each label the precision
and recall across writers at some probabilities.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy

from corpus import KINDS, SENTENCES, Kind, Line, read_data
from fitting import (
    Array,
    Material,
    balance,
    calibrate,
    fit_meaning,
    fit_words,
    material,
    rarity_of,
    scores_across_writers,
    weighted,
)
from measuring import write_report
from replylint.learned.artefact import read_model, write_model
from replylint.learned.model import LearnedModel
from replylint.learned.shelf import FOLDER

EXAMPLES = 24
"""How many examples of each label the model keeps for explaining itself."""

POSSIBLE = 0.15
"""The probability by words alone of any label from which on the meaning is asked."""

_SHORTEST, _LONGEST = 25, 140
_TOO_ALIKE = 0.5


def train(lines: Sequence[Line], kind: Kind) -> tuple[LearnedModel, Material, Array, Array]:
    """The model, what it learned from, and its probabilities across writers by words, by both."""
    given = material(lines, kind)
    scores = scores_across_writers(given)
    louder = balance(scores)
    both = scores.words + louder * scores.meaning
    by_words, by_both = calibrate(scores.words, given), calibrate(both, given)
    rarity = rarity_of(given.counts)
    rows = weighted(given.counts, rarity, given.size)
    meaning = fit_meaning(given)
    probabilities = by_both.probabilities(both)
    model = LearnedModel(
        name=kind.name,
        labels=kind.labels,
        bits=kind.bits,
        rarity=rarity,
        words=fit_words(rows, given.labels, given.known, given.doubted),
        meaning=meaning._replace(weights=meaning.weights * louder, base=meaning.base * louder),
        by_words=by_words,
        by_both=by_both,
        possible=POSSIBLE,
        examples=_examples(lines, kind, given, probabilities),
        whole=kind.whole,
    )
    return model, given, by_words.probabilities(scores.words), probabilities


def _examples(
    lines: Sequence[Line], kind: Kind, given: Material, probabilities: Array
) -> dict[str, tuple[str, ...]]:
    """For each label sentences that show it well and differ from each other."""
    rows = weighted(given.counts, rarity_of(given.counts), given.size)
    chosen: dict[str, tuple[str, ...]] = {}
    for column, label in enumerate(kind.labels):
        having = numpy.flatnonzero(given.labels[:, column] & given.known[:, column])
        order = having[numpy.argsort(-probabilities[having, column], kind="stable")]
        picked: list[int] = []
        for number in order:
            fits = _SHORTEST <= len(lines[number].text) <= _LONGEST
            alike = picked and (rows[picked] @ rows[number].T).max() > _TOO_ALIKE
            if fits and not alike:
                picked.append(int(number))
            if len(picked) == EXAMPLES:
                break
        chosen[label] = tuple(lines[number].text for number in picked)
    return chosen


def main() -> None:
    """Train, write the file, and say how good the model is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("model", nargs="?", choices=list(KINDS), default=SENTENCES.name)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--report", type=Path)
    parser.add_argument("--without", action="append", default=[], help="leave out this writer")
    options = parser.parse_args()
    kind = KINDS[options.model]
    out = options.out or FOLDER / f"{kind.name}.npz"
    lines = [line for line in read_data(kind.folder) if line.writer not in options.without]
    model, given, by_words, by_both = train(lines, kind)
    out.parent.mkdir(parents=True, exist_ok=True)
    write_model(model, out)
    read_model(kind.name, out)
    print(f"{len(lines)} lines, {out}: {out.stat().st_size / 1e6:.2f} MB")
    if options.report:
        with options.report.open("w", encoding="utf-8") as report:
            write_report(report, kind.labels, given, {"words": by_words, "both": by_both})
    write_report(sys.stdout, kind.labels, given, {"words": by_words, "both": by_both})


if __name__ == "__main__":
    main()
