"""What a team can choose: packs, rules and their severities, options, weights, thresholds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any

from replylint.arguments import (
    check_text,
    check_text_or_none,
    items,
    one_or_several,
    wrong,
)
from replylint.errors import Written
from replylint.finding import SEVERITY_NAMES, Severity
from replylint.globs import fits
from replylint.macros.names import Fields
from replylint.macros.own import OwnMacros
from replylint.template import Placeholders
from replylint.translation import _

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
class RuleChoice:
    """What a team chose for a rule: on or off, another severity, only some channels.

    A channel that begins with ``-`` is one where the rule is silent. None means that nothing was
    chosen. ``written`` says where. The severity may be given by its name (``"info"``), the channels
    as any sequence, a lone one as text. Raises ``TypeError`` or ``ValueError`` that names the
    argument for anything else.
    """

    off: bool | None = None
    severity: Severity | None = None
    channels: tuple[str, ...] | None = None
    written: Written | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Make sure of what a caller gave."""
        if self.off is not None and not isinstance(self.off, bool):
            raise wrong("off", self.off, _("True, False or None"))
        if self.severity is not None:
            object.__setattr__(self, "severity", Severity.given("severity", self.severity))
        if self.channels is not None:
            object.__setattr__(self, "channels", one_or_several("channels", self.channels))

    @classmethod
    def given(cls, name: str, value: RuleChoice | Severity | str | bool) -> RuleChoice:
        """The choice that an argument of this name is: one itself, or in short as in settings.

        In short are ``"off"``, ``"on"``, False, True and a severity or its name. Raises
        ``TypeError`` or ``ValueError`` that names the argument.
        """
        if isinstance(value, cls):
            return value
        if isinstance(value, bool):
            return cls(off=not value)
        if not isinstance(value, str | Severity):
            raise wrong(name, value, _("a RuleChoice, “off”, “on” or a severity"))
        if value in ("off", "on"):
            return cls(off=value == "off")
        if isinstance(value, str) and value not in SEVERITY_NAMES:
            known = ", ".join(("off", "on", *SEVERITY_NAMES))
            message = _("“{name}” takes one of {known}, not {given}")
            raise ValueError(message.format(name=name, known=known, given=repr(value)))
        return cls(severity=Severity.given(name, value))


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that can be chosen for a reply; None and empty mean that nothing was chosen.

    ``rules`` is keyed by the id of a rule (``calm-down`` or ``ru/tone:calm-down``), of a category
    or of a pack (``ru/tone``). ``options`` gives the value of a disputed norm by its name.
    ``channel`` is that of replies which do not say theirs. ``rules_beneath`` are the rules of the
    choices that these went over, the farthest first; ``written_options`` says where each option
    was chosen. ``words`` are a team's own words, which spelling lets be; all lists add up.
    ``format``, ``fields`` and ``placeholders`` tell how macro libraries are written; ``library``
    is the one that replies are compared with.

    Severities may be given by their names, rules in short as `RuleChoice.given` takes them, one
    word alone. Raises ``TypeError`` that names the argument for a value of another kind,
    ``ValueError`` for a word that is no severity and for a penalty (the share of the score that one
    finding takes) outside 0 to 1.

    >>> Choices(rules={"calm-down": "off"}, fail_on="error").fail_on
    <Severity.ERROR: 3>
    """

    rules: Mapping[str, RuleChoice] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    channel: str | None = None
    penalties: Mapping[Severity, float] = field(default_factory=dict)
    fail_on: Severity | None = None
    words: tuple[str, ...] = ()
    format: str | None = None
    fields: Fields | None = None
    placeholders: Placeholders | None = None
    library: OwnMacros | None = None
    rules_beneath: tuple[Mapping[str, RuleChoice], ...] = ()
    written_options: Mapping[str, Written] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Make sure of what a caller gave."""
        rules = {
            name: RuleChoice.given(f"rules[{name!r}]", choice)
            for name, choice in items("rules", self.rules)
        }
        object.__setattr__(self, "rules", rules)
        for name, value in items("options", self.options):
            check_text(f"options[{name!r}]", value)
        check_text_or_none("channel", self.channel)
        penalties = {
            Severity.given("penalties", severity): _penalty(severity, penalty)
            for severity, penalty in items("penalties", self.penalties)
        }
        object.__setattr__(self, "penalties", penalties)
        if self.fail_on is not None:
            object.__setattr__(self, "fail_on", Severity.given("fail_on", self.fail_on))
        object.__setattr__(self, "words", one_or_several("words", self.words))

    @property
    def rule_layers(self) -> tuple[Mapping[str, RuleChoice], ...]:
        """The rules of all choices that lie over each other, the farthest first."""
        return (*self.rules_beneath, self.rules)

    def over(self, other: Choices) -> Choices:
        """These choices where they were made, those of ``other`` elsewhere."""
        return Choices(
            rules=self.rules,
            options={**other.options, **self.options},
            channel=self.channel if self.channel is not None else other.channel,
            penalties={**other.penalties, **self.penalties},
            fail_on=self.fail_on if self.fail_on is not None else other.fail_on,
            words=(*other.words, *self.words),
            format=self.format or other.format,
            fields=self.fields or other.fields,
            placeholders=self.placeholders or other.placeholders,
            library=self.library or other.library,
            rules_beneath=tuple(
                layer for layer in (*other.rule_layers, *self.rules_beneath) if layer
            ),
            written_options={**other.written_options, **self.written_options},
        )


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """How a team's exports are read; None and empty mean that nothing was chosen.

    ``columns`` gives for a field the column of a table, ``roles`` for a word of the role column the
    role (``"agent"``, ``"customer"`` …), ``agents`` the names of those who answer, ``timezone`` the
    IANA name of the zone that times are shown in. ``written`` says where the format (``"from"``),
    the encoding, the zone and the columns (``"columns.reply"``) were chosen.
    """

    format: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    agents: tuple[str, ...] = ()
    encoding: str | None = None
    day_first: bool | None = None
    bots: bool | None = None
    timezone: str | None = None
    written: Mapping[str, Written] = field(default_factory=dict, compare=False, repr=False)

    def over(self, other: ExportChoices) -> ExportChoices:
        """These choices where they were made, those of ``other`` elsewhere."""
        return ExportChoices(
            format=self.format or other.format,
            columns={**other.columns, **self.columns},
            roles={**other.roles, **self.roles},
            agents=self.agents or other.agents,
            encoding=self.encoding or other.encoding,
            day_first=other.day_first if self.day_first is None else self.day_first,
            bots=other.bots if self.bots is None else self.bots,
            timezone=self.timezone or other.timezone,
            written={**other.written, **self.written},
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


def _penalty(severity: Severity | str, penalty: float) -> float:
    """The share of the score that a finding takes; raises ``TypeError`` or ``ValueError``."""
    name = f"penalties.{Severity.given('penalties', severity).label}"
    if isinstance(penalty, bool) or not isinstance(penalty, float | int):
        raise wrong(name, penalty, _("a number from 0 to 1"))
    if not 0.0 <= penalty <= 1.0:
        raise ValueError(
            _("“{name}” is {value}; it must be 0 to 1").format(name=name, value=penalty)
        )
    return penalty
