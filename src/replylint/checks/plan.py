"""Which rules are worth asking about a reply."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import ClassVar, NamedTuple
from weakref import WeakKeyDictionary

from replylint.checks.compare import Compare, CompareThread
from replylint.checks.forbid import Forbid
from replylint.checks.limit import Limit
from replylint.checks.plugged import PluggedCheck
from replylint.checks.require import WhenRequire
from replylint.checks.rule import Rule
from replylint.checks.swap import Swap
from replylint.checks.violation import Check
from replylint.signals.needs import LEAD_OF_KIND, Glance, Leads, Needs
from replylint.signals.reading import Reading, SignalBook
from replylint.template import TOGETHER
from replylint.text.tokens import Kind


class _Situation(NamedTuple):
    """What decides about rules before a word is read."""

    channel: str | None
    has_customer: bool


class _Chosen(NamedTuple):
    """The numbers of the rules for a situation: asked always, and where a lead is found.

    Of glances each stands with the rules that it decides about.
    """

    always: tuple[int, ...]
    by_lead: Mapping[str, tuple[int, ...]]
    by_glance: tuple[tuple[Callable[[Reading], bool], tuple[int, ...]], ...]
    kinds: tuple[tuple[Kind, tuple[int, ...]], ...]


class Plan:
    """Picks from ``rules`` those that could find something in a reply.

    The rest would say nothing: they are for other channels, ask about a customer of whom nothing is
    known, or judge a signal whose words are not in the text.
    """

    _last_of: ClassVar[WeakKeyDictionary[SignalBook, Plan]] = WeakKeyDictionary()

    @classmethod
    def of(cls, rules: Sequence[Rule], book: SignalBook) -> Plan:
        """The plan for these rules: the last one of the book where it is for the same.

        Making one takes longer than judging a reply, and most linters of a process are alike.
        """
        last = cls._last_of.get(book)
        if last is None or list(map(id, last._rules)) != list(map(id, rules)):
            last = cls._last_of[book] = cls(rules, book)
        return last

    def __init__(self, rules: Sequence[Rule], book: SignalBook) -> None:
        self._rules = rules
        needs = Needs(book.signals, book.index.always)
        self._leads = [_leads(rule.check, needs) for rule in rules]
        self._channels = frozenset[str]().union(*map(_named_channels, rules))
        self._chosen: dict[_Situation, _Chosen] = {}
        self.models = frozenset(
            lead.model
            for leads in self._leads
            for lead in leads or ()
            if isinstance(lead, Glance) and lead.model is not None
        )
        """The learned models that are asked about replies in any case."""

    @property
    def rules(self) -> Mapping[str, Rule]:
        """All the rules that it picks from, by their full ids."""
        return {rule.full_id: rule for rule in self._rules}

    def rules_for(self, reading: Reading) -> Iterable[Rule]:
        """The rules worth asking, in their order."""
        channel = self._known_channel(reading.conversation.channel)
        situation = _Situation(channel, bool(reading.conversation.before))
        chosen = self._chosen.get(situation)
        if chosen is None:
            chosen = self._chosen[situation] = self._for(situation)
        always, by_lead, by_glance, kinds = chosen
        numbers = set(always)
        for lead in _leads_in(reading, by_lead):
            numbers.update(by_lead[lead])
        for kind, several in kinds:
            if kind in reading.document.kinds:
                numbers.update(several)
        for look, several in by_glance:
            if _may_find(look, reading):
                numbers.update(several)
        rules = self._rules
        return [rules[number] for number in sorted(numbers)]

    def _known_channel(self, channel: str | None) -> str | None:
        """A channel without what no rule knows: an export may name a new one in every row."""
        if channel is None:
            return None
        return TOGETHER.join(sorted(self._channels.intersection(channel.split(TOGETHER))))

    def _for(self, situation: _Situation) -> _Chosen:
        always: list[int] = []
        by_lead: dict[str, list[int]] = {}
        by_glance: dict[Glance, list[int]] = {}
        for number, (rule, leads) in enumerate(zip(self._rules, self._leads, strict=True)):
            if not _can_apply(rule, situation):
                continue
            if leads is None:
                always.append(number)
            for lead in leads or ():
                if isinstance(lead, Glance):
                    by_glance.setdefault(lead, []).append(number)
                else:
                    by_lead.setdefault(lead, []).append(number)
        return _Chosen(
            tuple(always),
            {lead: tuple(several) for lead, several in by_lead.items()},
            tuple((glance.look, tuple(several)) for glance, several in by_glance.items()),
            tuple((k, tuple(by_lead[lead])) for k, lead in LEAD_OF_KIND.items() if lead in by_lead),
        )


def _leads_in(reading: Reading, by_lead: Mapping[str, tuple[int, ...]]) -> Iterator[str]:
    """The phrase lists of which a pattern matches."""
    tried = {lead for row in reading.rows for lead in row.triggered.keys() & by_lead.keys()}
    for lead in tried:
        if _matches(reading, lead):
            yield lead


def _matches(reading: Reading, phrases: str) -> bool:
    """Whether a phrase list matches; a rule whose search breaks is asked, and says so itself."""
    try:
        return bool(reading.phrases(phrases))
    except Exception:
        return True


def _may_find(look: Callable[[Reading], bool], reading: Reading) -> bool:
    """What a glance says; a rule whose glance breaks is asked, and says so itself."""
    try:
        return look(reading)
    except Exception:
        return True


def _can_apply(rule: Rule, situation: _Situation) -> bool:
    conditions = rule.conditions
    if not conditions.channels.admit(situation.channel):
        return False
    if situation.has_customer:
        return True
    asks = conditions.needs_customer or conditions.customer is not None
    return not asks and not isinstance(rule.check, Compare | CompareThread)


def _named_channels(rule: Rule) -> frozenset[str]:
    channels = rule.conditions.channels
    return channels.only | channels.never


def _leads(check: Check, needs: Needs) -> Leads:
    """What must be in a reply for a check to find anything."""
    match check:
        case Forbid(signal):
            return needs.of(signal)
        case WhenRequire(when):
            return needs.of(when)
        case Swap(better):
            return needs.of_any(better)
        case Limit(beyond):
            return needs.of_signal(beyond)
        case PluggedCheck(plugged):
            return needs.of_signal(plugged)
        case _:
            return None
