"""Which patterns a text can match at all, by the words that they require."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from replylint.signals.program import Program
from replylint.text.document import Document

Triggered = Mapping[str, Mapping[int, tuple[Program, Sequence[int]]]]
"""Owner → number of the program → the program and the numbers of the sentences to try."""

_COMMON_COST = 400


class ProgramIndex:
    """An index from words to the programs that need them.

    Every program is filed under the group of its required words that is the rarest in ordinary
    text. ``owners`` maps the name of a phrase list to its programs; ``is_common`` tells words that
    stand in most texts.
    """

    def __init__(
        self, owners: Mapping[str, Sequence[Program]], is_common: Callable[[str], bool]
    ) -> None:
        self._is_common = is_common
        self._by_word: dict[str, list[tuple[str, int, Program]]] = {}
        self._by_beginning: dict[str, list[tuple[str, int, Program]]] = {}
        self._always: dict[str, dict[int, Program]] = {}
        number = 0
        for owner, programs in owners.items():
            for program in programs:
                self._file((owner, number, program), self._triggers(program))
                number += 1
        self._beginning_lengths = sorted({len(b) for b in self._by_beginning})

    def triggered(self, document: Document) -> Triggered:
        """The programs worth running on ``document``."""
        found: dict[str, dict[int, tuple[Program, list[int] | range]]] = {}
        previous: dict[str, int] = {}
        for word, sentence in zip(document.words, document.sentence_of, strict=True):
            if previous.get(word) == sentence:
                continue
            previous[word] = sentence
            filed = self._by_word.get(word)
            if filed:
                _add(found, filed, sentence)
            for length in self._beginning_lengths:
                begun = self._by_beginning.get(word[:length])
                if begun:
                    _add(found, begun, sentence)
        everywhere = range(len(document.sentences))
        for owner, programs in self._always.items():
            of_owner = found.setdefault(owner, {})
            for number, program in programs.items():
                of_owner[number] = (program, everywhere)
        return found

    def _file(self, entry: tuple[str, int, Program], triggers: Iterable[str] | None) -> None:
        if triggers is None:
            owner, number, program = entry
            self._always.setdefault(owner, {})[number] = program
            return
        for trigger in triggers:
            if trigger.endswith("*"):
                self._by_beginning.setdefault(trigger[:-1], []).append(entry)
            else:
                self._by_word.setdefault(trigger, []).append(entry)

    def _triggers(self, program: Program) -> frozenset[str] | None:
        """The cheapest group of words of which one must be present; None when there is no such."""
        groups = [g for g in program.required if not any(word[0] in "&#\\" for word in g)]
        return min(groups, key=self._cost, default=None)

    def _cost(self, group: frozenset[str]) -> int:
        return sum(_COMMON_COST if not w.endswith("*") and self._is_common(w) else 1 for w in group)


def _add(
    found: dict[str, dict[int, tuple[Program, list[int] | range]]],
    entries: Sequence[tuple[str, int, Program]],
    sentence: int,
) -> None:
    for owner, number, program in entries:
        of_owner = found.setdefault(owner, {})
        known = of_owner.get(number)
        if known is None:
            of_owner[number] = (program, [sentence])
        elif isinstance(known[1], list) and known[1][-1] != sentence:
            known[1].append(sentence)
