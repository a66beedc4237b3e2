"""Build the model of the customer's questions from the exchanges beside this file.

    python training/train_answers.py [--out FILE] [--report FILE] [--without WRITER]...
        [--encoder sentences|words]

It learns from the exchanges whose message asks something, whether the reply leaves a question
unanswered. An exchange has one label for all its questions: where one is left unanswered, that one
counts which the model itself, as it stands, finds likeliest. For messages with several questions
there is a second model, which learns from made-up messages as well: after a message that is
answered stands a question from another message of the same writer, which the reply then leaves
unanswered. The figures are across writers: each writer's exchanges are judged by a model that never
saw them, nor those of a few others. ``--encoder words`` takes the mean of
the word vectors (navec) that the natasha package carries in place of the sentence encoder; it is
for comparing, and writes nothing.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TextIO

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from answer_fitting import Questions, as_arrays, fit_answers, scores_of
from corpus import EXCHANGES, UNANSWERED, Line, read_data
from replylint.learned import answer_network
from replylint.learned.answer_file import read_answers, write_answers
from replylint.learned.answer_network import Beside
from replylint.learned.answering import AnswerModel, Asking, asking, besides, signs_of
from replylint.learned.model import Calibration, Voice
from replylint.learned.shelf import ANSWERS, FOLDER
from replylint.text import answers, vectors
from replylint.text.document import Document
from replylint.text.questions import questions_of

SIGNS_STRENGTH = 0.005
ROUNDS = 3
HELD_OUT_GROUPS = 8
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
    """A message that asks something and a reply: a row of signs for each question.

    In a made-up one ``put_after`` is the number of the question that was put after the others.
    """

    writer: str
    is_unanswered: bool
    given: Asking
    signs: Array
    put_after: int | None = None

    @property
    def has_several(self) -> bool:
        """Whether the message has several questions."""
        return len(self.signs) > 1


class Scale(NamedTuple):
    """The centre and spread of the signs."""

    centre: Array
    spread: Array

    @classmethod
    def of(cls, given: Sequence[Exchange]) -> Scale:
        """That of some exchanges."""
        signs = numpy.vstack([one.signs for one in given])
        spread = numpy.maximum(signs.std(axis=0), NARROWEST)
        return cls(signs.mean(axis=0).astype(numpy.float32), spread.astype(numpy.float32))

    def scaled(self, signs: Array) -> Array:
        """Signs on this scale."""
        result: Array = ((signs - self.centre) / self.spread).astype(numpy.float32)
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
    return Exchange(line.writer, is_unanswered, given.by_meaning(), signs_of(given), put_after)


class Material(NamedTuple):
    """Exchanges with the scale of their signs, and their questions as the network sees them."""

    exchanges: Sequence[Exchange]
    scale: Scale
    questions: Questions

    @classmethod
    def of(cls, given: Sequence[Exchange]) -> Material:
        """That of some exchanges."""
        scale = Scale.of(given)
        seen: list[Beside] = []
        rows: list[tuple[int, bool, float, bool]] = []
        for number, one in enumerate(given):
            seen += besides(one.given, scale.scaled(one.signs))
            for place in range(len(one.signs)):
                if one.put_after is None:
                    is_open = one.is_unanswered and one.has_several
                    rows.append((number, one.is_unanswered, 1.0, is_open))
                else:
                    rows.append((number, place == one.put_after, MADE_UP_WEIGHT, False))
        exchange, wanted, weights, is_open = map(numpy.array, zip(*rows, strict=True))
        return cls(
            given,
            scale,
            Questions(
                *as_arrays(seen),
                exchange=exchange,
                wanted=wanted.astype(numpy.float32),
                weights=weights.astype(numpy.float32),
                is_open=is_open,
            ),
        )

    def of_exchanges(self, numbers: Array) -> Questions:
        """The questions of some exchanges, by their numbers."""
        return self.questions.of(numpy.flatnonzero(numpy.isin(self.questions.exchange, numbers)))


def fit_signs(given: Sequence[Exchange], scale: Scale) -> Voice:
    """The voice of signs; of an exchange with one left unanswered the likeliest teaches."""
    fitted: LogisticRegression | None = None
    for _round in range(ROUNDS):
        rows: list[Array] = []
        labels: list[bool] = []
        weights: list[float] = []
        for one in given:
            scaled = scale.scaled(one.signs)
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
        fitted = LogisticRegression(C=SIGNS_STRENGTH, max_iter=3000).fit(
            numpy.vstack(rows), labels, weights
        )
    assert fitted is not None
    return Voice(fitted.coef_.T.astype(numpy.float32), fitted.intercept_.astype(numpy.float32))


class Scores(NamedTuple):
    """For every exchange the score of its likeliest question: by signs, and by the network."""

    signs: Array
    network: Array


def across_writers(material: Material, learned_from: Array, judged: Array) -> Scores:
    """The scores of some exchanges by what learned from those of other writers.

    Both are told by their numbers. Writers are held out in groups.
    """
    writers = numpy.array([one.writer for one in material.exchanges])
    names = sorted(set(writers))
    found = Scores(numpy.zeros(len(judged)), numpy.zeros(len(judged)))
    for group in range(HELD_OUT_GROUPS):
        is_held_out = numpy.isin(writers, names[group::HELD_OUT_GROUPS])
        learned = learned_from[~is_held_out[learned_from]]
        voice = fit_signs([material.exchanges[number] for number in learned], material.scale)
        network = fit_answers(material.of_exchanges(learned), SEED)
        for place in numpy.flatnonzero(is_held_out[judged]):
            number = judged[place]
            signs = material.scale.scaled(material.exchanges[number].signs)
            asked = material.of_exchanges(numpy.array([number]))
            found.signs[place] = (signs @ voice.weights + voice.base).max()
            found.network[place] = scores_of(network, asked).max()
    return found


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
    by_network: Array


def train(material: Material, *, several: bool) -> Trained:
    """The model for messages with one question, or with several.

    Made-up exchanges teach only the latter.
    """
    own = [one.put_after is None for one in material.exchanges]
    learned_from = numpy.flatnonzero(numpy.logical_or(own, several))
    numbers = numpy.array(
        [n for n, one in enumerate(material.exchanges) if own[n] and one.has_several is several]
    )
    judged = [material.exchanges[number] for number in numbers]
    wanted = numpy.array([one.is_unanswered for one in judged])
    scores = across_writers(material, learned_from, numbers)
    by_signs, by_network = calibrate(scores.signs, wanted), calibrate(scores.network, wanted)
    model = AnswerModel(
        name=ANSWERS,
        label=UNANSWERED,
        centre=material.scale.centre,
        spread=material.scale.spread,
        signs=fit_signs([material.exchanges[n] for n in learned_from], material.scale),
        network=fit_answers(material.of_exchanges(learned_from), SEED),
        by_signs=by_signs,
        by_network=by_network,
        possible=POSSIBLE,
    )
    signs = by_signs.probabilities(scores.signs[:, None])[:, 0]
    network = by_network.probabilities(scores.network[:, None])[:, 0]
    return Trained(model, judged, signs, numpy.where(signs >= POSSIBLE, network, signs))


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
        numpy.concatenate([one.by_network, several.by_network]),
    )
    titles = {
        "all messages": together,
        "one question": one,
        f"several questions ({made_up} more made up)": several,
    }
    for title, trained in titles.items():
        out.write(f"{title}: ")
        named = {"signs": trained.by_signs, "network": trained.by_network}
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

    for module in (vectors, answers, answer_network):
        module.encode = encode  # type: ignore[attr-defined]


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
    more = made_up(lines)
    material = Material.of([*exchanges(lines), *more])
    one, several = train(material, several=False), train(material, several=True)
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
