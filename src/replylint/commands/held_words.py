"""In words: which condition of a rule holds back what one of its examples expects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.explain.measure_words import zone_word
from replylint.translation import _

if TYPE_CHECKING:
    from replylint.checks.rule import Rule
    from replylint.holding import Held


def held_words(held: Held, rule: Rule) -> str:
    """What holds the rule back, and what the author of the example can do about it."""
    if held.condition == "channels":
        return _channels(held, rule)
    texts = {
        "language": _("the example is read as a reply in another language than the pack's"),
        "needs": _(
            "the rule asks for the customer's words, and the example has none: write it as "
            "{customer: …, reply: …}"
        ),
        "if-customer": _("if-customer: the customer's words do not have what it looks for"),
        "unless-customer": _("unless-customer: the customer's words have “{by}”"),
        "except": _("except: “{match}” has a word in common with the exception “{by}”"),
        "unless": _("unless: for “{match}”, “{by}” is near enough"),
        "require": _("require: for “{match}”, “{by}” is near enough"),
        "zones": _("zones: the rule does not look at “{match}”: it is in the part “{by}”"),
    }
    if held.condition in ("unless", "require") and not held.by:
        text = _("{key}: for “{match}”, an earlier message of ours has it")
        return text.replace("{key}", held.condition).replace("{match}", held.match)
    by = zone_word(held.by) if held.condition == "zones" else held.by
    return texts[held.condition].replace("{match}", held.match).replace("{by}", by)


def _channels(held: Held, rule: Rule) -> str:
    channels = rule.conditions.channels
    if not channels.only:
        text = _("channels: the rule keeps silent in “{channel}”")
    elif not held.by:
        text = _(
            "channels: the rule is only for {names}, and the example does not say its channel: "
            "write it as {channel: …, reply: …}"
        )
    else:
        text = _("channels: the rule is only for {names}, and the example is for “{channel}”")
    names = ", ".join(sorted(channels.only))
    return text.replace("{names}", names).replace("{channel}", held.by)
