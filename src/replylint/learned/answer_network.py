"""A network that looks at each sentence of a reply beside a question of the customer's.

All sentences go through one layer, each together with the question and its signs. Of every unit the
sentence that moves it most is heard, and the mean of all: a reply answers where one of its
sentences does, whatever the others say.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy

from replylint.text.answers import Candidate, Given, Part
from replylint.text.vectors import encode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[numpy.float32]

_LONGEST = 1_000
_PRODUCT, _QUESTION, _SIGNS, _TIES = 15.0, 0.5, 0.1, 0.2
"""What brings each group of features to the size of the others; found across writers."""

_MOST_SHARED = 3
_LONG = 100
_GIFTS = tuple(Given)


class Beside(NamedTuple):
    """A question, and the sentences of a reply beside it, as numbers.

    ``question`` is one row of features, ``sentences`` has a row for each sentence that could
    answer; there may be none.
    """

    question: Floats
    sentences: Floats


class AnswerNetwork(NamedTuple):
    """The weights: a row for each feature and a column for each unit, and what the units tell.

    ``sentence`` is for the features of a sentence, ``question`` for those of the question;
    ``loudest`` and ``mean`` say how much the greatest and the mean value of each unit count.
    """

    sentence: Floats
    question: Floats
    base: Floats
    loudest: Floats
    mean: Floats
    outset: Floats

    def score(self, given: Beside) -> float:
        """How likely the question stays without an answer; any number, the greater the likelier."""
        score = float(self.outset[0])
        if len(given.sentences):
            asked = given.question @ self.question + self.base
            units = numpy.maximum(given.sentences @ self.sentence + asked, 0)
            score += float(units.max(axis=0) @ self.loudest + units.mean(axis=0) @ self.mean)
        return score


def beside(question: str, signs: Floats, found: Sequence[Candidate]) -> Beside:
    """A question with its signs (scaled) and the sentences of the reply, compared by meaning.

    Raises ``ImportError`` without the encoder.
    """
    in_order = sorted(found, key=lambda one: one.part.first)
    parts = [one.part for one in in_order]
    asked, *vectors = encode([question[:_LONGEST], *(part.text[:_LONGEST] for part in parts)])
    rows = [
        numpy.concatenate([vector, _PRODUCT * asked * vector, [*_ties(one, parts)]])
        for one, vector in zip(in_order, vectors, strict=True)
    ]
    return Beside(
        numpy.concatenate([_QUESTION * asked, _SIGNS * signs]).astype(numpy.float32),
        numpy.array(rows, dtype=numpy.float32),
    )


def _ties(one: Candidate, parts: Sequence[Part]) -> Iterator[float]:
    """What ties a sentence to the question, what it gives, and where it stands."""
    part = one.part
    yield _TIES * bool(one.gives)
    yield _TIES * (one.cosine or 0.0)
    yield _TIES * one.strength
    yield _TIES * min(_MOST_SHARED, len(one.shared))
    yield _TIES * (part is parts[0])
    yield _TIES * (part is parts[-1])
    yield _TIES * len(part.text) / _LONG
    yield _TIES * ("?" in part.text)
    for gift in _GIFTS:
        yield _TIES * (gift in part.gives)
