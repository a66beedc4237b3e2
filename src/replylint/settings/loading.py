"""Loading settings: ``replylint.yaml`` found upwards, ``[tool.replylint]``, and profiles."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from replylint.errors import Place, Problem, SettingsError
from replylint.macros.own import HowWritten, OwnMacros
from replylint.settings.choices import Choices, ExportChoices
from replylint.settings.file import ReadFile, here_and_above, read_settings, shown, there
from replylint.settings.file_choices import choices_of, export_choices_of, library_of
from replylint.settings.places import FILE_NAMES, PROJECT_FILE
from replylint.settings.profiles import ProfileBook
from replylint.settings.schema import ProfileFile, SettingsFile
from replylint.settings.settings import Override, Profile, Settings
from replylint.translation import _
from replylint.yamlfile.nearest import nearest
from replylint.yamlfile.source import Path_, YamlSource

_PACK_ENDINGS = (".yml", ".yaml")


def find_settings(start: Path) -> list[Path]:
    """The settings files that hold in a folder, the nearest first, up to one that says ``root``.

    In each folder ``replylint.yaml`` (also ``.yml``, also hidden) goes before ``pyproject.toml``
    with a table ``[tool.replylint]``. Raises ``SettingsError`` for a file that cannot be used.
    """
    found: list[Path] = []
    for folder in here_and_above(start):
        here = settings_in(folder)
        if here is None:
            continue
        found.append(here.path)
        if here.file.root:
            break
    return found


def settings_in(folder: Path) -> ReadFile | None:
    """The settings file of this one folder; None when it has none."""
    for name in FILE_NAMES:
        if os.path.isfile(folder / name):  # noqa: PTH113 - never raises
            return read_settings(folder / name)
    if os.path.isfile(folder / PROJECT_FILE):  # noqa: PTH113 - never raises
        return read_settings(folder / PROJECT_FILE)
    return None


def load_settings(
    files: Sequence[Path], *, profile: str | None = None, profiles_folder: Path
) -> Settings:
    """Read settings files, the nearest first; what a nearer one says goes before a farther one.

    ``profile`` goes before the profiles that the files name, in overrides too. Shipped profiles
    are read from ``profiles_folder``, which lies in the folder of the shipped packs. Raises
    ``SettingsError`` with what is wrong.
    """
    read = [_read(path) for path in files]
    reader = _Reader(read, profiles_folder)
    named = reader.profile(profile)
    choices = Choices()
    packs = named.packs if named is not None else None
    overrides: list[Override] = []
    exports = ExportChoices()
    learned = True
    for one in reversed(read):
        exports = export_choices_of(one.file.exports, one.source).over(exports)
        learned = learned if one.file.learned is None else one.file.learned
        choices = choices_of(one.file, one.source).over(choices)
        overrides.extend(reader.overrides(one, with_profiles=profile is None))
        found = reader.packs(one.file, one.source, (), one.path.parent)
        packs = packs if found is None else found
    library = next((library_of(one) for one in read if one.file.library), ())
    if library:
        choices = replace(choices, library=_own_macros(library, choices, overrides))
    return Settings.of(
        choices,
        named,
        packs=packs,
        overrides=tuple(overrides),
        sources=tuple(shown(one.path) for one in read),
        unused=tuple(own.choices for own in reader.book.own()),
        exports=exports,
        learned=learned,
        resident=next((one.file.resident for one in read if one.file.resident), None),
    )


def _own_macros(
    paths: tuple[Path, ...], choices: Choices, overrides: Sequence[Override]
) -> OwnMacros:
    """The library at these paths, with what is said about how its files are written."""
    written = [HowWritten(o.paths, o.base, o.choices.format, o.choices.fields) for o in overrides]
    told = tuple(one for one in written if one.format or one.fields)
    return OwnMacros(paths, choices.format, choices.fields, told, choices.placeholders)


def _read(path: Path) -> ReadFile:
    read = read_settings(path)
    if read is None:
        message = _("there is no table [tool.replylint] in this file")
        raise SettingsError([Problem(Place(str(shown(path))), message)])
    return read


class _Reader:
    """Finds what settings files name: profiles and packs."""

    def __init__(self, read: Sequence[ReadFile], profiles_folder: Path) -> None:
        self._read = read
        self._shipped = profiles_folder.parent
        self.book = ProfileBook(profiles_folder, read, self.packs)

    def profile(self, asked: str | None) -> Profile | None:
        """The profile that was asked for, else that of the nearest file that names one."""
        if asked is not None:
            return self.book.profile(asked)
        for one in self._read:
            if one.file.profile is not None:
                return self.book.profile(one.file.profile, one.source.written(("profile",)))
        return None

    def overrides(self, one: ReadFile, *, with_profiles: bool) -> list[Override]:
        """The overrides of a file; a profile that they name is checked in any case."""
        overrides: list[Override] = []
        for index, file in enumerate(one.file.overrides):
            path: Path_ = ("overrides", index)
            profile = None
            if file.profile is not None:
                written = one.source.written((*path, "profile"))
                profile = self.book.profile(file.profile, written)
            choices = choices_of(file, one.source, path)
            globs, base = tuple(file.paths), one.path.parent.resolve()
            overrides.append(Override(globs, base, choices, profile if with_profiles else None))
        return overrides

    def packs(
        self, file: SettingsFile | ProfileFile, source: YamlSource, path: Path_, folder: Path
    ) -> tuple[str | Path, ...] | None:
        """The packs that are named at a path of a file: shipped ones, and files near it."""
        if file.packs is None:
            return None
        found: list[str | Path] = []
        problems: list[Problem] = []
        for index, name in enumerate(file.packs):
            pack = self._pack(name, folder)
            if pack is None:
                message = _("there is no pack or file of this name")
                message += nearest(name, self._shipped_names())
                problems.append(source.problem(message, (*path, "packs", index)))
            else:
                found.append(pack)
        if problems:
            raise SettingsError(problems)
        return tuple(found)

    def _pack(self, name: str, folder: Path) -> str | Path | None:
        """A shipped pack by its name, or a file or folder by its path from ``folder``."""
        if name in self._shipped_names():
            return name
        path = there(folder, name)
        if path is not None and path.suffix in _PACK_ENDINGS and path.is_file():
            return shown(path)
        return path

    def _shipped_names(self) -> list[str]:
        """The names of the shipped packs and of their folders, without the profiles."""
        names = {
            path.relative_to(self._shipped).with_suffix("").as_posix()
            for path in self._shipped.rglob("*")
            if path.is_dir() or path.suffix in _PACK_ENDINGS
        }
        return sorted(name for name in names if name.partition("/")[0] != "profiles")
