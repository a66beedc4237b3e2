"""Profiles: named choices, shipped or a team's own, that build on each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from replylint.errors import Place, SettingsError, Written
from replylint.settings.choices import Choices
from replylint.settings.file import ReadFile, validated
from replylint.settings.file_choices import choices_of
from replylint.settings.schema import ProfileFile
from replylint.settings.settings import Profile
from replylint.translation import _
from replylint.yamlfile.nearest import nearest
from replylint.yamlfile.source import Path_, YamlSource, read_yaml

FindPacks = Callable[[ProfileFile, YamlSource, Path_, Path], tuple[str | Path, ...] | None]
"""The packs that a profile names; the source and path say where, the folder what they are near."""


def profile_names(folder: Path) -> tuple[str, ...]:
    """The names of the shipped profiles, which lie in this folder."""
    return tuple(sorted(path.stem for path in folder.glob("*.yml")))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A profile as it is written: the file, and where in which source it stands."""

    name: str
    file: ProfileFile
    source: YamlSource
    path: Path_
    folder: Path
    shipped: bool = False


class ProfileBook:
    """The shipped profiles and those of the settings files (the nearest first), by name.

    A team's profile may have the name of a shipped one, and extend it by that name.
    """

    def __init__(self, folder: Path, read: Sequence[ReadFile], find_packs: FindPacks) -> None:
        self._folder = folder
        self._find_packs = find_packs
        self._own = {
            name: _Entry(name, file, one.source, ("profiles", name), one.path.parent)
            for one in reversed(read)
            for name, file in one.file.profiles.items()
        }
        self.names = tuple(dict.fromkeys((*self._own, *profile_names(folder))))

    def profile(self, name: str, written: Written | None = None) -> Profile:
        """A profile with what the profiles that it extends choose.

        ``written`` is where the name stands, None for the command line. Raises ``SettingsError``.
        """
        choices = Choices()
        packs: tuple[str | Path, ...] | None = None
        for entry in self._chain(name, written):
            choices = choices.over(choices_of(entry.file, entry.source, entry.path))
            if packs is None:
                packs = self._find_packs(entry.file, entry.source, entry.path, entry.folder)
        return Profile(name, choices, packs)

    def own(self) -> Iterator[Profile]:
        """All profiles of the settings files; raises ``SettingsError`` for one that is wrong."""
        return (self.profile(name) for name in self._own)

    def _chain(self, name: str, written: Written | None) -> Iterator[_Entry]:
        """The profile and those that it extends, the farthest last."""
        seen: list[_Entry] = []
        entry: _Entry | None = self._entry(name, None, written)
        while entry is not None:
            if any(entry is earlier for earlier in seen):
                names = " → ".join(one.name for one in (*seen, entry))
                message = _("profiles extend each other in a circle: {names}").format(names=names)
                raise _error(message, written)
            seen.append(entry)
            yield entry
            extended = entry.file.extends
            if extended is None:
                return
            written = entry.source.written((*entry.path, "extends"))
            entry = self._entry(extended, entry, written)

    def _entry(self, name: str, user: _Entry | None, written: Written | None) -> _Entry:
        extends_shipped = user is not None and user.name == name and not user.shipped
        if name in self._own and not extends_shipped:
            return self._own[name]
        if name in profile_names(self._folder):
            source = read_yaml(self._folder / f"{name}.yml")
            file = validated(ProfileFile, source)
            return _Entry(name, file, source, (), self._folder, shipped=True)
        message = _("there is no profile “{name}”; there are: {known}").format(
            name=name, known=", ".join(self.names)
        )
        raise _error(message + nearest(name, self.names), written)


def _error(message: str, written: Written | None) -> SettingsError:
    """The error at the place where a profile is named, by default the command line."""
    if written is None:
        written = Written(Place("--profile"))
    return SettingsError([written.problem(message)])
