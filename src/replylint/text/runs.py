"""Runs of words, by which texts are told to be nearly the same."""

from __future__ import annotations

from collections.abc import Collection

from replylint.text.document import Document
from replylint.text.tokens import Kind
from replylint.text.zones import Zone

_LENGTH = 3

Runs = frozenset[tuple[str, ...]]
"""Each three words that follow each other; any number is a zero."""


def runs_of(document: Document, zones: Collection[Zone] = frozenset(Zone)) -> Runs:
    """The runs of a text, of its words in some zones only."""
    words = [
        word if kind is not Kind.NUMBER else "0"
        for word, kind, zone in zip(document.words, document.kinds, document.zones, strict=True)
        if zone in zones
    ]
    return frozenset(tuple(words[n : n + _LENGTH]) for n in range(max(len(words) - _LENGTH + 1, 0)))
