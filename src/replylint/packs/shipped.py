"""Where the packs and profiles lie that come with replylint; imports nothing heavy."""

from __future__ import annotations

from pathlib import Path

_INSTALLED = Path(__file__).parent.parent / "rules"
_CHECKOUT = Path(__file__).parents[3] / "rules"
_PROFILES = "profiles"


def shipped_folder() -> Path:
    """The folder of the packs that come with replylint."""
    return _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT


def profiles_folder() -> Path:
    """The folder of the profiles that come with replylint."""
    return shipped_folder() / _PROFILES
