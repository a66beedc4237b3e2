"""Which patterns a text can match at all, by the words that they require."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple, TypedDict

from replylint.signals.program import Program
from replylint.signals.row import Row
from replylint.text.document import Document


class Filing(NamedTuple):
    """Under which of the groups that they require programs are filed: the trigger of each.

    ``groups`` are the places of the triggers among the groups, -1 for a program without one.
    ``triggers`` are their words, none for such a program.
    """

    groups: Sequence[int]
    triggers: Iterable[Iterable[str]]

    @classmethod
    def of(cls, programs: Sequence[Program], is_common: Callable[[str], bool]) -> Filing:
        """The rarest group of each program; ``is_common`` tells words that stand in most texts."""
        groups = [_rarest(program, is_common) for program in programs]
        pairs = zip(programs, groups, strict=True)
        return cls(groups, [p.required[place] if place >= 0 else () for p, place in pairs])

    @classmethod
    def joined(cls, filings: Sequence[Filing]) -> Filing:
        """That of the programs of several one after the other; good for one index."""
        groups = [place for filing in filings for place in filing.groups]
        return cls(groups, chain.from_iterable(filing.triggers for filing in filings))


class Table(TypedDict):
    """What the index knows, as plain values: the numbers of programs in the order of their owners.

    ``groups`` has for each program the place of its trigger among the groups that it requires.
    """

    words: Mapping[str, Sequence[int]]
    beginnings: Mapping[str, Sequence[int]]
    always: Sequence[int]
    groups: Sequence[int]


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
        self._use(owners, Filing.of(programs, is_common))

    @classmethod
    def of_filing(cls, owners: Mapping[str, Sequence[Program]], filing: Filing) -> ProgramIndex:
        """The index of the programs of all owners in order, which are filed already."""
        index = cls.__new__(cls)
        index._use(owners, filing)
        return index

    def table(self) -> Table:
        """The index as plain values."""
        return self._table

    def _use(self, owners: Mapping[str, Sequence[Program]], filing: Filing) -> None:
        self._table = table = _table(filing)
        self._owners = owners
        self._places = [(o, n) for o, several in owners.items() for n in range(len(several))]
        self._by_word = table["words"]
        self._by_beginning = table["beginnings"]
        self._group_of = table["groups"]
        self.always: dict[str, list[Program]] = {}
        for number in table["always"]:
            owner, program = self._program(number)
            self.always.setdefault(owner, []).append(program)
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
            owner, program = self._program(number)
            trigger = program.required[self._group_of[number]]
            others = (group for group in program.words if group is not trigger)
            entry = self._entries[number] = _Entry(number, owner, program, others)
        return entry

    def _program(self, number: int) -> tuple[str, Program]:
        """The program of this number, and whose it is."""
        owner, place = self._places[number]
        return owner, self._owners[owner][place]


def _rarest(program: Program, is_common: Callable[[str], bool]) -> int:
    """The place of the rarest group of words that a program requires; -1 when it has none."""
    groups = program.required
    usable = [
        place for place, group in enumerate(groups) if not any(word[0] in "&#\\" for word in group)
    ]
    if len(usable) < 2:
        return usable[0] if usable else -1
    return min(usable, key=lambda place: _cost(groups[place], is_common))


def _cost(group: frozenset[str], is_common: Callable[[str], bool]) -> int:
    common = sum(map(is_common, group))
    if common and any(word[-1] == "*" for word in group):
        common = sum(is_common(word) for word in group if word[-1] != "*")
    return common * (_COMMON_COST - 1) + len(group)


def _table(filing: Filing) -> Table:
    """Under which words and beginnings of words the programs, by number, are filed."""
    words: dict[str, tuple[int, ...]] = {}
    beginnings: dict[str, list[int]] = {}
    always: list[int] = []
    pairs = zip(filing.groups, filing.triggers, strict=True)
    for number, (place, trigger) in enumerate(pairs):
        if place < 0:
            always.append(number)
        for word in trigger:
            if word[-1] == "*":
                beginnings.setdefault(word[:-1], []).append(number)
            else:
                words[word] = (*words[word], number) if word in words else (number,)
    return {"words": words, "beginnings": beginnings, "always": always, "groups": filing.groups}
