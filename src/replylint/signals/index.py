"""Which patterns a text can match at all, by the words that they require."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TypedDict

from replylint.signals.program import Program
from replylint.signals.row import Row
from replylint.text.document import Document


class Table(TypedDict):
    """What the index knows, as plain values: the numbers of programs in the order of their owners.

    ``groups`` has for each program the place of its trigger among the groups that it requires.
    """

    words: Mapping[str, Sequence[int]]
    beginnings: Mapping[str, Sequence[int]]
    always: list[int]
    groups: list[int]


_COMMON_COST = 400
_REMEMBERED_WORDS = 100_000
_REMEMBERED_SENTENCES = 5_000
_LONGEST_REMEMBERED = 60
_in_order = attrgetter("number")


class _Entry:
    """A program in the index, and the groups of words that it requires beside its trigger."""

    __slots__ = ("number", "others", "owner", "program")

    def __init__(
        self, number: int, owner: str, program: Program, others: Iterable[frozenset[str]]
    ) -> None:
        self.number = number
        self.owner = owner
        self.program = program
        self.others = tuple(sorted(others, key=len))


class ProgramIndex:
    """An index from words to the programs that need them.

    Every program is filed under the group of its required words that is the rarest in ordinary
    text. ``owners`` maps the name of a phrase list to its programs; ``is_common`` tells words that
    stand in most texts. ``always`` are the programs of each phrase list that require no words: they
    are tried on every sentence. What a word and a sentence trigger is remembered, up to a limit.
    """

    def __init__(
        self, owners: Mapping[str, Sequence[Program]], is_common: Callable[[str], bool]
    ) -> None:
        programs = [program for several in owners.values() for program in several]
        self._use(owners, programs, _table(programs, is_common))

    @classmethod
    def of_table(
        cls,
        owners: Mapping[str, Sequence[Program]],
        programs: Sequence[Program],
        table: Table,
    ) -> ProgramIndex:
        """The index that ``table`` was asked of; ``programs`` are those of all owners in order."""
        index = cls.__new__(cls)
        index._use(owners, programs, table)
        return index

    def table(self) -> Table:
        """The index as plain values, which JSON can hold."""
        return self._table

    def _use(
        self, owners: Mapping[str, Sequence[Program]], programs: Sequence[Program], table: Table
    ) -> None:
        self._table = table
        self.programs = programs
        self._owner_of = [owner for owner, several in owners.items() for _n in range(len(several))]
        self._by_word = table["words"]
        self._by_beginning = table["beginnings"]
        self._group_of = table["groups"]
        self.always: dict[str, list[Program]] = {}
        for number in table["always"]:
            self.always.setdefault(self._owner_of[number], []).append(programs[number])
        self._beginning_lengths = sorted({len(b) for b in self._by_beginning})
        self._entries: dict[int, _Entry] = {}
        self._of_word: dict[str, tuple[_Entry, ...]] = {}
        self._rows: dict[tuple[str, ...], Row] = {}

    def rows(self, document: Document) -> list[Row]:
        """The words of each sentence, with the programs worth running on it but those tried always.

        It is the same row for the same words, up to a limit.
        """
        known = self._rows
        words = document.words
        found: list[Row] = []
        for first, end, _paragraph in document.sentences:
            here = tuple(words[first:end])
            row = known.get(here)
            if row is None:
                row = Row(here)
                row.triggered = self._triggered(row.present)
                if end - first <= _LONGEST_REMEMBERED:
                    if len(known) >= _REMEMBERED_SENTENCES:
                        known.clear()
                    known[here] = row
            found.append(row)
        return found

    def _triggered(self, words: frozenset[str]) -> Mapping[str, Sequence[Program]]:
        """For each phrase list the programs all of whose required words a sentence has."""
        known = self._of_word
        entries: set[_Entry] = set()
        for word in words:
            filed = known.get(word)
            if filed is None:
                filed = self._filed(word)
            if filed:
                entries.update(filed)
        fit: list[_Entry] = []
        for entry in entries:
            for group in entry.others:
                if group.isdisjoint(words):
                    break
            else:
                fit.append(entry)
        fit.sort(key=_in_order)
        found: dict[str, list[Program]] = {}
        for entry in fit:
            several = found.get(entry.owner)
            if several is None:
                found[entry.owner] = [entry.program]
            else:
                several.append(entry.program)
        return found

    def _filed(self, word: str) -> tuple[_Entry, ...]:
        """The entries that a word triggers, by itself or by its beginning."""
        filed = tuple(map(self._entry, self._looked_up(word)))
        if len(self._of_word) >= _REMEMBERED_WORDS:
            self._of_word.clear()
        self._of_word[word] = filed
        return filed

    def _looked_up(self, word: str) -> Iterator[int]:
        yield from self._by_word.get(word, ())
        for length in self._beginning_lengths:
            if length <= len(word):
                yield from self._by_beginning.get(word[:length], ())

    def _entry(self, number: int) -> _Entry:
        entry = self._entries.get(number)
        if entry is None:
            program = self.programs[number]
            trigger = program.required[self._group_of[number]]
            others = (group for group in program.words if group is not trigger)
            entry = _Entry(number, self._owner_of[number], program, others)
            self._entries[number] = entry
        return entry


def _table(programs: Sequence[Program], is_common: Callable[[str], bool]) -> Table:
    """Under which words and beginnings of words the programs, by number, are filed."""

    def cost(group: frozenset[str]) -> int:
        return sum(_COMMON_COST if not w.endswith("*") and is_common(w) else 1 for w in group)

    words: dict[str, list[int]] = {}
    beginnings: dict[str, list[int]] = {}
    always: list[int] = []
    groups: list[int] = []
    for number, program in enumerate(programs):
        usable = [
            (cost(group), place)
            for place, group in enumerate(program.required)
            if not any(word[0] in "&#\\" for word in group)
        ]
        if not usable:
            always.append(number)
            groups.append(-1)
            continue
        place = min(usable)[1]
        groups.append(place)
        for trigger in program.required[place]:
            if trigger.endswith("*"):
                beginnings.setdefault(trigger[:-1], []).append(number)
            else:
                words.setdefault(trigger, []).append(number)
    return {
        "words": {word: tuple(numbers) for word, numbers in words.items()},
        "beginnings": beginnings,
        "always": always,
        "groups": groups,
    }
