"""Regular expressions in token patterns, with a time limit: spaCy itself searches without one."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from time import thread_time
from typing import TYPE_CHECKING

import regex

from replylint.searching import matches_in_time

if TYPE_CHECKING:
    from spacy.matcher import Matcher

SECONDS = 0.1
"""How long the searches for one expression may take in all tokens of a reply together.

It is processor time of the thread that judges, as in ``searching``.
"""

_LEAST = 0.001
"""The search that uses up the time still has so much of it, or `regex` would take it for none."""


class TokenRegex(threading.local):
    """An expression that is searched in tokens; every thread has its own time for it."""

    def __init__(self, expression: str) -> None:
        self._pattern = regex.compile(expression)
        self._left = SECONDS

    def begin(self) -> None:
        """Give the whole time again: another reply comes."""
        self._left = SECONDS

    def search(self, text: str) -> bool:
        """Whether it is in a token. Raises ``TimeoutError`` when the reply's time is over."""
        begun = thread_time()
        try:
            return bool(matches_in_time(self._pattern, text, max(self._left, _LEAST)))
        finally:
            self._left -= thread_time() - begun


def begin_all(expressions: Iterable[TokenRegex]) -> None:
    """Give each expression its whole time again: another reply comes."""
    for expression in expressions:
        expression.begin()


def with_limit(matcher: Matcher) -> list[TokenRegex]:
    """Put expressions with a time limit in the place of those of a matcher; these are returned."""
    limited: list[TokenRegex] = []
    for predicate in matcher._extra_predicates:  # type: ignore[attr-defined]  # spaCy's stubs lack it
        if predicate.predicate == "REGEX":
            predicate.value = TokenRegex(predicate.value.pattern)
            limited.append(predicate.value)
        elif getattr(predicate, "regex", False):
            predicate.value = [TokenRegex(value.pattern) for value in predicate.value]
            limited += predicate.value
    return limited
