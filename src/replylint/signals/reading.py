"""One reply being read: signals are found in it when first asked for, each at most once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Protocol
from weakref import proxy

from replylint.conversation import Conversation, Message
from replylint.signals.expressions.index import ExpressionIndex
from replylint.signals.index import ProgramIndex
from replylint.signals.match import Match
from replylint.signals.program import DIVIDER, Program, in_row, placed
from replylint.signals.row import Row, bits_at
from replylint.text.document import Document

_FEW = 16
"""So few sentences are looked through each time."""


class Signal(Protocol):
    """Something that can be found in a reply."""

    def find(self, reading: Reading) -> list[Match]:
        """Where the signal stands, in the order of the text."""


class SignalBook:
    """All signals by their full names, and the index that tells which of them a text can have.

    ``programs`` are the compiled patterns of each phrase list, ``models`` the names of the learned
    models that are asked.
    """

    def __init__(
        self,
        signals: Mapping[str, Signal],
        index: ProgramIndex,
        programs: Mapping[str, Sequence[Program]],
        models: Sequence[str] = (),
    ) -> None:
        self.signals = signals
        self.index = index
        self.programs = programs
        self.models = models

    @cached_property
    def expressions(self) -> ExpressionIndex:
        """Which of the regular expressions of the signals a text can match."""
        signals = self.signals.values()
        return ExpressionIndex(
            dict.fromkeys(e for s in signals for e in getattr(s, "expressions", ()))
        )


class InSentence:
    """The words of a sentence at which entities, signals and marks stand, as bits of a number.

    ``walls`` are the words (by their numbers in the document) before which a semicolon stands.
    """

    __slots__ = ("_count", "_entities", "_first", "_marks", "_reading", "_signals", "walls")

    def __init__(self, reading: Reading, sentence: int) -> None:
        # the reading holds this: pointing back would leave both to the search for garbage
        self._reading = proxy(reading)
        self._first, end, _paragraph = reading.document.sentences[sentence]
        self._count = end - self._first
        self._entities: dict[str, int] = {}
        self._signals: dict[str, int] = {}
        self._marks: dict[str, int] = {}
        document = reading.document
        has_walls = document.has_mark(DIVIDER) and self._count > 1
        walls = document.words_after(DIVIDER, self._first + 1, end - 1) if has_walls else ()
        self.walls = frozenset(walls)

    def entities(self, kind: str) -> int:
        """The words at which an entity of a kind begins."""
        bits = self._entities.get(kind)
        if bits is None:
            bits = self._bits(self._reading.document.entity_starts(kind))
            self._entities[kind] = bits
        return bits

    def signals(self, name: str) -> int:
        """The words at which another signal begins."""
        bits = self._signals.get(name)
        if bits is None:
            bits = self._signals[name] = self._bits(self._reading.firsts_of(name))
        return bits

    def marks(self, mark: str) -> int:
        """The words before which a mark stands; that at the end stands before one more word."""
        bits = self._marks.get(mark)
        if bits is None:
            words = self._reading.document.words_after(mark, self._first, self._first + self._count)
            bits = self._marks[mark] = self._bits(words)
        return bits

    def _bits(self, words: Sequence[int]) -> int:
        first = self._first  # a match of marks alone may stand behind the last word
        here = words[bisect_left(words, first) : bisect_right(words, first + self._count)]
        return bits_at([word - first for word in here])


class Reading:
    """A document in its conversation, and the signals found in it so far.

    Where ``learned`` is false, signals that learned from examples find nothing. ``remembered`` is
    for what signals work out together, by a name of their own.
    """

    def __init__(
        self,
        document: Document,
        book: SignalBook,
        conversation: Conversation | None = None,
        *,
        learned: bool = True,
    ) -> None:
        self.document = document
        self.conversation = conversation or Conversation(document.text)
        self.learned = learned
        self.remembered: dict[str, Any] = {}
        self._book = book
        self._found: dict[str, list[Match]] = {}
        self._broken: dict[str, Exception] = {}
        self._stands: dict[str, bool] = {}
        self._spans: dict[str, Mapping[int, Sequence[int]]] = {}
        self._firsts: dict[str, Sequence[int]] = {}
        self._in_order: dict[str, bool] = {}
        self._sentences: dict[str, frozenset[int]] = {}
        self._paragraphs: dict[str, frozenset[int]] = {}
        self._rows: Sequence[Row] | None = None
        self._beside: dict[int, InSentence] = {}
        self._phrases: dict[str, list[Match]] = {}
        self._earlier: list[Reading] | None = None
        self._customer: Reading | None = None
        self._turn: Reading | None = None

    @property
    def rows(self) -> Sequence[Row]:
        """The words of each sentence."""
        if self._rows is None:
            self._rows = self._book.index.rows(self.document)
        return self._rows

    def row(self, sentence: int) -> Row:
        """The words of a sentence, by its number."""
        return self.rows[sentence]

    def beside(self, sentence: int) -> InSentence:
        """What begins in a sentence beside its words, by the number of the sentence."""
        known = self._beside.get(sentence)
        if known is None:
            known = self._beside[sentence] = InSentence(self, sentence)
        return known

    @cached_property
    def possible_expressions(self) -> frozenset[str] | None:
        """The regular expressions of signals that can match the text; None where all may."""
        lowered = self.document.lowered
        return None if lowered is None else self._book.expressions.possible(lowered)

    @property
    def always(self) -> Mapping[str, Sequence[Program]]:
        """For each phrase list: the programs to run on every sentence."""
        return self._book.index.always

    def tries(self, phrases: str) -> bool:
        """Whether a phrase list with this name has a pattern that is worth running."""
        return phrases in self.always or any(True for _sentence in self.triggering(phrases))

    def triggering(self, phrases: str) -> Iterable[int]:
        """The sentences that have the words of some pattern of a phrase list, in order."""
        if len(self.rows) <= _FEW:
            return (n for n, row in enumerate(self.rows) if phrases in row.triggered)
        return self._triggering.get(phrases, ())

    @cached_property
    def _triggering(self) -> Mapping[str, Sequence[int]]:
        """The same of all phrase lists: sentences are gone through once, however many there are."""
        found: dict[str, list[int]] = {}
        for number, row in enumerate(self.rows):
            for name in row.triggered:
                found.setdefault(name, []).append(number)
        return found

    def phrases(self, name: str) -> list[Match]:
        """The matches of all patterns of a phrase list, sentence by sentence."""
        found = self._phrases.get(name)
        if found is None:
            found = self._phrases[name] = [*self.each_phrase(name)]
        return found

    def each_phrase(self, name: str) -> Iterator[Match]:
        """The same one by one, found when asked for."""
        for sentence in self.triggering(name):
            row = self.rows[sentence]
            known = row.phrases.get(name)
            if known is None:
                known = row.phrases[name] = in_row(row, row.triggered[name])
            if not known:
                continue
            if self.document.has_mark(DIVIDER) and self.beside(sentence).walls:
                known = row.triggered[name]
            for each in known:
                if isinstance(each, Program):
                    yield from each.matches_here(self, sentence)
                else:
                    first = self.document.sentences[sentence].first
                    yield placed(self.document, first, each)
        for program in self.always.get(name, ()):
            for sentence in program.sentences(self):
                yield from program.matches_here(self, sentence)

    @property
    def earlier(self) -> Sequence[Reading]:
        """The agent's earlier messages in the same conversation, oldest first."""
        if self._earlier is None:
            self._earlier = [
                Reading(Document(message.text), self._book, learned=self.learned)
                for message in self.conversation.earlier
            ]
        return self._earlier

    @property
    def customer(self) -> Reading | None:
        """What the customer said before the reply, as a reading of its own; None if nothing."""
        if self._customer is None:
            self._customer = self._reading_of(self.conversation.from_customer)
        return self._customer

    @property
    def turn(self) -> Reading | None:
        """What the customer said since the agent's last message; all they said if nothing since.

        It is the same reading as ``customer`` when there is no earlier message of the agent.
        """
        if self._turn is None:
            unanswered = self.conversation.turn
            everything = not unanswered or len(unanswered) == len(self.conversation.from_customer)
            self._turn = self.customer if everything else self._reading_of(unanswered)
        return self._turn

    def _reading_of(self, messages: Sequence[Message]) -> Reading | None:
        text = "\n".join(message.text for message in messages)
        attachments = tuple(name for message in messages for name in message.attachments)
        if not text and not attachments:
            return None
        conversation = Conversation(text, attachments=attachments)
        return Reading(Document(text), self._book, conversation, learned=self.learned)

    def has(self, signal: str) -> bool:
        """Whether there is a signal with this full name."""
        return signal in self._book.signals

    def may_stand(self, signal: str) -> bool:
        """Whether the signal with this full name can stand there, as far as a quick look tells."""
        look = getattr(self._book.signals[signal], "may_stand", None)
        return look is None or bool(look(self))

    def stands(self, signal: str) -> bool:
        """Whether a signal stands anywhere; no more of it is found than that takes."""
        known = self._stands.get(signal)
        if known is None:
            each = getattr(self._book.signals[signal], "each", None)
            if each is None or signal in self._found or signal in self._broken:
                known = bool(self.find(signal))
            else:
                known = any(True for _match in each(self))
            self._stands[signal] = known
        return known

    def find(self, signal: str) -> list[Match]:
        """Where the signal with this full name stands, in the order of the text.

        A search that breaks, or takes too long, is not tried again: the same error is raised.
        """
        found = self._found.get(signal)
        if found is None:
            if signal in self._broken:
                raise self._broken[signal]
            try:
                found = self._book.signals[signal].find(self)
            except Exception as error:
                self._broken[signal] = error
                raise
            self._found[signal] = found
        return found

    def gainsaid(self, signal: str, match: Match) -> bool:
        """Whether a doubt that stands on the sentence of a match does not hold for its clause."""
        look = getattr(self._book.signals[signal], "gainsaid", None)
        return look is not None and bool(look(self, match))

    def firsts_of(self, signal: str) -> Sequence[int]:
        """The words at which a signal begins, in order, once for each of its matches."""
        firsts = self._firsts.get(signal)
        if firsts is None:
            firsts = self._firsts[signal] = sorted(match.first for match in self.find(signal))
        return firsts

    def skipped(self, signal: str, word: int) -> int:
        """How many matches of a signal, from the first on, are known to begin before a word."""
        in_order = self._in_order.get(signal)
        if in_order is None:
            firsts = [match.first for match in self.find(signal)]
            in_order = self._in_order[signal] = firsts == self.firsts_of(signal)
        return bisect_left(self.firsts_of(signal), word) if in_order else 0

    def sentences_of(self, signal: str) -> frozenset[int]:
        """The numbers of the sentences in which a signal stands."""
        numbers = self._sentences.get(signal)
        if numbers is None:
            found = self.find(signal)
            numbers = frozenset(n for match in found for n in match.sentences(self.document))
            self._sentences[signal] = numbers
        return numbers

    def paragraphs_of(self, signal: str) -> frozenset[int]:
        """The numbers of the paragraphs in which a signal stands."""
        numbers = self._paragraphs.get(signal)
        if numbers is None:
            sentences = self.document.sentences
            numbers = frozenset(sentences[n].paragraph for n in self.sentences_of(signal))
            self._paragraphs[signal] = numbers
        return numbers

    def spans_of(self, signal: str) -> Mapping[int, Sequence[int]]:
        """Where a signal stands: first word → the ends of its matches there, excluded."""
        spans = self._spans.get(signal)
        if spans is None:
            ends: dict[int, list[int]] = {}
            for match in self.find(signal):
                ends.setdefault(match.first, []).append(match.end)
            spans = self._spans[signal] = ends
        return spans
