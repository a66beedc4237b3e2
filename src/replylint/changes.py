"""What a range of git touches: files, and their lines."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from replylint.errors import UsageError
from replylint.sources.item import Entry, Item, Note
from replylint.translation import _

_FILE = re.compile(r'\+\+\+ "?b/(.*?)"?\t?$')
_LINES = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Changes:
    """The lines (first and last, from 1) of each file that changed; None for a new file."""

    files: dict[Path, list[tuple[int, int]] | None]

    def has_file(self, path: str | Path) -> bool:
        """Whether the file was touched at all."""
        return Path(path).resolve() in self.files

    def has_lines(self, path: str | Path, first: int, last: int) -> bool:
        """Whether one of these lines of the file was touched."""
        resolved = Path(path).resolve()
        if resolved not in self.files:
            return False
        lines = self.files[resolved]
        return lines is None or any(start <= last and first <= end for start, end in lines)


def only_changed(items: Iterable[Item], changes: Changes) -> Iterator[Item]:
    """The items that were touched: macros by their lines, everything else by its file."""
    for item in items:
        place = item.place
        if place is None or place.source.startswith("<"):
            yield item
        elif isinstance(item, Entry) and item.conversation.macro is not None:
            first, last = item.conversation.macro.passage.lines()
            if changes.has_lines(place.source, first, last):
                yield item
        elif isinstance(item, Note) or changes.has_file(place.source):
            yield item


def changes_since(base: str) -> Changes:
    """What differs from a commit (from where the branch left it) or in a range ``a..b``.

    Files that git does not know yet count as new. Raises ``UsageError`` when git cannot tell.
    """
    if base.startswith("-") or not base.strip():
        raise UsageError(_("--changed needs a commit, a branch or a range such as main..HEAD"))
    root = Path(_git("rev-parse", "--show-toplevel").rstrip("\n"))
    range_ = [base] if ".." in base else ["--merge-base", base]
    diff = _git("diff", "--unified=0", "--no-color", "--no-ext-diff", *range_, "--")
    files: dict[Path, list[tuple[int, int]] | None] = {}
    lines: list[tuple[int, int]] = []
    for line in diff.split("\n"):
        named = _FILE.match(line)
        changed = _LINES.match(line)
        if named is not None:
            lines = []
            files[(root / named[1]).resolve()] = lines
        elif changed is not None:
            first, count = int(changed[1]), int(changed[2] or 1)
            lines.append((first, first + max(count, 1) - 1) if count else (first, first + 1))
    for name in _git("ls-files", "--others", "--exclude-standard", "--full-name", "-z").split("\0"):
        if name:
            files[(root / name).resolve()] = None
    return Changes(files)


def _git(*arguments: str) -> str:
    command = ("git", "-c", "core.quotePath=false", *arguments)
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    except FileNotFoundError as error:
        raise UsageError(_("--changed asks git, and there is no git here")) from error
    except subprocess.TimeoutExpired as error:
        raise UsageError(_("git does not answer")) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
        raise UsageError(_("git cannot tell what has changed: {said}").format(said=said))
    return done.stdout.decode("utf-8", "replace")
