"""Times of calls and of whole processes, and the table of what was measured."""

from __future__ import annotations

import re
import resource
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median

DOCS = Path(__file__).parents[1] / "docs"
_RUSSIAN = (
    (r"the same phrases", "те же фразы"),
    (r"the same: ", "то же: "),
    (r"library, ", "библиотека, "),
    (r"its own rules", "свои правила"),
    (r"files less the start", "файлов за вычетом запуска"),
    (r"\(English\)", "(английский)"),
    (r"wall of the resident", "по часам к резидентному"),
    (r"replies/s of CPU", "ответов на секунду процессора"),
    (r"for the last step", "на последнем шаге"),
    (r"(?<=\d) ms CPU", " мс процессора"),
    (r"(?<=\d) ms wall", " мс по часам"),
    (r"(?<=\d) ms\b", " мс"),
    (r"(?<=\d) µs", " мкс"),
    (r"(?<=\d) s$", " с"),
    (r"(?<=\d) MB", " МБ"),
    (r"(?<=\d),(?=\d{3}\b)", "\u00a0"),
    (r"(?<=\d)\.(?=\d)", ","),
)
"""What the tables say in English, and how it is said in Russian; one after the other."""
_BEGIN, _END = "<!-- figures -->\n", "<!-- end of figures -->"


class Figures:
    """The figures as they come: printed at once, and kept for the pages."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str, str]] = []

    def add(self, english: str, russian: str, value: str) -> None:
        """One row: what was measured, in both languages, and the value in English."""
        self.rows.append((english, russian, value))
        print(f"{english:72} {value}", flush=True)

    def write_pages(self, keep: bool) -> None:
        """Put the rows between the marks on both pages.

        With ``keep`` those of other measurements stay, and what was measured anew is put in place.
        """
        english = {name: value for name, _russian, value in self.rows}
        russian = {name: in_russian(value) for _english, name, value in self.rows}
        _write(DOCS / "performance.md", ("Measured", "Figure"), english, keep)
        _write(DOCS / "performance.ru.md", ("Что измерено", "Сколько"), russian, keep)


def in_russian(text: str) -> str:
    """The words, units and numbers of a row as the Russian page writes them."""
    for english, russian in _RUSSIAN:
        text = re.sub(english, russian, text)
    return text


def _write(path: Path, head: tuple[str, str], rows: Mapping[str, str], keep: bool) -> None:
    text = path.read_text(encoding="utf-8")
    begin, end = text.index(_BEGIN) + len(_BEGIN), text.index(_END)
    old = [line.strip("| ").split(" | ", 1) for line in text[begin:end].splitlines()[2:]]
    lines = {name: value for name, value in old if keep} | dict(rows)
    table = "".join(f"| {name} | {value} |\n" for name, value in lines.items())
    made = f"{text[:begin]}| {head[0]} | {head[1]} |\n|---|---|\n{table}{text[end:]}"
    path.write_text(made, encoding="utf-8")


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
