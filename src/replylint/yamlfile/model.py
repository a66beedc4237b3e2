"""The base of every model of a file that people write."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Strict(BaseModel):
    """Unknown keys are errors, and so are values of another type; nothing is changed afterwards.

    A key has one name: a field called ``except_`` is written ``except`` and nothing else.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
