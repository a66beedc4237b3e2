"""A compiled pattern: a small program that runs over the words of a sentence.

It is a backtracking matcher that never enters the same state at the same word twice, so its time is
the number of instructions times the number of words, whatever the pattern (the "bit-state" matcher
of R. Cox, https://swtch.com/~rsc/regexp/regexp3.html).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from typing import Any, NamedTuple, Protocol

from replylint.errors import Place
from replylint.signals.match import Match
from replylint.text.document import Document


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


_CONSUMING = frozenset((Op.WORDS, Op.PREFIX, Op.ANY, Op.GRAMMEMES, Op.ENTITY, Op.SIGNAL))
_DIVIDER = ";"


class Instruction(NamedTuple):
    """An operation with its argument.

    WORDS: a frozenset of word forms. PREFIX: how the word begins. GRAMMEMES: a predicate on a word.
    ENTITY, SIGNAL: a name. SPLIT: two targets, the preferred first. JUMP: a target. ANCHOR: one of
    ``^ $ ^^ $$``. MARK: a punctuation mark that must stand before the word.
    """

    op: Op
    argument: Any = None


class Surroundings(Protocol):
    """What a program may ask about the reply it runs over."""

    @property
    def document(self) -> Document:
        """The parsed reply."""

    def spans_of(self, signal: str) -> Mapping[int, Sequence[int]]:
        """Where another signal stands: first word → the ends of its matches there, excluded."""


class Program:
    """One pattern, ready to run.

    A match does not run over a semicolon: what stands behind it is another thought of the same
    sentence. Only a pattern that names the mark itself goes past it.

    ``source`` is the pattern as written and ``place`` where it stands in its pack. ``required`` are
    the groups of which each must have a member in the sentence: word forms, ``beginning*``,
    ``&signal``, ``#entity``, or a mark after a backslash; without any the program is tried on every
    sentence. ``signals`` are the full names of the signals that it asks for.
    """

    __slots__ = (
        "_beginnings",
        "_code",
        "_crosses",
        "_entities",
        "_marks",
        "_words",
        "place",
        "required",
        "signals",
        "source",
    )

    def __init__(
        self, source: str, code: Sequence[Instruction], required: Sequence[frozenset[str]]
    ) -> None:
        self.source = source
        self.place: Place | None = None
        self.required = tuple(required)
        self.signals = frozenset(i.argument for i in code if i.op is Op.SIGNAL)
        self._code = tuple(code)
        self._beginnings = _beginnings(self._code)
        self._crosses = any(i.op is Op.MARK and i.argument == _DIVIDER for i in self._code)
        self._words = tuple(
            group for group in self.required if not any(_is_special(word) for word in group)
        )
        self._marks = tuple(
            word[1:]
            for group in self.required
            if len(group) == 1
            for word in group
            if word[0] == "\\"
        )
        self._entities = tuple(
            word[1:]
            for group in self.required
            if len(group) == 1
            for word in group
            if word[0] == "#"
        )

    def matches(self, around: Surroundings, sentence: int) -> Iterator[Match]:
        """All matches in one sentence from left to right, not overlapping each other."""
        document = around.document
        present = document.sentence_words(sentence)
        if any(group.isdisjoint(present) for group in self._words):
            return
        if any(mark not in document.text for mark in self._marks):
            return
        if not all(document.entities(kind) for kind in self._entities):
            return
        first, end, _ = document.sentences[sentence]
        walls = frozenset() if self._crosses else _walls(document, first, end)
        visited: set[int] = set()
        free_from = first
        for position in self._candidates(around, first, end):
            if position < free_from:
                continue
            found = self._run(around, position, first, end, walls, visited)
            if found is not None:
                yield found
                free_from = max(found.end, position + 1)
                visited.clear()

    def _candidates(self, around: Surroundings, first: int, end: int) -> Iterable[int]:
        """The words of the sentence at which a match can begin, in order."""
        words = around.document.words
        if self._beginnings is not None:
            whole, parts = self._beginnings
            return [
                i
                for i in range(first, end)
                if words[i] in whole or (parts and words[i].startswith(parts))
            ]
        op, argument = self._code[0]
        if op is Op.ENTITY:
            return sorted(i for i in around.document.entities(argument) if first <= i < end)
        if op is Op.SIGNAL:
            return sorted(i for i in around.spans_of(argument) if first <= i < end)
        return range(first, end)

    def _run(
        self,
        around: Surroundings,
        begin: int,
        first: int,
        end: int,
        walls: frozenset[int],
        visited: set[int],
    ) -> Match | None:
        document = around.document
        words = document.words
        code = self._code
        width = end + 1
        todo = [(0, begin, begin, -1)]
        while todo:
            pc, at, report_from, report_to = todo.pop()
            while True:
                key = pc * width + at
                if key in visited:
                    break
                op, argument = code[pc]
                if at in walls and at > begin and op in _CONSUMING:
                    break
                visited.add(key)
                if op is Op.WORDS:
                    if at >= end or words[at] not in argument:
                        break
                    at += 1
                elif op is Op.SPLIT:
                    todo.append((argument[1], at, report_from, report_to))
                    pc = argument[0]
                    continue
                elif op is Op.ANY:
                    if at >= end:
                        break
                    at += 1
                elif op is Op.DONE:
                    if at == begin:
                        break
                    return _reported(document, begin, at, report_from, report_to)
                elif op is Op.JUMP:
                    pc = argument
                    continue
                elif op is Op.REPORT_FROM:
                    report_from = at
                elif op is Op.REPORT_TO:
                    report_to = at
                elif op is Op.PREFIX:
                    if at >= end or not words[at].startswith(argument):
                        break
                    at += 1
                elif op is Op.GRAMMEMES:
                    if at >= end or not argument(words[at]):
                        break
                    at += 1
                elif op is Op.ENTITY:
                    after = document.entities(argument).get(at)
                    if after is None or after > end:
                        break
                    at = after
                elif op is Op.SIGNAL:
                    ends = [e for e in around.spans_of(argument).get(at, ()) if e <= end]
                    if not ends:
                        break
                    todo.extend((pc + 1, e, report_from, report_to) for e in ends[1:])
                    at = ends[0]
                elif not _holds(document, op, argument, at, first, end):
                    break
                pc += 1
        return None


def _walls(document: Document, first: int, end: int) -> frozenset[int]:
    """The words of a sentence that stand behind a semicolon."""
    if _DIVIDER not in document.text:
        return frozenset()
    return frozenset(i for i in range(first + 1, end) if _DIVIDER in document.marks_before(i))


def _is_special(word: str) -> bool:
    """Whether a member of a required group is something else than a word form."""
    return word[-1] == "*" or word[0] in "&#\\"


def _beginnings(code: Sequence[Instruction]) -> tuple[frozenset[str], tuple[str, ...]] | None:
    """The words, and beginnings of words, with which a match can begin; None for other kinds."""
    found: set[str] = set()
    parts: list[str] = []
    todo, seen = [0], {0}
    while todo:
        op, argument = code[todo[-1]]
        following = todo.pop() + 1
        if op is Op.WORDS:
            found |= argument
            continue
        if op is Op.PREFIX:
            parts.append(argument)
            continue
        if op not in (Op.SPLIT, Op.JUMP, Op.ANCHOR, Op.MARK, Op.REPORT_FROM, Op.REPORT_TO):
            return None
        targets = argument if op is Op.SPLIT else (argument if op is Op.JUMP else following,)
        for target in targets:
            if target not in seen:
                seen.add(target)
                todo.append(target)
    return frozenset(found), tuple(parts)


def _holds(document: Document, op: Op, argument: str, at: int, first: int, end: int) -> bool:
    if op is Op.MARK:
        return argument in document.marks_before(at)
    if argument == "^":
        return at == first
    if argument == "$":
        return at == end
    if argument == "^^":
        return at == 0
    return at == len(document.words)


def _reported(document: Document, begin: int, end: int, report_from: int, report_to: int) -> Match:
    if report_to <= report_from:
        report_from, report_to = begin, end
    return Match(begin, end, document.starts[report_from], document.ends[report_to - 1])
