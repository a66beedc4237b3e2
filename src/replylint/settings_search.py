"""Where settings and decisions lie, told without reading them or importing what reads them."""

from __future__ import annotations

import os
from pathlib import Path

FILE_NAMES = ("replylint.yaml", "replylint.yml", ".replylint.yaml", ".replylint.yml")
PROJECT_FILE = "pyproject.toml"
IGNORE_FILE_NAMES = (".replylint-ignore.yaml", ".replylint-ignore.yml")


def may_have_settings(start: Path) -> bool:
    """Whether settings could hold in a folder: a file of them is there or above."""
    return any(_has(folder, FILE_NAMES) or _may_be_in_project(folder) for folder in _up(start))


def may_have_suppressions(start: Path) -> bool:
    """Whether a file of decisions is in a folder or above."""
    return any(_has(folder, IGNORE_FILE_NAMES) for folder in _up(start))


def _up(start: Path) -> tuple[Path, ...]:
    """A folder and those above it, whether links are followed or not."""
    ways = (start.absolute(), start.resolve())
    return tuple(dict.fromkeys(folder for way in ways for folder in (way, *way.parents)))


def _has(folder: Path, names: tuple[str, ...]) -> bool:
    return any(os.path.isfile(folder / name) for name in names)  # noqa: PTH113 - never raises


def _may_be_in_project(folder: Path) -> bool:
    try:
        return b"replylint" in (folder / PROJECT_FILE).read_bytes()
    except OSError:
        return os.path.isfile(folder / PROJECT_FILE)  # noqa: PTH113 - never raises
