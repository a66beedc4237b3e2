"""The signal ``meaning``: sentences that mean something like the examples, in any words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from replylint.signals.match import Match
from replylint.signals.reading import Reading
from replylint.text.vectors import can_encode, encode
from replylint.text.zones import PROSE

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FEWEST_WORDS = 3
_MOST_SENTENCES = 30
_ROUNDS = 600
_STEP = 8.0
_PULL = 0.001


@dataclass(frozen=True, slots=True)
class Meaning:
    """Sentences likelier to belong to the examples ``like`` than to those ``unlike``.

    ``least`` (0 to 1) is how sure it must be. A text of several sentences is read as a whole as
    well: where only the whole is sure, the match is the whole. Without the encoder (see
    ``text.vectors``) nothing is found.
    """

    like: tuple[str, ...]
    unlike: tuple[str, ...]
    least: float

    def find(self, reading: Reading) -> list[Match]:
        """The sentences that mean it, in the order of the text; of few words, only the whole."""
        places = _places(reading)
        if not places or not can_encode():
            return []
        text = reading.document.text
        weights, base = _learned(self.like, self.unlike)
        sure = _logistic(encode([text[m.start : m.stop] for m in places]) @ weights + base)
        found = [m for m, value in zip(places, sure, strict=True) if value >= self.least]
        return found[1:] if len(found) > 1 else found


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


@lru_cache(maxsize=64)
def _learned(like: tuple[str, ...], unlike: tuple[str, ...]) -> tuple[NDArray[Any], float]:
    """The plane that parts the examples best (logistic regression by plain gradient descent)."""
    import numpy

    vectors = encode([*like, *unlike])
    wanted = numpy.array([1.0] * len(like) + [0.0] * len(unlike))
    weights, base = numpy.zeros(vectors.shape[1]), 0.0
    for _round in range(_ROUNDS):
        error = _logistic(vectors @ weights + base) - wanted
        weights -= _STEP * (vectors.T @ error / len(wanted) + _PULL * weights)
        base -= _STEP * float(error.mean())
    return weights, base


def _logistic(values: NDArray[Any]) -> NDArray[Any]:
    import numpy

    result: NDArray[Any] = 1.0 / (1.0 + numpy.exp(-values))
    return result
