"""Reading settings: ``replylint.yaml`` found upwards, ``[tool.replylint]``, and profiles."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from replylint.errors import FileError, Place, Problem, SettingsError
from replylint.finding import SEVERITY_NAMES, Severity
from replylint.settings import Choices, Override, RuleChoice, Settings
from replylint.translation import _
from replylint.yamlfile.one_of import OneOf
from replylint.yamlfile.source import YamlSource, read_yaml
from replylint.yamlfile.validation import problems_of

FILE_NAMES = ("replylint.yaml", "replylint.yml", ".replylint.yaml", ".replylint.yml")
PROFILES = ("chat", "email", "review", "macro")

_Model = TypeVar("_Model", bound=BaseModel)
_SeverityName = Annotated[str, OneOf(SEVERITY_NAMES)]


def _choice(value: Any) -> Any:
    """``off`` or a severity in short means a map with that one key."""
    if value == "off":
        return {"off": True}
    return {"severity": value} if isinstance(value, str) else value


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, populate_by_name=True)


class RuleChoiceFile(_Strict):
    """What is chosen for a rule, a pack or a category."""

    off: bool = False
    severity: _SeverityName | None = None
    channels: Annotated[list[str], Field(min_length=1)] | None = None


class ChoicesFile(_Strict):
    """Everything that can also be chosen for some paths only."""

    rules: dict[str, Annotated[RuleChoiceFile, BeforeValidator(_choice)]] = {}
    options: dict[str, str] = {}
    channel: str | None = None
    penalties: dict[_SeverityName, Annotated[float | int, Field(ge=0, le=1)]] = {}
    fail_on: Annotated[_SeverityName | None, Field(alias="fail-on")] = None


class OverrideFile(ChoicesFile):
    """Choices for the files that the globs name."""

    paths: Annotated[list[str], Field(min_length=1)]
    profile: str | None = None


class ProfileFile(ChoicesFile):
    """A named choice; ``extends`` another profile."""

    title: str = ""
    extends: str | None = None
    packs: Annotated[list[str], Field(min_length=1)] | None = None


class SettingsFile(ChoicesFile):
    """The settings of a team."""

    root: bool = False
    profile: str | None = None
    packs: Annotated[list[str], Field(min_length=1)] | None = None
    profiles: dict[str, ProfileFile] = {}
    overrides: list[OverrideFile] = []


def find_settings(start: Path) -> list[Path]:
    """The settings files that hold in a folder, the nearest first, up to one that says ``root``.

    In each folder ``replylint.yaml`` (also ``.yml``, also hidden) goes before ``pyproject.toml``
    with a table ``[tool.replylint]``.
    """
    found: list[Path] = []
    for folder in (start.resolve(), *start.resolve().parents):
        here = _settings_in(folder)
        if here is None:
            continue
        found.append(here)
        if _read(here).file.root:
            break
    return found


def load_settings(
    files: Sequence[Path], *, profile: str | None = None, profiles_folder: Path
) -> Settings:
    """Read settings files, the nearest first; what a nearer one says goes before a farther one.

    ``profile`` goes before the profile that the files name. Shipped profiles are read from
    ``profiles_folder``. Raises ``SettingsError`` with everything that is wrong.
    """
    read = [_read(path) for path in files]
    book = _Profiles(profiles_folder, read)
    named = profile or next((r.file.profile for r in read if r.file.profile), None)
    packs: tuple[str | Path, ...] | None = None
    base = Choices()
    if named is not None:
        base, packs = book.choices(named, _place_of_profile(read, profile))
    overrides: list[Override] = []
    for one in reversed(read):
        base = _choices(one.file).over(base)
        overrides.extend(_overrides(one, book))
        if one.file.packs is not None:
            packs = tuple(_pack(name, one.path.parent) for name in one.file.packs)
    return Settings(packs, base, tuple(overrides), named, tuple(files))


@dataclass(frozen=True, slots=True)
class _Read:
    path: Path
    file: SettingsFile
    source: YamlSource

    def problem(self, message: str, path: Sequence[str | int]) -> SettingsError:
        return SettingsError([self.source.problem(message, path)])


class _Profiles:
    """The shipped profiles and those of the settings files, by name."""

    def __init__(self, folder: Path, read: Sequence[_Read]) -> None:
        self._folder = folder
        self._own = {
            name: file for one in reversed(read) for name, file in one.file.profiles.items()
        }
        shipped = [path.stem for path in sorted(folder.glob("*.yml"))]
        self._names = list(dict.fromkeys((*self._own, *shipped)))

    def choices(
        self, name: str, wrong: _Read | None, path: Sequence[str | int] = ("profile",)
    ) -> tuple[Choices, tuple[str | Path, ...] | None]:
        """What a profile chooses, with what the profiles that it extends choose."""
        seen: list[str] = []
        choices, packs = Choices(), None
        following: str | None = name
        while following is not None:
            if following in seen or following not in self._names:
                message = _("there is no profile “{name}”; there are: {known}").format(
                    name=following, known=", ".join(self._names)
                )
                if wrong is not None:
                    raise wrong.problem(message, path)
                raise SettingsError([Problem(Place("--profile"), message)])
            seen.append(following)
            file = self._own.get(following) or self._shipped(following)
            choices = choices.over(_choices(file))
            packs = packs or (tuple(file.packs) if file.packs else None)
            following = file.extends
        return choices, packs

    def _shipped(self, name: str) -> ProfileFile:
        source = read_yaml(self._folder / f"{name}.yml")
        return _validated(ProfileFile, source)


def _settings_in(folder: Path) -> Path | None:
    for name in FILE_NAMES:
        if (folder / name).is_file():
            return folder / name
    project = folder / "pyproject.toml"
    if project.is_file():
        try:
            tools = tomllib.loads(project.read_text(encoding="utf-8")).get("tool", {})
        except (OSError, ValueError):
            return None
        if "replylint" in tools:
            return project
    return None


def _read(path: Path) -> _Read:
    try:
        source = _toml(path) if path.suffix == ".toml" else read_yaml(path)
    except FileError as error:
        raise SettingsError(error.problems) from error
    if not isinstance(source.data, dict):
        raise SettingsError([source.problem(_("settings are a map of “key: value” lines"), ())])
    return _Read(path, _validated(SettingsFile, source), source)


def _toml(path: Path) -> YamlSource:
    text = path.read_text(encoding="utf-8")
    data = tomllib.loads(text)["tool"]["replylint"]
    line = next(
        (n for n, row in enumerate(text.splitlines(), 1) if row.startswith("[tool.replylint")), 1
    )
    return YamlSource.without_positions(str(path), text, data, line)


def _validated(model: type[_Model], source: YamlSource) -> _Model:
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        raise SettingsError(problems_of(source, model, error)) from error


def _place_of_profile(read: Sequence[_Read], given: str | None) -> _Read | None:
    return None if given else next((r for r in read if r.file.profile), None)


def _pack(name: str, folder: Path) -> str | Path:
    """A pack by path, when there is such a file or folder beside the settings; else by name."""
    path = folder / name
    return path if path.exists() else name


def _overrides(one: _Read, book: _Profiles) -> list[Override]:
    overrides: list[Override] = []
    for index, file in enumerate(one.file.overrides):
        choices = _choices(file)
        if file.profile is not None:
            profile, _packs = book.choices(file.profile, one, ("overrides", index, "profile"))
            choices = choices.over(profile)
        overrides.append(Override(tuple(file.paths), one.path.parent, choices))
    return overrides


def _choices(file: ChoicesFile) -> Choices:
    return Choices(
        rules={name: _rule_choice(choice) for name, choice in file.rules.items()},
        options=dict(file.options),
        channel=file.channel,
        penalties={Severity.of(name): float(value) for name, value in file.penalties.items()},
        fail_on=Severity.of(file.fail_on) if file.fail_on else None,
    )


def _rule_choice(file: RuleChoiceFile) -> RuleChoice:
    return RuleChoice(
        file.off,
        Severity.of(file.severity) if file.severity else None,
        tuple(file.channels) if file.channels else None,
    )
