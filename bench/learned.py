"""What the learned signals cost: a draft through the resident process, and an export in batch.

    python bench/export.py export.csv --replies 10000 [--alone]
    python bench/learned.py export.csv

Each of the drafts is new to the resident process and is asked about twice, with and without
`--no-learned`, in changing order; the difference of the two is what the signals cost. The export is
read by `replylint score`, cold, with and without them. Times are those of the clock.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from speed import CLIENT, replies, resident

from replylint.linter import Linter
from replylint.store.store import Store

_OFF = "--no-learned"


def main() -> None:
    """Measure both and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("export", type=Path)
    parser.add_argument("--drafts", type=int, default=60)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        drafts(Path(folder), asked.drafts)
        for options in ([], [_OFF]):
            export(asked.export, Path(folder), asked.workers, options)


def drafts(work: Path, count: int) -> None:
    """New drafts through the resident process, one after the other."""
    [book] = [book for book in Linter().books if book.language == "ru"]
    texts = replies(book, count, seed=7)
    run = work / "run"
    run.mkdir()
    os.environ["REPLYLINT_RESIDENT"] = "auto"
    os.environ.pop("CI", None)
    taken: dict[str, list[float]] = {"": [], _OFF: []}
    with resident(run):
        for number, text in enumerate(replies(book, 10, seed=8) + texts):
            for option in ("", _OFF) if number % 2 else (_OFF, ""):
                taken[option].append(_draft(text, option))
    with_, without = (taken[option][10:] for option in ("", _OFF))
    more = [one - other for one, other in zip(with_, without, strict=True)]
    print(
        f"{count} new drafts through the resident process: {median(with_):.0f} ms with learned "
        f"signals, {median(without):.0f} ms without; more by {median(more):.0f} ms (median), "
        f"{sorted(more)[int(0.9 * len(more))]:.0f} ms (nine of ten)"
    )


def _draft(text: str, option: str) -> float:
    command = [sys.executable, "-c", CLIENT, "check", "--no-config", *option.split()]
    start = time.perf_counter()
    subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    return (time.perf_counter() - start) * 1000


def export(path: Path, work: Path, workers: int, options: list[str]) -> None:
    """The whole of `replylint score`, from reading to the report."""
    store = work / f"store{len(options)}.duckdb"
    command = ["replylint", "score", str(path), "--store", str(store), "-o", f"{store}.html"]
    start = time.perf_counter()
    subprocess.run([*command, "--workers", str(workers), *options], capture_output=True, check=True)
    took = time.perf_counter() - start
    with Store(store) as opened:
        kept = opened.rows("SELECT count(*) FROM replies")[0][0]
    print(
        f"{kept} replies of {path.name} with {workers} workers {' '.join(options)}: "
        f"{took:.0f} s, {kept / took:.0f} replies a second"
    )


if __name__ == "__main__":
    main()
