"""Characters as people see them: a letter with its accents, an emoji with its tone and parts."""

from __future__ import annotations

from unicodedata import combining

_JOINER = "\u200d"
_TONES = ("\U0001f3fb", "\U0001f3ff")
_SELECTORS = ("\ufe00", "\ufe0f")
_ENCLOSING = ("\u20dd", "\u20e4")
_RANGES = (_TONES, _SELECTORS, _ENCLOSING)


def whole(text: str, start: int, stop: int) -> tuple[int, int]:
    """The code points ``start`` to ``stop`` (excluded), and what else belongs to their characters.

    A span that begins or ends inside a character cannot be marked on a screen. It takes in accents,
    tones and joined emoji; an empty span stays where it is.
    """
    if start >= stop:
        return start, stop
    while start > 0 and (_goes_on(text[start]) or text[start - 1] == _JOINER):
        start -= 1
    while stop < len(text) and (_goes_on(text[stop]) or text[stop - 1] == _JOINER):
        stop += 1
    return start, stop


def _goes_on(sign: str) -> bool:
    """Whether a code point belongs to the character that the one before it began."""
    if sign < "\u0300":
        return False
    in_range = any(first <= sign <= last for first, last in _RANGES)
    return sign == _JOINER or in_range or combining(sign) > 0
