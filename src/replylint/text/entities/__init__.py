"""What a reply names: dates, times, lengths, amounts, numbers, orders, people, phones.

Each kind has a recogniser of its own and is looked for only when somebody asks. Entities of one
kind never overlap; those of different kinds may («12» is a number in the date «12 мая»).
Prepositions are not part of an entity: «до 15:00», «через 2 часа», «к пятнице» have «15:00»,
«2 часа», «пятнице».
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module

from replylint.text.entities import signs
from replylint.text.entities.words import Entity, Words
from replylint.text.tokens import Kind

__all__ = ["ENTITY_KINDS", "Entity", "Words", "find_entities", "recognise"]

Recogniser = Callable[[Words], Iterator[Entity]]

_OF_ONE_TOKEN: dict[str, Recogniser] = {
    "email": signs.of_kind(Kind.EMAIL),
    "url": signs.of_kind(Kind.URL),
    "emoji": signs.emoji,
    "placeholder": signs.of_kind(Kind.PLACEHOLDER),
}
_MODULES = {
    "date": "dates",
    "time": "times",
    "duration": "durations",
    "money": "money",
    "phone": "phones",
    "order": "orders",
    "number": "numbers",
    "name": "names",
}
ENTITY_KINDS = (*_MODULES, *_OF_ONE_TOKEN)
"""The names that may follow ``#`` in a pattern."""


@cache
def _recogniser(kind: str) -> Recogniser:
    """The ``find`` of a kind; its module is loaded when the kind is asked for first."""
    if kind in _OF_ONE_TOKEN:
        return _OF_ONE_TOKEN[kind]
    found: Recogniser = import_module(f"{__name__}.{_MODULES[kind]}").find
    return found


def find_entities(kind: str, words: Words) -> Mapping[int, int]:
    """The entities of one kind: for each its first word and its end (a word index, excluded).

    ``kind`` is one of ``ENTITY_KINDS``; raises ``KeyError`` for another.
    """
    return {found.first: found.end for found in _recogniser(kind)(words)}


def recognise(words: Words, kinds: Iterable[str] = ENTITY_KINDS) -> list[Entity]:
    """The entities of some kinds, all unless told, in the order of the text.

    Raises ``KeyError`` for a kind that is not one of ``ENTITY_KINDS``.
    """
    found = [entity for kind in kinds for entity in _recogniser(kind)(words)]
    return sorted(found, key=lambda entity: (entity.start, entity.stop, entity.kind))
