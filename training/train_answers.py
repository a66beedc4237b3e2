"""Build the model of the customer's questions from the exchanges beside this file.

    python training/train_answers.py [--out FILE] [--report FILE] [--without WRITER]...
        [--encoder sentences|words]

It learns from the exchanges whose message asks something, whether the reply leaves a question
unanswered. An exchange has one label for all its questions: where one is left unanswered, that one
counts which the model itself, as it stands, finds likeliest. For messages with several questions
there is a second pair of voices, which learns from made-up messages as well: after a message that
is answered stands a question from another message of the same writer, which the reply then leaves
unanswered. The figures are across writers: each writer's exchanges are judged by a model that never
saw them. ``--encoder words`` takes the mean of
the word vectors (navec) that the natasha package carries in place of the sentence encoder; it is
for comparing, and writes nothing.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple, TextIO

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from corpus import EXCHANGES, UNANSWERED, Line, read_data
from replylint.learned.answer_file import read_answers, write_answers
from replylint.learned.answering import AnswerModel, Asking, asking, meanings_of, signs_of
from replylint.learned.model import Calibration, Voice
from replylint.learned.shelf import ANSWERS, FOLDER
from replylint.text import answers, vectors
from replylint.text.document import Document
from replylint.text.questions import questions_of

SIGNS_STRENGTH, MEANING_STRENGTH = 0.005, 2.0
LOUDNESS = 0.5
"""How loud the voice of meanings is beside that of signs; found across writers."""

ROUNDS = 3
POSSIBLE = 0.08
NARROWEST = 0.1
ORDINARY_WEIGHT = 2.0
"""In real conversations answers are the rule: replies that answer count so often."""

MADE_UP_WEIGHT = 0.5
"""So much a question that was put after another message counts; found across writers."""

SEED = 7

THRESHOLDS = (0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)

Array = NDArray[Any]


class Exchange(NamedTuple):
    """A message that asks something and a reply: both voices' rows, a row for each question.

    In a made-up one ``put_after`` is the number of the question that was put after the others.
    """

    writer: str
    is_unanswered: bool
    signs: Array
    meanings: Array
    put_after: int | None = None

    @property
    def has_several(self) -> bool:
        """Whether the message has several questions."""
        return len(self.signs) > 1


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


def agreed(without: Sequence[str] = ()) -> list[Line]:
    """The exchanges with a message whose readers agree, but those of some writers."""
    return [
        line
        for line in read_data(EXCHANGES.folder)
        if line.customer and UNANSWERED not in line.unsure and line.writer not in without
    ]


def exchanges(lines: Sequence[Line]) -> list[Exchange]:
    """The exchanges that ask something."""
    found = []
    for line in lines:
        given = asking(Document(line.customer or ""), Document(line.text))
        if given.pairs:
            found.append(_exchange(line, given, is_unanswered=UNANSWERED in line.labels))
    return found


def made_up(lines: Sequence[Line]) -> list[Exchange]:
    """Answered messages with a question of another message after them, which stays unanswered."""
    chance = random.Random(SEED)
    of_writer: dict[str, list[Line]] = {}
    for line in lines:
        of_writer.setdefault(line.writer, []).append(line)
    found = []
    for line in lines:
        other = chance.choice(of_writer[line.writer])
        asked = questions_of(Document(other.customer or ""))
        if UNANSWERED in line.labels or other.customer == line.customer or not asked:
            continue
        message = (line.customer or "").rstrip()
        question = chance.choice(asked)
        text = (other.customer or "")[question.start : question.stop].strip().rstrip("?")
        joined = f"{message}{'' if message.endswith(('.', '!', '?')) else '.'} {text}?"
        given = asking(Document(joined), Document(line.text))
        added = [n for n, pair in enumerate(given.pairs) if pair.question.start > len(message)]
        if len(added) == 1 and len(given.pairs) > 1:
            found.append(_exchange(line, given, is_unanswered=True, put_after=added[0]))
    return found


def _exchange(
    line: Line, given: Asking, *, is_unanswered: bool, put_after: int | None = None
) -> Exchange:
    signs, meanings = signs_of(given), meanings_of(given.by_meaning())
    return Exchange(line.writer, is_unanswered, signs, meanings, put_after)


def fit(
    given: Sequence[Exchange], rows_of: Callable[[Exchange], Array], strength: float, *, scale: bool
) -> Fitted:
    """Fit a voice, whose rows of an exchange ``rows_of`` gives.

    Of an exchange with a question unanswered, the likeliest question is learned from.
    """
    everything = numpy.vstack([rows_of(one) for one in given])
    size = everything.shape[1]
    centre = everything.mean(axis=0) if scale else numpy.zeros(size)
    spread = numpy.maximum(everything.std(axis=0), NARROWEST) if scale else numpy.ones(size)
    fitted: LogisticRegression | None = None
    for _round in range(ROUNDS):
        rows: list[Array] = []
        labels: list[bool] = []
        weights: list[float] = []
        for one in given:
            scaled = (rows_of(one) - centre) / spread
            if one.put_after is not None:
                rows.append(scaled)
                labels += [number == one.put_after for number in range(len(scaled))]
                weights += [MADE_UP_WEIGHT] * len(scaled)
                continue
            if one.is_unanswered and fitted is not None:
                scaled = scaled[[int(numpy.argmax(fitted.decision_function(scaled)))]]
            rows.append(scaled)
            labels += [one.is_unanswered] * len(scaled)
            weights += [1.0] * len(scaled)
        fitted = LogisticRegression(C=strength, max_iter=3000).fit(
            numpy.vstack(rows), labels, weights
        )
    assert fitted is not None
    voice = Voice(fitted.coef_.T.astype(numpy.float32), fitted.intercept_.astype(numpy.float32))
    return Fitted(voice, centre.astype(numpy.float32), spread.astype(numpy.float32))


def fit_both(given: Sequence[Exchange]) -> tuple[Fitted, Fitted]:
    """Both voices."""
    signs = fit(given, attrgetter("signs"), SIGNS_STRENGTH, scale=True)
    return signs, fit(given, attrgetter("meanings"), MEANING_STRENGTH, scale=False)


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


def across_writers(given: Sequence[Exchange], more: Sequence[Exchange]) -> Scores:
    """The scores of every writer's exchanges by voices that learned from all other writers.

    ``more`` are exchanges to learn from that are not judged.
    """
    signs: list[Any] = [None] * len(given)
    meanings: list[Any] = [None] * len(given)
    for writer in sorted({one.writer for one in given}):
        by_signs, by_meaning = fit_both([one for one in (*given, *more) if one.writer != writer])
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


class Trained(NamedTuple):
    """A model, and for the exchanges that it is for its probabilities across writers."""

    model: AnswerModel
    judged: list[Exchange]
    by_signs: Array
    by_both: Array


def train(given: Sequence[Exchange], more: Sequence[Exchange], *, several: bool) -> Trained:
    """The model for messages with one question, or with several."""
    scores = across_writers(given, more)
    numbers = [number for number, one in enumerate(given) if one.has_several is several]
    judged = [given[number] for number in numbers]
    wanted = numpy.array([one.is_unanswered for one in judged])
    factor = scores.louder
    signs_alone, both_voices = scores.of(0.0)[numbers], scores.of(factor)[numbers]
    by_signs, by_both = calibrate(signs_alone, wanted), calibrate(both_voices, wanted)
    signs, meaning = fit_both([*given, *more])
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
    return Trained(
        model,
        judged,
        by_signs.probabilities(signs_alone[:, None])[:, 0],
        by_both.probabilities(both_voices[:, None])[:, 0],
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


def write_reports(out: TextIO, one: Trained, several: Trained, made_up: int) -> None:
    """The figures of all messages, of those with one question and of those with several."""
    together = Trained(
        one.model,
        [*one.judged, *several.judged],
        numpy.concatenate([one.by_signs, several.by_signs]),
        numpy.concatenate([one.by_both, several.by_both]),
    )
    titles = {
        "all messages": together,
        "one question": one,
        f"several questions ({made_up} more made up)": several,
    }
    for title, trained in titles.items():
        out.write(f"{title}: ")
        named = {"signs": trained.by_signs, "both": trained.by_both}
        write_report(out, trained.judged, named)


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
    lines = agreed(options.without)
    given, more = exchanges(lines), made_up(lines)
    one, several = train(given, [], several=False), train(given, more, several=True)
    if options.encoder == "sentences":
        write_answers(replace(one.model, several=several.model), options.out)
        read_answers(ANSWERS, options.out)
        print(f"{options.out}: {options.out.stat().st_size / 1e3:.0f} kB")
    if options.report:
        with options.report.open("w", encoding="utf-8") as report:
            write_reports(report, one, several, len(more))
    write_reports(sys.stdout, one, several, len(more))


if __name__ == "__main__":
    main()
