"""An error of a whole map that is best shown at one of its keys."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

AT_KEY = "at_key"


def at_key(key: str, message: str) -> PydanticCustomError:
    """What a validator of a model raises, so that the place of the problem is the key."""
    return PydanticCustomError(AT_KEY, "{message}", {"key": key, "message": message})
