"""The rules of packs as a person looks them up: read from their files, without compiling them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from replylint.checks.conditions import Channels, Conditions
from replylint.checks.require import Require
from replylint.checks.rule import Rule
from replylint.finding import Severity
from replylint.packs.choosing import chosen_rules
from replylint.packs.loader import LoadedPack, load_packs
from replylint.packs.names import PackNames
from replylint.packs.pack import Option, Pack
from replylint.packs.rule_compiler import with_changes
from replylint.packs.schema import RuleChange, RuleFile
from replylint.settings.choices import Choices
from replylint.text.language import morphology_of
from replylint.translation import _

_NO_CHECK = Require("")


@dataclass(frozen=True, slots=True)
class Change:
    """What another pack changes in a rule."""

    pack: LoadedPack
    file: RuleChange


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule of a pack file with what other packs and the settings make of it.

    ``rule`` has no check and cannot judge; severity and channels are as chosen. ``off`` says why
    the rule is off, and is empty when it is on.
    """

    rule: Rule
    file: RuleFile
    pack: LoadedPack
    changes: tuple[Change, ...] = ()
    off: str = ""


class Library:
    """The rules of loaded packs. Raises ``PackError`` when a file cannot be used."""

    def __init__(
        self, wanted: Iterable[str | Path] | None = None, choices: Choices | None = None
    ) -> None:
        wanted = None if wanted is None else list(wanted)
        self.loaded = {pack.file.pack: pack for pack in load_packs(wanted)}
        self.packs = [self._outline(pack) for pack in self.loaded.values()]
        self._choices = choices or Choices()
        self.options = {name: o for pack in self.packs for name, o in pack.options.items()}
        self.entries = list(self._entries())

    def named(self, name: str) -> list[Entry]:
        """The rules with this id, or the one with this full id (``ru/tone:calm-down``)."""
        return [entry for entry in self.entries if name in (entry.rule.id, entry.rule.full_id)]

    def names(self, pack: LoadedPack) -> PackNames:
        """What the names in the patterns of a pack mean."""
        return PackNames(pack, self.loaded, morphology_of(pack.file.language))

    def value_of(self, option: str) -> str | None:
        """The value of a disputed norm: the chosen one or its default; None if unknown."""
        known = self.options.get(option)
        return self._choices.options.get(option, known.default if known else None)

    def _changes(self, owner: LoadedPack, rule: str) -> tuple[Change, ...]:
        return tuple(
            Change(pack, change)
            for pack in self.loaded.values()
            if owner.file.pack in pack.file.extends
            for name, change in pack.file.change.rules.items()
            if name in (rule, f"{owner.file.pack}:{rule}")
        )

    def _outline(self, pack: LoadedPack) -> Pack:
        file = pack.file
        rules = tuple(self._rule(pack, name, rule) for name, rule in file.rules.items())
        options = {
            key: Option(option.title, tuple(option.values), option.default)
            for key, option in file.options.items()
        }
        return Pack(
            file.pack, file.title, file.language, file.version, pack.source.name, rules, options
        )

    def _rule(self, pack: LoadedPack, name: str, rule: RuleFile) -> Rule:
        changes = self._changes(pack, name)
        rule = with_changes(rule, (change.file for change in changes))
        mark = pack.source.key_marks.get(("rules", name))
        return Rule(
            id=name,
            pack=pack.file.pack,
            language=pack.file.language,
            category=rule.category,
            severity=Severity.of(rule.severity),
            check=_NO_CHECK,
            conditions=Conditions(channels=Channels.of(rule.channels or ())),
            message=rule.message,
            why=rule.why,
            suggestions=tuple(rule.suggest),
            source=rule.source,
            options={option: tuple(values) for option, values in rule.options.items()},
            title=rule.title,
            line=mark.line if mark else None,
            changed_by=tuple(change.pack.file.pack for change in changes),
        )

    def _entries(self) -> Iterable[Entry]:
        chosen = {rule.full_id: rule for rule in chosen_rules(self.packs, self._choices)}
        for pack in self.packs:
            loaded = self.loaded[pack.name]
            for rule in pack.rules:
                changes = self._changes(loaded, rule.id)
                off = self._why_off(rule, changes, rule.full_id in chosen)
                as_chosen = chosen.get(rule.full_id, rule)
                yield Entry(as_chosen, loaded.file.rules[rule.id], loaded, changes, off)

    def _why_off(self, rule: Rule, changes: Sequence[Change], is_chosen: bool) -> str:
        for change in changes:
            if change.file.off:
                return _("switched off by {pack}").format(pack=change.pack.file.pack)
        for option, wanted in rule.options.items():
            value = self.value_of(option)
            if value not in wanted:
                return _("the option “{option}” is “{value}”").format(option=option, value=value)
        return "" if is_chosen else _("switched off in the settings")
