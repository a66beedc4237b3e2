"""Applying a team's choices to the rules of the loaded packs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from replylint.checks.conditions import Channels
from replylint.checks.rule import Rule
from replylint.errors import Place, Problem, SettingsError
from replylint.finding import CATEGORIES
from replylint.packs.pack import Pack
from replylint.settings import Choices, RuleChoice
from replylint.translation import _
from replylint.yamlfile.validation import nearest


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
    return [rule for rule in chosen if rule is not None]


def check_choices(packs: Sequence[Pack], choices: Choices, source: str) -> None:
    """Raise ``SettingsError`` for rules, options and values that none of ``packs`` has.

    ``source`` names the settings in the message.
    """
    problems = [*_unknown_rules(packs, choices), *_unknown_options(packs, choices)]
    if problems:
        raise SettingsError([Problem(Place(source), problem) for problem in problems])


def _apply(rule: Rule, choices: Choices) -> Rule | None:
    for key in (rule.category, rule.pack, rule.id, rule.full_id):
        choice = choices.rules.get(key)
        if choice is not None:
            rule = _changed(rule, choice)
    nearest_choice = _nearest_choice(rule, choices)
    return None if nearest_choice is not None and nearest_choice.off else rule


def _nearest_choice(rule: Rule, choices: Choices) -> RuleChoice | None:
    """The choice that names the rule most exactly."""
    for key in (rule.full_id, rule.id, rule.pack, rule.category):
        if key in choices.rules:
            return choices.rules[key]
    return None


def _changed(rule: Rule, choice: RuleChoice) -> Rule:
    if choice.severity is not None:
        rule = replace(rule, severity=choice.severity)
    if choice.channels is not None:
        channels = Channels.of(choice.channels)
        rule = replace(rule, conditions=replace(rule.conditions, channels=channels))
    return rule


def _unknown_rules(packs: Sequence[Pack], choices: Choices) -> Iterable[str]:
    known = {*CATEGORIES}
    for pack in packs:
        known.add(pack.name)
        known.update(name for rule in pack.rules for name in (rule.id, rule.full_id))
        known.update(pack.switched_off)
        known.update(f"{pack.name}:{name}" for name in pack.switched_off)
    for name in choices.rules:
        if name not in known:
            message = _("rules: there is no rule, pack or category “{name}”").format(name=name)
            yield message + nearest(name, known)


def _unknown_options(packs: Sequence[Pack], choices: Choices) -> Iterable[str]:
    options = {name: option for pack in packs for name, option in pack.options.items()}
    for name, value in choices.options.items():
        if name not in options:
            yield _("options: there is no option “{name}”").format(name=name) + nearest(
                name, options
            )
        elif value not in options[name].values:
            yield _("options: “{name}” can be {values}, not “{value}”").format(
                name=name, values=", ".join(options[name].values), value=value
            )
