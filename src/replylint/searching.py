"""Searching a text with a regular expression that gets only so much time."""

from __future__ import annotations

from time import thread_time

import regex


def matches_in_time(
    expression: regex.Pattern[str], text: str, seconds: float | None, start: int = 0
) -> list[regex.Match[str]]:
    """All matches in the order of the text, from the code point ``start`` on.

    ``seconds`` are of processor time, so that what is found does not depend on what else the
    machine does: a search that had to wait for its turn begins anew, with more patience. Raises
    ``TimeoutError`` when the search itself takes longer. None is no limit.
    """
    if seconds is None:
        return list(expression.finditer(text, start))
    patience = seconds
    while True:
        began = thread_time()
        try:
            return list(expression.finditer(text, start, timeout=patience))
        except TimeoutError:
            if thread_time() - began >= seconds / 2:
                raise
            patience *= 2
