"""What the recognisers read, and what they give back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from replylint.text.entities.values import Value
from replylint.text.tokens import Kind


class Words(NamedTuple):
    """The words of a document, as parallel lists, and the text they stand in."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    kinds: Sequence[Kind]
    words: Sequence[str]

    def word(self, index: int) -> str:
        """The comparable form of a word; an empty string outside of the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def gap(self, index: int) -> str:
        """The marks and white space before word ``index``, which may be the number of words."""
        start = self.ends[index - 1] if index > 0 else 0
        end = self.starts[index] if index < len(self.starts) else len(self.text)
        return self.text[start:end]


class Entity(NamedTuple):
    """Something that a reply names: a date, an amount, a person.

    The words ``first`` to ``end`` (excluded) belong to it; ``start`` and ``stop`` (excluded) are
    its code points in the original text, which may reach into the marks around («500 ₽»).
    ``value`` says what is meant, None where that cannot be said.
    """

    kind: str
    first: int
    end: int
    start: int
    stop: int
    value: Value


def entity(kind: str, words: Words, first: int, end: int, value: Value) -> Entity:
    """The entity that covers exactly the words ``first`` to ``end`` (excluded)."""
    return Entity(kind, first, end, words.starts[first], words.ends[end - 1], value)
