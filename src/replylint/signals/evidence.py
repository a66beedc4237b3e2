"""What a learned signal can say for a match: how sure it is, and which examples it recalls."""

from __future__ import annotations

from typing import NamedTuple

from replylint.finding import Quote


class Evidence(NamedTuple):
    """Why a sentence was taken for what it is.

    ``model`` and ``label`` name what the model was asked; both are None where a signal had examples
    of its own (``like``). ``probability`` is 0 to 1. ``examples`` are those that the sentence is
    most like, the nearest first. ``about`` is what the customer said that it was judged beside.
    """

    model: str | None
    label: str | None
    probability: float
    examples: tuple[str, ...] = ()
    about: Quote | None = None
