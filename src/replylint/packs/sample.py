"""Texts that a pattern ought to match, made from the pattern itself."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from replylint.packs.library import Library
from replylint.packs.names import PackNames
from replylint.packs.pattern import PatternError, parse_pattern
from replylint.packs.pattern_tree import (
    Alternatives,
    Anchor,
    AnyWord,
    Beginning,
    Entity,
    Gap,
    Lexeme,
    ListOf,
    Mark,
    Node,
    Optional_,
    Reported,
    Sequence_,
    SignalHere,
    Word,
)
from replylint.packs.program_builder import expand

_ENTITIES = {
    "date": "12 марта",
    "time": "15:30",
    "duration": "3 дня",
    "money": "500 рублей",
    "number": "17",
    "order": "№ 48213",
    "name": "Анна",
    "phone": "+7 900 123-45-67",
    "email": "a@example.com",
    "url": "https://example.com",
    "emoji": "🙂",
    "placeholder": "{{name}}",
}
_FILLERS = {"ru": "слово", "en": "word"}
_VOCABULARY = {
    "ru": "мы вы я он она они оно это ваш заказ заказа заказу заказом заказе заказы заказов письмо "
    "письма машина машины машину машиной машине ответ клиенту люди проверить проверим проверяем "
    "проверил проверила проверили проверьте проверяет проверяют проверяешь проверю проверив "
    "проверен проверена проверено проверены проверяющий проверенный хороший хорошая хорошее "
    "хорошие хорошего хорош хороша лучше быстро здесь два три пять можно нужно и но в на не ли "
    "проверит проверят проверите давайте проверимте работает придёт звоните пришлите напишу",
    "en": "we you i he it they order orders customer's help helps helped helping done went good "
    "better best quickly two and but in not please check checked checking write wrote written",
}
_MOST_DEPTH = 6


class _UnknownError(Exception):
    """Nothing is known that the part of the pattern would match."""


def is_open(pattern: str, names: PackNames) -> bool:
    """Whether a pattern asks for any word with some grammemes, or for another signal.

    The samples then show only a few of the texts that it matches.
    """
    try:
        return _is_open(expand(parse_pattern(pattern), names))
    except PatternError:
        return True


def _is_open(node: Node) -> bool:
    match node:
        case Lexeme(lexemes=()) | SignalHere():
            return True
        case Sequence_(items) | Alternatives(items):
            return any(_is_open(item) for item in items)
        case Optional_(item) | Reported(item):
            return _is_open(item)
        case _:
            return False


def samples(pattern: str, names: PackNames, library: Library, count: int) -> Iterator[str]:
    """Up to ``count`` different texts that the pattern should match; none if one cannot be made."""
    try:
        tree = parse_pattern(pattern)
    except PatternError:
        return
    made: set[str] = set()
    for number in range(count):
        try:
            text = _Sampler(library, Random(number), number).text(tree, names)
        except (_UnknownError, PatternError):
            continue
        if text not in made:
            made.add(text)
            yield text


class _Sampler:
    """Makes one text; the first one, number 0, from the shortest ways through a pattern."""

    def __init__(self, library: Library, random: Random, number: int) -> None:
        self._library = library
        self._random = random
        self._shortest = number == 0
        self._depth = 0

    def text(self, node: Node, names: PackNames) -> str:
        text = ""
        for piece, is_mark in self._pieces(node, names):
            glued = not text or (is_mark and (self._shortest or self._random.random() < 0.5))
            text += piece if glued else f" {piece}"
        return text

    def _pieces(self, node: Node, names: PackNames) -> Iterator[tuple[str, bool]]:
        match node:
            case Word(form) | Beginning(form):
                yield form, False
            case Lexeme():
                yield self._lexeme(node, names), False
            case AnyWord():
                yield _FILLERS[names.morphology.code], False
            case Entity(kind):
                yield _ENTITIES[kind], False
            case Mark(mark):
                yield mark, True
            case Gap():
                if not self._shortest and self._random.random() < 0.3:
                    yield _FILLERS[names.morphology.code], False
            case Anchor():
                return
            case SignalHere():
                yield self._signal(names.signal(node)), False
            case ListOf():
                there, phrases = names.list_of(node)
                yield from self._pieces(self._random.choice(phrases), there)
            case Sequence_(items):
                for item in items:
                    yield from self._pieces(item, names)
            case Alternatives(branches):
                yield from self._pieces(self._random.choice(branches), names)
            case Optional_(item):
                if not self._shortest and self._random.random() < 0.5:
                    yield from self._pieces(item, names)
            case Reported(item):
                yield from self._pieces(item, names)

    def _lexeme(self, node: Lexeme, names: PackNames) -> str:
        if node.lexemes:
            return self._random.choice(sorted(names.forms(node)))
        fits = names.predicate(node)
        known = [word for word in _VOCABULARY[names.morphology.code].split() if fits(word)]
        if not known:
            raise _UnknownError
        return self._random.choice(known)

    def _signal(self, full_name: str) -> str:
        """A text that has the signal, from its own patterns or those of a signal that it asks."""
        pack_name, _dot, bare = full_name.rpartition(".")
        pack = self._library.loaded[pack_name]
        signal = pack.file.signals[bare]
        names = self._library.names(pack)
        self._depth += 1
        try:
            if self._depth > _MOST_DEPTH:
                raise _UnknownError
            if signal.match:
                return self.text(parse_pattern(self._random.choice(signal.match)), names)
            if signal.any:
                inner = names.find_signal(self._random.choice(signal.any))
                return self._signal(inner or "")
            raise _UnknownError
        finally:
            self._depth -= 1
