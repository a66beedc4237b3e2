"""What a team can choose: packs, rules and their severities, options, weights, thresholds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from types import MappingProxyType

from replylint.finding import Severity

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
    """What a team chose for a rule: switched off, another severity, only some channels.

    A channel that begins with ``-`` is one where the rule is silent. None means as the rule says.
    """

    off: bool = False
    severity: Severity | None = None
    channels: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """Other choices for the files whose path (relative to ``base``) fits one of the globs."""

    paths: tuple[str, ...]
    base: Path
    choices: Choices


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that can be chosen for a reply; None and empty mean that nothing was chosen.

    ``rules`` is keyed by the id of a rule (``calm-down`` or ``ru/tone:calm-down``), of a pack
    (``ru/tone``) or of a category. ``options`` gives the value of a disputed norm by its name.
    ``channel`` is that of replies which do not say theirs.
    """

    rules: Mapping[str, RuleChoice] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    channel: str | None = None
    penalties: Mapping[Severity, float] = field(default_factory=dict)
    fail_on: Severity | None = None

    def over(self, other: Choices) -> Choices:
        """These choices where they were made, those of ``other`` elsewhere."""
        return Choices(
            rules={**other.rules, **self.rules},
            options={**other.options, **self.options},
            channel=self.channel if self.channel is not None else other.channel,
            penalties={**other.penalties, **self.penalties},
            fail_on=self.fail_on if self.fail_on is not None else other.fail_on,
        )


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of a team; every one has a default.

    ``packs`` are names of shipped packs, or of their folders (``ru``), and paths; None means all
    shipped ones. ``overrides`` apply in order to the files that they name, the last one winning.
    ``sources`` are the files that the settings were read from. Raises ``ValueError`` for a penalty
    (the share of the score that one finding takes) outside 0 to 1.
    """

    packs: tuple[str | Path, ...] | None = None
    choices: Choices = field(default_factory=Choices)
    overrides: Sequence[Override] = ()
    profile: str | None = None
    sources: tuple[Path, ...] = ()

    def __post_init__(self) -> None:
        for severity, penalty in self.choices.penalties.items():
            if not 0.0 <= penalty <= 1.0:
                raise ValueError(f"penalties.{severity.label} is {penalty}; it must be 0 to 1")

    @property
    def penalties(self) -> Mapping[Severity, float]:
        """The share (0 to 1) of the score that one finding of each severity takes."""
        return {**PENALTIES, **self.choices.penalties}

    @property
    def fail_on(self) -> Severity:
        """The severity from which on a finding makes the exit code 1."""
        chosen = self.choices.fail_on
        return Severity.SUGGESTION if chosen is None else chosen

    def for_path(self, path: PurePath | str) -> Settings:
        """The settings for one file, with the overrides that name it applied."""
        choices = self.choices
        for override in self.overrides:
            if _fits(Path(path), override):
                choices = override.choices.over(choices)
        return self if choices is self.choices else replace(self, choices=choices, overrides=())


def _fits(path: Path, override: Override) -> bool:
    try:
        relative = path.resolve().relative_to(override.base.resolve())
    except ValueError:
        return False
    return any(_glob_fits(relative.parts, PurePath(pattern).parts) for pattern in override.paths)


def _glob_fits(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether the parts of a path fit those of a glob; ``**`` is any number of folders."""
    if not pattern:
        return not parts
    if pattern[0] == "**":
        return any(_glob_fits(parts[skipped:], pattern[1:]) for skipped in range(len(parts) + 1))
    return (
        bool(parts) and PurePath(parts[0]).match(pattern[0]) and _glob_fits(parts[1:], pattern[1:])
    )
