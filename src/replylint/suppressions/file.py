"""Reading ``.replylint-ignore.yaml``: decisions about texts that cannot hold comments."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, StringConstraints

from replylint.errors import FileError, SettingsError
from replylint.settings.file import here_and_above, shown, validated
from replylint.settings.schema import Globs
from replylint.suppressions.places import FILE_NAMES
from replylint.suppressions.suppression import Suppression
from replylint.translation import _
from replylint.yamlfile.model import Strict
from replylint.yamlfile.source import read_yaml

_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def _check_date(value: str) -> str:
    try:
        if not _DATE.fullmatch(value):
            raise ValueError(value)
        date.fromisoformat(value)
    except ValueError:
        raise ValueError(_("a day that exists is expected here, as YYYY-MM-DD")) from None
    return value


def _number_as_text(value: Any) -> Any:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number else value


_Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class IgnoreFile(Strict):
    """One decision."""

    rule: _Text
    reason: _Text
    paths: Globs | None = None
    id: Annotated[_Text | None, BeforeValidator(_number_as_text)] = None
    text: Annotated[_Text | None, BeforeValidator(_number_as_text)] = None
    until: Annotated[str, AfterValidator(_check_date)] | None = None


class IgnoresFile(Strict):
    """The whole file."""

    ignore: list[IgnoreFile] = []


def find_suppressions(start: Path) -> Path | None:
    """The nearest ``.replylint-ignore.yaml`` in a folder or above it; None when there is none."""
    for folder in here_and_above(start):
        for name in FILE_NAMES:
            if os.path.isfile(folder / name):  # noqa: PTH113 - never raises
                return folder / name
    return None


def load_suppressions(path: Path) -> list[Suppression]:
    """Read the file; raises ``SettingsError`` with everything that is wrong in it."""
    path = Path(os.path.abspath(path))  # noqa: PTH100 - links must not be followed here
    try:
        source = read_yaml(shown(path), may_be_empty=True)
    except FileError as error:
        raise SettingsError(error.problems) from error
    if not isinstance(source.data, dict):
        raise SettingsError([source.problem(_("the file begins with “ignore:” and a list"), ())])
    file = validated(IgnoresFile, source)
    return [
        Suppression(
            rule=entry.rule,
            reason=entry.reason,
            written=source.written(("ignore", index, "rule")),
            text=entry.text,
            paths=tuple(entry.paths or ()),
            base=path.parent.resolve(),
            id=entry.id,
            until=date.fromisoformat(entry.until) if entry.until else None,
        )
        for index, entry in enumerate(file.ignore)
    ]
