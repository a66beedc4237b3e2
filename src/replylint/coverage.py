"""Which patterns of the packs the examples touch, and which no example shows."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.linter import Linter
from replylint.packs.pack import Pack, RuleBook
from replylint.signals.program import Program
from replylint.signals.reading import Reading
from replylint.text.document import Document


def touched_patterns(book: RuleBook) -> frozenset[Program]:
    """The patterns of a book that match in some example of its packs."""
    return frozenset(program for reading in _readings(book) for program in _matching(reading))


def untouched_patterns(
    linter: Linter, pack: Pack, touched: frozenset[Program] | None = None
) -> list[Program]:
    """The patterns written in ``pack`` that match in no example of any loaded pack, in file order.

    A pattern that nothing touches may be dead, or misspelt. ``touched`` is what `touched_patterns`
    gave for the book of the pack, where several packs are asked about.
    """
    book = next(book for book in linter.books if pack in book.packs)
    if touched is None:
        touched = touched_patterns(book)
    written = [
        program
        for programs in book.signals.programs.values()
        for program in programs
        if program.place is not None and program.place.source == pack.path
    ]
    unique = dict.fromkeys(program for program in written if program not in touched)
    return sorted(unique, key=lambda p: (p.place.line or 0) if p.place else 0)


def count_patterns(linter: Linter, pack: Pack) -> int:
    """How many patterns are written in ``pack``."""
    book = next(book for book in linter.books if pack in book.packs)
    places = (p.place for programs in book.signals.programs.values() for p in programs)
    return sum(place is not None and place.source == pack.path for place in places)


def _readings(book: RuleBook) -> Iterator[Reading]:
    for pack in book.packs:
        for rule in pack.rules:
            for example in rule.examples:
                yield Reading(Document(example.reply), book.signals)
                if example.customer:
                    yield Reading(Document(example.customer), book.signals)


def _matching(reading: Reading) -> Iterator[Program]:
    for sentence, row in enumerate(reading.rows):
        for programs in row.triggered.values():
            for program in programs:
                if any(True for _match in program.matches_here(reading, sentence)):
                    yield program
    for programs in reading.always.values():
        for program in programs:
            sentences = range(len(reading.document.sentences))
            if any(True for number in sentences for _match in program.matches(reading, number)):
                yield program
