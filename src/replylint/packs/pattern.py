"""The pattern language: from a line of words to a tree.

The notation is described in ``docs/rule-language.md``.
"""

from __future__ import annotations

import re
from functools import lru_cache

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
    can_be_empty,
)
from replylint.text.contractions import full_words
from replylint.text.entities import ENTITY_KINDS
from replylint.text.normal import normal
from replylint.text.tokens import Kind, tokenize
from replylint.translation import _

SPECIAL = frozenset("{}()|?<>@#&*^$\\.")
_NAME_EXTRA = frozenset("-_/.")
_PASSED_OVER = frozenset("!;:…")
"""Marks that look as if they had to stand there, and would be passed over as all marks are."""
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_MOST_DEPTH = 20


class PatternError(ValueError):
    """A pattern that cannot be read: what is wrong, and the code points ``start`` to ``end``."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = end


@lru_cache(maxsize=20_000)
def parse_pattern(text: str) -> Node:
    """Read a pattern; raises ``PatternError`` with the wrong place when it cannot be read.

    The phrases of lists are read wherever the lists are named, so trees are remembered.
    """
    parser = _Parser(text)
    tree = parser.alternatives(closing="")
    if parser.at < len(text):
        raise PatternError(
            _("this “{sign}” closes nothing").format(sign=text[parser.at]), parser.at, parser.at + 1
        )
    if isinstance(tree, Mark):
        return Sequence_((AnyWord(), tree))
    if _ends_in_gap(tree, 0) or _ends_in_gap(tree, -1):
        raise PatternError(
            _("a gap “..” at the start or end of a pattern has no effect; remove it"), 0, len(text)
        )
    if can_be_empty(tree):
        raise PatternError(
            _("the pattern must contain at least one word that may not be absent"), 0, len(text)
        )
    return tree


def _ends_in_gap(node: Node, end: int) -> bool:
    """Whether a gap stands at this end (0 the first, -1 the last) of what the node matches."""
    match node:
        case Gap():
            return True
        case Sequence_(items):
            return bool(items) and _ends_in_gap(items[end], end)
        case Alternatives(branches):
            return any(_ends_in_gap(branch, end) for branch in branches)
        case Optional_(item) | Reported(item):
            return _ends_in_gap(item, end)
        case _:
            return False


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self._depth = 0

    def alternatives(self, closing: str) -> Node:
        begin = self.at
        branches = [self._sequence(closing)]
        while self.at < len(self.text) and self.text[self.at] == "|":
            self.at += 1
            branches.append(self._sequence(closing))
        place = max(0, min(begin, len(self.text) - 1))
        for branch in branches:
            if isinstance(branch, Sequence_) and not branch.items:
                raise PatternError(
                    _("words are missing here: one alternative is empty")
                    if len(branches) > 1 or closing
                    else _("the pattern is empty"),
                    place,
                    max(self.at, place + 1),
                )
        return branches[0] if len(branches) == 1 else Alternatives(tuple(branches))

    def _sequence(self, closing: str) -> Node:
        items: list[Node] = []
        while self.at < len(self.text):
            sign = self.text[self.at]
            if sign == "|" or sign == closing:
                break
            if sign in ")}>":
                raise PatternError(
                    _("this “{sign}” closes nothing").format(sign=sign), self.at, self.at + 1
                )
            if sign.isspace():
                self.at += 1
                continue
            items.extend(self._suffixed())
        return items[0] if len(items) == 1 else Sequence_(tuple(items))

    def _suffixed(self) -> list[Node]:
        begin = self.at
        nodes = self._item()
        if self.at < len(self.text) and self.text[self.at] == "?":
            if not nodes:
                raise PatternError(
                    _("nothing stands before “?” to be optional; write \\? for the mark"),
                    begin,
                    self.at + 1,
                )
            self.at += 1
            optional = Optional_(nodes[0] if len(nodes) == 1 else Sequence_(tuple(nodes)))
            return [optional]
        return nodes

    def _item(self) -> list[Node]:
        sign = self.text[self.at]
        match sign:
            case "{":
                return [self._lexeme()]
            case "(":
                return [self._bracketed(")")]
            case "<":
                return [Reported(self._bracketed(">"))]
            case "^" | "$":
                return [self._anchor(sign)]
            case "@":
                begin = self.at
                name = self._name(_("a list from “define”"))
                return [ListOf(name, begin, self.at)]
            case "#":
                return [self._entity()]
            case "&":
                begin = self.at
                name = self._name(_("a signal"))
                return [SignalHere(name, begin, self.at)]
            case "\\":
                return [self._escaped()]
            case "?":
                return []
            case "*":
                raise PatternError(
                    _("“*” stands only directly after the beginning of a word"),
                    self.at,
                    self.at + 1,
                )
            case "." if self.text.startswith("..", self.at):
                return [self._gap()]
            case _:
                return self._words()

    def _bracketed(self, closing: str) -> Node:
        begin = self.at
        self.at += 1
        self._depth += 1
        if self._depth > _MOST_DEPTH:
            raise PatternError(_("this is nested too deeply"), begin, begin + 1)
        inner = self.alternatives(closing)
        self._depth -= 1
        if self.at >= len(self.text) or self.text[self.at] != closing:
            raise PatternError(
                _("“{sign}” is never closed").format(sign=self.text[begin]), begin, begin + 1
            )
        self.at += 1
        return inner

    def _lexeme(self) -> Node:
        begin = self.at
        close = self.text.find("}", begin)
        if close < 0:
            raise PatternError(_("“{sign}” is never closed").format(sign="{"), begin, begin + 1)
        inner = self.text[begin + 1 : close]
        self.at = close + 1
        words, colon, grammemes = inner.partition(":")
        lexemes = tuple(word.strip() for word in words.split("|") if word.strip())
        wanted = tuple(name.strip() for name in grammemes.split(",") if name.strip())
        if not lexemes and not wanted:
            raise PatternError(_("“{}” needs a word or grammemes"), begin, self.at)
        if colon and not wanted:
            raise PatternError(_("grammemes are missing after “:”"), begin, self.at)
        for lexeme in lexemes:
            if any(sign in SPECIAL or sign.isspace() for sign in lexeme):
                raise PatternError(
                    _("“{lexeme}” is not one word; each word takes its own braces").format(
                        lexeme=lexeme
                    ),
                    begin,
                    self.at,
                )
        return Lexeme(lexemes, wanted, begin, self.at)

    def _anchor(self, sign: str) -> Node:
        doubled = sign * 2
        found = doubled if self.text.startswith(doubled, self.at) else sign
        self.at += len(found)
        return Anchor(found)

    def _gap(self) -> Node:
        if self.text.startswith("...", self.at):
            self.at += 3
            return Gap(None)
        self.at += 2
        begin = self.at
        while self.at < len(self.text) and self.text[self.at].isdigit():
            self.at += 1
        count = self.text[begin : self.at]
        if len(count) > 3:
            raise PatternError(
                _("a gap of that many words is not useful; write ..."), begin, self.at
            )
        return Gap(int(count) if count else 3)

    def _entity(self) -> Node:
        begin = self.at
        kind = self._name(_("an entity"))
        if kind not in ENTITY_KINDS:
            raise PatternError(
                _("there is no entity #{kind}; there are: {kinds}").format(
                    kind=kind, kinds=" ".join(f"#{known}" for known in ENTITY_KINDS)
                ),
                begin,
                self.at,
            )
        return Entity(kind)

    def _name(self, what: str) -> str:
        begin = self.at
        self.at += 1
        while self.at < len(self.text) and (
            self.text[self.at].isalnum() or self.text[self.at] in _NAME_EXTRA
        ):
            if self.text.startswith("..", self.at):
                break
            self.at += 1
        name = self.text[begin + 1 : self.at].rstrip(".")
        if not name:
            raise PatternError(
                _("the name of {what} must follow “{sign}”").format(
                    what=what, sign=self.text[begin]
                ),
                begin,
                begin + 1,
            )
        return name

    def _escaped(self) -> Node:
        begin = self.at
        if begin + 1 >= len(self.text):
            raise PatternError(_("nothing follows “\\”"), begin, begin + 1)
        sign = self.text[begin + 1]
        self.at += 2
        return Word(normal(sign)) if sign.isalnum() else Mark(sign)

    def _words(self) -> list[Node]:
        begin = self.at
        while self.at < len(self.text) and not self.text[self.at].isspace():
            sign = self.text[self.at]
            if sign in SPECIAL and not (sign == "." and not self.text.startswith("..", self.at)):
                break
            self.at += 1
        self._only_words(begin)
        words = _words_of(self.text[begin : self.at])
        nodes: list[Node] = [Word(word) for word in full_words(words, self._following())]
        if self.at < len(self.text) and self.text[self.at] == "*":
            self.at += 1
            last = nodes.pop() if nodes else None
            if not isinstance(last, Word):
                raise PatternError(
                    _("the beginning of a word must stand before “*”"), begin, self.at
                )
            nodes.append(Beginning(last.form))
        return nodes

    def _only_words(self, begin: int) -> None:
        """Raises ``PatternError`` for a mark beside a word, or alone: it would be passed over."""
        chunk = self.text[begin : self.at]
        at = 0 if chunk[:1] in _PASSED_OVER else len(chunk) - 1
        if chunk and chunk[at] in _PASSED_OVER:
            text = _("“{sign}” is passed over in a pattern; take it out, or write \\{sign}")
            raise PatternError(text.format(sign=chunk[at]), begin + at, begin + at + 1)

    def _following(self) -> str:
        """The plain word that follows here, if there is one."""
        found = _NEXT_WORD.match(self.text, self.at)
        return normal(found[1]) if found else ""


@lru_cache(maxsize=10_000)
def _words_of(chunk: str) -> tuple[str, ...]:
    """The words of a piece of a pattern in comparable form; most pieces come again and again."""
    return tuple(
        normal(chunk[token.start : token.end])
        for token in tokenize(chunk)
        if token.kind is not Kind.MARK and token.kind is not Kind.SPACE
    )
