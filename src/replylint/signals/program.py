"""A compiled pattern: a small program that runs over the words of a sentence.

It is a backtracking matcher that never enters the same state at the same word twice, so its time is
the number of instructions times the number of words, whatever the pattern (the "bit-state" matcher
of R. Cox, https://swtch.com/~rsc/regexp/regexp3.html).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple, Protocol

from replylint.errors import Place
from replylint.signals.instruction import Instruction, Op
from replylint.signals.line import MOST_WORDS, Line, NoLineError
from replylint.signals.match import Match
from replylint.text.document import Document


class Surroundings(Protocol):
    """What a program may ask about the reply it runs over."""

    @property
    def document(self) -> Document:
        """The parsed reply."""

    def spans_of(self, signal: str) -> Mapping[int, Sequence[int]]:
        """Where another signal stands: first word → the ends of its matches there, excluded."""


_WORDS, _SPLIT, _ANY, _DONE, _JUMP = Op.WORDS, Op.SPLIT, Op.ANY, Op.DONE, Op.JUMP
_RUNS_BEFORE_LINE = 100
_TELLING = (Op.WORDS, Op.PREFIX, Op.GRAMMEMES, Op.ENTITY, Op.SIGNAL)
_CONSUMING = frozenset((*_TELLING, Op.ANY))
_DIVIDER = ";"


class _Beginnings(NamedTuple):
    """With what a match can begin; all empty for a pattern that can begin anywhere."""

    words: frozenset[str]
    parts: tuple[str, ...]
    predicates: tuple[Callable[[str], bool], ...] = ()
    entities: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()

    @classmethod
    def of(cls, code: Sequence[Instruction]) -> _Beginnings:
        """What the first instructions that consume words ask for."""
        found: dict[Op, list[Any]] = {op: [] for op in _TELLING}
        todo, seen = [0], {0}
        while todo:
            at = todo.pop()
            op, argument = code[at]
            if op in found:
                found[op].append(argument)
                continue
            if op in (Op.ANY, Op.DONE):
                return cls(frozenset(), ())
            targets = argument if op is Op.SPLIT else (argument if op is Op.JUMP else at + 1,)
            for target in targets:
                if target not in seen:
                    seen.add(target)
                    todo.append(target)
        words = frozenset().union(*found[Op.WORDS])
        return cls(words, *(tuple(dict.fromkeys(found[op])) for op in _TELLING[1:]))

    def places(self, around: Surroundings, first: int, end: int) -> Iterable[int]:
        """The words of a sentence at which a match can begin, in order."""
        whole, parts, predicates, entities, signals = self
        if not (whole or parts or predicates or entities or signals):
            return range(first, end)
        words = around.document.words
        elsewhere: set[int] = set()
        for kind in entities:
            elsewhere.update(around.document.entities(kind))
        for signal in signals:
            elsewhere.update(around.spans_of(signal))
        return [
            i
            for i in range(first, end)
            if words[i] in whole
            or (parts and words[i].startswith(parts))
            or i in elsewhere
            or (predicates and any(predicate(words[i]) for predicate in predicates))
        ]


class Program:
    """One pattern, ready to run.

    A match does not run over a semicolon: what stands behind it is another thought of the same
    sentence. Only a pattern that names the mark itself goes past it.

    ``source`` is the pattern as written and ``place`` where it stands in its pack. ``required`` are
    the groups of which each must have a member in the sentence: word forms, ``beginning*``,
    ``&signal``, ``#entity``, or a mark after a backslash; without any the program is tried on every
    sentence. ``words`` are those of the groups that are word forms alone. ``signals`` are the full
    names of the signals that it asks for.
    """

    __slots__ = (
        "_beginnings",
        "_crosses",
        "_entities",
        "_line",
        "_marks",
        "_needed",
        "_runs",
        "code",
        "place",
        "required",
        "signals",
        "source",
        "words",
    )

    def __init__(
        self, source: str, code: Sequence[Instruction], required: Sequence[frozenset[str]]
    ) -> None:
        self.source = source
        self.place: Place | None = None
        self.required = tuple(required)
        self.signals = frozenset(i.argument for i in code if i.op is Op.SIGNAL)
        self.code = tuple(code)
        self._crosses = any(i.op is Op.MARK and i.argument == _DIVIDER for i in code)
        self.words = tuple(
            group for group in self.required if not any(_is_special(word) for word in group)
        )
        single = [word for group in self.required if len(group) == 1 for word in group]
        self._marks = tuple(word[1:] for word in single if word[0] == "\\")
        self._entities = tuple(word[1:] for word in single if word[0] == "#")
        self._needed = tuple(word[1:] for word in single if word[0] == "&")
        self._beginnings: _Beginnings | None = None
        self._line: Line | None = None
        self._runs = 0

    def matches(self, around: Surroundings, sentence: int) -> Iterable[Match]:
        """All matches in one sentence from left to right, not overlapping each other."""
        document = around.document
        present = document.sentence_words(sentence)
        for group in self.words:
            if group.isdisjoint(present):
                return ()
        return self.matches_here(around, sentence)

    def matches_here(self, around: Surroundings, sentence: int) -> Iterable[Match]:
        """The same in a sentence that is known to have a word of each group of ``words``."""
        document = around.document
        for mark in self._marks:
            if mark not in document.text:
                return ()
        for kind in self._entities:
            if not document.entities(kind):
                return ()
        for signal in self._needed:
            if not around.spans_of(signal):
                return ()
        first, end, _ = document.sentences[sentence]
        walls = frozenset[int]() if self._crosses else _walls(document, first, end)
        if end - first <= MOST_WORDS and not walls:
            if self._line is not None:
                return [
                    _reported(document, first + begin, first + stop, first + start, first + last)
                    if last >= 0
                    else _reported(document, first + begin, first + stop, -1, -1)
                    for begin, stop, start, last in self._line.spans(document.words[first:end])
                ]
            self._warm_up()
        return self._steps(around, first, end, walls)

    def _warm_up(self) -> None:
        """Make a line for a program that runs often; making one takes as long as many runs."""
        self._runs += 1
        if self._runs == _RUNS_BEFORE_LINE:
            with suppress(NoLineError):
                self._line = Line(self.code)

    def _steps(
        self, around: Surroundings, first: int, end: int, walls: frozenset[int]
    ) -> Iterator[Match]:
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
        if self._beginnings is None:
            self._beginnings = _Beginnings.of(self.code)
        return self._beginnings.places(around, first, end)

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
        code = self.code
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
                if op is _WORDS:
                    if at >= end or words[at] not in argument:
                        break
                    at += 1
                elif op is _SPLIT:
                    todo.append((argument[1], at, report_from, report_to))
                    pc = argument[0]
                    continue
                elif op is _ANY:
                    if at >= end:
                        break
                    at += 1
                elif op is _DONE:
                    if at == begin:
                        break
                    return _reported(document, begin, at, report_from, report_to)
                elif op is _JUMP:
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
