"""A regular expression and the quick ways to learn where in a text it can match."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, lru_cache

import regex

from replylint.searching import matches_in_time
from replylint.signals.coarse import coarse_form
from replylint.signals.literals import needed_by
from replylint.signals.tame import is_tame
from replylint.translation import _

_SHORT = 2_000
_SPARE = 1_000


class RegularExpressionError(ValueError):
    """An expression that cannot be compiled: what is wrong, and at which code point."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.message = message
        self.position = position


class Expression:
    """Searches texts for one expression: letters match whatever their case.

    What a text must have (see ``literals``) and a coarse form for Python's own engine (see
    ``coarse``) tell where the expression itself is worth trying. Both read the text in lower case
    as ``plain`` gives it, and say nothing when that is None.

    Raises ``RegularExpressionError`` for an expression that is not valid.
    """

    @staticmethod
    @lru_cache(maxsize=10_000)
    def of(expression: str) -> Expression:
        """The expression, made once for a process."""
        return Expression(expression)

    def __init__(self, expression: str) -> None:
        self._compiled = _compiled(expression)
        self.group: str | int = "report" if "report" in self._compiled.groupindex else 0
        """The group whose span is told."""

    def may_match(self, lowered: str | None) -> bool:
        """Whether the text may have a match that is not empty; a quick look."""
        if lowered is None:
            return True
        if not self._has_needed(lowered):
            return False
        return self._coarse is None or self._coarse.search(lowered) is not None

    def matches(self, text: str, lowered: str | None, seconds: float) -> list[regex.Match[str]]:
        """All matches in the order of the text; such as are empty may be left out.

        Raises ``TimeoutError`` when the search takes longer than ``seconds`` of processor time.
        """
        if lowered is None:
            return self._searched(text, 0, seconds)
        if not self._has_needed(lowered):
            return []
        if self._coarse is None:
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
            match = self._compiled.match(text, at)
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
        return matches_in_time(self._compiled, text, None if is_quick else seconds, start)

    @cached_property
    def _is_tame(self) -> bool:
        return is_tame(self._compiled.pattern)

    @cached_property
    def _has_needed(self) -> Callable[[str], object]:
        """A test by pieces of text; in an empty text nothing is found."""
        return needed_by(self._compiled.pattern) or bool

    @cached_property
    def _coarse(self) -> re.Pattern[str] | None:
        """The coarse form, unless it can be empty: that tells no places."""
        form = coarse_form(self._compiled.pattern)
        return None if form is None or form.match("") else form


def _compiled(expression: str) -> regex.Pattern[str]:
    try:
        return regex.compile(expression, regex.IGNORECASE | regex.MULTILINE | regex.VERSION1)
    except RecursionError as error:
        raise RegularExpressionError(_("it is nested too deeply"), 0) from error
    except regex.error as error:
        position = getattr(error, "pos", None) or 0
        raise RegularExpressionError(str(getattr(error, "msg", error)), position) from error
