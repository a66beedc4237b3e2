"""Applying a team's choices to the rules of the loaded packs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from pathlib import Path

from replylint.checks.conditions import Channels
from replylint.checks.copied_macro import NAME as COPIED_MACRO
from replylint.checks.plugged import PluggedCheck
from replylint.checks.rule import Rule
from replylint.errors import PackError, Place, Problem, SettingsError, Written
from replylint.finding import CATEGORIES
from replylint.macros.own import OwnMacros
from replylint.packs.pack import Pack
from replylint.settings.choices import Choices, RuleChoice
from replylint.settings.settings import Settings
from replylint.signals.plugin import CHECKS
from replylint.translation import _
from replylint.yamlfile.nearest import nearest

_SPELLING = "spelling"
_MOST_PROBLEMS = 100
"""More wrong names than these are not told at once: looking for near names takes time."""


def chosen_rules(packs: Sequence[Pack], choices: Choices) -> list[Rule]:
    """The rules that are on, with the severities and channels that were chosen."""
    values = {name: option.default for pack in packs for name, option in pack.options.items()}
    values.update(choices.options)
    chosen = [
        _apply(rule, choices)
        for pack in packs
        for rule in pack.rules
        if all(values.get(name) in wanted for name, wanted in rule.options.items())
    ]
    told = (_told_library(rule, choices.library) for rule in chosen if rule is not None)
    return [_told_words(rule, choices.words) for rule in told if rule is not None]


def _told_library(rule: Rule, library: OwnMacros | None) -> Rule | None:
    """A rule that asks a team's macro library, told which; None when the team names none."""
    if not isinstance(rule.check, PluggedCheck) or not asks_macros(rule):
        return rule
    return None if library is None else replace(rule, check=rule.check.told({"library": library}))


def asks_macros(rule: Rule) -> bool:
    """Whether a rule compares replies with a team's macro library."""
    check = rule.check
    return isinstance(check, PluggedCheck) and check.plugged.origin == (CHECKS, COPIED_MACRO)


def _told_words(rule: Rule, words: tuple[str, ...]) -> Rule:
    """A rule of spelling that a plugin's check judges, told the words that a team writes so."""
    if not words or rule.category != _SPELLING or not isinstance(rule.check, PluggedCheck):
        return rule
    own = rule.check.plugged.parameters.get("words", ())
    return replace(rule, check=rule.check.told({"words": (*own, *words)}))


def _apply(rule: Rule, choices: Choices) -> Rule | None:
    """The rule as it was chosen, None when it is off.

    Nearer choices go before farther ones; among those of one layer the most exact name wins.
    """
    off_by: str | None = None
    for layer in choices.rule_layers:
        keys = (rule.full_id, rule.id, rule.category, rule.pack)
        named = {key: layer[key] for key in keys if key in layer}
        off_by = _off_by(rule, named, off_by)
        for choice in reversed(named.values()):
            rule = _changed(rule, choice)
    return rule if off_by is None else None


def _off_by(rule: Rule, named: Mapping[str, RuleChoice], off_by: str | None) -> str | None:
    """The name by which a rule is off after a layer, None when it is on.

    What names the rule itself, or again what it was switched off by, switches it on unless it says
    “off”; a severity for all of a category or a pack switches nothing on.
    """
    for key, choice in named.items():
        if choice.off is not None:
            return key if choice.off else None
        if key in (rule.id, rule.full_id) or key == off_by:
            return None
    return off_by


def _changed(rule: Rule, choice: RuleChoice) -> Rule:
    if choice.severity is not None:
        rule = replace(rule, severity=choice.severity)
    if choice.channels is not None:
        channels = Channels.of(choice.channels)
        rule = replace(rule, conditions=replace(rule.conditions, channels=channels))
    return rule


class KnownNames:
    """The names that choices and decisions may use: of the packs in use, and of those beside them.

    A team's settings may speak of rules that are not loaded just now: of all that come with
    replylint, and of the packs ``beside``, which the settings name. These are read only when a
    name is in none of the packs in use.
    """

    def __init__(self, packs: Sequence[Pack], beside: Sequence[str | Path] | None) -> None:
        self._beside = beside
        self.options = {name: option for pack in packs for name, option in pack.options.items()}
        self._names = {*CATEGORIES}
        for pack in packs:
            self._names.add(pack.name)
            for rule in (*(rule.id for rule in pack.rules), *pack.switched_off):
                self._names.update((rule, f"{pack.name}:{rule}"))

    def why_no_rule(self, name: str) -> str | None:
        """What is wrong with the name of a rule, category or pack; None when nothing is."""
        if name in self._names or name in self._more[0]:
            return None
        message = _("there is no rule, category or pack “{name}”").format(name=name)
        return message + nearest(name, (*self._names, *self._more[0]))

    def why_no_option(self, name: str, value: str) -> str | None:
        """What is wrong with an option or its value; None when nothing is."""
        values = self.options[name].values if name in self.options else self._more[1].get(name)
        if values is None:
            message = _("there is no option “{name}”").format(name=name)
            return message + nearest(name, (*self.options, *self._more[1]))
        if value in values:
            return None
        return _("the option “{name}” can be {values}, not “{value}”").format(
            name=name, values=", ".join(values), value=value
        )

    @cached_property
    def _more(self) -> tuple[frozenset[str], Mapping[str, Sequence[str]]]:
        """The names and the values of options in the packs that are not in use."""
        from replylint.packs.loader import load_packs

        names: set[str] = set()
        options: dict[str, Sequence[str]] = {}
        for wanted in (None, self._beside):
            try:
                loaded = load_packs(wanted)
            except PackError:
                continue
            for pack in (one.file for one in loaded):
                names.add(pack.pack)
                for rule in pack.rules:
                    names.update((rule, f"{pack.pack}:{rule}"))
                options.update(
                    (name, tuple(option.values)) for name, option in pack.options.items()
                )
            if self._beside is None:
                break
        return frozenset(names), options


def check_settings(settings: Settings, known: KnownNames) -> None:
    """Raise ``SettingsError`` for rules, options and values that do not exist."""
    unknown = (p for choices in settings.every_choice() for p in _unknown(choices, known))
    problems = list(dict.fromkeys(islice(unknown, _MOST_PROBLEMS)))
    if problems:
        raise SettingsError(problems)


def _unknown(choices: Choices, known: KnownNames) -> Iterator[Problem]:
    nowhere = Written(Place(_("settings")))
    for layer in choices.rule_layers:
        for name, choice in layer.items():
            wrong = known.why_no_rule(name)
            if wrong is not None:
                yield (choice.written or nowhere).problem(wrong)
    for name, value in choices.options.items():
        wrong = known.why_no_option(name, value)
        if wrong is not None:
            yield choices.written_options.get(name, nowhere).problem(wrong)
