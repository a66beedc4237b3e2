"""Patterns that can never lead to anything: they match nothing, or an exception drops it always."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from replylint.packs.library import Library
from replylint.packs.pack import Pack, RuleBook
from replylint.packs.sample import is_open, samples
from replylint.signals.match import Match
from replylint.signals.program import Program
from replylint.signals.reading import Reading
from replylint.signals.refined import Refined
from replylint.text.document import Document
from replylint.translation import _

_SAMPLES = 60
_CLASS = re.compile(r"\[[^\]]*\]|\\[a-zA-Z]")
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_LATIN = re.compile("[a-z]", re.IGNORECASE)
_LIKE_CYRILLIC = re.compile("[aceopxykmthb]", re.IGNORECASE)
_LIKE_LATIN = re.compile("[асеорхукмтнв]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dead:
    """A pattern that can never lead to anything, and a text that it should have matched.

    It matches nothing at all or, when ``excepted``, an exception drops whatever it matches.
    ``mixed`` is a word of it in which letters of the other alphabet stand for ones that look the
    same, and may match all the same; ``letters`` are these.
    """

    program: Program
    sample: str
    excepted: bool
    mixed: str | None = None
    letters: tuple[str, ...] = ()

    @property
    def why(self) -> str:
        """What is wrong, in words."""
        if self.mixed is not None:
            message = _("“{word}” has Cyrillic letters that look like Latin ones: {letters}")
            if _LATIN.match(self.letters[0]):
                message = _("“{word}” has Latin letters that look like Cyrillic ones: {letters}")
            return message.format(word=self.mixed, letters=", ".join(self.letters))
        if self.excepted:
            return _("an exception drops whatever it matches")
        return _("it can never match")


def dead_patterns(library: Library, book: RuleBook, pack: Pack) -> Iterator[Dead]:
    """The patterns written in ``pack`` that match none of the texts made from themselves.

    A pattern for which no such text can be made is left alone.
    """
    names = library.names(library.loaded[pack.name])
    exceptions = _Exceptions(book)
    seen: set[int] = set()
    for owner, programs in book.signals.programs.items():
        for program in programs:
            place = program.place
            if place is None or place.source != pack.path or id(program) in seen:
                continue
            seen.add(id(program))
            mixed = _mixed_word(program.source, pack.language)
            if mixed is not None:
                word, letters = mixed
                yield Dead(program, word, excepted=False, mixed=word, letters=letters)
                continue
            excepted = None if is_open(program.source, names) else exceptions.of(owner)
            made = samples(program.source, names, library, _SAMPLES)
            dead = _dead(program, made, book, excepted)
            if dead is not None:
                yield dead


def _mixed_word(pattern: str, language: str) -> tuple[str, tuple[str, ...]] | None:
    """A word in which look-alikes of the other alphabet stand among the language's own letters.

    With it come these letters. A class such as ``[aа]`` means them.
    """
    own, other, alike = _CYRILLIC, _LATIN, _LIKE_CYRILLIC
    if language != "ru":
        own, other, alike = _LATIN, _CYRILLIC, _LIKE_LATIN
    for word in re.findall(r"[^\W\d_]+", _CLASS.sub(" ", pattern)):
        foreign = other.findall(word)
        if foreign and own.search(word) and all(alike.match(letter) for letter in foreign):
            return str(word), tuple(sorted(set(foreign)))
    return None


def _dead(
    program: Program, made: Iterable[str], book: RuleBook, exceptions: Sequence[str] | None
) -> Dead | None:
    """The verdict on a pattern by the texts made from it; None for one that lives, or unknown."""
    first, matched = "", False
    for text in made:
        first = first or text
        reading = Reading(Document(text), book.signals)
        sentences = range(len(reading.document.sentences))
        matches = [match for number in sentences for match in program.matches(reading, number)]
        matched = matched or bool(matches)
        if matched and not exceptions:
            return None
        if any(not _is_dropped(reading, match, exceptions or ()) for match in matches):
            return None
    return Dead(program, first, matched) if first else None


def _is_dropped(reading: Reading, match: Match, exceptions: Sequence[str]) -> bool:
    return any(match.overlaps(other) for name in exceptions for other in reading.find(name))


class _Exceptions:
    """Which exceptions drop the matches of a phrase list."""

    def __init__(self, book: RuleBook) -> None:
        self._signals = book.signals.signals
        self._of_rules = {
            f"{rule.full_id}/{key}": rule.conditions.exceptions
            for rule in book.rules
            for key in ("forbid", "when")
        }

    def of(self, owner: str) -> list[str]:
        """The full names of the signals that are the exceptions."""
        signal = self._signals.get(owner)
        own = signal.exceptions if isinstance(signal, Refined) else None
        of_rule = self._of_rules.get(owner.removesuffix("/phrases"))
        return [name for name in (own, of_rule) if name is not None]
