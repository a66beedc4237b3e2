"""A model that learned from labelled texts: how likely each label is for a text.

The texts are sentences of replies, or whole replies together with the message that they answer.

It has two voices. One counts words, forms and letters (``features``), needs nothing but NumPy and
is always there. The other knows sentences by their meaning (``text.vectors``); it is asked where
its package is installed and the first one finds a label possible at all, since it costs more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import numpy

from replylint.learned.features import features_of
from replylint.text import vectors
from replylint.text.one_thread import one_thread

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float32]
    _Weighted = tuple[NDArray[numpy.int64], Floats]

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

CONTEXT_WEIGHT = 0.5
"""How much the sentence before and the customer's message weigh beside the sentence's meaning."""

_REMEMBERED = 20_000
_FEW_REMEMBERED = 200
_LONGEST_CONTEXT = 1_000
_EXAMPLES = 2
_ALIKE, _ALIKE_IN_WORDS = 0.3, 0.1
"""From which likeness on an example explains: words and meaning together, and words alone."""


class Seen(NamedTuple):
    """A text as a model sees it: with the sentence before and the customer's message, if any."""

    text: str
    before: str | None = None
    customer: str | None = None


class Voice(NamedTuple):
    """The weights of one voice, a row for each feature, and what is added for each label."""

    weights: Floats
    base: Floats


class Layers(NamedTuple):
    """A voice with a layer between, of units that are silent below zero and that all labels share.

    ``hidden`` has a row for each feature and a column for each unit, ``weights`` a row for each
    unit and a column for each label; the bases are what is added.
    """

    hidden: Floats
    hidden_base: Floats
    weights: Floats
    base: Floats

    def scores(self, rows: Floats) -> Floats:
        """The scores of rows of features, or of one."""
        units = numpy.maximum(rows @ self.hidden + self.hidden_base, 0)
        result: Floats = units @ self.weights + self.base
        return result


class Calibration(NamedTuple):
    """From scores to probabilities, for each label: 1 / (1 + exp(-(slope · score + base)))."""

    slope: Floats
    base: Floats

    def probabilities(self, scores: Floats) -> Floats:
        """The probabilities of the scores, both a row for each sentence."""
        return _logistic(scores * self.slope + self.base)


@dataclass(eq=False, slots=True)
class LearnedModel:
    """The model ``name``: what it learned, as ``learned.artefact`` reads it from its file.

    ``examples`` are, for each label, some of the texts that it learned the label from.
    ``possible`` is the probability by words alone from which on the meaning is asked. A model of
    ``whole`` replies counts the words of the customer's message as well: its features are the
    2**``bits`` of the reply and, after them, as many of the message.
    """

    name: str
    labels: tuple[str, ...]
    bits: int
    rarity: Floats
    words: Voice
    meaning: Layers
    by_words: Calibration
    by_both: Calibration
    possible: float
    examples: Mapping[str, tuple[str, ...]]
    whole: bool = False
    _known: dict[Seen, Floats] = field(default_factory=dict)
    _known_words: dict[str, Floats] = field(default_factory=dict)
    _known_nearest: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    _weighted_examples: dict[str, list[_Weighted]] = field(default_factory=dict)
    _last_weighted: dict[tuple[str, int], _Weighted] = field(default_factory=dict)

    def scores(self, sentences: Sequence[Seen]) -> Floats:
        """The probability (0 to 1) of every label, a row for each sentence.

        Identical sentences in the same surroundings are scored once.
        """
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        here = {seen: self._known.get(seen) for seen in sentences}
        new = [seen for seen, scores in here.items() if scores is None]
        if new:
            with one_thread():
                scored = dict(zip(new, self._scored(new), strict=True))
            here.update(scored)
            self._known.update(scored)
        return numpy.array([here[seen] for seen in sentences]).reshape(-1, len(self.labels))

    def nearest(self, text: str, label: str) -> tuple[str, ...]:
        """The examples of a label that are most like a text, the nearest first.

        Like by their words and, where the encoder is installed, by what they mean. None is given
        that is not like enough to explain anything.
        """
        found = self._known_nearest.get((text, label))
        if found is None:
            found = self._nearest(text, label)
            _remember(self._known_nearest, (text, label), found, _REMEMBERED)
        return found

    def _nearest(self, text: str, label: str) -> tuple[str, ...]:
        examples = self.examples.get(label, ())
        if not examples:
            return ()
        if label not in self._weighted_examples:
            self._weighted_examples[label] = [self.weighted(example) for example in examples]
        own = numpy.zeros(1 << self.bits, dtype=numpy.float32)
        numbers, weights = self.weighted(text)
        own[numbers] = weights
        known = self._weighted_examples[label]
        likeness = numpy.array([float(weights @ own[numbers]) for numbers, weights in known])
        least = _ALIKE_IN_WORDS
        if vectors.can_encode():
            likeness, least = likeness + _alike_in_meaning(text, examples), _ALIKE
        order = numpy.argsort(-likeness, kind="stable")[:_EXAMPLES]
        return tuple(examples[int(number)] for number in order if likeness[number] >= least)

    def _scored(self, sentences: Sequence[Seen]) -> Floats:
        words = numpy.array([self._by_words(seen) for seen in sentences])
        found = self.by_words.probabilities(words)
        if vectors.can_encode():
            asked = numpy.flatnonzero(found.max(axis=1) >= self.possible)
            if len(asked):
                meaning = self._by_meaning([sentences[int(number)] for number in asked])
                found[asked] = self.by_both.probabilities(words[asked] + meaning)
        return found

    def _by_words(self, seen: Seen) -> Floats:
        """The scores of a text by its words; the same text in any surroundings is counted once."""
        score = self._known_words.get(seen.text)
        if score is None:
            numbers, weights = self.weighted(seen.text)
            score = weights @ self.words.weights[numbers] + self.words.base
            _remember(self._known_words, seen.text, score, _REMEMBERED)
        if self.whole and seen.customer:
            numbers, weights = self.weighted(seen.customer, 1 << self.bits)
            score = score + weights @ self.words.weights[numbers]
        return score

    def _by_meaning(self, sentences: Sequence[Seen]) -> Floats:
        """The scores by meaning, row by row: in one product a row would depend on its company."""
        return numpy.array([self.meaning.scores(row) for row in meaning_of(sentences)])

    def weighted(self, text: str, since: int = 0) -> _Weighted:
        """The features of a text with their weights, rare ones heavier; as a vector of length 1.

        ``since`` is added to the numbers of the features.
        """
        known = self._last_weighted.get((text, since))
        if known is None:
            numbers, weights = features_of(text, self.bits)
            numbers = numbers + since
            weights = weights * self.rarity[numbers]
            length = numpy.float32(max(float(numpy.sqrt(weights @ weights)), 1e-9))
            known = numbers, weights / length
            _remember(self._last_weighted, (text, since), known, _FEW_REMEMBERED)
        return known


def _alike_in_meaning(text: str, examples: Sequence[str]) -> Floats:
    """How near a text is to each example in meaning: the cosines of their vectors."""
    with one_thread():
        own, *others = vectors.encode([each[:_LONGEST_CONTEXT] for each in (text, *examples)])
        likeness: Floats = numpy.array([float(own @ other) for other in others])
    return likeness


def meaning_of(sentences: Sequence[Seen]) -> Floats:
    """The vectors of sentences, each followed by those of what was said before it.

    Raises ``ImportError`` without the encoder.
    """
    texts = [text[:_LONGEST_CONTEXT] for seen in sentences for text in seen if text]
    known = dict(zip(texts, vectors.encode(texts), strict=True)) if texts else {}
    size = len(next(iter(known.values()))) if known else 0
    nothing = numpy.zeros(size, dtype=numpy.float32)
    rows: list[Any] = []
    for seen in sentences:
        own, *others = (known[text[:_LONGEST_CONTEXT]] if text else nothing for text in seen)
        rows.append(numpy.concatenate([own, *(CONTEXT_WEIGHT * other for other in others)]))
    return numpy.array(rows, dtype=numpy.float32)


def _remember(memory: dict[_Key, _Value], key: _Key, value: _Value, most: int) -> None:
    """Remember a value; a memory that is full begins anew."""
    if len(memory) >= most:
        memory.clear()
    memory[key] = value


def _logistic(values: Floats) -> Floats:
    result: Floats = (1.0 / (1.0 + numpy.exp(-values))).astype(numpy.float32)
    return result
