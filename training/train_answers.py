"""Build the model of the customer's questions from the exchanges beside this file.

    python training/train_answers.py [--out FILE] [--report FILE] [--without WRITER]...
        [--encoder sentences|words]

It learns from the exchanges whose message asks something, whether the reply leaves a question
unanswered. An exchange has one label for all its questions: where one is left unanswered, that one
counts which the model itself, as it stands, finds likeliest. The figures are across writers: each
writer's exchanges are judged by a model that never saw them. ``--encoder words`` takes the mean of
the word vectors (navec) that the natasha package carries in place of the sentence encoder; it is
for comparing, and writes nothing.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TextIO

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from corpus import EXCHANGES, UNANSWERED, read_data
from replylint.learned.answer_file import read_answers, write_answers
from replylint.learned.answering import AnswerModel, Asking, asking, meanings_of, signs_of
from replylint.learned.model import Calibration, Voice
from replylint.learned.shelf import ANSWERS, FOLDER
from replylint.text import answers, vectors
from replylint.text.document import Document

SIGNS_STRENGTH, MEANING_STRENGTH = 0.005, 2.0
LOUDNESS = 0.5
"""How loud the voice of meanings is beside that of signs; found across writers."""

ROUNDS = 3
POSSIBLE = 0.08
NARROWEST = 0.1
ORDINARY_WEIGHT = 2.0
"""In real conversations answers are the rule: replies that answer count so often."""

THRESHOLDS = (0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)

Array = NDArray[Any]


class Exchange(NamedTuple):
    """A message that asks something and a reply: both voices' rows, a row for each question."""

    writer: str
    is_unanswered: bool
    signs: Array
    meanings: Array


class Fitted(NamedTuple):
    """A voice with the centre and spread of its rows."""

    voice: Voice
    centre: Array
    spread: Array

    def scores(self, rows: Array) -> Array:
        """The scores of questions."""
        scaled = (rows - self.centre) / self.spread
        result: Array = (scaled @ self.voice.weights + self.voice.base)[:, 0]
        return result


def exchanges(without: Sequence[str] = ()) -> list[Exchange]:
    """The exchanges that ask something and whose readers agree, but those of some writers."""
    found = []
    for line in read_data(EXCHANGES.folder):
        if line.writer in without:
            continue
        if line.customer and UNANSWERED not in line.unsure:
            given: Asking = asking(Document(line.customer), Document(line.text))
            if given.pairs:
                signs = signs_of(given)
                meanings = meanings_of(given.by_meaning())
                found.append(Exchange(line.writer, UNANSWERED in line.labels, signs, meanings))
    return found


def fit(rows: Sequence[Array], wanted: Sequence[bool], strength: float, *, scale: bool) -> Fitted:
    """Fit a voice; of an exchange with a question unanswered, the likeliest one is learned from."""
    everything = numpy.vstack(rows)
    size = everything.shape[1]
    centre = everything.mean(axis=0) if scale else numpy.zeros(size)
    spread = numpy.maximum(everything.std(axis=0), NARROWEST) if scale else numpy.ones(size)
    fitted: LogisticRegression | None = None
    for _round in range(ROUNDS):
        given, labels = [], []
        for row, label in zip(rows, wanted, strict=True):
            scaled = (row - centre) / spread
            if label and fitted is not None:
                scaled = scaled[[int(numpy.argmax(fitted.decision_function(scaled)))]]
            given.append(scaled)
            labels += [label] * len(scaled)
        fitted = LogisticRegression(C=strength, max_iter=3000).fit(numpy.vstack(given), labels)
    assert fitted is not None
    voice = Voice(fitted.coef_.T.astype(numpy.float32), fitted.intercept_.astype(numpy.float32))
    return Fitted(voice, centre.astype(numpy.float32), spread.astype(numpy.float32))


def fit_both(given: Sequence[Exchange]) -> tuple[Fitted, Fitted]:
    """Both voices."""
    wanted = [one.is_unanswered for one in given]
    return (
        fit([one.signs for one in given], wanted, SIGNS_STRENGTH, scale=True),
        fit([one.meanings for one in given], wanted, MEANING_STRENGTH, scale=False),
    )


class Scores(NamedTuple):
    """The scores of the questions of every exchange, by each voice."""

    signs: list[Array]
    meanings: list[Array]

    @property
    def louder(self) -> float:
        """The factor by which the voice of meanings is heard."""
        spread = numpy.concatenate(self.signs).std() / numpy.concatenate(self.meanings).std()
        return LOUDNESS * float(spread)

    def of(self, factor: float) -> Array:
        """For every exchange the score of its likeliest question."""
        pairs = zip(self.signs, self.meanings, strict=True)
        return numpy.array([(signs + factor * meanings).max() for signs, meanings in pairs])


def across_writers(given: Sequence[Exchange]) -> Scores:
    """The scores of every writer's exchanges by voices that learned from all other writers."""
    signs: list[Any] = [None] * len(given)
    meanings: list[Any] = [None] * len(given)
    for writer in sorted({one.writer for one in given}):
        by_signs, by_meaning = fit_both([one for one in given if one.writer != writer])
        for number, one in enumerate(given):
            if one.writer == writer:
                signs[number] = by_signs.scores(one.signs)
                meanings[number] = by_meaning.scores(one.meanings)
    return Scores(signs, meanings)


def calibrate(scores: Array, wanted: Array) -> Calibration:
    """Probabilities for the scores of exchanges by unseen writers (Platt's method)."""
    weights = numpy.where(wanted, 1.0, ORDINARY_WEIGHT)
    fitted = LogisticRegression(C=100.0).fit(scores[:, None], wanted, weights)
    return Calibration(
        fitted.coef_[0].astype(numpy.float32), fitted.intercept_.astype(numpy.float32)
    )


def train(given: Sequence[Exchange]) -> tuple[AnswerModel, Array, Array]:
    """The model, and its probabilities across writers by signs alone and by both voices."""
    scores = across_writers(given)
    wanted = numpy.array([one.is_unanswered for one in given])
    factor = scores.louder
    by_signs = calibrate(scores.of(0.0), wanted)
    by_both = calibrate(scores.of(factor), wanted)
    signs, meaning = fit_both(given)
    model = AnswerModel(
        name=ANSWERS,
        labels=(UNANSWERED,),
        centre=signs.centre,
        spread=signs.spread,
        signs=signs.voice,
        meaning=Voice(meaning.voice.weights * factor, meaning.voice.base * factor),
        by_signs=by_signs,
        by_both=by_both,
        possible=POSSIBLE,
    )
    return (
        model,
        by_signs.probabilities(scores.of(0.0)[:, None])[:, 0],
        by_both.probabilities(scores.of(factor)[:, None])[:, 0],
    )


def write_report(out: TextIO, given: Sequence[Exchange], named: dict[str, Array]) -> None:
    """Average precision, and precision and recall at some probabilities."""
    wanted = numpy.array([one.is_unanswered for one in given])
    out.write(f"{len(given)} exchanges that ask, {wanted.sum()} unanswered\n")
    for name, values in named.items():
        out.write(f"{name:<10} AP {average_precision_score(wanted, values):.3f}")
        for least in THRESHOLDS:
            found = values >= least
            right = (found & wanted).sum()
            out.write(f"  {least}: {right / max(1, found.sum()):.2f}/{right / wanted.sum():.2f}")
        out.write("\n")


def _use_word_vectors() -> None:
    """Put the mean of word vectors in the place of the sentence encoder."""
    import natasha
    from navec import Navec

    folder = Path(natasha.__file__).parent / "data" / "emb"
    known = Navec.load(next(folder.glob("*navec*.tar")))

    @lru_cache(maxsize=100_000)
    def one(text: str) -> Array:
        found = [known[word] for word in Document(text).words if word in known]
        mean = numpy.mean(found, axis=0) if found else numpy.zeros(known.pq.dim)
        return mean / max(float(numpy.linalg.norm(mean)), 1e-9)

    def encode(texts: Sequence[str]) -> Array:
        return numpy.array([one(text) for text in texts])

    vectors.encode = encode
    answers.encode = encode


def main() -> None:
    """Train, write the file, and say how good the model is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--out", type=Path, default=FOLDER / f"{ANSWERS}.npz")
    parser.add_argument("--report", type=Path)
    parser.add_argument("--without", action="append", default=[], help="leave out this writer")
    parser.add_argument("--encoder", choices=("sentences", "words"), default="sentences")
    options = parser.parse_args()
    if options.encoder == "words":
        _use_word_vectors()
    given = exchanges(options.without)
    model, by_signs, by_both = train(given)
    if options.encoder == "sentences":
        write_answers(model, options.out)
        read_answers(ANSWERS, options.out)
        print(f"{options.out}: {options.out.stat().st_size / 1e3:.0f} kB")
    tables = {"signs": by_signs, "both": by_both}
    if options.report:
        with options.report.open("w", encoding="utf-8") as report:
            write_report(report, given, tables)
    write_report(sys.stdout, given, tables)


if __name__ == "__main__":
    main()
