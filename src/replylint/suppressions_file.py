"""Reading ``.replylint-ignore.yaml``: decisions about texts that cannot hold comments."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from replylint.errors import FileError, SettingsError
from replylint.suppressions import Suppression
from replylint.translation import _
from replylint.yamlfile.source import read_yaml
from replylint.yamlfile.validation import problems_of

FILE_NAME = ".replylint-ignore.yaml"


def _check_date(value: str) -> str:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise ValueError(_("a date is expected here: YYYY-MM-DD")) from None
    return value


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class IgnoreFile(_Strict):
    """One decision."""

    rule: Annotated[str, Field(min_length=1)]
    reason: Annotated[str, Field(min_length=1)]
    paths: Annotated[list[str], BeforeValidator(_as_list)] = []
    id: str | None = None
    text: str | None = None
    until: Annotated[str, AfterValidator(_check_date)] | None = None


class IgnoresFile(_Strict):
    """The whole file."""

    ignore: list[IgnoreFile]


def find_suppressions(start: Path) -> Path | None:
    """The nearest ``.replylint-ignore.yaml`` in a folder or above it; None when there is none."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
    return None


def load_suppressions(path: Path) -> list[Suppression]:
    """Read the file; raises ``SettingsError`` with everything that is wrong in it."""
    try:
        source = read_yaml(path)
    except FileError as error:
        raise SettingsError(error.problems) from error
    if not isinstance(source.data, dict):
        raise SettingsError([source.problem(_("the file begins with “ignore:” and a list"), ())])
    try:
        file = IgnoresFile.model_validate(source.data)
    except ValidationError as error:
        raise SettingsError(problems_of(source, IgnoresFile, error)) from error
    return [
        Suppression(
            rule=entry.rule,
            reason=entry.reason,
            place=source.place(("ignore", index)),
            text=entry.text,
            paths=tuple(entry.paths),
            base=path.parent,
            id=entry.id,
            until=date.fromisoformat(entry.until) if entry.until else None,
        )
        for index, entry in enumerate(file.ignore)
    ]
