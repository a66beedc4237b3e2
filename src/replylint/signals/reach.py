"""Where in a sentence a pattern can begin, worked out for all its words at once.

The words from which the rest of a pattern can be reached are the bits of one number. Going through
a pattern from its end to its beginning takes an operation or two for each of its parts, however
long the sentence is, where trying it word by word takes as many steps as there are words.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Protocol

from replylint.signals.instruction import Instruction, Op
from replylint.signals.row import Row, Span


class _Step(IntEnum):
    """What is done with the bits at an instruction."""

    WORDS = 0
    GAP = 1
    EITHER = 2
    ANYWHERE = 3
    ANY = 4
    SAME = 5
    PASSING = 6
    BEGINNING = 7
    FIRST = 8
    LAST = 9
    ENTITY = 10
    SIGNAL = 11
    MARK = 12


_WORDS, _GAP, _EITHER, _ANYWHERE = _Step.WORDS, _Step.GAP, _Step.EITHER, _Step.ANYWHERE
_ANY, _SAME, _PASSING, _BEGINNING = _Step.ANY, _Step.SAME, _Step.PASSING, _Step.BEGINNING
_FIRST, _ENTITY, _SIGNAL, _MARK = _Step.FIRST, _Step.ENTITY, _Step.SIGNAL, _Step.MARK
_OUTSIDE = frozenset((_ENTITY, _SIGNAL, _MARK))
_TAKING = frozenset((_WORDS, _ANY, _PASSING, _BEGINNING))
"""Steps over one word."""
_REPORTS = (Op.REPORT_FROM, Op.REPORT_TO)


class Beside(Protocol):
    """What stands in a sentence beside its words: the words at which it begins, as bits."""

    @property
    def walls(self) -> frozenset[int]:
        """The words, by their numbers in the document, before which a semicolon stands."""

    def entities(self, kind: str) -> int:
        """The words at which an entity of a kind begins."""

    def signals(self, name: str) -> int:
        """The words at which another signal begins."""

    def marks(self, mark: str) -> int:
        """The words before which a mark stands; that at the end stands before one more word."""


class Reach:
    """The code of a program, prepared for going through it backwards.

    ``is_exact`` tells whether the words alone decide: then a match that is not empty begins at each
    word that ``starts`` gives, as long as no semicolon stands in the sentence. Otherwise these are
    the only words at which one can begin. ``asks`` tells whether entities, signals or marks decide
    too.
    """

    __slots__ = (
        "_nowhere",
        "_passes",
        "_reports",
        "_size",
        "_steps",
        "_tests",
        "_way",
        "asks",
        "is_exact",
    )

    def __init__(self, code: Sequence[Instruction]) -> None:
        self._size = len(code)
        self._steps = [*_steps(code)]
        self._passes = _passes(self._steps)
        self._nowhere = [0] * self._size
        self._tests = [
            argument
            for at, step, argument, _target in self._steps
            if step is _PASSING and at in self._passes
        ]
        self._way = {at: (step, argument, target) for at, step, argument, target in self._steps}
        self._reports = {at: i.op for at, i in enumerate(code) if i.op in _REPORTS}
        self.asks = any(step in _OUTSIDE for _at, step, *_rest in self._steps)
        of_text = any(i.op is Op.ANCHOR and i.argument in ("^^", "$$") for i in code)
        self.is_exact = not self.asks and not of_text and not self.starts(Row(()))

    def starts(self, row: Row, beside: Beside | None = None) -> int:
        """The words of a row at which a match can begin, as bits.

        Without ``beside`` any word may begin an entity or a signal, and any mark stand before it.
        """
        for test in self._tests:
            if not row.passing(test):
                return 0
        return self.reached(row, beside)[0]

    def spans(self, row: Row, places: Sequence[int]) -> list[Span]:
        """The matches that begin at some words, where words alone decide, without overlapping.

        ``places`` are words that ``starts`` gives.
        """
        reached = self.reached(row)
        found: list[Span] = []
        free_from = 0
        for place in places:
            if place >= free_from:
                span = self._span(reached, place)
                free_from = span[1]
                found.append(span)
        return found

    def _span(self, reached: Sequence[int], begin: int) -> Span:
        """The match that begins at a word.

        Every step goes where the rest can be reached, so none has to be taken back.
        """
        at = report_from = begin
        report_to = -1
        pc, last = 0, self._size - 1
        while pc != last:
            step, argument, target = self._way[pc]
            if step in _TAKING:
                at += 1
            elif step is _GAP or step is _ANYWHERE:
                ahead = reached[target] >> at
                at += (ahead & -ahead).bit_length() - 1
            elif step is _EITHER:
                if not reached[target] >> at & 1:
                    target = argument
            elif pc in self._reports:
                if self._reports[pc] is Op.REPORT_FROM:
                    report_from = at
                else:
                    report_to = at
            pc = target
        return (
            (begin, at, -1, -1) if report_to <= report_from else (begin, at, report_from, report_to)
        )

    def reached(self, row: Row, beside: Beside | None = None) -> Sequence[int]:
        """For each instruction the words, as bits, from which the end can be reached by it.

        Instructions inside a gap have none: the gap is one step. Where nothing reaches the end from
        a pass that every way leads through, all are 0.
        """
        passes = self._passes
        everywhere = (2 << row.count) - 1
        reached = [0] * self._size
        reached[-1] = everywhere
        for at, step, argument, target in self._steps:
            bits = reached[target]
            if step is _WORDS:
                if bits and (bits := bits >> 1 & row.having(argument)):
                    reached[at] = bits
                elif at in passes:
                    return self._nowhere
            elif step is _EITHER:
                reached[at] = bits | reached[argument]
            elif step is _GAP:
                for _word in range(argument):
                    bits |= bits >> 1
                reached[at] = bits
            elif step is _ANYWHERE:
                reached[at] = (1 << bits.bit_length()) - 1
            elif step is _SAME:
                reached[at] = bits
            elif step is _ANY:
                reached[at] = bits >> 1
            elif step is _PASSING:
                if bits:
                    reached[at] = bits >> 1 & row.passing(argument)
            elif step is _BEGINNING:
                if bits:
                    reached[at] = bits >> 1 & row.beginning(argument)
            elif step is _FIRST:
                reached[at] = bits & 1
            elif step is _MARK:
                reached[at] = bits & beside.marks(argument) if bits and beside else bits
            elif step is _ENTITY or step is _SIGNAL:
                if bits:
                    here = (1 << bits.bit_length()) - 1
                    if beside is not None:
                        ask = beside.entities if step is _ENTITY else beside.signals
                        here &= ask(argument)
                    if here:
                        reached[at] = here
                    elif at in passes:
                        return self._nowhere
            else:
                reached[at] = bits & 1 << row.count
        return reached


def _passes(steps: Sequence[tuple[int, _Step, Any, int]]) -> frozenset[int]:
    """The places in the code that no way from the beginning to the end goes around."""
    found: set[int] = set()
    farthest = 0
    for at, step, argument, target in reversed(steps):
        if farthest <= at:
            found.add(at)
        farthest = max(farthest, target, argument if step is _EITHER else 0)
    return frozenset(found)


def _steps(code: Sequence[Instruction]) -> list[tuple[int, _Step, Any, int]]:
    """For each instruction that counts, the last first: its place, what to do and what follows."""
    inside: set[int] = set()
    found: list[tuple[int, _Step, Any, int]] = []
    for at, (op, argument) in enumerate(code[:-1]):
        if at in inside:
            continue
        if op is Op.SPLIT and argument[1] == at + 1:
            end = argument[0]
            inside.update(range(at + 1, end))
            if code[at + 2] == (Op.JUMP, at):
                found.append((at, _ANYWHERE, None, end))
            else:
                found.append((at, _GAP, (end - at) // 2, end))
        elif op is Op.SPLIT:
            found.append((at, _EITHER, argument[1], argument[0]))
        elif op is Op.JUMP:
            found.append((at, _SAME, None, argument))
        elif op is Op.ANCHOR:
            step = _FIRST if argument in ("^", "^^") else _Step.LAST
            found.append((at, step, None, at + 1))
        else:
            found.append((at, _OF.get(op, _SAME), argument, at + 1))
    return found[::-1]


_OF = {
    Op.WORDS: _WORDS,
    Op.PREFIX: _BEGINNING,
    Op.ANY: _ANY,
    Op.GRAMMEMES: _PASSING,
    Op.ENTITY: _ENTITY,
    Op.SIGNAL: _SIGNAL,
    Op.MARK: _MARK,
}
