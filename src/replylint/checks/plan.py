"""Which rules are worth asking about a reply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from replylint.checks.compare import Compare, CompareThread
from replylint.checks.forbid import Forbid
from replylint.checks.require import WhenRequire
from replylint.checks.rule import Rule
from replylint.checks.swap import Swap
from replylint.checks.violation import Check
from replylint.signals.needs import LEAD_OF_KIND, Leads, Needs
from replylint.signals.reading import Reading, SignalBook

_NO_RULES: tuple[int, ...] = ()


class _Situation(NamedTuple):
    """What decides about rules before a word is read."""

    channel: str | None
    has_customer: bool


class _Chosen(NamedTuple):
    """The numbers of the rules for a situation: asked always, and where a lead is found."""

    always: tuple[int, ...]
    by_lead: Mapping[str, tuple[int, ...]]


class Plan:
    """Picks from ``rules`` those that could find something in a reply.

    The rest would say nothing: they are for other channels, ask about a customer of whom nothing is
    known, or judge a signal whose words are not in the text.
    """

    def __init__(self, rules: Sequence[Rule], book: SignalBook) -> None:
        self._rules = rules
        needs = Needs(book.signals, book.index.always)
        self._leads = [_leads(rule.check, needs) for rule in rules]
        self._chosen: dict[_Situation, _Chosen] = {}

    @property
    def rules(self) -> Mapping[str, Rule]:
        """All the rules that it picks from, by their full ids."""
        return {rule.full_id: rule for rule in self._rules}

    def rules_for(self, reading: Reading) -> Iterable[Rule]:
        """The rules worth asking, in their order."""
        channel = reading.conversation.channel
        situation = _Situation(channel, bool(reading.conversation.before))
        chosen = self._chosen.get(situation)
        if chosen is None:
            chosen = self._chosen[situation] = self._for(situation)
        always, by_lead = chosen
        numbers = set(always)
        for lead in reading.triggered:
            numbers.update(by_lead.get(lead, _NO_RULES))
        for kind, lead in LEAD_OF_KIND.items():
            if lead in by_lead and kind in reading.document.kinds:
                numbers.update(by_lead[lead])
        rules = self._rules
        return [rules[number] for number in sorted(numbers)]

    def _for(self, situation: _Situation) -> _Chosen:
        always: list[int] = []
        by_lead: dict[str, list[int]] = {}
        for number, (rule, leads) in enumerate(zip(self._rules, self._leads, strict=True)):
            if not _can_apply(rule, situation):
                continue
            if leads is None:
                always.append(number)
            for lead in leads or ():
                by_lead.setdefault(lead, []).append(number)
        return _Chosen(tuple(always), {lead: tuple(n) for lead, n in by_lead.items()})


def _can_apply(rule: Rule, situation: _Situation) -> bool:
    conditions = rule.conditions
    if not conditions.channels.admit(situation.channel):
        return False
    if situation.has_customer:
        return True
    asks = conditions.needs_customer or conditions.customer is not None
    return not asks and not isinstance(rule.check, Compare | CompareThread)


def _leads(check: Check, needs: Needs) -> Leads:
    """What must be in a reply for a check to find anything."""
    match check:
        case Forbid(signal):
            return needs.of(signal)
        case WhenRequire(when):
            return needs.of(when)
        case Swap(better):
            return needs.of_any(better)
        case _:
            return None
