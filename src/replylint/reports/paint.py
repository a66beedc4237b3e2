"""Colours of the terminal, or none."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from replylint.finding import Severity

COLOURS: Mapping[Severity, str] = MappingProxyType(
    {
        Severity.INFO: "blue",
        Severity.SUGGESTION: "cyan",
        Severity.WARNING: "yellow",
        Severity.ERROR: "red",
        Severity.CRITICAL: "bold magenta",
    }
)
"""The colour of each severity, in the words of rich."""


class Paint:
    """Gives a text a style such as ``"bold red"``, when colours are wanted at all."""

    def __init__(self, coloured: bool) -> None:
        self.coloured = coloured

    def __call__(self, text: str, style: str) -> str:
        """The text with the escapes of the style around it, or as it was."""
        return _painted(text, style) if self.coloured and text and style else text


@lru_cache(maxsize=1024)
def _painted(text: str, style: str) -> str:
    from rich.color import ColorSystem
    from rich.style import Style

    return Style.parse(style).render(text, color_system=ColorSystem.STANDARD)
