"""Text fields of a pack that must be one of some known words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


@dataclass(frozen=True, slots=True)
class OneOf:
    """Marks a text field as one of the known words, for people, editors and error messages.

    ``meant`` are other words that people write for them, in lower case, and the known ones.
    """

    words: tuple[str, ...]
    meant: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """The check that pydantic runs."""
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """The words as an ``enum``, for completion in editors."""
        return {**handler(schema), "enum": list(self.words)}

    def _check(self, value: str) -> str:
        if value not in self.words:
            known = ", ".join(self.words)
            context = {"known": known, "words": list(self.words), "meant": dict(self.meant)}
            raise PydanticCustomError("one_of", "not one of: {known}", context)
        return value
