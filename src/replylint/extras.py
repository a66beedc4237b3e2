"""What optional parts need, and the command that installs it."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Mapping
from types import MappingProxyType

EXTRAS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "score": ("charset-normalizer", "duckdb", "openpyxl", "tzdata", "xlsxwriter"),
        "syntax": ("natasha", "slovnet"),
        "xlsx": ("openpyxl",),
    }
)
"""The packages of each extra, as in pyproject.toml."""


def install_command(extra: str) -> str:
    """The command that adds an extra to the Python that runs now.

    It names the packages and not ``replylint[…]``, so that it works for those who installed from a
    folder as well as for those who installed from an index.
    """
    return f"{shlex.quote(sys.executable)} -m pip install {' '.join(EXTRAS[extra])}"
