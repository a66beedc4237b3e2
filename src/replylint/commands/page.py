"""Lines for a person on standard output: wrapped, safe to show, in colours where wanted."""

from __future__ import annotations

from collections.abc import Sequence

from replylint.reports.cells import cells_of, safe, width_of, wrap_text
from replylint.reports.paint import Paint
from replylint.reports.report import Output


class Page:
    """Writes to an output no wider than it is; nothing that it is given can steer the terminal."""

    def __init__(self, output: Output) -> None:
        self._stream = output.stream
        self._width = output.width
        self.paint = Paint(output.coloured)

    def text(
        self,
        text: str = "",
        *,
        indent: int = 0,
        head: str = "",
        style: str = "",
        hang: int | None = None,
    ) -> None:
        """A text on as many lines as it needs; ``head`` stands before its first line.

        The other lines stand below the first word, or ``hang`` columns from the left.
        """
        left = indent + width_of(cells_of(head))
        if hang is not None:
            self._hung(head + text, indent, hang, style)
            return
        for number, line in enumerate(wrap_text(text, max(self._width - left, 20))):
            before = " " * indent + safe(head) if number == 0 else " " * left
            self._write(before + self.paint(line, style))

    def _hung(self, text: str, indent: int, hang: int, style: str) -> None:
        lines = wrap_text(text, max(self._width - max(indent, hang), 20))
        for number, line in enumerate(lines):
            self._write(" " * (hang if number else indent) + self.paint(line, style))

    def heading(self, text: str) -> None:
        """A heading with an empty line above it."""
        self._write("")
        self.text(text, style="bold")

    def raw(self, text: str, *, indent: int = 0, style: str = "") -> None:
        """One line that keeps its spaces and is not broken."""
        self._write(" " * indent + self.paint(safe(text), style))

    def columns(self, cells: Sequence[tuple[str, int, str]]) -> None:
        """One line of cells: a text, its least width and its style."""
        parts = []
        for text, width, style in cells:
            shown = safe(text)
            pad = " " * max(width - width_of(cells_of(shown)), 0)
            parts.append(self.paint(shown, style) + pad)
        self._write("  ".join(parts))

    def beside(self, label: tuple[str, str], width: int, text: str, style: str = "") -> None:
        """A label with its style in a column ``width`` wide, and a text beside it."""
        shown = safe(label[0])
        pad = " " * max(width - width_of(cells_of(shown)), 1)
        for number, line in enumerate(wrap_text(text, max(self._width - width, 20))):
            head = " " * width if number else self.paint(shown, label[1]) + pad
            self._write(head + self.paint(line, style))

    def _write(self, line: str) -> None:
        self._stream.write(line.rstrip() + "\n")
