"""From the paths of a command line to chats: files and folders, each in its own format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from replylint.exports.chat import Found, Wanted


def read_exports(paths: Sequence[Path], wanted: Wanted) -> Iterator[Found]:
    """Everything in the paths, in their order, folders sorted by name."""
    raise NotImplementedError
    yield
