"""The signal ``model``: what a learned model takes for a label, sentences or a whole reply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple

from replylint.finding import Quote
from replylint.learned.answering import is_meant
from replylint.learned.model import LearnedModel, Seen
from replylint.learned.shelf import SHELF
from replylint.signals.answered import asked_in
from replylint.signals.evidence import Evidence
from replylint.signals.match import Match
from replylint.signals.reading import Reading
from replylint.signals.sentences import clause_of, own_sentences, written

_LIKELY = 0.6
"""From this probability of its clause on, a doubt about the whole sentence does not hold."""


@dataclass(frozen=True, slots=True)
class Model:
    """Sentences for which the model ``name`` gives ``label`` a probability in some bounds.

    They are ``least`` to ``most``, ``most`` itself only where it is 1. A model of whole replies
    judges the reply as one, beside the customer's message; with ``at_start`` it is reported at its
    very start, since what it lacks stands nowhere. A model of questions judges it beside each of
    the customer's questions, and the likeliest to be left without an answer goes with the match.
    Its label may be for messages with one question, or with several, only. Nothing is found where
    learned signals are not wanted, or where the model cannot be used.
    """

    name: str
    label: str
    least: float
    most: float = 1.0
    at_start: bool = False

    def may_stand(self, reading: Reading) -> bool:
        """Whether some text of the reply is likely enough; a quick look at all labels at once."""
        if not reading.learned:
            return False
        most = likeliest(reading, self.name).get(self.label)
        return bool(self.find(reading)) if most is None else most >= self.least

    def find(self, reading: Reading) -> list[Match]:
        """The sentences, in the order of the text, with the probability as evidence."""
        known = SHELF.model(self.name) if reading.learned else None
        if known is None or self.label not in known.labels:
            return []
        model = SHELF.texts(self.name)
        if model is None:
            return self._by_questions(reading)
        places, probabilities = probabilities_of(reading, self.name)
        column = model.labels.index(self.label)
        found: list[Match] = []
        for place, row in zip(places, probabilities, strict=True):
            probability = row[column]
            if self._fits(probability):
                examples = self._examples(model, written(reading.document, place))
                evidence = Evidence(self.name, self.label, round(probability, 3), examples)
                where = Match(0, 0, 0, 0) if self.at_start else place
                found.append(where._replace(evidence=evidence))
        return found

    def gainsaid(self, reading: Reading, match: Match) -> bool:
        """Whether a doubt (a low ``most``) about a sentence does not hold for a match's clause.

        A sentence of several thoughts looks like the gravest of them, and what the others say
        seems improbable in it. So the clause is asked alone, where there are several.
        """
        model = SHELF.texts(self.name) if self.most < 1 and reading.learned else None
        clause = clause_of(reading.document, match) if model is not None else None
        if model is None or clause is None or self.label not in model.labels:
            return False
        seen = Seen(written(reading.document, clause), None, _customer(reading))
        return float(model.scores([seen])[0][model.labels.index(self.label)]) >= _LIKELY

    def _examples(self, model: LearnedModel, text: str) -> tuple[str, ...]:
        """What the text recalls; nothing where the signal is about what the text is not."""
        return model.nearest(text, self.label) if self.most >= 1 else ()

    def _fits(self, probability: float) -> bool:
        return self.least <= probability and (probability < self.most or self.most >= 1)

    def _by_questions(self, reading: Reading) -> list[Match]:
        """The reply, if one of the customer's questions is likely to stand without an answer."""
        asked = asked_in(reading, self.name)
        if asked is None or not (asked.unanswered and reading.document.words):
            return []
        if not is_meant(self.label, asked.given):
            return []
        probability = max(asked.unanswered)
        if not self._fits(probability):
            return []
        question = asked.given.pairs[asked.unanswered.index(probability)].question
        text = asked.given.message.text[question.start : question.stop]
        about = Quote("customer", text)
        evidence = Evidence(self.name, self.label, round(probability, 3), about=about)
        whole = Match.of_words(reading.document, 0, len(reading.document.words))
        return [(Match(0, 0, 0, 0) if self.at_start else whole)._replace(evidence=evidence)]


class _Judged(NamedTuple):
    """The sentences that a model judged, a row of probabilities for each, and the greatest ones."""

    places: list[Match]
    rows: list[list[float]]
    likeliest: Mapping[str, float]


def probabilities_of(reading: Reading, name: str) -> tuple[list[Match], list[list[float]]]:
    """The author's own sentences, and for each the probabilities of all labels of a model.

    They are worked out once for each reading. Empty where the model cannot be used, and for a model
    of questions, which has no probabilities of texts.
    """
    return _judged(reading, name)[:2]


def likeliest(reading: Reading, name: str) -> Mapping[str, float]:
    """For each label of a model its greatest probability in a reply; 0 for all without a text.

    Empty where ``probabilities_of`` always is.
    """
    return _judged(reading, name).likeliest


def _judged(reading: Reading, name: str) -> _Judged:
    known: _Judged | None = reading.remembered.get(name)
    if known is None:
        known = reading.remembered[name] = _by_model(reading, SHELF.texts(name))
    return known


def _by_model(reading: Reading, model: LearnedModel | None) -> _Judged:
    if model is None:
        return _Judged([], [], {})
    places = _places(reading, model)
    rows = model.scores(_seen(reading, model, places)).tolist() if places else []
    most = map(max, zip(*rows, strict=True)) if rows else repeat(0.0)
    return _Judged(places, rows, dict(zip(model.labels, most, strict=False)))


def seen_in(reading: Reading, model: LearnedModel) -> list[Seen]:
    """What a model judges of a reading, each with what stands around it."""
    return _seen(reading, model, _places(reading, model))


def _places(reading: Reading, model: LearnedModel) -> list[Match]:
    """What a model judges: sentences, or the reply where there is a message that it answers."""
    document = reading.document
    if not model.whole:
        return own_sentences(document)
    if not document.words or _customer(reading) is None:
        return []
    return [Match.of_words(document, 0, len(document.words))]


def _customer(reading: Reading) -> str | None:
    turn = reading.turn
    return turn.document.text.strip() or None if turn is not None else None


def _seen(reading: Reading, model: LearnedModel, places: list[Match]) -> list[Seen]:
    customer = _customer(reading)
    if model.whole:
        return [Seen(reading.document.text.strip(), None, customer) for _place in places]
    texts = [written(reading.document, place) for place in places]
    return [Seen(own, before, customer) for own, before in zip(texts, [None, *texts], strict=False)]
