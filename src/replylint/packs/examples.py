"""Examples as packs write them: ``[[…]]`` around what must be reported."""

from __future__ import annotations

import re

from replylint.checks.rule import Example

MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
"""What is marked in an example; the words themselves are group 1."""


def read_example(
    text: str,
    is_bad: bool,
    line: int | None = None,
) -> Example:
    """Take the marks out of an example and remember where they stood (code points)."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    length = position = 0
    for match in MARKED.finditer(text):
        before = text[position : match.start()]
        start = length + len(before)
        spans.append((start, start + len(match[1])))
        parts += [before, match[1]]
        length = start + len(match[1])
        position = match.end()
    parts.append(text[position:])
    return Example("".join(parts), tuple(spans), is_bad, line=line)
