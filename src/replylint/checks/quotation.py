"""The words of a reply as a message quotes them."""

from __future__ import annotations

_LONGEST = 60
_PAIRS = (("(", ")"), ("[", "]"), ("«", "»"), ("“", "”"))


def quotation(text: str, start: int, stop: int) -> str:
    """The code points ``start`` to ``stop`` of a text on one line, a long one without its middle.

    A bracket or a quotation mark that stands right beside them and whose partner is among them is
    quoted with them: «Уважаемый(ая)», though a match ends with its last word.
    """
    start, stop = _with_partners(text, start, stop)
    line = " ".join(text[start:stop].split())
    if len(line) <= _LONGEST:
        return line
    head = line[: _LONGEST * 2 // 3].rpartition(" ")[0] or line[: _LONGEST // 2]
    tail = line[-_LONGEST // 3 :].partition(" ")[2] or line[-_LONGEST // 4 :]
    return f"{head} … {tail}"


def _with_partners(text: str, start: int, stop: int) -> tuple[int, int]:
    """The same place, wider by the marks beside it that belong to marks in it."""
    for opening, closing in _PAIRS:
        more = text.count(opening, start, stop) - text.count(closing, start, stop)
        while more > 0 and text.startswith(closing, stop):
            stop, more = stop + 1, more - 1
        while more < 0 and start > 0 and text[start - 1] == opening:
            start, more = start - 1, more + 1
    return start, stop
