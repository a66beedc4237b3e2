"""The shape of the settings files, and their choices as the library knows them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Field,
    ValidationError,
    model_validator,
)
from pydantic_core import PydanticCustomError

from replylint.channels import channel_name
from replylint.conversation import Role
from replylint.errors import FileError, SettingsError
from replylint.finding import SEVERITIES_MEANT, SEVERITY_NAMES, Severity
from replylint.globs import why_no_glob
from replylint.macros.names import Fields
from replylint.macros.registry import FORMATS
from replylint.macros.styles import STYLES
from replylint.settings import Choices, ExportChoices, RuleChoice
from replylint.template import OwnStyle, Placeholders
from replylint.translation import _
from replylint.yamlfile.model import Strict
from replylint.yamlfile.one_of import OneOf
from replylint.yamlfile.shorthand import as_list
from replylint.yamlfile.source import YamlSource, read_text, read_yaml
from replylint.yamlfile.toml import read_toml
from replylint.yamlfile.validation import problems_of

TABLE = ("tool", "replylint")
"""The table of a TOML file that holds settings."""

RESIDENT = ("auto", "never", "always")
"""Whether a resident process may answer, and be started."""

_Model = TypeVar("_Model", bound=BaseModel)
_WORD_FILE = ".txt"
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

    def choices(self, source: YamlSource) -> ExportChoices:
        """The choices as the library knows them; ``source`` is the file that they stand in."""
        columns = {
            f"columns.{name}": source.written(("exports", "columns", name), key=True)
            for name in self.columns
        }
        values = {
            name: source.written(("exports", name))
            for name, value in (
                ("from", self.format),
                ("encoding", self.encoding),
                ("timezone", self.timezone),
            )
            if value is not None
        }
        return ExportChoices(
            self.format,
            {name: str(column) for name, column in self.columns.items()},
            self.roles,
            tuple(self.agents or ()),
            self.encoding,
            self.day_first,
            self.bots,
            self.timezone,
            {**columns, **values},
        )


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


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A settings file that was read: its absolute path, its content, and where all that stands."""

    path: Path
    file: SettingsFile
    source: YamlSource


def shown(path: Path) -> Path:
    """A path as a person would write it: from the working folder, when it lies below that."""
    try:
        here = Path.cwd()
    except OSError:
        return path
    return path.relative_to(here) if path.is_relative_to(here) else path


def here_and_above(start: Path) -> Sequence[Path]:
    """A folder and all above it, the nearest first: where files of a team are looked for."""
    start = start.resolve()
    return (start, *start.parents)


def read_settings(path: Path) -> ReadFile | None:
    """Read a settings file; None for a TOML file that has no table for us.

    Raises ``SettingsError`` with everything that is wrong in it.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100 - links must not be followed here
    name = shown(path)
    try:
        toml = path.suffix.lower() == ".toml"
        source = read_toml(name, TABLE) if toml else read_yaml(name, may_be_empty=True)
    except FileError as error:
        raise SettingsError(error.problems) from error
    if source is None:
        return None
    if not isinstance(source.data, dict):
        raise SettingsError([source.problem(_("settings are a map of “key: value” lines"), ())])
    return ReadFile(path, validated(SettingsFile, source), source)


def validated(model: type[_Model], source: YamlSource) -> _Model:
    """The data of a file as its model; raises ``SettingsError``."""
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        raise SettingsError(problems_of(source, model, error)) from error


def choices_of(file: ChoicesFile, source: YamlSource, path: Sequence[str | int] = ()) -> Choices:
    """The choices that stand at a path of a file."""
    return Choices(
        rules={
            name: RuleChoice(
                choice.off,
                Severity.of(choice.severity) if choice.severity else None,
                tuple(map(_channel, choice.channels)) if choice.channels else None,
                source.written((*path, "rules", name), key=True),
            )
            for name, choice in file.rules.items()
        },
        options=dict(file.options),
        channel=channel_name(file.channel),
        words=_words(file.words or (), source, (*path, "words")),
        penalties={Severity.of(name): float(value) for name, value in file.penalties.items()},
        fail_on=Severity.of(file.fail_on) if file.fail_on else None,
        format=file.format,
        fields=None if file.fields is None else _fields(file.fields),
        placeholders=None if file.placeholders is None else _placeholders(file.placeholders),
        written_options={
            name: source.written((*path, "options", name), key=True) for name in file.options
        },
    )


def _channel(chosen: str) -> str:
    """The usual name of a channel; the ``-`` before one that a rule is silent in stays."""
    silent = "-" * chosen.startswith("-")
    return silent + (channel_name(chosen.removeprefix("-")) or "")


def _words(given: Sequence[str], source: YamlSource, path: Sequence[str | int]) -> tuple[str, ...]:
    """The words of a list, and those of the files in it; a file is named from the settings file."""
    from replylint.text.spelling.lexicon import words_in

    words: list[str] = []
    for index, item in enumerate(given):
        if not item.endswith(_WORD_FILE):
            words.extend(item.split())
            continue
        try:
            words.extend(words_in(read_text(Path(source.name).parent / item)))
        except FileError as error:
            message = f"{item}: {error.message}"
            raise SettingsError([source.problem(message, (*path, index))]) from error
    return tuple(words)


def library_of(read: ReadFile) -> tuple[Path, ...]:
    """The files and folders of the macro library that a settings file names.

    They are named from that file. Raises ``SettingsError`` for what is not there.
    """
    paths: list[Path] = []
    for index, name in enumerate(read.file.library or ()):
        path = there(read.path.parent, name)
        if path is None:
            message = _("there is no file or folder of this name")
            raise SettingsError([read.source.problem(message, ("library", index))])
        paths.append(shown(path))
    return tuple(paths)


def there(folder: Path, name: str) -> Path | None:
    """What a person names from a folder, ``~`` being their own; None when there is nothing."""
    try:
        path = folder / Path(name).expanduser()
        return path if path.exists() else None
    except (OSError, ValueError, RuntimeError):
        return None


def _fields(file: FieldsFile) -> Fields:
    return Fields(tuple(file.text or ()), file.title, file.language, file.key)


def _placeholders(file: PlaceholdersFile) -> Placeholders:
    return Placeholders(
        None if file.styles is None else tuple(file.styles),
        None if file.known is None else tuple(file.known),
        tuple(OwnStyle(own.pattern, own.sample) for own in file.own),
    )
