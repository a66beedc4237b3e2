"""Reading one settings file, and finding what it names beside it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from replylint.errors import FileError, SettingsError
from replylint.settings.schema import SettingsFile
from replylint.translation import _
from replylint.yamlfile.source import YamlSource, read_yaml
from replylint.yamlfile.toml import read_toml
from replylint.yamlfile.validation import problems_of

TABLE = ("tool", "replylint")
"""The table of a TOML file that holds settings."""

_Model = TypeVar("_Model", bound=BaseModel)


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


def there(folder: Path, name: str) -> Path | None:
    """What a person names from a folder, ``~`` being their own; None when there is nothing."""
    try:
        path = folder / Path(name).expanduser()
        return path if path.exists() else None
    except (OSError, ValueError, RuntimeError):
        return None
