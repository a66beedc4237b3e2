"""From the rules of a pack file, with the changes of other packs, to rules that run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from replylint.checks.compare import Compare, CompareThread
from replylint.checks.comparisons import AT_START, COMPARISONS, THREAD_COMPARISONS
from replylint.checks.conditions import Channels, Conditions, OfCustomer, Unless
from replylint.checks.forbid import Forbid
from replylint.checks.limit import Limit
from replylint.checks.plugged import PluggedCheck
from replylint.checks.require import Require, WhenRequire
from replylint.checks.rule import Example, Rule
from replylint.checks.swap import Swap
from replylint.checks.violation import Check
from replylint.conversation import Message, Role
from replylint.finding import Severity
from replylint.packs.bench import Added, Bench, signal_meant, zones_of
from replylint.packs.blanks import check_blanks
from replylint.packs.examples import read_example
from replylint.packs.schema import (
    ConversationExample,
    CustomerField,
    CustomerFile,
    ExamplesFile,
    RuleChange,
    RuleFile,
    UnlessField,
    UnlessFile,
)
from replylint.packs.signal_compiler import compile_measure, compile_plugin
from replylint.packs.signal_schema import ModelFile
from replylint.packs.swap_compiler import compile_swap
from replylint.signals.any_of import AnyOf
from replylint.signals.plugin import CHECKS, Plugged
from replylint.signals.refined import Refined
from replylint.signals.scope import Reach, Scope
from replylint.text.zones import AUTHORS_OWN, Zone
from replylint.translation import _
from replylint.yamlfile.source import Path_

_OF_CUSTOMER = ("if_customer", "unless_customer")
_FOUND = ("forbid", "when")
"""The keys whose matches the rule reports: the zones of the rule hold for named signals too."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a rule: who makes it, the name it has there, and what changes."""

    bench: Bench
    name: str
    file: RuleChange

    def added(self, key: str) -> list[Added]:
        """The patterns added under a key of the rule."""
        patterns = getattr(self.file.add, key, None)
        if not patterns:
            return []
        return [Added(self.bench, patterns, self.path("add", key.rstrip("_")))]

    def path(self, *steps: str | int) -> Path_:
        """The path in the changing pack."""
        return ("change", "rules", self.name, *steps)


def compile_rule(
    bench: Bench, name: str, rule: RuleFile, changes: Sequence[Change] = ()
) -> Rule | None:
    """Compile one rule; None when a change switches it off."""
    changed = with_changes(rule, (change.file for change in changes))
    compiled = _RuleCompiler(bench, name, changed, changes).compile()
    return None if any(change.file.off for change in changes) else compiled


def with_changes(rule: RuleFile, changes: Iterable[RuleChange]) -> RuleFile:
    """The rule with the plain values of the changes, the last pack winning."""
    for change in changes:
        given = change.model_fields_set & {"severity", "message", "why", "suggest", "channels"}
        rule = rule.model_copy(update={key: getattr(change, key) for key in given})
        if "message" in given:
            rule = rule.model_copy(update={"unless": _without_messages(rule.unless)})
        if change.add and change.add.suggest:
            rule = rule.model_copy(update={"suggest": [*rule.suggest, *change.add.suggest]})
    return rule


def _without_messages(unless: UnlessField | None) -> UnlessField | None:
    """The conditions without messages of their own: a team's message holds in their place too."""
    if isinstance(unless, UnlessFile):
        return unless.model_copy(update={"message": None})
    if isinstance(unless, list):
        plain = {"message": None}
        return [u if isinstance(u, str) else u.model_copy(update=plain) for u in unless]
    return unless


class _RuleCompiler:
    def __init__(self, bench: Bench, name: str, rule: RuleFile, changes: Sequence[Change]) -> None:
        self._bench = bench
        self._rule = rule
        self._changes = changes
        self._name = name
        self._path: Path_ = ("rules", name)
        self._full = f"{bench.pack.file.pack}:{name}"
        self._zones: frozenset[Zone] = zones_of(rule.zones)

    def compile(self) -> Rule:
        rule, file = self._rule, self._bench.pack.file
        mark = self._bench.pack.source.key_marks.get(self._path)
        self._check_additions()
        self._check_blanks()
        return Rule(
            id=self._name,
            pack=file.pack,
            language=file.language,
            category=rule.category,
            severity=Severity.of(rule.severity),
            check=self._check(),
            conditions=self._conditions(),
            message=rule.message,
            why=rule.why,
            suggestions=tuple(rule.suggest),
            source=rule.source,
            first_only=not (rule.when is None if rule.each is None else rule.each),
            examples=self._all_examples(),
            options={name: tuple(values) for name, values in rule.options.items()},
            title=rule.title,
            line=mark.line if mark else None,
            changed_by=tuple(change.bench.pack.file.pack for change in self._changes),
            unsure={Severity.of(name): float(below) for name, below in rule.unsure.items()},
        )

    def _signal(self, key: str, given: str | list[str] | None, *steps: str) -> str:
        added = [addition for change in self._changes for addition in change.added(key)]
        path = (*self._path, key.rstrip("_").replace("_", "-"), *steps)
        name = f"{self._full}/{key.rstrip('_')}"
        zones = AUTHORS_OWN if key in _OF_CUSTOMER else self._zones
        meant = signal_meant(
            self._bench, given, path, name, zones, added, overlapping=key == "except_"
        )
        if meant and meant != name and key in _FOUND and self._rule.zones is not None:
            kept = Refined(AnyOf((meant,)), zones)
            return self._bench.collected.add(f"{name}/zoned", kept, [meant])
        return meant or ""

    def _check(self) -> Check:
        rule, path = self._rule, self._path
        if rule.forbid is not None:
            return Forbid(self._signal("forbid", rule.forbid))
        if rule.when is not None:
            when, require = self._signal("when", rule.when), self._signal("require", rule.require)
            return WhenRequire(when, require, Scope.of(rule.within or "reply"))
        if rule.require is not None:
            return Require(self._signal("require", rule.require), Scope.of(rule.within or "reply"))
        if rule.limit is not None:
            return Limit(compile_measure(self._bench, rule.limit, (*path, "limit"))[0])
        if rule.compare is not None:
            if rule.compare in THREAD_COMPARISONS:
                return CompareThread(THREAD_COMPARISONS[rule.compare])
            return Compare(COMPARISONS[rule.compare])
        if rule.swap is not None:
            better, morphology = compile_swap(self._bench, self._full, rule.swap, path, self._zones)
            return Swap(better, morphology)
        assert rule.check is not None
        plugged = compile_plugin(self._bench, CHECKS, rule.check, (*path, "check"))
        return PluggedCheck(plugged or Plugged(lambda *_given: (), {}))

    def _check_blanks(self) -> None:
        """The words for people name nothing that is not filled in, here and in the changes."""
        own = self._bench.pack.file.rules[self._name]
        check_blanks(self._bench, self._rule, own, self._path)
        for change in self._changes:
            check_blanks(change.bench, self._rule, change.file, change.path())

    def _check_additions(self) -> None:
        """Patterns cannot be added to a judgement that the rule does not have."""
        for change in self._changes:
            for key in ("forbid", "when", "require"):
                if change.added(key) and getattr(self._rule, key) is None:
                    message = _("the rule has no “{key}” to add to").format(key=key)
                    change.bench.wrong(message, change.path("add", key), key=True)

    def _conditions(self) -> Conditions:
        rule = self._rule
        return Conditions(
            unless=self._unless(),
            exceptions=self._signal("except_", rule.except_) or None,
            channels=Channels.of(rule.channels or ()),
            needs_customer=rule.needs == "customer" or rule.compare in COMPARISONS,
            customer=self._of_customer("if_customer", rule.if_customer),
            unless_customer=self._of_customer("unless_customer", rule.unless_customer),
        )

    def _of_customer(self, key: str, given: CustomerField | None) -> OfCustomer | None:
        if given is None:
            return None
        if not isinstance(given, CustomerFile):
            return OfCustomer(self._signal(key, given))
        step = "signal" if given.signal is not None else "match"
        signal = self._signal(key, given.signal or given.match, step)
        return OfCustomer(signal, given.within == "thread")

    def _unless(self) -> tuple[Unless, ...]:
        given = self._rule.unless
        added = [addition for change in self._changes for addition in change.added("unless")]
        path: Path_ = (*self._path, "unless")
        conditions: list[Unless] = []
        if isinstance(given, str):
            conditions.append(Unless(self._bench.full_name(given, path)))
        elif isinstance(given, UnlessFile):
            conditions.append(self._condition(given, path, f"{self._full}/unless"))
        for index, item in enumerate(given if isinstance(given, list) else ()):
            where, name = (*path, index), f"{self._full}/unless-{index}"
            file = item if isinstance(item, UnlessFile) else UnlessFile(match=[item])
            conditions.append(self._condition(file, where, name))
        for number, addition in enumerate(added):
            name = f"{self._full}/unless-added-{number}"
            signal = signal_meant(self._bench, None, path, name, self._zones, [addition])
            conditions.append(Unless(signal or ""))
        return tuple(conditions)

    def _condition(self, file: UnlessFile, where: Path_, name: str) -> Unless:
        steps = where
        if file.match is not None:
            inner = (*where, "match")
            where = inner if inner in self._bench.pack.source.marks else where
            signal_meant(self._bench, file.match, where, name, self._zones)
        else:
            name = self._bench.full_name(file.signal or "", (*where, "signal"))
        downgrade = Severity.of(file.downgrade) if file.downgrade else None
        scope = Scope.of(file.within)
        if scope.reach not in (Reach.REPLY, Reach.THREAD) and self._has_no_place():
            message = _(
                "what the rule finds stands nowhere in the reply, so nothing is near it; write "
                "“reply” or “thread” instead of “{within}”"
            )
            self._bench.wrong(message.format(within=file.within), (*steps, "within"))
        return Unless(name, scope, downgrade, file.message or "")

    def _has_no_place(self) -> bool:
        """Whether findings are about the whole reply, and are told at its very start."""
        rule = self._rule
        named = rule.forbid if isinstance(rule.forbid, str) else ""
        signal = self._bench.pack.file.signals.get(named)
        model = None if signal is None else signal.model
        return (
            (rule.require is not None and rule.when is None)
            or rule.compare in AT_START
            or (rule.limit is not None and rule.limit.measure == "attachments")
            or (isinstance(model, ModelFile) and model.report == "start")
        )

    def _all_examples(self) -> tuple[Example, ...]:
        rule = self._rule
        marked = rule.forbid is not None or rule.when is not None
        examples = _examples(self._bench, rule.examples, (*self._path, "examples"), marked)
        for change in self._changes:
            if change.file.examples is not None:
                path = change.path("examples")
                examples += _examples(change.bench, change.file.examples, path, marked)
        return tuple(examples)


def _examples(bench: Bench, file: ExamplesFile, path: Path_, marked: bool) -> list[Example]:
    """The examples of a rule; ``marked`` says that its findings always have words to mark."""
    examples: list[Example] = []
    for kind, given in (("bad", file.bad), ("good", file.good)):
        for index, item in enumerate(given):
            where = (*path, kind, index)
            if isinstance(item, str):
                item = ConversationExample(reply=item)
            line = bench.pack.source.marks[where].line
            example = replace(
                read_example(item.reply, kind == "bad", line),
                channel=item.channel,
                before=_before(item),
                sent_at=datetime.fromisoformat(item.sent_at) if item.sent_at else None,
                source=bench.pack.source.name,
            )
            if "[[" in example.reply or "]]" in example.reply:
                bench.wrong(
                    _("“[[” and “]]” of an example come in pairs: one is alone here"), where
                )
            elif marked and example.is_bad and not example.spans:
                bench.wrong(_("a bad example marks what must be found: [[…]]"), where)
            if example.spans and not example.is_bad:
                bench.wrong(_("a good example has nothing to mark with [[…]]"), where)
            examples.append(example)
    return examples


def _before(item: ConversationExample) -> tuple[Message, ...]:
    if item.customer is not None:
        return (Message(Role.CUSTOMER, item.customer),)
    return tuple(
        Message(
            Role(message.role),
            message.text,
            datetime.fromisoformat(message.sent_at) if message.sent_at else None,
        )
        for message in item.messages or ()
    )
