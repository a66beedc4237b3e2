"""Sentences with numbers, and whether two of them say different things about the same.

Hours («с 9 до 21»), moments («до 18:00») and lengths of time («в течение 3-х рабочих дней») are
compared by what they mean, all other numbers by how they are written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from replylint.template import Filled
from replylint.text import russian
from replylint.text.content import content_lemmas
from replylint.text.document import Document
from replylint.text.entities import Entity, Words, recognise
from replylint.text.entities.values import Duration, Time
from replylint.text.language import morphology_of
from replylint.text.tokens import Kind

_SAME_THOUGHT = 0.6
_LEAST_SHARED = 3
_LEAST_SHARED_OF_TIME = 2
"""Who says when or how long needs few words for it: «Гарантия на лампы — 12 месяцев»."""
_LEAST_SHARED_OF_ALL = 2
"""Nor does who says nothing else: «Стрижка с укладкой — 1 700 ₽»."""
_SHORTEST = 4
_THOUSANDS = re.compile(r"[ \u00a0\u202f]\d{3}")
_STEM = 5
_SAME_LENGTH = 1.05
"""A year is 12 months, though their days differ a little."""
_SIGNS = {
    "₽": "рубль",
    "руб": "рубль",
    "р": "рубль",
    "%": "процент",
    "$": "доллар",
    "usd": "доллар",
    "€": "евро",
    "eur": "евро",
}
_HOURS, _LENGTH = "hours", "length"
_FROM = frozenset("с со from between".split())
_UNTIL = frozenset("до по to till until and".split())
_EMPTY = frozenset(
    "работать работа открыть открытый ежедневно ежедневный каждый день ждать график режим время "
    "час улица течение срок предел рабочий календарный составлять занимать "
    "open hour daily every day street within period business working come take".split()
)
"""Words that go with any hours or length and say nothing about whose these are."""
_DAYS = frozenset(
    "понедельник вторник среда четверг пятница суббота воскресенье будень будни будний выходной "
    "праздник праздничный пн вт ср чт пт сб вс monday tuesday wednesday thursday friday saturday "
    "sunday weekday weekend holiday mon tue wed thu fri sat sun".split()
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence with a number: what it counts, the other words, and the sentence itself.

    ``owner`` is the number of its reply, ``start`` where the sentence begins in the text as it
    would be sent. ``values`` are all numbers of this unit in the sentence. ``apart`` are things
    of which two different ones make two sentences speak of different things: names, days of the
    week, other numbers.
    """

    owner: int
    unit: str
    number: str | float
    words: frozenset[str]
    text: str
    start: int
    values: frozenset[str | float] = frozenset()
    apart: tuple[frozenset[str], ...] = ()


def contradict(a: Fact, b: Fact) -> bool:
    """Whether two facts with the same unit give different numbers to the same thing."""
    if a.owner == b.owner or _is_among(a.number, b.values) or _is_among(b.number, a.values):
        return False
    least = _LEAST_SHARED_OF_TIME if a.unit in (_HOURS, _LENGTH) else _LEAST_SHARED
    common = len(a.words & b.words)
    if a.words == b.words:
        least = min(least, _LEAST_SHARED_OF_ALL)
    if common < least or common < _SAME_THOUGHT * len(a.words | b.words):
        return False
    return not any(one - other and other - one for one, other in zip(a.apart, b.apart, strict=True))


def _is_among(number: str | float, values: Iterable[str | float]) -> bool:
    if isinstance(number, str):
        return number in values
    return any(
        isinstance(value, float) and max(number, value) <= _SAME_LENGTH * min(number, value)
        for value in values
    )


def facts_in(
    number: int, document: Document, filled: Filled, others: Sequence[str]
) -> Iterator[Fact]:
    """What a reply says in numbers whatever is filled in and whichever branch is sent.

    ``number`` is that of the reply, ``document`` one reading of it, ``others`` are its others.
    """
    words = Words(document.text, document.starts, document.ends, document.kinds, document.words)
    times = recognise(words, ("time", "duration"))
    phones = document.entities("phone")
    for sentence in document.sentences:
        start, end = document.starts[sentence.first], len(document.text)
        if sentence.end < len(document.starts):
            end = document.starts[sentence.end]
        written = document.text[start:end].strip()
        if any(written not in other for other in others):
            continue
        text = " ".join(filled.template[slice(*filled.back(start, end))].split())
        inside = [t for t in times if sentence.first <= t.first < sentence.end]
        told = _Sentence(document, sentence.first, sentence.end, inside)
        is_sample = partial(_is_sample, document, filled)
        found = [*told.times(is_sample), *told.numbers(phones, is_sample)]
        for one in found:
            values = frozenset(other.value for other in found if other.unit == one.unit)
            yield Fact(number, one.unit, one.value, one.words, text, start, values, one.apart)


def _is_sample(document: Document, filled: Filled, first: int, end: int) -> bool:
    return filled.touches(document.starts[first], document.ends[end - 1])


_IsSample = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class _Found:
    """A number of a sentence with its unit, the words to compare, and what must not differ."""

    unit: str
    value: str | float
    words: frozenset[str]
    apart: tuple[frozenset[str], ...] = ()


class _Sentence:
    """The numbers of one sentence: the words ``first`` to ``end`` (excluded) of a document.

    ``times`` are the times and lengths of time that are recognised in it.
    """

    def __init__(self, document: Document, first: int, end: int, times: Sequence[Entity]) -> None:
        self._document, self._first, self._end, self._times = document, first, end, times
        self._in_times = {index for time in times for index in range(time.first, time.end)}
        stems = (document.words[i][:_STEM] for i in self._of_kind(Kind.WORD))
        self._stems = frozenset(stem for stem in stems if len(stem) >= _SHORTEST)

    def _of_kind(self, kind: Kind) -> Iterator[int]:
        return (i for i in range(self._first, self._end) if self._document.kinds[i] is kind)

    def times(self, is_sample: _IsSample) -> Iterator[_Found]:
        """Hours, moments and lengths of time."""
        if not self._times:
            return
        entities, apart = self._times, self._kept_apart_by()
        words = self._words_beside_times(self._first, self._end)
        index = 0
        while index < len(entities):
            entity, index = entities[index], index + 1
            if is_sample(entity.first, entity.end):
                continue
            if isinstance(entity.value, Duration):
                if entity.value.most:
                    beside = self._words_beside_times(*self._clause(entity))
                    enough = len(beside) >= _LEAST_SHARED_OF_TIME
                    yield _Found(_LENGTH, entity.value.most, beside if enough else words, apart)
                continue
            if not isinstance(entity.value, Time):
                continue
            until = entity.value.last
            after = entities[index] if index < len(entities) else None
            if until is None and after is not None and self._are_hours(entity, after):
                index += 1
                if is_sample(after.first, after.end):
                    continue
                until = after.value.clock if isinstance(after.value, Time) else None
            if until is not None:
                yield _Found(_HOURS, f"{entity.value.clock}-{until}", words, apart)
            else:
                own = {word[:_STEM] for word in self._document.words[entity.first : entity.end]}
                yield _Found("moment", entity.value.clock, self._stems - own)

    def _are_hours(self, one: Entity, other: Entity) -> bool:
        """Two moments that belong together: «с 9 до 21», "9 am to 5 pm", "between 9 and 5 pm"."""
        if not isinstance(other.value, Time) or other.value.last is not None:
            return False
        words = self._document.words
        if other.first == one.end:
            return self._document.text[one.stop : other.start].strip() in ("-", "–", "—")
        if other.first != one.end + 1 or words[one.end] not in _UNTIL:
            return False
        return words[one.end] != "and" or words[one.first - 1] in _FROM

    def numbers(self, phones: Mapping[int, int], is_sample: _IsSample) -> Iterator[_Found]:
        """Phones, and numbers that count something but time."""
        document, index = self._document, self._first
        while index < self._end:
            first, index = index, phones.get(index) or self._end_of_number(index)
            if first in self._in_times or is_sample(first, index):
                continue
            if first in phones:
                words = document.words[first:index]
                yield _Found("phone", "".join(words), self._stems)
            elif document.kinds[first] is Kind.NUMBER:
                unit = _unit(document, index - 1)
                if unit:
                    value = "".join(document.words[first:index])
                    yield _Found(unit, value, self._stems - _counted(document, index - 1))

    def _end_of_number(self, first: int) -> int:
        """The word after a word; after the thousands too, where it is a number such as «1 500»."""
        document, end = self._document, first + 1
        while (
            end < self._end
            and document.kinds[end - 1] is document.kinds[end] is Kind.NUMBER
            and _THOUSANDS.fullmatch(document.text, document.ends[end - 1], document.ends[end])
        ):
            end += 1
        return end

    def _clause(self, entity: Entity) -> tuple[int, int]:
        """The words around a time up to the next marks on either side."""
        first, end = entity.first, entity.end
        while first > self._first and not self._document.marks_before(first).strip():
            first -= 1
        while end < self._end and not self._document.marks_before(end).strip():
            end += 1
        return first, end

    def _words_beside_times(self, first: int, end: int) -> frozenset[str]:
        """The beginnings of the words of substance, without those that go with any time."""
        lemmas: set[str] = set()
        for index in self._of_kind(Kind.WORD):
            if first <= index < end and index not in self._in_times:
                lemmas |= content_lemmas(self._document, index, index + 1)
        return frozenset(lemma[:_STEM] for lemma in lemmas - _EMPTY - _DAYS)

    def _kept_apart_by(self) -> tuple[frozenset[str], ...]:
        """Names, days, and numbers beside the times."""
        document, lemmas = self._document, morphology_of(self._document.language).lemmas
        names: set[str] = set()
        days: set[str] = set()
        for index in self._of_kind(Kind.WORD):
            word = document.words[index]
            lemma = lemmas(word)[0]
            if lemma in _DAYS or word in _DAYS:
                days.add(lemma)
            elif index > self._first and document.text[document.starts[index]].isupper():
                names.add(lemma[:_STEM])
        numbers = {document.words[i] for i in self._of_kind(Kind.NUMBER) if i not in self._in_times}
        # no day at all is a day too: «по выходным» and every day are different things
        return frozenset(names), frozenset(days or {""}), frozenset(numbers)


def _sign_after(document: Document, number: int) -> str:
    """The sign of a currency or a percentage that stands after a number; else nothing."""
    sign = document.text[document.ends[number] :].lstrip()[:1]
    return sign if sign in _SIGNS and not sign.isalpha() else ""


def _counted(document: Document, number: int) -> set[str]:
    """The beginning of the word that says what a number counts; nothing where a sign does."""
    if _sign_after(document, number):
        return set()
    return {word[:_STEM] for word in document.words[number + 1 : number + 2]}


def _unit(document: Document, number: int) -> str:
    """What a number counts: the word after it, or a sign such as that of roubles; else nothing."""
    after, sign = number + 1, _sign_after(document, number)
    if sign:
        return _SIGNS[sign]
    if after >= len(document.words) or document.kinds[after] is not Kind.WORD:
        return ""
    if document.sentence_of[after] != document.sentence_of[number]:
        return ""
    unit = russian.lemmas(document.words[after])[0]
    return _SIGNS.get(unit, unit)
