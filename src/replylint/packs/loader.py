"""Finding pack files and reading them, all mistakes of a file at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from replylint.errors import PackError, PackProblem, Place
from replylint.packs import schema
from replylint.packs.schema import PackFile
from replylint.packs.yaml_source import YamlSource, read_yaml
from replylint.translation import _

_INSTALLED = Path(__file__).parent.parent / "rules"
_CHECKOUT = Path(__file__).parents[3] / "rules"
ENDINGS = (".yml", ".yaml")


@dataclass(frozen=True, slots=True)
class LoadedPack:
    """The content of a pack file, and its source for telling where something stands."""

    file: PackFile
    source: YamlSource


def shipped_folder() -> Path:
    """The folder of the packs that come with replylint."""
    return _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT


def shipped_packs() -> dict[str, Path]:
    """The packs that come with replylint, by name (``ru/tone``)."""
    folder = shipped_folder()
    return {
        path.relative_to(folder).with_suffix("").as_posix(): path for path in _pack_files(folder)
    }


def load_packs(wanted: Iterable[str | Path] | None = None) -> list[LoadedPack]:
    """Load packs by name (``ru/tone``), file or folder, and the packs that these use.

    None means all shipped ones. The result has every pack once, used ones before their users.
    Raises ``PackError`` with all problems of all files.
    """
    shipped = shipped_packs()
    paths = list(shipped.values()) if wanted is None else _paths(wanted, shipped)
    loading = _Loading(shipped)
    for path in paths:
        loading.load(path)
    if loading.problems:
        raise PackError(loading.problems)
    return list(loading.loaded.values())


class _Loading:
    def __init__(self, shipped: dict[str, Path]) -> None:
        self.loaded: dict[str, LoadedPack] = {}
        self.problems: list[PackProblem] = []
        self._shipped = shipped
        self._read: set[Path] = set()

    def load(self, path: Path) -> None:
        if path.resolve() in self._read:
            return
        self._read.add(path.resolve())
        try:
            pack = load_pack(path)
        except PackError as error:
            self.problems.extend(error.problems)
            return
        for index, used in enumerate(pack.file.uses):
            self._load_used(pack, index, used)
        if pack.file.pack in self.loaded:
            other = self.loaded[pack.file.pack].source.name
            self.problems.append(
                pack.source.problem(
                    _("a pack “{name}” is already loaded from {other}").format(
                        name=pack.file.pack, other=other
                    ),
                    ("pack",),
                )
            )
            return
        self.loaded[pack.file.pack] = pack

    def _load_used(self, pack: LoadedPack, index: int, used: str) -> None:
        if used in self.loaded:
            return
        beside = Path(pack.source.name).parent / f"{used.rpartition('/')[2]}.yml"
        path = self._shipped.get(used)
        if path is None and beside.is_file():
            path = beside
        if path is None:
            self.problems.append(
                pack.source.problem(
                    _("there is no pack “{name}”").format(name=used) + nearest(used, self._shipped),
                    ("uses", index),
                )
            )
        else:
            self.load(path)


def load_pack(path: Path) -> LoadedPack:
    """Read one pack file; raises ``PackError`` with everything that is wrong in it."""
    source = read_yaml(path)
    if not isinstance(source.data, dict):
        raise PackError([source.problem(_("a pack is a map that begins with “pack: name”"), ())])
    try:
        file = PackFile.model_validate(source.data)
    except ValidationError as error:
        raise PackError(_problems(source, error)) from error
    return LoadedPack(file, source)


def nearest(word: str, known: Iterable[str]) -> str:
    """The words “; did you mean …?” when some known word is near, else nothing."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return _("; did you mean “{word}”?").format(word=close[0]) if close else ""


def _paths(wanted: Iterable[str | Path], shipped: dict[str, Path]) -> list[Path]:
    paths: list[Path] = []
    for item in wanted:
        path = Path(item)
        if str(item) in shipped:
            paths.append(shipped[str(item)])
        elif path.is_dir():
            inside = _pack_files(path)
            if not inside:
                raise PackError(
                    [PackProblem(Place(str(item)), _("there is no .yml file in this folder"))]
                )
            paths.extend(inside)
        elif path.is_file():
            paths.append(path)
        else:
            message = _("there is no pack or file of this name") + nearest(str(item), shipped)
            raise PackError([PackProblem(Place(str(item)), message)])
    return paths


def _pack_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in ENDINGS and path.is_file())


def _problems(source: YamlSource, error: ValidationError) -> list[PackProblem]:
    problems: dict[tuple[str, str], PackProblem] = {}
    for detail in error.errors(include_url=False):
        path = _real_path(source.data, detail["loc"])
        message, at_key = _explain(source.data, path, dict(detail))
        problem = source.problem(message, path, key=at_key)
        problems.setdefault((str(problem.place), message), problem)
    return list(problems.values())


def _real_path(data: Any, location: Sequence[str | int]) -> list[str | int]:
    """The path in the data, without the steps that pydantic adds for the branches of a choice."""
    path: list[str | int] = []
    here = data
    for index, step in enumerate(location):
        if isinstance(here, dict) and isinstance(step, str):
            if step in here:
                here = here[step]
            elif index + 1 < len(location):
                continue
            path.append(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
            path.append(step)
    return path


def _explain(data: Any, path: Sequence[str | int], detail: dict[str, Any]) -> tuple[str, bool]:
    """What is wrong in words, and whether the key (rather than the value) is the place."""
    kind, last = detail["type"], path[-1] if path else ""
    context = detail.get("ctx", {})
    if kind == "extra_forbidden":
        known = _keys_at(path[:-1])
        return (
            _("unknown key “{key}”").format(key=last)
            + (nearest(str(last), known) or _("; known: {keys}").format(keys=", ".join(known))),
            True,
        )
    if kind == "missing":
        return _("the key “{key}” is missing").format(key=last), True
    if kind == "one_of":
        value = detail["input"]
        message = _("“{value}” is not one of: {known}").format(value=value, known=context["known"])
        return message + nearest(value, context["words"]), False
    if kind == "string_pattern_mismatch":
        return (
            _("“{value}” must be lower-case Latin letters, digits and hyphens").format(
                value=detail["input"]
            ),
            False,
        )
    if kind in ("string_type", "string_too_short"):
        return _("text is expected here; put it in quotes"), False
    if kind in ("list_type", "dict_type", "model_type", "model_attributes_type", "too_short"):
        return _("expected: {what}").format(what=_EXPECTED[kind]), False
    return str(detail["msg"]).removeprefix("Value error, "), False


_EXPECTED = {
    "list_type": "a list",
    "dict_type": "a map",
    "model_type": "a map",
    "model_attributes_type": "a map",
    "too_short": "at least one item",
}


def _keys_at(path: Sequence[str | int]) -> list[str]:
    """The keys that the schema knows at a path."""
    models: dict[str, type[BaseModel]] = {
        "": schema.PackFile,
        "signals": schema.SignalFile,
        "rules": schema.RuleFile,
        "examples": schema.ExamplesFile,
        "unless": schema.UnlessFile,
        "bad": schema.ConversationExample,
        "good": schema.ConversationExample,
    }
    named = [step for step in path if step in models] or [""]
    model = models[str(named[-1])]
    return [field.alias or name for name, field in model.model_fields.items()]
