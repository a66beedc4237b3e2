"""Short ways of writing that our YAML files allow."""

from __future__ import annotations

from typing import Any


def as_list(value: Any) -> Any:
    """A single text as a list of one; anything else as it is."""
    return [value] if isinstance(value, str) else value
