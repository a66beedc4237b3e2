"""The shape of a pack file. Unknown keys are errors; every key that may be absent has a default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from replylint.checks.scope import NOTATIONS, Scope
from replylint.finding import CATEGORIES, SEVERITY_NAMES
from replylint.text.language import LANGUAGES
from replylint.text.zones import Zone

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
PackName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


def _as_scope(value: Any) -> Any:
    if not isinstance(value, str):
        raise ValueError(f"expected one of: {', '.join(NOTATIONS)}")
    try:
        return Scope.of(value)
    except ValueError:
        raise ValueError(f"expected one of: {', '.join(NOTATIONS)}") from None


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


ScopeField = Annotated[Any, BeforeValidator(_as_scope)]
Patterns = Annotated[list[Text], BeforeValidator(_as_list), Field(min_length=1)]
SignalOrPatterns = Text | Annotated[list[Text], Field(min_length=1)]
"""A plain text names a signal, a list holds patterns."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """Marks a text field as one of the known words, for people, editors and error messages."""

    words: tuple[str, ...]

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
            context = {"known": known, "words": list(self.words)}
            raise PydanticCustomError("one_of", "not one of: {known}", context)
        return value


SeverityName = Annotated[str, OneOf(SEVERITY_NAMES)]
CategoryName = Annotated[str, OneOf(tuple(CATEGORIES))]
LanguageName = Annotated[str, OneOf(LANGUAGES)]
ZoneName = Annotated[str, OneOf(tuple(zone.value for zone in Zone))]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, populate_by_name=True)


class SignalFile(_Strict):
    """A signal: patterns, or other signals joined, less exceptions."""

    title: str = ""
    match: Patterns | None = None
    any: list[Text] | None = None
    except_: Annotated[SignalOrPatterns | None, Field(alias="except")] = None
    zones: Annotated[list[ZoneName], Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _has_content(self) -> SignalFile:
        if self.match is None and self.any is None:
            raise ValueError("a signal needs “match” (patterns) or “any” (names of signals)")
        return self


class UnlessFile(_Strict):
    """A condition under which there is no finding, or a milder one."""

    signal: Text | None = None
    match: Patterns | None = None
    within: ScopeField = Scope.of("reply")
    downgrade: SeverityName | None = None

    @model_validator(mode="after")
    def _has_one(self) -> UnlessFile:
        if (self.signal is None) == (self.match is None):
            raise ValueError("“unless” needs either “signal” or “match”")
        return self


class ConversationExample(_Strict):
    """An example that needs the customer's message."""

    customer: Text | None = None
    reply: Text


class ExamplesFile(_Strict):
    """Replies that show what the rule finds (with the part marked ``[[…]]``) and what it lets be."""

    bad: Annotated[list[Text | ConversationExample], Field(min_length=1)]
    good: Annotated[list[Text | ConversationExample], Field(min_length=1)]


class RuleFile(_Strict):
    """A judgement on signals and what a finding tells the person."""

    category: CategoryName
    severity: SeverityName = "warning"
    title: str = ""
    forbid: SignalOrPatterns | None = None
    when: SignalOrPatterns | None = None
    require: SignalOrPatterns | None = None
    within: ScopeField | None = None
    each: bool = False
    except_: Annotated[SignalOrPatterns | None, Field(alias="except")] = None
    unless: str | UnlessFile | list[str | UnlessFile] | None = None
    zones: Annotated[list[ZoneName], Field(min_length=1)] | None = None
    message: Text
    why: str = ""
    suggest: Annotated[list[Text], BeforeValidator(_as_list)] = []
    examples: ExamplesFile
    source: str = ""

    @model_validator(mode="after")
    def _one_judgement(self) -> RuleFile:
        if self.forbid is not None and (self.when or self.require):
            raise ValueError("a rule has one judgement: “forbid”, or “when” with “require”")
        if self.forbid is None and (self.when is None or self.require is None):
            raise ValueError("a rule needs a judgement: “forbid”, or “when” with “require”")
        if self.forbid is not None and (self.within is not None or self.each):
            raise ValueError("“within” and “each” belong to “when … require”")
        return self


class PackFile(_Strict):
    """One YAML file of signals and rules."""

    pack: PackName
    title: Text
    language: LanguageName
    version: Text
    uses: list[PackName] = []
    define: dict[Id, Patterns] = {}
    signals: dict[Id, SignalFile] = {}
    rules: dict[Id, RuleFile] = {}
