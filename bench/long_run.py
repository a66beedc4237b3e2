"""Scores an export as a user would, kills it now and then, and tells time, memory and the tables.

    python bench/export.py million.csv
    python bench/long_run.py million.csv --kills 3 -- --no-learned --workers 2

What stands behind the `--` goes to `replylint score`. The digest of a table is that of all its rows
in their order: two runs that print the same digests have the same tables to the byte. Memory is the
resident set of each process, asked for every few seconds (Linux only).
"""

from __future__ import annotations

import argparse
import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from replylint.store.runs import runs
from replylint.store.store import Store
from replylint.store.tables import RESULTS

EVERY_SECONDS = 5.0
MEGABYTE = 1 << 20


def main() -> None:
    """Run, kill, resume; print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("export", type=Path)
    parser.add_argument("--store", type=Path, default=Path("long-run.duckdb"))
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--between", type=float, default=300.0, help="seconds before each kill")
    given = sys.argv[1:]
    own = given.index("--") if "--" in given else len(given)
    asked = parser.parse_args(given[:own])
    command = ["replylint", "score", str(asked.export)]
    command += ["--store", str(asked.store), "-o", f"{asked.store}.html", *given[own + 1 :]]
    began, cpu = time.monotonic(), 0.0
    for number in range(asked.kills + 1):
        last = number == asked.kills
        resume = ["--resume"] if number else []
        cpu += _one([*command, *resume], None if last else asked.between)
        print(f"{'ended' if last else 'killed'} after {time.monotonic() - began:.0f} s", flush=True)
        _tell_store(asked.store)
    print(f"processor time of all processes, as far as seen: {cpu:.0f} s")
    for table, digest in digests(asked.store).items():
        print(f"{table:10} {digest}")


def _one(command: list[str], seconds: float | None) -> float:
    """Run once; kill it after so many seconds. Answers the processor time that it took."""
    called = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    began = time.monotonic()
    seen: dict[int, list[float]] = {}
    times: dict[int, float] = {}
    while called.poll() is None:
        for process in _family(called.pid):
            seen.setdefault(process, []).append(_resident(process))
            times[process] = _processor(process) or times.get(process, 0.0)
        if seconds is not None and time.monotonic() - began > seconds:
            os.kill(called.pid, signal.SIGKILL)
            called.wait()
            break
        time.sleep(EVERY_SECONDS)
    for process, sizes in seen.items():
        name = "main" if process == called.pid else "worker"
        parts = [sizes[len(sizes) * n // 8] for n in range(8)] + sizes[-1:]
        shown = " ".join(f"{size:.0f}" for size in parts)
        print(f"{name} {process}: MB over time {shown}, at most {max(sizes):.0f}", flush=True)
    if seconds is None and called.returncode not in (0, 1):
        raise SystemExit(called.returncode)
    return sum(times.values())


def _family(first: int) -> list[int]:
    """A process and the processes that it started."""
    try:
        tasks = Path(f"/proc/{first}/task").iterdir()
        children = [n for t in tasks for n in (t / "children").read_text().split()]
    except OSError:
        children = []
    return [first, *map(int, children)]


def _resident(process: int) -> float:
    """The memory of a process in MB; 0 when it has ended."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


def _processor(process: int) -> float:
    """The processor time of a process in seconds; 0 when it has ended."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _tell_store(path: Path) -> None:
    with Store(path) as store:
        run = runs(store)[-1]
        replies = store.rows("SELECT count(*) FROM replies WHERE run = ?", [run.run])[0][0]
    print(f"run {run.run}: {run.done} things read, {replies} replies kept", flush=True)


def digests(path: Path) -> dict[str, str]:
    """The digest of every table of the last run, rows in their order."""
    found = {}
    with Store(path) as store:
        run = runs(store)[-1].run
        for table in RESULTS:
            digest = hashlib.sha256()
            columns = ", ".join(f'"{name}"' for name in list(table.columns)[1:])
            order = ", ".join(table.order)
            query = f"SELECT {columns} FROM {table.name} WHERE run = ? ORDER BY {order}"
            for row in store.stream(query, [run]):
                digest.update(repr(row).encode("utf-8", "surrogatepass"))
            found[table.name] = digest.hexdigest()
    return found


if __name__ == "__main__":
    main()
