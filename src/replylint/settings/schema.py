"""The shape of the settings files."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    model_validator,
)
from pydantic_core import PydanticCustomError

from replylint.conversation import Role
from replylint.finding import SEVERITIES_MEANT, SEVERITY_NAMES
from replylint.globs import why_no_glob
from replylint.macros.registry import FORMATS
from replylint.macros.styles import STYLES
from replylint.translation import _
from replylint.yamlfile.model import Strict
from replylint.yamlfile.one_of import OneOf
from replylint.yamlfile.shorthand import as_list

RESIDENT = ("auto", "never", "always")
"""Whether a resident process may answer, and be started."""

_YES_OR_NO = {"yes": True, "no": False, "да": True, "нет": False}
"""What people write for on and off; some YAML libraries read these words as true and false."""
_SHORT_CHOICES = ("off", "on", *SEVERITY_NAMES)


def _choice(value: Any) -> Any:
    """``off``, ``on`` or a severity in short means a map with that one key."""
    if isinstance(value, dict):
        return value
    if value in ("off", "on"):
        return {"off": value == "off"}
    if isinstance(value, bool) or (isinstance(value, str) and value.lower() in _YES_OR_NO):
        return {"off": not (value if isinstance(value, bool) else _YES_OR_NO[value.lower()])}
    if isinstance(value, str) and value in SEVERITY_NAMES:
        return {"severity": value}
    words = {
        "known": ", ".join(_SHORT_CHOICES),
        "words": list(_SHORT_CHOICES),
        "meant": SEVERITIES_MEANT,
    }
    raise PydanticCustomError("one_of", "not one of: {known}", words)


def _check_glob(text: str) -> str:
    """A glob, unchanged; raises ``ValueError`` when it cannot be one."""
    wrong = why_no_glob(text)
    if wrong is not None:
        raise ValueError(wrong)
    return text


_SeverityName = Annotated[str, OneOf(SEVERITY_NAMES, SEVERITIES_MEANT)]
_Text = Annotated[str, Field(min_length=1)]
_Texts = Annotated[list[_Text], BeforeValidator(as_list), Field(min_length=1)]
Globs = Annotated[
    list[Annotated[str, AfterValidator(_check_glob)]],
    BeforeValidator(as_list),
    Field(min_length=1),
]
"""One glob, or a list of them."""


class _Strict(Strict):
    @model_validator(mode="before")
    @classmethod
    def _without_nothing(cls, data: Any) -> Any:
        """A key with nothing after it, as when all below is a comment, counts as absent."""
        if isinstance(data, dict):
            return {key: value for key, value in data.items() if value is not None}
        return data


class RuleChoiceFile(_Strict):
    """What is chosen for a rule, a category or a pack."""

    off: bool | None = None
    severity: _SeverityName | None = None
    channels: _Texts | None = None


class FieldsFile(_Strict):
    """The fields of a macro library that hold replies, and what is told about them."""

    text: _Texts | None = None
    title: _Text | None = None
    language: _Text | None = None
    key: _Text | None = None


def _check_expression(text: str) -> str:
    import regex

    try:
        regex.compile(text)
    except regex.error as error:
        raise ValueError(_("is no regular expression: {why}").format(why=error)) from error
    return text


class OwnStyleFile(_Strict):
    """A notation of placeholders that only this team has."""

    pattern: Annotated[_Text, AfterValidator(_check_expression)]
    sample: str = "Альфа"


class PlaceholdersFile(_Strict):
    """The placeholders of macros: their notations, and the names that exist."""

    styles: (
        Annotated[list[Annotated[str, OneOf(tuple(STYLES))]], BeforeValidator(as_list)] | None
    ) = None
    known: _Texts | None = None
    own: list[OwnStyleFile] = []


class ChoicesFile(_Strict):
    """Everything that can also be chosen for some paths only."""

    rules: dict[str, Annotated[RuleChoiceFile, BeforeValidator(_choice)]] = {}
    options: dict[str, str] = {}
    channel: _Text | None = None
    words: _Texts | None = None
    penalties: dict[_SeverityName, Annotated[float | int, Field(ge=0, le=1)]] = {}
    fail_on: Annotated[_SeverityName | None, Field(alias="fail-on")] = None
    format: Annotated[str, OneOf(FORMATS)] | None = None
    fields: FieldsFile | None = None
    placeholders: PlaceholdersFile | None = None


class OverrideFile(ChoicesFile):
    """Choices for the files that the globs name."""

    paths: Globs
    profile: _Text | None = None


class ProfileFile(ChoicesFile):
    """A named choice; ``extends`` another profile."""

    title: str = ""
    extends: _Text | None = None
    packs: _Texts | None = None


class ExportsFile(_Strict):
    """How exports are read, where the command line does not say it."""

    format: Annotated[_Text | None, Field(alias="from")] = None
    columns: dict[_Text, _Text | int] = {}
    roles: dict[_Text, Annotated[str, OneOf(tuple(Role))]] = {}
    agents: _Texts | None = None
    encoding: _Text | None = None
    day_first: Annotated[bool | None, Field(alias="day-first")] = None
    bots: bool | None = None
    timezone: _Text | None = None


class SettingsFile(ChoicesFile):
    """The settings of a team."""

    root: bool = False
    learned: bool | None = None
    profile: _Text | None = None
    packs: _Texts | None = None
    profiles: dict[_Text, ProfileFile] = {}
    overrides: list[OverrideFile] = []
    library: _Texts | None = None
    exports: ExportsFile = ExportsFile()
    resident: Annotated[str, OneOf(RESIDENT)] | None = None
