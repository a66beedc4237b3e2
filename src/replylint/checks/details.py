"""Which words a rule may name in braces: ``{match}``, and what its kind of judgement adds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

MATCH = "match"

OF_JUDGEMENT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"limit": ("value", "min", "max"), "swap": ("better",)}
)
"""The names that a judgement adds to ``{match}``."""

OF_COMPARISON: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"questions": ("question",), "facts": ("earlier",), "promises": ("late", "due")}
)
"""The names that an aspect of ``compare`` adds."""


_BLANK = re.compile(r"\{([^{}]+)\}")


def filled(text: str, details: Mapping[str, str]) -> str:
    """A text with the names in braces filled in; other braces stay as they are.

    Braces in what is filled in are words of the reply, and stay as well.
    """
    return _BLANK.sub(lambda blank: details.get(blank[1], blank[0]), text)
