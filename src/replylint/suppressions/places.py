"""Where decisions lie, told without reading them or importing what reads them."""

from __future__ import annotations

from pathlib import Path

from replylint.settings.places import has_one, up

FILE_NAMES = (".replylint-ignore.yaml", ".replylint-ignore.yml")


def may_have_suppressions(start: Path) -> bool:
    """Whether a file of decisions is in a folder or above."""
    return any(has_one(folder, FILE_NAMES) for folder in up(start))
