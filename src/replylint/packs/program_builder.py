"""From the tree of a pattern to the program that finds it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from replylint.packs.pattern import PatternError
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
from replylint.signals.instruction import Instruction, Op
from replylint.signals.program import Program
from replylint.translation import _

MOST_PARTS = 10_000
"""So many words and signs the lists in one pattern may hold, with all lists that they name."""


class Names(Protocol):
    """How the names and lexemes in a pattern are resolved; each may raise ``PatternError``."""

    def forms(self, node: Lexeme) -> frozenset[str]:
        """The word forms of a node with lexemes."""

    def predicate(self, node: Lexeme) -> Callable[[str], bool]:
        """What tells whether a word has the grammemes of a node without lexemes."""

    def list_of(self, node: ListOf) -> tuple[Names, Sequence[Node]]:
        """The phrases of a list, and the names that are known where it is defined."""

    def signal(self, node: SignalHere) -> str:
        """The full name of a signal."""

    def is_common(self, word: str) -> bool:
        """Whether a word stands in most texts."""


def build_program(source: str, tree: Node, names: Names) -> Program:
    """Compile a pattern; ``PatternError`` of ``names`` passes through."""
    expanded = expand(tree, names)
    builder = _Builder(names)
    builder.emit(expanded)
    builder.code.append(Instruction(Op.DONE))
    return Program(source, builder.code, required_words(expanded, names))


def expand(node: Node, names: Names) -> Node:
    """Put the phrases of lists in place of their names.

    What comes from a list stands, for error messages, where the pattern itself names the list, and
    signals in it go by their full names.
    """
    return _Expansion().of(node, names, None)


class _Expansion:
    """Each list is expanded once for each place where the pattern itself names a list.

    Lists of lists grow by leaps: thirty of which each names the next one twice fill any memory.
    """

    def __init__(self) -> None:
        self._size = 0
        self._open: dict[tuple[Names, str], None] = {}
        self._known: dict[tuple[ListOf, Names, str], tuple[Node, int]] = {}

    def of(self, node: Node, names: Names, outer: ListOf | None) -> Node:
        """The expanded node; ``outer`` is the list in the pattern itself that it comes from."""
        if outer is not None:
            self._grow(1, outer)
            if isinstance(node, Lexeme | ListOf | SignalHere):
                node = replace(node, start=outer.start, end=outer.end)
        match node:
            case ListOf():
                return self._list(node, names, outer or node)
            case Sequence_(items):
                return Sequence_(tuple(self.of(item, names, outer) for item in items))
            case Alternatives(branches):
                return Alternatives(tuple(self.of(branch, names, outer) for branch in branches))
            case Optional_(item):
                return Optional_(self.of(item, names, outer))
            case Reported(item):
                return Reported(self.of(item, names, outer))
            case SignalHere() if outer is not None:
                return replace(node, name=names.signal(node))
            case _:
                return node

    def _list(self, node: ListOf, names: Names, outer: ListOf) -> Node:
        there, phrases = names.list_of(node)
        if (there, node.name) in self._open:
            message = _("the list “@{name}” contains itself").format(name=node.name)
            raise PatternError(message, outer.start, outer.end)
        known = self._known.get((outer, there, node.name))
        if known is not None:
            self._grow(known[1], outer)
            return known[0]
        self._open[there, node.name] = None
        before = self._size
        expanded = Alternatives(tuple(self.of(phrase, there, outer) for phrase in phrases))
        del self._open[there, node.name]
        self._known[outer, there, node.name] = expanded, self._size - before
        return expanded

    def _grow(self, size: int, outer: ListOf) -> None:
        self._size += size
        if self._size > MOST_PARTS:
            message = _("the list “@{name}” with all that it names is too long")
            raise PatternError(message.format(name=outer.name), outer.start, outer.end)


def required_words(node: Node, names: Names) -> list[frozenset[str]]:
    """Groups of words of which each must have a member in a sentence that the node matches."""
    match node:
        case Word(form):
            return [frozenset((form,))]
        case Beginning(form):
            return [frozenset((f"{form}*",))]
        case Lexeme(lexemes=()):
            return []
        case Lexeme():
            return [names.forms(node)]
        case SignalHere():
            return [frozenset((f"&{names.signal(node)}",))]
        case Reported(item):
            return required_words(item, names)
        case Sequence_(items):
            return [group for item in items for group in required_words(item, names)]
        case Alternatives(branches):
            return _of_any([required_words(branch, names) for branch in branches], names)
        case Entity(kind):
            return [frozenset((f"#{kind}",))]
        case Mark(mark):
            return [frozenset((f"\\{mark}",))]
        case _:
            return []


def _of_any(branches: Sequence[Sequence[frozenset[str]]], names: Names) -> list[frozenset[str]]:
    """One group for alternatives: the rarest group of words of each branch, joined."""
    of_words = [
        [group for group in groups if not any(word[0] in "&#\\" for word in group)]
        for groups in branches
    ]
    if not all(of_words):
        return []

    def cost(group: frozenset[str]) -> tuple[int, int]:
        return sum(names.is_common(word) for word in group), len(group)

    rarest = (min(groups, key=cost) if len(groups) > 1 else groups[0] for groups in of_words)
    return [frozenset().union(*rarest)]


class _Builder:
    def __init__(self, names: Names) -> None:
        self.code: list[Instruction] = []
        self._names = names

    def emit(self, node: Node) -> None:
        match node:
            case Word(form):
                self._add(Op.WORDS, frozenset((form,)))
            case Lexeme(lexemes=()):
                self._add(Op.GRAMMEMES, self._names.predicate(node))
            case Lexeme():
                self._add(Op.WORDS, self._names.forms(node))
            case Beginning(form):
                self._add(Op.PREFIX, form)
            case AnyWord():
                self._add(Op.ANY)
            case Gap(most):
                self._gap(most)
            case Anchor(sign):
                self._add(Op.ANCHOR, sign)
            case Mark(mark):
                self._add(Op.MARK, mark)
            case Entity(kind):
                self._add(Op.ENTITY, kind)
            case SignalHere():
                self._add(Op.SIGNAL, self._names.signal(node))
            case Sequence_(items):
                for item in items:
                    self.emit(item)
            case Alternatives(branches):
                self._alternatives(branches)
            case Optional_(item):
                split = self._reserve()
                self.emit(item)
                self.code[split] = Instruction(Op.SPLIT, (split + 1, len(self.code)))
            case Reported(item):
                self._add(Op.REPORT_FROM)
                self.emit(item)
                self._add(Op.REPORT_TO)
            case ListOf():
                raise AssertionError("lists are expanded before")

    def _add(self, op: Op, argument: object = None) -> None:
        self.code.append(Instruction(op, argument))

    def _reserve(self) -> int:
        self._add(Op.JUMP)
        return len(self.code) - 1

    def _gap(self, most: int | None) -> None:
        """As few words as possible: the way past the gap is preferred to one more word."""
        if most is None:
            split = self._reserve()
            self._add(Op.ANY)
            self._add(Op.JUMP, split)
            self.code[split] = Instruction(Op.SPLIT, (len(self.code), split + 1))
            return
        splits = []
        for _step in range(most):
            splits.append(self._reserve())
            self._add(Op.ANY)
        for split in splits:
            self.code[split] = Instruction(Op.SPLIT, (len(self.code), split + 1))

    def _alternatives(self, branches: Sequence[Node]) -> None:
        words, others = self._joined(branches)
        if words and not others:
            self._add(Op.WORDS, words)
            return
        ways: list[Node | frozenset[str]] = [*others, *([words] if words else [])]
        jumps = []
        for way in ways[:-1]:
            split = self._reserve()
            self._way(way)
            jumps.append(self._reserve())
            self.code[split] = Instruction(Op.SPLIT, (split + 1, len(self.code)))
        self._way(ways[-1])
        for jump in jumps:
            self.code[jump] = Instruction(Op.JUMP, len(self.code))

    def _way(self, way: Node | frozenset[str]) -> None:
        if isinstance(way, frozenset):
            self._add(Op.WORDS, way)
        else:
            self.emit(way)

    def _joined(self, branches: Sequence[Node]) -> tuple[frozenset[str], list[Node]]:
        """The forms of all branches that are single words, and the other branches."""
        words: set[str] = set()
        others: list[Node] = []
        for branch in branches:
            match branch:
                case Word(form):
                    words.add(form)
                case Lexeme(lexemes=(_first, *_rest)):
                    words |= self._names.forms(branch)
                case Alternatives(inner):
                    more, left = self._joined(inner)
                    words |= more
                    others += left
                case Sequence_(items=(single,)):
                    more, left = self._joined((single,))
                    words |= more
                    others += left
                case _:
                    others.append(branch)
        return frozenset(words), others
