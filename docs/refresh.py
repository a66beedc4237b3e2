"""Keeps the pages true: runs every command that they show and writes its output anew.

    python docs/refresh.py            all pages that show commands
    python docs/refresh.py PAGE...    only these

The tables of categories in the README get their marks anew as well.

A page is read from top to bottom. A fenced block that names a file after its kind (``yaml
acme.yml``) is written to a folder of the page's own, in which the commands of ``console`` blocks
(lines that begin with ``$``) are run. The tests run the same blocks and compare what stays the same
when only a wording changes, see ``skeleton``.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PAGES = (
    "README.md",
    "README.ru.md",
    "docs/writing-rules.md",
    "docs/writing-rules.ru.md",
    "examples/custom-pack/README.md",
    "examples/custom-pack/README.ru.md",
)
"""The pages that show commands with their output."""

_FENCE = re.compile(
    r"^```(?P<kind>\w+)(?: (?P<file>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
_RULE_AT_END = re.compile(r"(?:^|\s{2,})([a-z][a-z0-9]*(?:-[a-z0-9]+)+)$")
_MARKS = re.compile(r"│?[\s\d]*\d~[\s\d~]*$")
_ROW = re.compile(r"^(\| `([a-z-]+)` \| [^|]+ \|) ✓? ?\| ✓? ?\|$", re.MULTILINE)
_PLACE = re.compile(r"^\S*?([\w.-]+:\d+:\d+): ")
_SECONDS = 120


class Block(NamedTuple):
    """A fenced block: its kind, the file that it is, its text, and the code points of the text."""

    kind: str
    file: str | None
    text: str
    start: int
    end: int


class Run(NamedTuple):
    """A command as a page shows it, the output that it shows, and what came out now."""

    command: str
    shown: str
    output: str


def blocks_of(page: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    return [
        Block(m["kind"], m["file"], m["text"], m.start("text"), m.end("text"))
        for m in _FENCE.finditer(page)
    ]


def runs_of(page: str, folder: Path, language: str) -> Iterator[tuple[Block, list[Run]]]:
    """Write the files of a page, run its commands, in order; each block with its runs."""
    for block in blocks_of(page):
        if block.kind == "console":
            yield (
                block,
                [
                    Run(command, shown, run(command, folder, language))
                    for command, shown in commands_of(block.text)
                ],
            )
        elif block.file:
            path = folder / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")


def commands_of(text: str) -> list[tuple[str, str]]:
    """The commands of a console block, each with the output below it."""
    parts = re.split(r"^\$ (.*)\n", text, flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def run(command: str, folder: Path, language: str) -> str:
    """What a command writes to a terminal of 80 columns without colours."""
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
        "LANGUAGE": language,
        "LC_ALL": f"{language}_{'RU' if language == 'ru' else 'US'}.UTF-8",
        "COLUMNS": "80",
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=_SECONDS,
        check=False,
    )
    lines = done.stdout.decode("utf-8").splitlines()
    kept = [line for line in lines if "warning: setlocale" not in line]
    return "".join(f"{line.rstrip()}\n" for line in kept)


def skeleton(output: str) -> list[str]:
    """What of an output must hold whatever the wording: rules, marks under words, places, counts.

    Of a finding its rule and the marks under the words; of an error its file, line and column; of
    anything else (``echo $?``, JSON, counts of tests) every number.
    """
    kept: list[str] = []
    for line in output.splitlines():
        place = _PLACE.match(line)
        rule = _RULE_AT_END.search(line)
        if _MARKS.search(line):
            kept.append(line)
        elif place:
            kept.append(place[1])
        elif rule:
            kept.append(rule[1])
        elif re.fullmatch(r"\d+", line.strip()):
            kept.append(line.strip())
    return kept


def language_of(path: str) -> str:
    """The language that a page is in, by its name."""
    return "ru" if path.endswith(".ru.md") else "en"


def refreshed(path: str) -> str:
    """The text of a page with every output as it is now."""
    page = (ROOT / path).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as temporary:
        folder = home_of(path, Path(temporary))
        pieces: list[str] = []
        at = 0
        for block, runs in runs_of(page, folder, language_of(path)):
            text = "".join(f"$ {run.command}\n{run.output}" for run in runs)
            pieces += [page[at : block.start], text]
            at = block.end
        return marked("".join((*pieces, page[at:])))


def marked(page: str) -> str:
    """The page with a mark in its table for each category and language that the packs judge."""
    if not _ROW.search(page):
        return page
    from replylint.linter import Linter

    judged = {(rule.category, pack.language) for pack in Linter().packs for rule in pack.rules}

    def row(found: re.Match[str]) -> str:
        marks = ("✓ |" if (found[2], language) in judged else "|" for language in ("ru", "en"))
        return f"{found[1]} {' '.join(marks)}"

    return _ROW.sub(row, page)


def home_of(path: str, temporary: Path) -> Path:
    """The folder in which the commands of a page are run; nothing is written beside the page."""
    if path.startswith("examples/"):
        return (ROOT / path).parent
    (temporary / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    return temporary


def main(arguments: Sequence[str]) -> None:
    """Rewrite the pages whose outputs have changed."""
    from replylint.linter import Linter

    Linter()  # packs that do not load must not get into the pages as output
    for path in arguments or PAGES:
        relative = Path(path).resolve().relative_to(ROOT).as_posix()
        text = refreshed(relative)
        if text != (ROOT / relative).read_text(encoding="utf-8"):
            (ROOT / relative).write_text(text, encoding="utf-8")
            print(f"{relative}: rewritten")


if __name__ == "__main__":
    main(sys.argv[1:])
