"""The tree of a pattern: what can stand in it, and what one may ask of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, in comparable form."""

    form: str


@dataclass(frozen=True, slots=True)
class Lexeme:
    """Any form of one of the lexemes that has the grammemes; any word at all without lexemes."""

    lexemes: tuple[str, ...]
    grammemes: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Beginning:
    """A word that begins so."""

    form: str


@dataclass(frozen=True, slots=True)
class AnyWord:
    """A word, whichever it is."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to ``most`` arbitrary words; any number when None."""

    most: int | None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The start or end of the sentence (``^ $``) or of the reply (``^^ $$``)."""

    sign: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A punctuation mark that must stand here."""

    mark: str


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity of a kind, such as ``date``."""

    kind: str


@dataclass(frozen=True, slots=True)
class SignalHere:
    """Another signal stands here."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ListOf:
    """One of the phrases of a list from ``define``."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sequence_:
    """One thing after the other."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Alternatives:
    """One of several."""

    branches: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Optional_:
    """May be absent."""

    item: Node


@dataclass(frozen=True, slots=True)
class Reported:
    """Only this part is reported."""

    item: Node


Node = (
    Word
    | Lexeme
    | Beginning
    | AnyWord
    | Gap
    | Anchor
    | Mark
    | Entity
    | SignalHere
    | ListOf
    | Sequence_
    | Alternatives
    | Optional_
    | Reported
)


def can_be_empty(node: Node) -> bool:
    """Whether the node can match no words at all."""
    match node:
        case Gap() | Anchor() | Mark() | Optional_():
            return True
        case Sequence_(items):
            return all(can_be_empty(item) for item in items)
        case Alternatives(branches):
            return any(can_be_empty(branch) for branch in branches)
        case Reported(item):
            return can_be_empty(item)
        case _:
            return False
