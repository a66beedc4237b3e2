"""A loaded pack: its head, its rules, and where it was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from replylint.checks.rule import Rule
from replylint.signals.reading import SignalBook


@dataclass(frozen=True, slots=True)
class Option:
    """A disputed norm: what it is about, the values to choose from, and the default."""

    title: str
    values: tuple[str, ...]
    default: str


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack of rules in one language; ``path`` is the file that it came from.

    ``switched_off`` are the ids of rules that other packs switch off.
    """

    name: str
    title: str
    language: str
    version: str
    path: str
    rules: tuple[Rule, ...]
    options: Mapping[str, Option] = field(default_factory=dict)
    switched_off: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The packs of one language compiled together, and all signals that their rules look for."""

    language: str
    packs: Sequence[Pack]
    signals: SignalBook

    @property
    def rules(self) -> Sequence[Rule]:
        """The rules of all packs in their order."""
        return [rule for pack in self.packs for rule in pack.rules]
