"""A text as a terminal shows it: cells with a width, nothing that could play tricks, wrapping."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

_JOINER = "\u200d"
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u2060\ufeff")
_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_REGIONS = range(0x1F1E6, 0x1F200)
_TAB = "    "
_ORDINARY = re.compile(r"[ -~А-яЁё«»„“”–—…№₽\u00a0]*")
"""Signs that take one column each and join nothing: most texts have no others."""
_BREAKABLE = re.compile(r"[^\S\u00a0\u202f]+")


class Cell(NamedTuple):
    """What the eye takes for one sign.

    ``text`` is what is shown, ``width`` the columns that it takes; ``start`` and ``end`` are the
    code points of the original text that it stands for (none for a sign that was put in).
    """

    text: str
    width: int
    start: int
    end: int

    @property
    def is_space(self) -> bool:
        """Whether a line may be broken after this cell."""
        return self.text in (" ", _TAB)


def cells_of(text: str, start: int = 0) -> list[Cell]:
    """The cells of one line; ``start`` is the offset of its first code point."""
    if _ORDINARY.fullmatch(text):
        return [Cell(sign, 1, offset, offset + 1) for offset, sign in enumerate(text, start)]
    cells: list[Cell] = []
    for offset, character in enumerate(text, start):
        if cells and _joins(cells[-1], character):
            joined = cells[-1].text + character
            cells[-1] = Cell(joined, cell_len(joined), cells[-1].start, offset + 1)
        else:
            shown = _shown(character)
            cells.append(Cell(shown, cell_len(shown), offset, offset + 1))
    return cells


def safe(text: str) -> str:
    """A text on one line with nothing that a terminal would obey; its spaces are kept."""
    if _ORDINARY.fullmatch(text):
        return text
    return "".join(cell.text for cell in cells_of(text))


def plain(text: str) -> str:
    """A text on one line and safe to show: spaces and line breaks become one space each."""
    return safe(" ".join(text.split()))


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text, without their ends, each with the offset of its first code point.

    A line ends at CRLF, LF or CR.
    """
    start = 0
    while start <= len(text):
        ends = [at for at in (text.find("\n", start), text.find("\r", start)) if at >= 0]
        end = min(ends, default=len(text))
        yield start, text[start:end]
        start = end + (2 if text.startswith("\r\n", end) else 1)


def width_of(cells: Sequence[Cell]) -> int:
    """How many columns these cells take."""
    return sum(cell.width for cell in cells)


def wrap(cells: Sequence[Cell], width: int) -> list[list[Cell]]:
    """The cells in rows no wider than ``width``, broken after spaces, else inside a long word."""
    rows: list[list[Cell]] = []
    row: list[Cell] = []
    used = cut = 0
    begun = False
    for cell in cells:
        while row and used + cell.width > width and not cell.is_space:
            cut = cut or len(row)
            rows.append(_without_end_spaces(row[:cut]))
            row = row[cut:]
            used, cut, begun = width_of(row), 0, bool(row)
        row.append(cell)
        used += cell.width
        begun = begun or not cell.is_space
        if cell.is_space and begun:
            cut = len(row)
    return [*rows, _without_end_spaces(row)]


def wrap_text(text: str, width: int) -> list[str]:
    """A text on as many lines as it needs; see `plain` and `wrap`.

    No line is broken at a space that forbids it.
    """
    text = _BREAKABLE.sub(" ", text).strip()
    if _ORDINARY.fullmatch(text):
        return _wrap_ordinary(text, width)
    rows = wrap(cells_of(text), width)
    return ["".join(cell.text for cell in row) for row in rows]


def _wrap_ordinary(text: str, width: int) -> list[str]:
    """The same where every sign takes a column and words stand one space apart."""
    rows: list[str] = []
    start = 0
    while len(text) - start > width:
        space = text.rfind(" ", start, start + width + 1)
        end = space if space >= 0 else start + width
        rows.append(text[start:end])
        start = end + 1 if space >= 0 else end
    return [*rows, text[start:]]


def _without_end_spaces(row: list[Cell]) -> list[Cell]:
    end = len(row)
    while end and row[end - 1].is_space:
        end -= 1
    return row[:end]


def _joins(before: Cell, character: str) -> bool:
    """Whether this character becomes one sign with what stands before it."""
    code = ord(character)
    last = before.text[-1:]
    if unicodedata.category(character) in ("Mn", "Me", "Mc"):
        return bool(last) and not before.is_space
    if character == _JOINER or code in _TONES or code in _TAGS:
        return before.width == 2
    if code in _REGIONS:
        return len(before.text) == 1 and ord(last) in _REGIONS
    return last == _JOINER and code > 0x2000


def _shown(character: str) -> str:
    """How a character is shown: as it is, or by a picture when it could play tricks."""
    code = ord(character)
    if character == "\t":
        return _TAB
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if character in _INVISIBLE or character == _JOINER:
        return ""
    category = unicodedata.category(character)
    if category in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return f"‹U+{code:04X}›"
    if category in ("Mn", "Me", "Mc"):
        return f"◌{character}"
    return character
