"""How many replies there are to judge, counted beside the run so that it can tell the time left."""

from __future__ import annotations

import os
import signal
import threading
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from replylint.exports.chat import Chat, Wanted
from replylint.exports.reading import read_exports

WORTH_IT = 2_000_000
"""Inputs of fewer bytes are judged before they could be counted."""

_NICE = 5
"""To count is worth less than to judge: it steps back where there are not enough cores."""


class Counting:
    """Counts in a process of its own; a context manager."""

    def __init__(self, inputs: tuple[Path, ...], wanted: Wanted) -> None:
        self._total: int | None = None
        self._pipe: Connection | None = None
        self._asked = (inputs, wanted)

    def __enter__(self) -> Counting:
        if _size(self._asked[0]) >= WORTH_IT:
            context = get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_count, args=(theirs, *self._asked), daemon=True)
            self._process.start()
            theirs.close()
        return self

    def __exit__(self, *error: object) -> None:
        if self._pipe is not None:
            self._pipe.close()
            self._process.kill()
            self._process.join()

    @property
    def total(self) -> int | None:
        """The number of replies in the inputs; None while it is not known."""
        if self._total is None and self._pipe is not None and self._pipe.poll():
            try:
                self._total = self._pipe.recv()
            except (EOFError, OSError):
                self._pipe.close()
                self._pipe = None
        return self._total


def _size(inputs: tuple[Path, ...]) -> int:
    files = (f for path in inputs for f in (path.rglob("*") if path.is_dir() else [path]))
    return sum(file.stat().st_size for file in files if file.is_file())


def _count(pipe: Connection, inputs: tuple[Path, ...], wanted: Wanted) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(pipe,), daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(_NICE)
    total = 0
    for found in read_exports(inputs, wanted):
        if isinstance(found, Chat):
            total += sum(1 for _reply in found.replies())
    pipe.send(total)


def _end_with(pipe: Connection) -> None:
    """End this process when the other one is gone."""
    try:
        pipe.recv()
    except (EOFError, OSError):
        os._exit(0)
