"""A compiled pattern: a small program that runs over the words of a sentence.

It is a backtracking matcher that never enters the same state at the same word twice, so its time is
the number of instructions times the number of words, whatever the pattern (the "bit-state" matcher
of R. Cox, https://swtch.com/~rsc/regexp/regexp3.html).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import Protocol

from replylint.errors import Place
from replylint.signals.instruction import Instruction, Op
from replylint.signals.match import Match
from replylint.signals.reach import Beside, Reach
from replylint.signals.row import Row, Span, places_in
from replylint.text.document import Document


class Surroundings(Protocol):
    """What a program may ask about the reply it runs over."""

    @property
    def document(self) -> Document:
        """The parsed reply."""

    def row(self, sentence: int) -> Row:
        """The words of a sentence, by its number."""

    def beside(self, sentence: int) -> Beside:
        """What stands in a sentence beside its words, by the number of the sentence."""

    def spans_of(self, signal: str) -> Mapping[int, Sequence[int]]:
        """Where another signal stands: first word → the ends of its matches there, excluded."""


_WORDS, _SPLIT, _ANY, _DONE, _JUMP = Op.WORDS, Op.SPLIT, Op.ANY, Op.DONE, Op.JUMP
_CONSUMING = frozenset((Op.WORDS, Op.PREFIX, Op.GRAMMEMES, Op.ENTITY, Op.SIGNAL, Op.ANY))
DIVIDER = ";"
"""The mark that matches do not run over."""

_ONE_WORD = 2
"""The length of code that a single word matches: a test, and the end."""

_NO_WALLS: frozenset[int] = frozenset()


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
        "_crosses",
        "_entities",
        "_marks",
        "_most_words",
        "_needed",
        "_reach",
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
        self._crosses = any(i.op is Op.MARK and i.argument == DIVIDER for i in code)
        self.words = tuple(filter(_are_words, self.required))
        single = [word for group in self.required if len(group) == 1 for word in group]
        self._marks = tuple(word[1:] for word in single if word[0] == "\\")
        self._entities = tuple(word[1:] for word in single if word[0] == "#")
        self._needed = tuple(word[1:] for word in single if word[0] == "&")
        self._most_words = _most_words(self.code)
        self._reach: Reach | None = None

    def matches(self, around: Surroundings, sentence: int) -> Iterable[Match]:
        """All matches in one sentence from left to right, not overlapping each other."""
        present = around.row(sentence).present
        for group in self.words:
            if group.isdisjoint(present):
                return ()
        return self.matches_here(around, sentence)

    def matches_here(self, around: Surroundings, sentence: int) -> Iterable[Match]:
        """The same in a sentence that is known to have a word of each group of ``words``."""
        row = around.row(sentence)
        starts = self.starts(row)
        if not starts:
            return ()
        reach = self.reach
        document = around.document
        for mark in self._marks:
            if not document.has_mark(mark):
                return ()
        for kind in self._entities:
            if not document.entities(kind):
                return ()
        for signal in self._needed:
            if not around.spans_of(signal):
                return ()
        first, end, _ = document.sentences[sentence]
        if reach.asks:
            starts = reach.reached(row, around.beside(sentence))[0]
            if not starts:
                return ()
        walls = self._walls(around, sentence)
        if walls or not reach.is_exact:
            places = (first + place for place in places_in(starts))
            found = self._found(around, document.words, places, first, end, walls)
            return (placed(document, first, span) for span in found)
        return [placed(document, first, span) for span in self.spans(row)]

    def stands(self, around: Surroundings) -> bool:
        """Whether there is a match in any sentence."""
        return any(True for n in self.sentences(around) for _match in self.matches_here(around, n))

    @property
    def reach(self) -> Reach:
        """From where its end can be reached."""
        if self._reach is None:
            self._reach = Reach(self.code)
        return self._reach

    def starts(self, row: Row) -> int:
        """The words of a row, as bits, at which a match can begin as far as words tell."""
        starts = row.starts.get(self)
        if starts is None:
            starts = row.starts[self] = self.reach.starts(row)
        return starts

    def spans(self, row: Row) -> Sequence[Span]:
        """The matches in a row of words, for a program about which words alone decide."""
        spans = row.spans.get(self)
        if spans is None:
            places = places_in(self.starts(row))
            if len(self.code) == _ONE_WORD:
                spans = row.spans[self] = [(place, place + 1, -1, -1) for place in places]
            else:
                spans = row.spans[self] = self.reach.spans(row, places) if places else []
        return spans

    def matches_plainly(self, around: Surroundings, sentence: int) -> Iterator[Match]:
        """The same as ``matches``, found by trying every word of the sentence one by one."""
        document = around.document
        first, end, _ = document.sentences[sentence]
        walls = self._walls(around, sentence)
        for span in self._found(around, document.words, range(first, end), first, end, walls):
            yield placed(document, first, span)

    def sentences(self, around: Surroundings) -> Iterable[int]:
        """The sentences, in order, that have the entity, signal or mark that it needs, if any.

        A pattern of a whole sentence asks for none that has more words than it can match.
        """
        document = around.document
        numbers: set[int] = set()
        if self._entities:
            numbers.update(document.sentence_of[i] for i in document.entities(self._entities[0]))
        elif self._needed or self._marks:
            words = (
                around.spans_of(self._needed[0])
                if self._needed
                else document.words_after(self._marks[0], 0, len(document.words))
            )
            for word in words:
                numbers.add(document.sentence_near(word))
                numbers.add(document.sentence_near(max(0, word - 1)))
        elif self._most_words is not None:
            most = self._most_words
            return [
                n for n, (first, end, _) in enumerate(document.sentences) if end - first <= most
            ]
        else:
            return range(len(document.sentences))
        return sorted(numbers)

    def _walls(self, around: Surroundings, sentence: int) -> frozenset[int]:
        """The words of a sentence before which a semicolon stands."""
        if self._crosses or not around.document.has_mark(DIVIDER):
            return _NO_WALLS
        return around.beside(sentence).walls

    def _found(
        self,
        around: Surroundings,
        words: Sequence[str],
        places: Iterable[int],
        first: int,
        end: int,
        walls: frozenset[int],
    ) -> Iterator[Span]:
        """The matches that begin at some words, counted from the word ``first`` on.

        What leads nowhere is not looked at again, also after a match: all of it that lies behind
        the match has been looked at to the end.
        """
        visited: set[int] = set()
        width = end + 1
        states = len(self.code) * width
        free_from = first
        for place in places:
            if place < free_from:
                continue
            visited.difference_update(range(place, states, width))
            found = self._run(around, words, place, first, end, walls, visited)
            if found is not None:
                yield found
                free_from = max(found[1] + first, place + 1)

    def _run(
        self,
        around: Surroundings,
        words: Sequence[str],
        begin: int,
        first: int,
        end: int,
        walls: frozenset[int],
        visited: set[int],
    ) -> Span | None:
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
                    if report_to <= report_from:
                        return begin - first, at - first, -1, -1
                    return begin - first, at - first, report_from - first, report_to - first
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
                    after = around.document.entities(argument).get(at)
                    if after is None or after > end:
                        break
                    at = after
                elif op is Op.SIGNAL:
                    ends = [e for e in around.spans_of(argument).get(at, ()) if e <= end]
                    if not ends:
                        break
                    todo.extend((pc + 1, e, report_from, report_to) for e in ends[1:])
                    at = ends[0]
                elif not _holds(around, op, argument, at, first, end):
                    break
                pc += 1
        return None


def _most_words(code: Sequence[Instruction]) -> int | None:
    """How many words a pattern of a whole sentence can match; None for any other pattern."""
    is_whole = (*code[:1], *code[-2:-1]) == ((Op.ANCHOR, "^"), (Op.ANCHOR, "$"))
    is_endless = any(
        i.op in (Op.ENTITY, Op.SIGNAL) or (i.op is Op.JUMP and i.argument <= at)
        for at, i in enumerate(code)
    )
    return None if is_endless or not is_whole else sum(i.op in _CONSUMING for i in code)


@lru_cache(maxsize=10_000)
def _are_words(group: frozenset[str]) -> bool:
    """Whether all members of a required group are word forms; programs share large groups."""
    return not any(word[-1] == "*" or word[0] in "&#\\" for word in group)


def _holds(around: Surroundings, op: Op, argument: str, at: int, first: int, end: int) -> bool:
    if op is Op.MARK:
        return argument in around.document.marks_before(at)
    if argument == "^":
        return at == first
    if argument == "$":
        return at == end
    if argument == "^^":
        return at == 0
    return at == len(around.document.words)


def in_row(row: Row, programs: Iterable[Program]) -> list[Span | Program]:
    """What some programs find in a row of words; in place of what asks for more, the program."""
    found: list[Span | Program] = []
    for program in programs:
        if program.reach.is_exact:
            found += program.spans(row)
        elif program.starts(row):
            found.append(program)
    return found


def placed(document: Document, first: int, span: Span) -> Match:
    """A match in a sentence that begins with the word ``first`` of a document."""
    begin, end, report_from, report_to = span
    if report_to < 0:
        report_from, report_to = begin, end
    return _match(
        (
            first + begin,
            first + end,
            document.starts[first + report_from],
            document.ends[first + report_to - 1],
            None,
        )
    )


_match = partial(tuple.__new__, Match)
