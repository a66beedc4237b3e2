"""A signal made of regular expressions (the ``regex`` package), each with a time limit."""

from __future__ import annotations

from dataclasses import dataclass

from replylint.signals.expression import Expression
from replylint.signals.match import Match
from replylint.signals.reading import Reading

SECONDS = 0.1
"""How long all searching for one expression may take in each 50,000 code points of a reply.

It is processor time.
"""

_LONG = 50_000


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
            Expression.of(expression).compiled  # noqa: B018
        return cls(tuple(expressions))

    def may_stand(self, reading: Reading) -> bool:
        """Whether the signal stands anywhere; the words of the text tell in most cases."""
        possible = reading.possible_expressions
        if possible is not None and possible.isdisjoint(self.expressions):
            return False
        return bool(self.find(reading))

    def find(self, reading: Reading) -> list[Match]:
        """All non-empty matches, searched once. Raises ``TimeoutError`` when it takes too long."""
        known = reading.searched.get(self.expressions)
        if known is None:
            try:
                known = self._searched(reading)
            except TimeoutError as error:
                known = error
            reading.searched[self.expressions] = known
        if isinstance(known, TimeoutError):
            raise known
        return known

    def _searched(self, reading: Reading) -> list[Match]:
        document, possible = reading.document, reading.possible_expressions
        text, lowered = document.text, document.lowered
        found: list[Match] = []
        seconds = SECONDS * max(1.0, len(text) / _LONG)
        for written in self.expressions:
            if possible is not None and written not in possible:
                continue
            expression = Expression.of(written)
            for match in expression.matches(text, lowered, seconds):
                start, stop = match.span(expression.group)
                if stop > start:
                    found.append(Match.of_code_points(document, start, stop))
        return found
