"""What learned models are going to be asked about several replies, asked for all at once.

Sentences of many replies together cost the encoder less than half of what they cost reply by reply
(``text.groups``). What comes of it stays in the memories of models and encoder, where each reading
finds it when it asks.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from replylint.learned.shelf import SHELF
from replylint.signals.answered import given_in
from replylint.signals.model import seen_in
from replylint.signals.reading import Reading
from replylint.text import vectors


def look_ahead(several: Sequence[tuple[Reading, Collection[str]]]) -> None:
    """Ask, for each reading, the models of these names."""
    by_model: dict[str, list[Reading]] = {}
    for reading, models in several:
        if reading.learned:
            for name in models:
                by_model.setdefault(name, []).append(reading)
    for name, readings in by_model.items():
        _score(name, readings)
        _encode(name, readings)


def _score(name: str, readings: Sequence[Reading]) -> None:
    model = SHELF.texts(name)
    if model is not None:
        model.scores([seen for reading in readings for seen in seen_in(reading, model)])


def _encode(name: str, readings: Sequence[Reading]) -> None:
    model = SHELF.answers(name)
    if model is None or not vectors.can_encode():
        return
    asked = (given_in(reading, name) for reading in readings)
    texts = [text for given in asked if given for text in model.compared(given)]
    if texts:
        vectors.encode(texts)
