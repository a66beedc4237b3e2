"""A signal made of regular expressions (the ``regex`` package), each with a time limit."""

from __future__ import annotations

from dataclasses import dataclass

from replylint.signals.expressions.expression import Expression
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
            Expression.of(expression).compile()
        return cls(tuple(expressions))

    def may_stand(self, reading: Reading) -> bool:
        """Whether the words of the text let an expression match; a quick look."""
        possible = reading.possible_expressions
        return possible is None or not possible.isdisjoint(self.expressions)

    def find(self, reading: Reading) -> list[Match]:
        """All non-empty matches. Raises ``TimeoutError`` when the limit is reached."""
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
