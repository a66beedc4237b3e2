"""Where settings lie, told without reading them or importing what reads them."""

from __future__ import annotations

import os
from pathlib import Path

FILE_NAMES = ("replylint.yaml", "replylint.yml", ".replylint.yaml", ".replylint.yml")
PROJECT_FILE = "pyproject.toml"


def may_have_settings(start: Path) -> bool:
    """Whether settings could hold in a folder: a file of them is there or above."""
    return any(has_one(folder, FILE_NAMES) or _may_be_in_project(folder) for folder in up(start))


def up(start: Path) -> tuple[Path, ...]:
    """A folder and those above it, whether links are followed or not."""
    ways = (start.absolute(), start.resolve())
    return tuple(dict.fromkeys(folder for way in ways for folder in (way, *way.parents)))


def has_one(folder: Path, names: tuple[str, ...]) -> bool:
    """Whether a folder has a file of one of these names."""
    return any(os.path.isfile(folder / name) for name in names)  # noqa: PTH113 - never raises


def _may_be_in_project(folder: Path) -> bool:
    try:
        return b"replylint" in (folder / PROJECT_FILE).read_bytes()
    except OSError:
        return os.path.isfile(folder / PROJECT_FILE)  # noqa: PTH113 - never raises
