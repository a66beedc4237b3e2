"""A signal made of regular expressions (the ``regex`` package), each with a time limit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from replylint.searching import matches_in_time
from replylint.signals.coarse import coarse_test
from replylint.signals.literals import needed_by
from replylint.signals.match import Match
from replylint.signals.reading import Reading
from replylint.signals.tame import is_tame
from replylint.translation import _

SECONDS = 0.1
"""How long all searching for one expression may take in each 50,000 code points of a reply.

It is processor time.
"""

_LONG = 50_000
_SHORT = 2_000


class RegularExpressionError(ValueError):
    """An expression that cannot be compiled: what is wrong, and at which code point."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.message = message
        self.position = position


@dataclass(frozen=True, slots=True)
class Regular:
    """Finds regular expressions in the original text; a named group ``report`` narrows the span."""

    expressions: tuple[str, ...]

    @classmethod
    def of(cls, expressions: list[str]) -> Regular:
        """Compile expressions: letters match whatever their case, ``(?-i:…)`` makes it matter.

        Raises ``RegularExpressionError`` for one that is not valid.
        """
        for expression in expressions:
            _compile(expression)
        return cls(tuple(expressions))

    def may_stand(self, reading: Reading) -> bool:
        """Whether the text has what an expression cannot do without; a quick look."""
        return any(True for _expression in self._possible(reading))

    def _possible(self, reading: Reading) -> Iterator[str]:
        lowered = reading.document.lowered
        for expression in self.expressions:
            if lowered is None or _quick_test(expression)(lowered):
                yield expression

    def find(self, reading: Reading) -> list[Match]:
        """All non-empty matches. Raises ``TimeoutError`` when the limit is reached."""
        text = reading.document.text
        found: list[Match] = []
        seconds = SECONDS * max(1.0, len(text) / _LONG)
        for expression in map(_compile, self._possible(reading)):
            group = "report" if "report" in expression.groupindex else 0
            # watching the clock costs more than most searches
            is_quick = len(text) < _SHORT and is_tame(expression.pattern)
            limit = None if is_quick else seconds
            for match in matches_in_time(expression, text, limit):
                start, stop = match.span(group)
                if stop > start:
                    found.append(Match.of_code_points(reading.document, start, stop))
        return found


@lru_cache(maxsize=10_000)
def _quick_test(expression: str) -> Callable[[str], object]:
    """What quick looks at a text in lower case say together, the quicker one first."""
    by_pieces = needed_by(expression)
    if by_pieces is None:
        return _by_form(expression)
    return lambda lowered: by_pieces(lowered) and _by_form(expression)(lowered)


@lru_cache(maxsize=10_000)
def _by_form(expression: str) -> Callable[[str], object]:
    """The slower look, made only when it is needed; in an empty text nothing is found."""
    return coarse_test(expression) or bool


@lru_cache(maxsize=10_000)
def _compile(expression: str) -> regex.Pattern[str]:
    try:
        return regex.compile(expression, regex.IGNORECASE | regex.MULTILINE | regex.VERSION1)
    except RecursionError as error:
        raise RegularExpressionError(_("it is nested too deeply"), 0) from error
    except regex.error as error:
        position = getattr(error, "pos", None) or 0
        raise RegularExpressionError(str(getattr(error, "msg", error)), position) from error
