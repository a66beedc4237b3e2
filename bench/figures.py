"""Times of calls and of whole processes, and the table of what was measured."""

from __future__ import annotations

import resource
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

DOCS = Path(__file__).parents[1] / "docs"
_BEGIN, _END = "<!-- figures -->\n", "<!-- end of figures -->"


class Figures:
    """The figures as they come: printed at once, and kept for the pages."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str, str]] = []

    def add(self, english: str, russian: str, value: str) -> None:
        """One row: what was measured, in both languages, and the value."""
        self.rows.append((english, russian, value))
        print(f"{english:72} {value}", flush=True)


def microseconds(check: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """The time that each text takes, sorted; everything has been seen once before."""
    for text in texts:
        check(text)
    times = []
    for text in texts:
        start = time.process_time_ns()
        check(text)
        times.append((time.process_time_ns() - start) / 1000)
    return sorted(times)


def whole_process(command: Sequence[str], given: str, runs: int) -> tuple[float, float]:
    """The medians of processor time and wall time of a command, in milliseconds, after one run.

    Raises:
        RuntimeError: The command broke off with a traceback: its time would tell nothing.

    """
    cpu, wall = [], []
    for _run in range(runs + 1):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        done = subprocess.run(command, input=given.encode(), capture_output=True, check=False)
        if b"Traceback" in done.stderr:
            raise RuntimeError(f"{command[0]}: {done.stderr.decode(errors='replace')[-500:]}")
        wall.append((time.perf_counter() - start) * 1000)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        cpu.append(used * 1000)
    return median(cpu[1:]), median(wall[1:])


def milliseconds(cpu: float, wall: float) -> str:
    """Both times of a process."""
    return f"{cpu:.0f} ms CPU, {wall:.0f} ms wall"


def write_pages(figures: Figures) -> None:
    """Put the figures between the marks on both pages; rows that were not measured stay."""
    for name, column in (("performance.md", 0), ("performance.ru.md", 1)):
        path = DOCS / name
        head = ("Measured", "Figure") if column == 0 else ("Что измерено", "Сколько")
        text = path.read_text(encoding="utf-8")
        begin, end = text.index(_BEGIN) + len(_BEGIN), text.index(_END)
        lines = [line.split(" | ", 1) for line in text[begin:end].splitlines()[2:]]
        rows = {label.removeprefix("| "): value.removesuffix(" |") for label, value in lines}
        rows |= {row[column]: row[2] for row in figures.rows}
        table = "\n".join(
            (
                f"| {head[0]} | {head[1]} |",
                "|---|---|",
                *(f"| {a} | {b} |" for a, b in rows.items()),
            )
        )
        path.write_text(f"{text[:begin]}{table}\n{text[end:]}", encoding="utf-8")
