"""How good probabilities are: average precision, and precision and recall at thresholds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TextIO

import numpy
from sklearn.metrics import average_precision_score, precision_recall_curve

from fitting import Array, Material

THRESHOLDS = (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9)
WANTED = 0.92


def average_precision(given: Material, values: Array, column: int) -> float:
    """The area under the curve of precision over recall."""
    at = given.known[:, column]
    return float(average_precision_score(given.labels[at, column], values[at, column]))


def recall_at(given: Material, values: Array, column: int, precision: float = WANTED) -> float:
    """The greatest recall that a threshold with this precision reaches."""
    at = given.known[:, column]
    found, recall, _thresholds = precision_recall_curve(
        given.labels[at, column], values[at, column]
    )
    return float(recall[found >= precision].max(initial=0.0))


def at_threshold(given: Material, values: Array, column: int, least: float) -> tuple[float, float]:
    """Precision and recall of what is at least so probable; precision is NaN for nothing."""
    at = given.known[:, column]
    wanted, found = given.labels[at, column], values[at, column] >= least
    right = float((wanted & found).sum())
    precision = right / found.sum() if found.any() else float("nan")
    return precision, right / max(1, wanted.sum())


def write_report(
    out: TextIO, labels: Sequence[str], given: Material, named: Mapping[str, Array]
) -> None:
    """For each set of values: a table of labels, and all labels together."""
    for name, values in named.items():
        out.write(f"\n{name}\n{'':<22}{'lines':>6}{'AP':>6}{'R@.92':>7}")
        out.write("".join(f"{f'P/R {least}':>11}" for least in THRESHOLDS) + "\n")
        columns = range(len(labels))
        for column in columns:
            known = given.known[:, column]
            out.write(f"{labels[column]:<22}{int(given.labels[known, column].sum()):>6}")
            out.write(f"{average_precision(given, values, column):>6.2f}")
            out.write(f"{recall_at(given, values, column):>7.2f}")
            for least in THRESHOLDS:
                precision, recall = at_threshold(given, values, column, least)
                out.write(f"{precision:>6.2f}/{recall:.2f}")
            out.write("\n")
        means = [average_precision(given, values, column) for column in columns]
        recalls = [recall_at(given, values, column) for column in columns]
        out.write(
            f"{'mean, and all lines':<28}{numpy.mean(means):>6.3f}{numpy.mean(recalls):>7.2f}"
        )
        for least in THRESHOLDS:
            found = (values >= least) & given.known
            right = (found & given.labels).sum()
            all_ = (given.labels & given.known).sum()
            out.write(f"{right / max(1, found.sum()):>6.2f}/{right / all_:.2f}")
        out.write("\n")
