"""Measures of the text: words, marks, capitals … of a reply or of each of its parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from replylint.signals.match import Match
from replylint.signals.measure import Measure, Measured, is_own_word, whole
from replylint.signals.reading import Reading
from replylint.text.content import shared_content
from replylint.text.document import Document, Sentence
from replylint.text.russian import tags
from replylint.text.tokens import Kind
from replylint.text.zones import AUTHORS_OWN

_PARTING = re.compile(r"[;:\n\r]")
_LINE_BREAK = re.compile(r"[\n\r]")
_POLITE = ("те", "тесь")
_NO_STEPS = frozenset("извините простите подождите подскажите скажите пишите обращайтесь".split())
_CAPITALS = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class OfText:
    """A measure of ``MEASURES`` by its name: it needs no signal."""

    name: str

    def __call__(self, reading: Reading, above: float | None = None) -> Iterator[Measured]:
        """What the function of this name measures."""
        of_sentences = _OF_SENTENCES.get(self.name)
        if of_sentences is not None:
            return of_sentences(reading, -1 if above is None else above)
        return _FUNCTIONS[self.name](reading)

    def at_most(self, reading: Reading) -> float:
        """The number of words, or that of the longest sentence, for what counts words."""
        document = reading.document
        if self.name == "steps_per_sentence":
            return sum(word.endswith(_POLITE) for word in document.words)
        if self.name in _OF_WORDS:
            return len(document.words)
        if self.name in _OF_SENTENCES:
            return max((s.end - s.first for s in document.sentences), default=0)
        return inf


_Function = Callable[[Reading], Iterator[Measured]]
_OF_WORDS = ("words", "words_per_block")


def _longer_than(document: Document, words: float) -> Iterator[Sentence]:
    """The sentences of more words than that: the others cannot have a greater value."""
    return (s for s in document.sentences if s.end - s.first > words)


def _words_per_sentence(reading: Reading, above: float) -> Iterator[Measured]:
    document = reading.document
    for sentence in _longer_than(document, above):
        own = [i for i in range(sentence.first, sentence.end) if is_own_word(document, i)]
        if own:
            yield Measured(len(own), Match.of_words(document, own[0], own[-1] + 1))


def _words_per_part(reading: Reading, above: float) -> Iterator[Measured]:
    """The words of the longest part of each sentence.

    Colons, semicolons and line breaks part a sentence as lists are parted; what stands in brackets
    and links do not count.
    """
    document = reading.document
    for sentence in _longer_than(document, above):
        if document.kinds[sentence.first : sentence.end].count(Kind.WORD) <= above:
            continue
        longest = count = depth = 0
        for i in range(sentence.first, sentence.end):
            before = document.marks_before(i)
            depth = max(0, depth + before.count("(") - before.count(")"))
            if i > sentence.first and _PARTING.search(before):
                count = 0
            if not depth and is_own_word(document, i) and document.kinds[i] is Kind.WORD:
                count += 1
                longest = max(longest, count)
        if longest:
            yield Measured(longest, Match.of_words(document, sentence.first, sentence.end))


def _words_per_block(reading: Reading) -> Iterator[Measured]:
    """The author's own words of each block of text without a line break."""
    document = reading.document
    first = 0
    last = len(document.words)
    has_breaks = _LINE_BREAK.search(document.text) is not None
    for end in range(1 if has_breaks else max(1, last), last + 1):
        if end == last or _LINE_BREAK.search(document.marks_before(end)):
            count = sum(is_own_word(document, i) for i in range(first, end))
            if count:
                yield Measured(count, Match.of_words(document, first, end))
            first = end


def _steps_per_sentence(reading: Reading, above: float) -> Iterator[Measured]:
    """How many different orders of the polite form («нажмите») each Russian sentence has."""
    document = reading.document
    for sentence in _longer_than(document, above):
        steps = [
            i
            for i in range(sentence.first, sentence.end)
            if document.words[i].endswith(_POLITE)
            and is_own_word(document, i)
            and _is_step(document.words[i])
        ]
        if steps:
            span = Match.of_words(document, sentence.first, sentence.end)
            yield Measured(len({document.words[i] for i in steps}), span)


@lru_cache(maxsize=20_000)
def _is_step(word: str) -> bool:
    """Whether a word is an order; «смотрите» may as well tell what somebody does."""
    found = tags(word)
    return (
        word not in _NO_STEPS
        and any("impr" in tag.grammemes for tag in found)
        and not any("pres" in tag.grammemes for tag in found)
    )


def _sentences_per_paragraph(reading: Reading) -> Iterator[Measured]:
    document = reading.document
    paragraphs: dict[int, list[int]] = {}
    for number, sentence in enumerate(document.sentences):
        if document.zones[sentence.first] in AUTHORS_OWN:
            paragraphs.setdefault(sentence.paragraph, []).append(number)
    for numbers in paragraphs.values():
        first, last = document.sentences[numbers[0]], document.sentences[numbers[-1]]
        yield Measured(len(numbers), Match.of_words(document, first.first, last.end))


def _words(reading: Reading) -> Iterator[Measured]:
    document = reading.document
    count = sum(is_own_word(document, i) for i in range(len(document.words)))
    yield Measured(count, whole(document))


def _sentences(reading: Reading) -> Iterator[Measured]:
    document = reading.document
    count = sum(document.zones[s.first] in AUTHORS_OWN for s in document.sentences)
    yield Measured(count, whole(document))


def _characters(reading: Reading) -> Iterator[Measured]:
    yield Measured(len(reading.document.text.strip()), whole(reading.document))


def _capitals_share(reading: Reading) -> Iterator[Measured]:
    """The share of words in capitals among those of four letters and more.

    The match runs from the first of them to the last.
    """
    document = reading.document
    own = [i for i in range(len(document.words)) if is_own_word(document, i)]
    long = [i for i in own if _CAPITALS.fullmatch(document.written(i))]
    capitals = [i for i in long if document.written(i).isupper()]
    match = Match.of_words(document, capitals[0], capitals[-1] + 1) if capitals else None
    yield Measured(len(capitals) / len(long) if long else 0.0, match or whole(document))


def _marks(pattern: str) -> _Function:
    """Counts a mark outside quotes and code; the match runs from the first one to the last."""
    mark = re.compile(pattern)

    def measure(reading: Reading) -> Iterator[Measured]:
        document = reading.document
        found = [
            match for match in mark.finditer(document.text) if _is_own(document, match.start())
        ]
        span = whole(document)
        if found:
            span = Match.of_code_points(document, found[0].start(), found[-1].end())
        yield Measured(len(found), span)

    return measure


def _emoji(reading: Reading) -> Iterator[Measured]:
    document = reading.document
    found = [
        index
        for index, kind in enumerate(document.kinds)
        if kind is Kind.EMOJI and document.zones[index] in AUTHORS_OWN
    ]
    span = Match.of_words(document, found[0], found[-1] + 1) if found else whole(document)
    yield Measured(len(found), span)


def _attachments(reading: Reading) -> Iterator[Measured]:
    """The number of attached files; the place is the start of the text."""
    yield Measured(len(reading.conversation.attachments), Match(0, 0, 0, 0))


def _shared_words(reading: Reading) -> Iterator[Measured]:
    """How many different words of substance and numbers of the customer's come back.

    Without the customer's words there is nothing to measure.
    """
    if reading.customer is not None:
        shared = shared_content(reading.customer.document, reading.document)
        yield Measured(len(shared), whole(reading.document))


def _is_own(document: Document, position: int) -> bool:
    """Whether the word before the code point (or the first one) is the author's own."""
    index = Match.of_code_points(document, position, position + 1).first
    near = document.zones[max(0, index - 1) : index] or document.zones[:1]
    return not near or near[0] in AUTHORS_OWN


_OF_SENTENCES: Mapping[str, Callable[[Reading, float], Iterator[Measured]]] = {
    "words_per_sentence": _words_per_sentence,
    "words_per_part": _words_per_part,
    "steps_per_sentence": _steps_per_sentence,
}
_FUNCTIONS: Mapping[str, _Function] = {
    "words_per_block": _words_per_block,
    "sentences_per_paragraph": _sentences_per_paragraph,
    "words": _words,
    "sentences": _sentences,
    "characters": _characters,
    "capitals_share": _capitals_share,
    "exclamation_marks": _marks(r"!"),
    "question_marks": _marks(r"\?"),
    "brackets": _marks(r"(?<=\))\)|\)(?=\))"),
    "emoji": _emoji,
    "attachments": _attachments,
    "shared_words": _shared_words,
}
MEASURES: Mapping[str, Measure] = {name: OfText(name) for name in (*_OF_SENTENCES, *_FUNCTIONS)}
"""The measures that need no other signal."""
