"""The settings of a team: packs, choices, profiles, and what holds for some files only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any

from replylint.arguments import one_or_several, wrong
from replylint.finding import Severity
from replylint.globs import fits
from replylint.settings.choices import Choices, ExportChoices

PENALTIES: Mapping[Severity, float] = MappingProxyType(
    {
        Severity.INFO: 0.0,
        Severity.SUGGESTION: 0.03,
        Severity.WARNING: 0.15,
        Severity.ERROR: 0.35,
        Severity.CRITICAL: 1.0,
    }
)


@dataclass(frozen=True, slots=True)
class Profile:
    """A named choice; ``packs`` as in `Settings`."""

    name: str
    choices: Choices
    packs: tuple[str | Path, ...] | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """Other choices for the files that one of the globs (below the folder ``base``) fits.

    A ``profile`` takes the place of that of the settings.
    """

    paths: tuple[str, ...]
    base: Path
    choices: Choices
    profile: Profile | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of a team; every one has a default.

    ``packs`` are names of shipped packs, or of their folders (``ru``), and paths; None means all
    shipped ones. ``choices`` are what is in force, with the choices of the ``profile`` beneath;
    ``own`` are the same without the profile. ``overrides`` go before them for the files that they
    name, the last one winning. ``exports`` says how exports are read. ``sources`` are the files
    that the settings were read from, the nearest first; ``unused`` are choices in them that are not
    in force and yet must make sense. Without ``learned``, signals that learned from examples find
    nothing; with ``repetitions``, what they found is told where words say it as well, which is for
    looking at each rule by itself. ``resident`` is ``auto``, ``never`` or ``always``: whether a
    resident process may answer. One pack may be given alone. Raises ``TypeError`` that names the
    argument for a value of another kind.
    """

    packs: tuple[str | Path, ...] | None = None
    choices: Choices = field(default_factory=Choices)
    overrides: Sequence[Override] = ()
    profile: Profile | None = None
    sources: tuple[Path, ...] = ()
    unused: Sequence[Choices] = ()
    own: Choices | None = None
    exports: ExportChoices = field(default_factory=ExportChoices)
    learned: bool = True
    repetitions: bool = False
    resident: str | None = None

    def __post_init__(self) -> None:
        """Make sure of what a caller gave."""
        if self.packs is not None:
            object.__setattr__(self, "packs", one_or_several("packs", self.packs, (str, Path)))
        if not isinstance(self.choices, Choices):
            raise wrong("choices", self.choices, "Choices")

    @classmethod
    def of(cls, own: Choices, profile: Profile | None, **more: Any) -> Settings:
        """Settings with a team's own choices over those of a profile."""
        choices = own if profile is None else own.over(profile.choices)
        return cls(choices=choices, profile=profile, own=own, **more)

    @property
    def penalties(self) -> Mapping[Severity, float]:
        """The share (0 to 1) of the score that one finding of each severity takes."""
        return {**PENALTIES, **self.choices.penalties}

    @property
    def fail_on(self) -> Severity:
        """The severity from which on a finding makes the exit code 1."""
        chosen = self.choices.fail_on
        return Severity.SUGGESTION if chosen is None else chosen

    def every_choice(self) -> Iterator[Choices]:
        """All choices that are written anywhere, in force or not."""
        yield self.choices
        for override in self.overrides:
            yield override.choices
            if override.profile is not None:
                yield override.profile.choices
        yield from self.unused

    def overrides_for(self, path: PurePath | str) -> tuple[int, ...]:
        """The numbers of the overrides that name a file; none for a name such as ``<stdin>``."""
        if not self.overrides or str(path).startswith("<"):
            return ()
        return tuple(
            number
            for number, override in enumerate(self.overrides)
            if fits(path, override.paths, override.base)
        )

    def with_overrides(self, numbers: Sequence[int]) -> Settings:
        """The settings with these overrides applied and no others left."""
        own, profile = self._own, self.profile
        for number in numbers:
            override = self.overrides[number]
            own = override.choices.over(own)
            profile = override.profile or profile
        return self._in_one_place(own, profile)

    def with_profile(self, profile: Profile | None) -> Settings:
        """The settings with another profile, or none, beneath; no overrides are left."""
        return self._in_one_place(self._own, profile)

    @property
    def _own(self) -> Choices:
        return self.choices if self.own is None else self.own

    def _in_one_place(self, own: Choices, profile: Profile | None) -> Settings:
        """These settings where other choices hold; nothing is left that could hold elsewhere."""
        chosen = Settings.of(own, profile)
        return replace(
            self,
            choices=chosen.choices,
            profile=chosen.profile,
            own=chosen.own,
            overrides=(),
            unused=(),
        )

    def for_path(self, path: PurePath | str) -> Settings:
        """The settings for one file, with the overrides that name it applied."""
        return self.with_overrides(self.overrides_for(path)) if self.overrides else self
