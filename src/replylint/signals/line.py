"""A pattern of words alone as a regular expression over a line of signs, one sign for each word.

The line of a sentence has a sign for each word that says which words of the pattern it can be, so
that C code does in one go what `Program` does step by step. Regular expressions backtrack without
a memory; therefore only patterns and sentences are taken for which even trying everything is
little work.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import product

from replylint.signals.instruction import Instruction, Op

MOST_WORDS = 60
"""Longer sentences than this are not matched as a line."""

_MOST_WAYS = 5_000
_MOST_PREDICATES = 3
_FIRST_SIGN = 0x100
_REMEMBERED = 2_000

Span = tuple[int, int, int, int]
"""First word and end of a match, and of the part to report; the latter are -1 for all of it."""


class NoLineError(ValueError):
    """The pattern asks for more than words, or could take too long."""


class Line:
    """The code of a program, ready to run over lines. Raises ``NoLineError`` where that is not so.

    Equal to running the program over a sentence on its own: the same matches in the same order.
    """

    def __init__(self, code: Sequence[Instruction]) -> None:
        self._signs = _Signs(code)
        expression = _Translation(code, self._signs).expression()
        self._finditer = re.compile(expression, re.DOTALL).finditer
        self._groups = (1, 2) if "()" in expression else None

    def spans(self, words: Sequence[str]) -> Iterator[Span]:
        """The matches in the words of a sentence, from left to right, not overlapping."""
        signs = self._signs
        line = "".join([signs[word] for word in words])
        for match in self._finditer(line):
            if self._groups is None:
                yield *match.span(), -1, -1
            else:
                yield *match.span(), match.start(1), match.start(2)


class _Signs(dict[str, str]):
    """The sign of each word: which of the tests of a pattern it passes.

    A test is a set of words, or a predicate on a word.
    """

    def __init__(self, code: Sequence[Instruction]) -> None:
        super().__init__()
        self._sets: list[frozenset[str]] = []
        self._predicates: list[Callable[[str], bool]] = []
        self._number: dict[object, int] = {}
        tests = {(op, argument) for op, argument in code if op in (Op.PREFIX, Op.GRAMMEMES)}
        if len(tests) > _MOST_PREDICATES:
            raise NoLineError
        for op, argument in code:
            if op is Op.WORDS and argument not in self._number:
                self._number[argument] = len(self._sets)
                self._sets.append(argument)
        for op, argument in tests:
            self._number[op, argument] = len(self._sets) + len(self._predicates)
            self._predicates.append(_begins(argument) if op is Op.PREFIX else argument)
        self._masks: dict[str, int] = {}
        for number, words in enumerate(self._sets):
            for word in words:
                self._masks[word] = self._masks.get(word, 0) | 1 << number
        self._sign_of = self._alphabet()
        self._nothing = self._sign_of[0]
        if not self._predicates:
            self.update((word, self._sign_of[mask]) for word, mask in self._masks.items())

    def _alphabet(self) -> dict[int, str]:
        """A sign for every set of tests that some word can pass."""
        more = [1 << len(self._sets) + number for number in range(len(self._predicates))]
        of_predicates = [sum(chosen) for chosen in product(*((0, bit) for bit in more))]
        masks = {known | mask for known in (0, *self._masks.values()) for mask in of_predicates}
        return {mask: chr(_FIRST_SIGN + number) for number, mask in enumerate(sorted(masks))}

    def __missing__(self, word: str) -> str:
        if not self._predicates:
            return self._nothing
        mask = self._masks.get(word, 0)
        for number, predicate in enumerate(self._predicates, len(self._sets)):
            if predicate(word):
                mask |= 1 << number
        sign = self._sign_of[mask]
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = sign
        return sign

    def passing(self, op: Op, argument: object) -> str:
        """The signs, as part of a regular expression, of the words that pass a test."""
        number = self._number[argument if op is Op.WORDS else (op, argument)]
        signs = "".join(sign for mask, sign in self._sign_of.items() if mask >> number & 1)
        return signs if len(signs) == 1 else f"[{signs}]" if signs else "(?!)"


def _begins(beginning: str) -> Callable[[str], bool]:
    return lambda word: word.startswith(beginning)


class _Translation:
    """From code as `program_builder` writes it back to the structure of the pattern."""

    def __init__(self, code: Sequence[Instruction], signs: _Signs) -> None:
        self._code = code
        self._signs = signs
        self._ways = 1

    def expression(self) -> str:
        """The regular expression for all of the code but its last instruction, ``DONE``."""
        reports = [i.op for i in self._code if i.op in (Op.REPORT_FROM, Op.REPORT_TO)]
        if len(reports) > 2:
            raise NoLineError
        found, least = self._between(0, len(self._code) - 1)
        if self._ways > _MOST_WAYS or least == 0:
            raise NoLineError
        return found

    def _between(self, first: int, end: int) -> tuple[str, int]:
        """The expression for the instructions, and the fewest words that it matches."""
        parts: list[str] = []
        least = 0
        at = first
        while at < end:
            op, argument = self._code[at]
            if op is Op.SPLIT:
                part, fewest, at = self._split(at, *argument)
                least += fewest
                parts.append(part)
                continue
            if op in (Op.WORDS, Op.PREFIX, Op.GRAMMEMES):
                parts.append(self._signs.passing(op, argument))
                least += 1
            elif op is Op.ANY:
                parts.append(".")
                least += 1
            elif op in (Op.REPORT_FROM, Op.REPORT_TO):
                parts.append("()")
            elif op is Op.ANCHOR and argument in ("^", "$"):
                parts.append(r"\A" if argument == "^" else r"\Z")
            else:
                raise NoLineError
            at += 1
        return "".join(parts), least

    def _split(self, at: int, preferred: int, other: int) -> tuple[str, int, int]:
        """A gap, something optional or alternatives; with its least words and where it ends."""
        if other == at + 1:
            return self._gap(at, preferred)
        last = self._code[other - 1]
        if last.op is Op.JUMP and last.argument >= other:
            return self._alternatives(at, other, last.argument)
        inner, _least = self._between(preferred, other)
        self._ways *= 2
        return f"(?:{inner})?", 0, other

    def _alternatives(self, at: int, other: int, end: int) -> tuple[str, int, int]:
        branches = [self._between(at + 1, other - 1)]
        while self._is_branch(other, end):
            following = self._code[other].argument[1]
            branches.append(self._between(other + 1, following - 1))
            other = following
        branches.append(self._between(other, end))
        self._ways *= len(branches)
        inner = "|".join(branch for branch, _least in branches)
        return f"(?:{inner})", min(least for _branch, least in branches), end

    def _is_branch(self, at: int, end: int) -> bool:
        """Whether one more of several alternatives, and not the last of them, begins here."""
        if at >= end or self._code[at].op is not Op.SPLIT:
            return False
        preferred, other = self._code[at].argument
        last = self._code[other - 1]
        return bool(preferred == at + 1 and last.op is Op.JUMP and last.argument == end)

    def _gap(self, at: int, end: int) -> tuple[str, int, int]:
        if self._code[at + 2] == (Op.JUMP, at):
            self._ways *= MOST_WORDS
            return ".*?", 0, end
        self._ways *= (end - at) // 2 + 1
        return f".{{0,{(end - at) // 2}}}?", 0, end
