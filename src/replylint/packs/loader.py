"""Finding pack files and reading them, all mistakes of a file at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from replylint.errors import FileError, PackError, Place, Problem
from replylint.packs.schema import PackFile
from replylint.packs.shipped import shipped_folder
from replylint.settings.places import FILE_NAMES as SETTINGS_NAMES
from replylint.translation import _
from replylint.yamlfile.nearest import nearest
from replylint.yamlfile.source import Path_, YamlSource, read_text, read_yaml
from replylint.yamlfile.validation import problems_of

ENDINGS = (".yml", ".yaml")
_PROFILES = "profiles"
_NAME = re.compile(r"""^pack:[ \t]*["']?(?P<name>[\w/-]+)""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class LoadedPack:
    """The content of a pack file, and its source for telling where something stands."""

    file: PackFile
    source: YamlSource


def shipped_packs() -> dict[str, Path]:
    """The packs that come with replylint, by name (``ru/tone``)."""
    folder = shipped_folder()
    return {
        path.relative_to(folder).with_suffix("").as_posix(): path for path in _pack_files(folder)
    }


def hides_own(item: str) -> bool:
    """Whether the name of what comes with replylint hides a file or folder of packs so called."""
    path = Path(item)
    shipped = shipped_packs()
    if item not in shipped and not any(name.startswith(f"{item}/") for name in shipped):
        return False
    try:
        return any(_names_itself(file) for file in (_pack_files(path) if path.is_dir() else [path]))
    except OSError:
        return False


def load_packs(wanted: Iterable[str | Path] | None = None) -> list[LoadedPack]:
    """Load packs by name (``ru/tone``; ``ru`` is all of them), file or folder, and what they use.

    None means all shipped ones. The result has every pack once, used ones before their users.
    Raises ``PackError`` with all problems of all files.
    """
    shipped = shipped_packs()
    paths = list(shipped.values()) if wanted is None else _paths(wanted, shipped)
    loading = _Loading(shipped, paths)
    for path in paths:
        loading.load(path)
    if loading.problems:
        raise PackError(loading.problems)
    return list(loading.loaded.values())


class _Loading:
    def __init__(self, shipped: dict[str, Path], wanted: Sequence[Path]) -> None:
        self.loaded: dict[str, LoadedPack] = {}
        self.problems: list[Problem] = []
        self._shipped = shipped
        self._wanted = wanted
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
        for key in ("uses", "extends"):
            for index, used in enumerate(getattr(pack.file, key)):
                self._load_used(pack, (key, index), used)
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

    def _load_used(self, pack: LoadedPack, path: Path_, used: str) -> None:
        if used in self.loaded:
            return
        file = self._shipped.get(used) or self._beside(pack, used) or self._among_wanted(used)
        if file is not None:
            self.load(file)
            found = (p for p in self.loaded.values() if p.source.name == str(file))
            if all(other.file.pack == used for other in found):
                return
        message = _("there is no pack “{name}”").format(name=used) + nearest(used, self._shipped)
        self.problems.append(pack.source.problem(message, path))

    def _beside(self, pack: LoadedPack, used: str) -> Path | None:
        """The file in the folder of a pack that is called like the pack which it uses."""
        folder, name = Path(pack.source.name).parent, used.rpartition("/")[2]
        files = (folder / f"{name}{ending}" for ending in ENDINGS)
        return next((file for file in files if file.is_file()), None)

    def _among_wanted(self, used: str) -> Path | None:
        """The file among those to be loaded later that says that it is the pack which is used."""
        return next((path for path in self._wanted if _says_it_is(path, used)), None)


def _says_it_is(path: Path, name: str) -> bool:
    return _names_itself(path) == name


def _names_itself(path: Path) -> str | None:
    """The name of the pack that a file says it is; None when it is none, or cannot be read."""
    try:
        found = _NAME.search(read_text(path))
    except FileError:
        return None
    return found["name"] if found is not None else None


def load_pack(path: Path) -> LoadedPack:
    """Read one pack file; raises ``PackError`` with everything that is wrong in it."""
    try:
        source = read_yaml(path)
    except FileError as error:
        raise PackError(error.problems) from error
    if not isinstance(source.data, dict):
        raise PackError([source.problem(_("a pack is a map that begins with “pack: name”"), ())])
    try:
        file = PackFile.model_validate(source.data)
    except ValidationError as error:
        raise PackError(problems_of(source, PackFile, error)) from error
    return LoadedPack(file, source)


def _paths(wanted: Iterable[str | Path], shipped: dict[str, Path]) -> list[Path]:
    paths: list[Path] = []
    wanted = list(wanted)
    if not wanted:
        message = _("no pack is named here; leave this out for all that come with replylint")
        raise PackError([Problem(Place("packs"), message)])
    for item in wanted:
        if not str(item).strip():
            message = _("the name, file or folder of a pack is expected, and this is empty")
            raise PackError([Problem(Place("--pack"), message)])
        path = Path(item)
        family = [path for name, path in shipped.items() if name.startswith(f"{item}/")]
        if str(item) in shipped:
            paths.append(shipped[str(item)])
        elif family:
            paths.extend(family)
        elif path.is_dir():
            inside = _pack_files(path)
            if not inside:
                raise PackError(
                    [Problem(Place(str(item)), _("there is no .yml file in this folder"))]
                )
            paths.extend(inside)
        elif path.is_file():
            paths.append(path)
        else:
            message = _("there is no pack or file of this name") + nearest(str(item), shipped)
            raise PackError([Problem(Place(str(item)), message)])
    return paths


def _pack_files(folder: Path) -> list[Path]:
    """The pack files in a folder; settings, profiles and hidden files are none."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix in ENDINGS
        and path.name not in SETTINGS_NAMES
        and path.parent.name != _PROFILES
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    )
