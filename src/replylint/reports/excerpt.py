"""The reply as a person reads it, with the words marked that findings point at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from replylint.finding import Severity
from replylint.reports.cells import Cell, cells_of, lines_of, width_of, wrap
from replylint.reports.groups import Group, Places, marked
from replylint.reports.paint import COLOURS, Paint

LONG = 12
"""A reply of more rows than this is shown only around its findings."""
_CONTEXT = 1
_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the screen: the number of its line (None where a line goes on) and its cells."""

    line: int | None
    cells: Sequence[Cell]

    def groups(self, places: Places) -> Sequence[Group]:
        """The groups that may have words in this row."""
        if not self.cells:
            return ()
        return places.over(min(c.start for c in self.cells), max(c.end for c in self.cells))


def excerpt(
    reply: str,
    groups: Sequence[Group],
    paint: Paint,
    width: int,
    numbers: Sequence[int] = (),
) -> Iterator[str]:
    """The rows of the reply with the marks, no wider than ``width``.

    With colours the words are underlined and followed by their small number; without, a line of
    ``~`` with the number stands below them. Long replies are shown around the marks only.
    ``numbers`` are those of the lines in their file, by default they count from 1.
    """
    places = Places(marked(groups))
    reply = reply.rstrip()
    numbers = numbers or range(1, 1 + sum(1 for _line in lines_of(reply)))
    several = "\n" in reply or "\r" in reply or numbers[0] > 1
    gutter = max(2, len(str(numbers[-1]))) if several else 2
    rows = _rows(reply, places, paint.coloured, max(width - gutter - 4, 10), numbers)
    told: set[int] = set()
    last = -1
    for index in _visible(rows, places):
        if index > last + 1:
            yield _edge("", gutter, paint) + paint("…", "dim")
        yield from _row(rows[index], places, told, _Edges(gutter, several, paint))
        last = index
    if last < len(rows) - 1:
        yield _edge("", gutter, paint) + paint("…", "dim")


@dataclass(frozen=True, slots=True)
class _Edges:
    gutter: int
    numbered: bool
    paint: Paint


def _edge(number: str, gutter: int, paint: Paint) -> str:
    return paint(f" {number:>{gutter}} │ ", "dim")


def _rows(
    reply: str, places: Places, tagged: bool, width: int, numbers: Sequence[int]
) -> list[_Row]:
    rows: list[_Row] = []
    for number, (start, line) in zip(numbers, lines_of(reply), strict=False):
        cells = cells_of(line, start)
        if tagged:
            cells = _with_tags(cells, places, len(reply))
        wrapped = wrap(cells, width)
        rows.append(_Row(number, wrapped[0]))
        rows.extend(_Row(None, row) for row in wrapped[1:])
    return rows


def _with_tags(cells: Sequence[Cell], places: Places, length: int) -> list[Cell]:
    """The cells with the small number of each group put in after its last words."""
    tagged: list[Cell] = []
    for cell in cells:
        tagged.append(cell)
        for group in places.over(cell.start, cell.end):
            last = min(max(group.end, group.start + 1), length)
            if cell.start < last <= cell.end:
                tag = str(group.number).translate(_DIGITS)
                tagged.append(Cell(tag, len(tag), group.start, group.start))
    return tagged


def _visible(rows: Sequence[_Row], places: Places) -> list[int]:
    """Which rows are shown: all of a short reply, else the marked ones and their neighbours."""
    if len(rows) <= LONG:
        return list(range(len(rows)))
    hit = [
        i for i, row in enumerate(rows) if any(_columns(row, group) for group in row.groups(places))
    ]
    if not hit:
        return list(range(3))
    near = {i + step for i in hit for step in range(-_CONTEXT, _CONTEXT + 1)}
    return sorted(i for i in near if 0 <= i < len(rows))


def _row(row: _Row, places: Places, told: set[int], edges: _Edges) -> Iterator[str]:
    number = str(row.line) if edges.numbered and row.line else ""
    edge = _edge(number, edges.gutter, edges.paint)
    if edges.paint.coloured:
        yield edge + _coloured(row, places, edges.paint)
        return
    yield (edge + "".join(cell.text for cell in row.cells)).rstrip()
    for lane in _lanes(row, row.groups(places), told):
        yield _edge("", edges.gutter, edges.paint) + lane


def _coloured(row: _Row, places: Places, paint: Paint) -> str:
    parts = groupby(row.cells, key=lambda cell: _style(cell, places))
    return "".join(paint("".join(cell.text for cell in cells), style) for style, cells in parts)


def _style(cell: Cell, places: Places) -> str:
    groups = places.over(cell.start, max(cell.end, cell.start + 1))
    if cell.start == cell.end:
        worst = next(group.severity for group in groups if group.start == cell.start)
        return f"bold {COLOURS[worst]}"
    over: list[Severity] = [g.severity for g in groups if g.covers(cell.start, cell.end)]
    return f"underline {COLOURS[max(over)]}" if over else ""


def _columns(row: _Row, group: Group) -> tuple[int, int] | None:
    """The first column of the group's words in this row and the one after the last."""
    inside = [
        index
        for index, cell in enumerate(row.cells)
        if cell.start < cell.end and cell.width and group.covers(cell.start, cell.end)
    ]
    while inside and row.cells[inside[-1]].is_space and len(inside) > 1:
        inside.pop()
    if not inside:
        return None
    first = width_of(row.cells[: inside[0]])
    return first, width_of(row.cells[: inside[-1] + 1])


def _lanes(row: _Row, groups: Sequence[Group], told: set[int]) -> list[str]:
    """The lines of marks under a row; spans that overlap get lines of their own."""
    lanes: list[str] = []
    for group in groups:
        columns = _columns(row, group)
        if columns is None:
            continue
        label = "" if group.number in told else str(group.number)
        told.add(group.number)
        first, end = columns
        mark = label.ljust(end - first, "~")
        free = next((i for i, lane in enumerate(lanes) if _fits(lane, first)), len(lanes))
        if free == len(lanes):
            lanes.append("")
        lanes[free] = lanes[free].ljust(first) + mark
    return lanes


def _fits(lane: str, first: int) -> bool:
    """Whether a mark may begin here: not over another one, nor right after a bare number."""
    return len(lane) < first or (len(lane) == first and not lane.endswith(tuple("0123456789")))
