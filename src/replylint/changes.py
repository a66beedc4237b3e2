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

_PLAIN = (
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--no-relative",
    "--src-prefix=a/",
    "--dst-prefix=b/",
)
"""A diff that is the same whatever a person has set for git."""

_FILE = re.compile(r'\+\+\+ ("?b/.*)$')
_LINES = re.compile(r"@@ -\d+(?:,(?P<removed>\d+))? \+(?P<first>\d+)(?:,(?P<count>\d+))? @@")
_ESCAPED = re.compile(r'\\([abtnvfr"\\]|[0-7]{3})')
_ESCAPES = dict(zip('abtnvfr"\\', '\a\b\t\n\v\f\r"\\', strict=True))
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
    files: dict[Path, list[tuple[int, int]] | None] = {}
    for name in _git("diff", *_PLAIN, "--name-only", "-z", *range_, "--").split("\0"):
        if name:
            files[(root / name).resolve()] = []
    diff = _git("diff", *_PLAIN, "--unified=0", *range_, "--")
    for named, lines in _hunks(diff):
        files[(root / named).resolve()] = lines
    for name in _git("ls-files", "--others", "--exclude-standard", "--full-name", "-z").split("\0"):
        if name:
            files[(root / name).resolve()] = None
    return Changes(files)


def _hunks(diff: str) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """The files of a diff without context that still exist, and the lines of each that changed."""
    lines: list[tuple[int, int]] = []
    left = 0
    for line in diff.split("\n"):
        if left and line[:1] in "+-":
            left -= 1
            continue
        named = _FILE.match(line)
        changed = _LINES.match(line)
        if named is not None:
            lines = []
            yield _unquoted(named[1]), lines
        elif changed is not None:
            first, count = int(changed["first"]), int(changed["count"] or 1)
            left = int(changed["removed"] or 1) + count
            lines.append((first, first + max(count, 1) - 1) if count else (first, first + 1))


def _unquoted(name: str) -> str:
    """A name as it is; git quotes one that has a quotation mark, a backslash or a tab in it."""
    if not name.startswith('"'):
        return name.removeprefix("b/").removesuffix("\t")
    inside = name.rstrip("\t")[1:-1].removeprefix("b/")
    return _ESCAPED.sub(lambda found: _ESCAPES.get(found[1]) or chr(int(found[1], 8)), inside)


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
