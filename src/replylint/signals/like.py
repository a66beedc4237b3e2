"""The signal ``like``: sentences that mean something like the examples, in any words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy

from replylint.signals.evidence import Evidence
from replylint.signals.match import Match
from replylint.signals.ordinary import ORDINARY
from replylint.signals.reading import Reading
from replylint.text.vectors import can_encode, encode
from replylint.text.zones import PROSE

if TYPE_CHECKING:
    from numpy.typing import NDArray

FEWEST_TO_PART = 5
"""With so many counter-examples a plane is learned; with fewer the nearest example decides."""

_FEWEST_WORDS = 3
_MOST_SENTENCES = 30
_LONGEST = 1_000
"""Code points of a text that are looked at; what it is about has been said by then."""
_ROUNDS = 600
_STEP = 8.0
_PULL = 0.001
_NEAREST = 2
_SHARPNESS = 14.0
_FARTHEST = 0.3


@dataclass(frozen=True, slots=True)
class Like:
    """Sentences likelier to belong to the examples ``of`` than to the counter-examples ``unlike``.

    ``least`` (0 to 1) is how sure it must be. A text of several sentences is read as a whole as
    well: where only the whole is sure, the match is the whole. Nothing is found without the encoder
    (see ``text.vectors``), and where learned signals are not wanted.
    """

    of: tuple[str, ...]
    unlike: tuple[str, ...]
    least: float

    def find(self, reading: Reading) -> list[Match]:
        """The sentences that mean it, in the order of the text; of few words, only the whole."""
        places = _places(reading) if reading.learned else []
        if not places or not can_encode():
            return []
        text = reading.document.text
        vectors = encode([text[m.start : min(m.stop, m.start + _LONGEST)] for m in places])
        sure = self._sure(vectors)
        found = [
            place._replace(evidence=self._evidence(vector, float(value)))
            for place, vector, value in zip(places, vectors, sure, strict=True)
            if value >= self.least
        ]
        whole = places[0]
        parts = [m for m in found if (m.first, m.end) != (whole.first, whole.end)]
        return parts or found

    def _sure(self, vectors: NDArray[Any]) -> NDArray[Any]:
        """For each vector the probability that it belongs to the examples."""
        if len(self.unlike) >= FEWEST_TO_PART:
            weights, base = _learned(self.of, self.unlike)
            return _logistic(vectors @ weights + base)
        own = _likeness(vectors, self.of)
        other = numpy.maximum(_likeness(vectors, (*self.unlike, *ORDINARY)), _FARTHEST)
        return _logistic(_SHARPNESS * (own - other))

    def _evidence(self, vector: NDArray[Any], probability: float) -> Evidence:
        order = numpy.argsort(-(encode(self.of) @ vector), kind="stable")[:_NEAREST]
        examples = tuple(self.of[int(number)] for number in order)
        return Evidence(None, None, round(probability, 3), examples)


def _places(reading: Reading) -> list[Match]:
    """The whole of the author's own sentences, then each that has a few words."""
    document = reading.document
    own = [s for s in document.sentences if document.zones[s.first] in PROSE][:_MOST_SENTENCES]
    if not own:
        return []
    long = [s for s in own if s.end - s.first >= _FEWEST_WORDS]
    whole = Match.of_words(document, own[0].first, own[-1].end)
    parts = [Match.of_words(document, s.first, s.end) for s in long]
    return [whole, *(part for part in parts if part != whole)]


def _likeness(vectors: NDArray[Any], examples: tuple[str, ...]) -> NDArray[Any]:
    """How near each vector is to its nearest examples: the mean of the two greatest cosines."""
    near = numpy.sort(vectors @ encode(examples).T, axis=1)[:, -_NEAREST:]
    result: NDArray[Any] = near.mean(axis=1)
    return result


@lru_cache(maxsize=64)
def _learned(of: tuple[str, ...], unlike: tuple[str, ...]) -> tuple[NDArray[Any], float]:
    """The plane that parts the examples best (logistic regression by plain gradient descent)."""
    vectors = encode([*of, *unlike])
    wanted = numpy.array([1.0] * len(of) + [0.0] * len(unlike))
    weights, base = numpy.zeros(vectors.shape[1]), 0.0
    for _round in range(_ROUNDS):
        error = _logistic(vectors @ weights + base) - wanted
        weights -= _STEP * (vectors.T @ error / len(wanted) + _PULL * weights)
        base -= _STEP * float(error.mean())
    return weights, base


def _logistic(values: NDArray[Any]) -> NDArray[Any]:
    result: NDArray[Any] = 1.0 / (1.0 + numpy.exp(-values))
    return result
