"""A regular expression and the quick way to learn where in a text it can match."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

import regex

from replylint.searching import matches_in_time
from replylint.signals.expressions.coarse import coarse_form
from replylint.signals.expressions.tame import is_tame
from replylint.translation import _

_SHORT = 2_000
_SPARE = 1_000
_FLAGS = regex.IGNORECASE | regex.MULTILINE | regex.VERSION1
_SIMPLE_CASES = "(?-f)"
"""Each letter is compared with its own other case: trying «ß» as «ss», too, takes time that doubles
with every such letter."""


class RegularExpressionError(ValueError):
    """An expression that cannot be compiled: what is wrong, and at which code point."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.message = message
        self.position = position


class Expression:
    """Searches texts for one expression: letters match whatever their case.

    A coarse form for Python's own engine (see ``coarse``) tells where the expression itself is
    worth trying.
    """

    @staticmethod
    @lru_cache(maxsize=10_000)
    def of(expression: str) -> Expression:
        """The expression, made once for a process."""
        return Expression(expression)

    def __init__(self, expression: str) -> None:
        self._expression = expression

    def compile(self) -> regex.Pattern[str]:
        """Compile it now. Raises ``RegularExpressionError`` when it is not valid."""
        return self.compiled

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        """The expression itself. Raises ``RegularExpressionError`` when it is not valid."""
        try:
            return regex.compile(_SIMPLE_CASES + self._expression, _FLAGS)
        except RecursionError as error:
            raise RegularExpressionError(_("it is nested too deeply"), 0) from error
        except regex.error as error:
            position = max(0, (getattr(error, "pos", None) or 0) - len(_SIMPLE_CASES))
            raise RegularExpressionError(str(getattr(error, "msg", error)), position) from error

    @cached_property
    def group(self) -> str | int:
        """The group whose span is told."""
        return "report" if "report" in self.compiled.groupindex else 0

    def matches(self, text: str, lowered: str | None, seconds: float) -> list[regex.Match[str]]:
        """All matches in the order of the text; such as are empty may be left out.

        ``lowered`` is the text in lower case as ``plain`` gives it. Raises ``TimeoutError`` when
        the search takes longer than ``seconds`` of processor time.
        """
        if lowered is None or self._coarse is None:
            return self._searched(text, 0, seconds)
        return self._tried(text, lowered, self._coarse, seconds)

    def _tried(
        self, text: str, lowered: str, coarse: re.Pattern[str], seconds: float
    ) -> list[regex.Match[str]]:
        """The same matches as of a search, tried only where the coarse form begins.

        Where it begins in vain too often the rest is searched, so that the time stays linear.
        """
        found: list[regex.Match[str]] = []
        spare = _SPARE + len(text)
        at = 0
        while (place := coarse.search(lowered, at)) is not None:
            at, stop = place.span()
            match = self.compiled.match(text, at)
            if match is not None:
                found.append(match)
                at = match.end()
                continue
            spare -= stop - at
            at += 1
            if spare < 0:
                return found + self._searched(text, at, seconds)
        return found

    def _searched(self, text: str, start: int, seconds: float) -> list[regex.Match[str]]:
        # watching the clock costs more than most searches
        is_quick = len(text) < _SHORT and self._is_tame
        return matches_in_time(self.compiled, text, None if is_quick else seconds, start)

    @cached_property
    def _is_tame(self) -> bool:
        return is_tame(self._expression)

    @cached_property
    def _coarse(self) -> re.Pattern[str] | None:
        """The coarse form, unless it can be empty: that tells no places."""
        form = coarse_form(self._expression)
        return None if form is None or form.match("") else form
