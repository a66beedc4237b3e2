"""How far a long run is: a bar in a terminal, plain lines elsewhere; always on standard error."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from replylint.commands import streams
from replylint.numerals import tenth, whole
from replylint.sources.item import Note
from replylint.translation import _, plural

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

EVERY_SECONDS = 15.0
"""How often a plain line is written."""
LATELY_SECONDS = 60.0
"""The rate is that of so many last seconds: the first replies are the slowest."""
LONG_SECONDS = 600.0
"""With more time left than this, it is worth saying how it would go faster."""


class ProgressTeller:
    """Tells the progress in replies; a context manager.

    ``total`` is asked for each time: the number of replies, None while it is not known. ``faster``
    says how it would go faster; it is told once, if much time is left.
    """

    def __init__(self, total: Callable[[], int | None], faster: str | None = None) -> None:
        self._total = total
        self._faster = faster
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._lately: deque[tuple[float, int]] = deque()
        self._begun: tuple[float, int] | None = None
        self._reached = 0
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
        self._aside(lambda: streams.tell_note(note))

    def told(self, replies: int) -> None:
        """So many replies are judged, those of an earlier call included."""
        now = time.monotonic()
        self._reached = replies
        if self._begun is None:
            self._begun, self._last = (now, replies), now
        rate = self._rate(now, replies)
        if self._bar is not None and self._task is not None:
            shown = _("{rate} replies/s").format(rate=_rounded(rate)) if rate else ""
            self._bar.update(self._task, completed=replies, total=self._total(), rate=shown)
        if now - self._last >= EVERY_SECONDS:
            self._last = now
            if self._bar is None:
                streams.tell(_line(replies, self._total(), rate))
            if now - self._begun[0] >= LATELY_SECONDS:
                self._tell_faster(replies, rate)

    def summary(self) -> str | None:
        """How many replies were judged, in what time and how fast; None where it took no time."""
        if self._begun is None:
            return None
        since, first = self._begun
        seconds, replies = time.monotonic() - since, self._reached - first
        if seconds < 1 or not replies:
            return None
        text = plural(
            "{count} reply done in {time}, {rate} a second",
            "{count} replies done in {time}, {rate} a second",
            replies,
        )
        rate = _rounded(replies / seconds)
        return text.format(count=whole(replies), time=_clock(seconds), rate=rate)

    def _rate(self, now: float, replies: int) -> float:
        """Replies a second of late; 0 while that is not known."""
        if not self._lately or now - self._lately[-1][0] >= 1:
            self._lately.append((now, replies))
        while len(self._lately) > 1 and now - self._lately[1][0] >= LATELY_SECONDS:
            self._lately.popleft()
        since, before = self._lately[0]
        return (replies - before) / (now - since) if now > since else 0.0

    def _tell_faster(self, replies: int, rate: float) -> None:
        total = self._total()
        if self._faster is None or total is None or rate <= 0:
            return
        if (total - replies) / rate > LONG_SECONDS:
            faster, self._faster = self._faster, None
            self._aside(lambda: streams.tell(faster))

    def _aside(self, tell: Callable[[], None]) -> None:
        """Tell something without tearing the bar."""
        if self._bar is None:
            tell()
            return
        self._bar.stop()
        tell()
        self._bar.start()


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
        text = _("{count} replies done, {rate} a second")
        return text.format(count=whole(replies), rate=_rounded(rate))
    text = _("{count} of {total} replies done, {rate} a second, {left} left")
    left = _clock(max(total - replies, 0) / rate)
    return text.format(count=whole(replies), total=whole(total), rate=_rounded(rate), left=left)


def _clock(seconds: float) -> str:
    every = round(seconds)
    return f"{every // 3600}:{every // 60 % 60:02}:{every % 60:02}"


def _rounded(rate: float) -> str:
    return whole(rate) if rate >= 10 else tenth(rate)
