"""What compiled patterns are made of."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, NamedTuple


class Op(IntEnum):
    """What an instruction does; those that consume words go on at the next instruction."""

    WORDS = 0
    PREFIX = 1
    ANY = 2
    GRAMMEMES = 3
    ENTITY = 4
    SIGNAL = 5
    SPLIT = 6
    JUMP = 7
    ANCHOR = 8
    MARK = 9
    REPORT_FROM = 10
    REPORT_TO = 11
    DONE = 12


class Instruction(NamedTuple):
    """An operation with its argument.

    WORDS: a frozenset of word forms. PREFIX: how the word begins. GRAMMEMES: a predicate on a word.
    ENTITY, SIGNAL: a name. SPLIT: two targets, the preferred first. JUMP: a target. ANCHOR: one of
    ``^ $ ^^ $$``. MARK: a punctuation mark that must stand before the word.
    """

    op: Op
    argument: Any = None
