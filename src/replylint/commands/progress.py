"""How far a long run is: a bar in a terminal, plain lines elsewhere; always on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from replylint.commands import streams
from replylint.sources.item import Note
from replylint.translation import _

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

EVERY_SECONDS = 15.0
"""How often a plain line is written."""


class ProgressTeller:
    """Tells the progress in replies; a context manager.

    ``total`` is asked for each time: the number of replies, None while it is not known.
    """

    def __init__(self, total: Callable[[], int | None]) -> None:
        self._total = total
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._first: tuple[float, int] | None = None
        self._last = 0.0

    def __enter__(self) -> ProgressTeller:
        if streams.is_terminal(sys.stderr):
            self._bar = _bar()
            self._task = self._bar.add_task(_("Scoring"), total=None, rate="")
            self._bar.start()
        return self

    def __exit__(self, *error: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def note(self, note: Note) -> None:
        """Tell a note without tearing the bar."""
        if self._bar is None:
            streams.tell_note(note)
            return
        self._bar.stop()
        streams.tell_note(note)
        self._bar.start()

    def told(self, replies: int) -> None:
        """So many replies are judged, those of an earlier call included."""
        now = time.monotonic()
        if self._first is None:
            self._first, self._last = (now, replies), now
        rate = (replies - self._first[1]) / max(now - self._first[0], 0.001)
        if self._bar is not None and self._task is not None:
            shown = _("{rate} replies/s").format(rate=_rate(rate)) if replies else ""
            self._bar.update(self._task, completed=replies, total=self._total(), rate=shown)
        elif now - self._last >= EVERY_SECONDS:
            self._last = now
            streams.tell(_line(replies, self._total(), rate))


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


def _line(replies: int, total: int | None, rate: float) -> str:
    if total is None or rate <= 0:
        return _("{count} replies scored, {rate} a second").format(count=replies, rate=_rate(rate))
    text = _("{count} of {total} replies scored, {rate} a second, {left} left")
    seconds = round(max(total - replies, 0) / rate)
    left = f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return text.format(count=replies, total=total, rate=_rate(rate), left=left)


def _rate(rate: float) -> str:
    return f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}"
