"""Finds figures that everybody may read: days, hours, ranges of them, and ranges of prices.

They are told by their shape alone, since two that stand side by side («2026-03-15 10:20») would
otherwise look like one long number of somebody's.
"""

from __future__ import annotations

import re

_BLANK = "[ \u00a0\u2009\u202f]"
_YEAR = r"(?:19|20)\d{2}"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DATE = (
    rf"(?:{_YEAR}(?P<mark>[-./])(?:0[1-9]|1[0-2])(?P=mark)(?:0[1-9]|[12]\d|3[01])"
    rf"|{_DAY}\.{_MONTH}\.(?:{_YEAR}|\d{{2}})"
    rf"|(?:{_DAY}/{_MONTH}|{_MONTH}/{_DAY})/(?:{_YEAR}|\d{{2}}))"
)
_HOUR = r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?"
_THOUSANDS = rf"[1-9]\d{{0,2}}(?:{_BLANK}\d{{3}}){{0,2}}{_BLANK}\d{{2}}[09]"
_SHAPES = (
    re.compile(rf"(?<![\w./-]){_DATE}(?![\w/]|[.-]\d)"),
    re.compile(rf"(?<=[\d.][-–]){_DATE}(?![\w/]|[.-]\d)"),
    re.compile(rf"(?<![\w./-]){_DATE}(?=[-–]\d)"),
    re.compile(rf"(?<![\w:.]){_HOUR}(?![\w:])"),
    re.compile(
        rf"(?<![\w+(.-]){_THOUSANDS}{_BLANK}?[-–—]{_BLANK}?{_THOUSANDS}(?![\w-]|{_BLANK}\d)"
    ),
)


def veiled(text: str) -> str:
    """The text with these figures as underscores, of the same length."""
    for shape in _SHAPES:
        text = shape.sub(lambda match: "_" * len(match[0]), text)
    return text
