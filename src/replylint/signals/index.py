"""Which patterns a text can match at all, by the words that they require."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from replylint.signals.program import Program
from replylint.text.document import Document

Triggered = Mapping[str, Sequence[tuple[Program, int]]]
"""Owner → programs, each with the number of a sentence that has all the words it requires."""

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
        self._is_common = is_common
        self._by_word: dict[str, list[_Entry]] = {}
        self._by_beginning: dict[str, list[_Entry]] = {}
        self.always: dict[str, list[Program]] = {}
        programs = ((owner, program) for owner, several in owners.items() for program in several)
        for number, (owner, program) in enumerate(programs):
            self._file(number, owner, program)
        self._beginning_lengths = sorted({len(b) for b in self._by_beginning})
        self._of_word: dict[str, tuple[_Entry, ...]] = {}
        self._of_sentence: dict[frozenset[str], Sequence[tuple[str, Program]]] = {}

    def triggered(self, document: Document) -> Triggered:
        """The programs worth running on ``document``, but those that are tried always."""
        found: dict[str, list[tuple[Program, int]]] = {}
        remembered = self._of_sentence
        for sentence in range(len(document.sentences)):
            words = document.sentence_words(sentence)
            here = remembered.get(words)
            if here is None:
                here = self._in_sentence(words)
                if len(words) <= _LONGEST_REMEMBERED:
                    if len(remembered) >= _REMEMBERED_SENTENCES:
                        remembered.clear()
                    remembered[words] = here
            for owner, program in here:
                known = found.get(owner)
                if known is None:
                    found[owner] = [(program, sentence)]
                else:
                    known.append((program, sentence))
        return found

    def _in_sentence(self, words: frozenset[str]) -> Sequence[tuple[str, Program]]:
        """The programs all of whose required words a sentence has, in their order."""
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
        return [(entry.owner, entry.program) for entry in fit]

    def _filed(self, word: str) -> tuple[_Entry, ...]:
        """The entries that a word triggers, by itself or by its beginning."""
        filed = tuple(self._looked_up(word))
        if len(self._of_word) >= _REMEMBERED_WORDS:
            self._of_word.clear()
        self._of_word[word] = filed
        return filed

    def _looked_up(self, word: str) -> Iterator[_Entry]:
        yield from self._by_word.get(word, ())
        for length in self._beginning_lengths:
            if length <= len(word):
                yield from self._by_beginning.get(word[:length], ())

    def _file(self, number: int, owner: str, program: Program) -> None:
        triggers = self._triggers(program)
        if triggers is None:
            self.always.setdefault(owner, []).append(program)
            return
        others = (group for group in program.words if group is not triggers)
        entry = _Entry(number, owner, program, others)
        for trigger in triggers:
            if trigger.endswith("*"):
                self._by_beginning.setdefault(trigger[:-1], []).append(entry)
            else:
                self._by_word.setdefault(trigger, []).append(entry)

    def _triggers(self, program: Program) -> frozenset[str] | None:
        """The cheapest group of words of which one must be present; None when there is no such."""
        groups = [g for g in program.required if not any(word[0] in "&#\\" for word in g)]
        return min(groups, key=self._cost, default=None)

    def _cost(self, group: Iterable[str]) -> int:
        return sum(_COMMON_COST if not w.endswith("*") and self._is_common(w) else 1 for w in group)
