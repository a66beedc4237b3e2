"""A rule in plain words: what it finds, where it looks, and what it lets be."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks.comparisons import COMPARISONS
from replylint.explain.describe_signal import signal_points
from replylint.explain.measure_words import (
    bounds_words,
    comparison_words,
    measure_words,
    zones_words,
)
from replylint.explain.points import Point, meant, pattern_points, signal_point, walk, where
from replylint.explain.wording import quoted, signals_in
from replylint.finding import Severity
from replylint.packs.library import Change, Entry, Library
from replylint.packs.names import PackNames
from replylint.packs.schema import CustomerField, CustomerFile, RuleFile, UnlessFile
from replylint.reports.words import severity_word
from replylint.translation import _


class RuleWords:
    """Explains one rule of a library, changes of other packs included."""

    def __init__(self, library: Library, entry: Entry) -> None:
        self._library = library
        self._rule: RuleFile = entry.file
        self._changes = entry.changes
        self._channels = entry.rule.conditions.channels
        self._names = library.names(entry.pack)

    def finds(self) -> list[Point]:
        """The judgement."""
        rule = self._rule
        if rule.forbid is not None:
            below = self._all("forbid")
            text = _("Every place where the reply has:")
            if rule.each is False:
                text = _("The first place where the reply has:")
            return [_headed(text, below)]
        if rule.when is not None:
            each = _("Every such place is reported.")
            first = _("The first such place is reported.")
            lacks = _("and there is not, {where}:").format(where=where(rule.within or "reply"))
            return [
                _headed(_("The reply has:"), self._all("when")),
                _headed(lacks, self._all("require")),
                Point(each if rule.each else first),
            ]
        if rule.require is not None:
            head = _("The reply has nowhere:")
            if rule.within == "thread":
                head = _("Neither the reply nor our earlier ones of the conversation have:")
            return [_headed(head, self._all("require"))]
        return [*self._other_judgement()]

    def conditions(self) -> list[Point]:
        """When the rule is silent or milder, and where it looks."""
        return [
            *self._exceptions(),
            *self._unless(),
            *self._unsure(),
            *self._customer(),
            Point(zones_words(self._rule.zones)),
            *self._where_it_holds(),
        ]

    def signals(self) -> list[tuple[str, tuple[Point, ...]]]:
        """The signals that the rule asks, directly or through others, each explained once."""
        found: dict[str, tuple[Point, ...]] = {}
        todo = _asked([*self.finds(), *self.conditions()])
        while todo:
            name = todo.pop(0)
            if name in found:
                continue
            found[name] = tuple(signal_points(self._library, name))
            todo.extend(_asked(found[name]))
        return list(found.items())

    def _other_judgement(self) -> Iterator[Point]:
        rule = self._rule
        if rule.limit is not None:
            of = rule.limit.of
            text = _("{measure} is not {bounds}.").format(
                measure=capitalised(measure_words(rule.limit)), bounds=bounds_words(rule.limit)
            )
            yield Point(text, (signal_point(of, self._names),) if of else ())
        elif rule.compare is not None:
            yield Point(comparison_words(rule.compare))
        elif rule.swap is not None:
            pairs = tuple(
                Point(
                    _("{worse} → better: {better}").format(worse=point.text, better=quoted(better)),
                    pattern=point.pattern,
                    names=self._names,
                )
                for better, point in zip(
                    rule.swap.values(), pattern_points(rule.swap, self._names), strict=True
                )
            )
            text = _("Words for which there are better ones (a {word} takes the form of the old):")
            yield Point(text.format(word="{…}"), pairs)
        else:
            given = rule.check
            name = given if isinstance(given, str) or given is None else given.name
            yield Point(_("What the Python function “{name}” of a plugin finds.").format(name=name))

    def _all(self, key: str) -> tuple[Point, ...]:
        """What a key of the rule means, and what other packs add to it."""
        return (*meant(getattr(self._rule, key), self._names), *self._added(key))

    def _added(self, key: str) -> Iterator[Point]:
        for change in self._changes:
            patterns = getattr(change.file.add, key) if change.file.add else None
            if patterns:
                text = _("added by {pack}:").format(pack=change.pack.file.pack)
                yield Point(text, pattern_points(patterns, self._names_of(change)))

    def _names_of(self, change: Change) -> PackNames:
        return self._library.names(change.pack)

    def _exceptions(self) -> Iterator[Point]:
        below = self._all("except_")
        if below:
            yield _headed(_("Lets be what overlaps:"), below)

    def _unless(self) -> Iterator[Point]:
        given = self._rule.unless
        items = given if isinstance(given, list) else [given] if given is not None else []
        patterns = [item for item in items if isinstance(item, str)]
        if isinstance(given, str):
            yield from self._condition(UnlessFile(signal=given))
        elif patterns:
            yield from self._condition(UnlessFile(match=patterns))
        for item in items:
            if isinstance(item, UnlessFile):
                yield from self._condition(item)
        added = tuple(self._added("unless"))
        if added:
            yield Point(_("Silent where there is, {where}:").format(where=where("reply")), added)

    def _condition(self, file: UnlessFile) -> Iterator[Point]:
        below = meant(file.signal if file.signal is not None else file.match, self._names)
        text = _("Silent where there is, {where}:")
        severity = ""
        if file.downgrade is not None:
            text = _("No more than “{severity}” where there is, {where}:")
            severity = severity_word(Severity.of(file.downgrade))
        yield _headed(text.format(where=where(file.within), severity=severity), below)
        if file.message is not None and not any(c.file.message for c in self._changes):
            yield Point(_("Then it says: {message}").format(message=quoted(file.message)))

    def _unsure(self) -> Iterator[Point]:
        for name, below in self._rule.unsure.items():
            text = _("No more than “{severity}” where a model is less than {percent}% sure.")
            severity = severity_word(Severity.of(name))
            yield Point(text.format(severity=severity, percent=f"{100 * below:g}"))

    def _customer(self) -> Iterator[Point]:
        rule = self._rule
        if rule.if_customer is not None:
            text = _("Speaks only if the customer's message has:")
            yield _headed(text, self._in_customer(rule.if_customer))
        if rule.unless_customer is not None:
            text = _("Silent if the customer's message has:")
            yield _headed(text, self._in_customer(rule.unless_customer))
        if rule.needs == "customer" or rule.compare in COMPARISONS:
            yield Point(_("Speaks only when the customer's message is known."))

    def _in_customer(self, given: CustomerField) -> tuple[Point, ...]:
        if isinstance(given, CustomerFile):
            given = given.signal or given.match or []
        return meant(given, self._names)

    def _where_it_holds(self) -> Iterator[Point]:
        only, never = self._channels.only, self._channels.never
        if only:
            channels = ", ".join(sorted(only))
            yield Point(_("Only in the channels: {channels}.").format(channels=channels))
        if never:
            channels = ", ".join(sorted(never))
            yield Point(_("Never in the channels: {channels}.").format(channels=channels))
        for option, values in self._rule.options.items():
            known = self._library.options.get(option)
            text = _("A disputed norm, “{title}”: on when {option} is {values} (now {value}).")
            yield Point(
                text.format(
                    title=known.title if known else option,
                    option=option,
                    values=" / ".join(values),
                    value=self._library.value_of(option) or "?",
                )
            )


def _headed(text: str, below: tuple[Point, ...]) -> Point:
    return Point(text, below)


def _asked(points: list[Point] | tuple[Point, ...]) -> list[str]:
    """The full names of the signals that points name, or that their patterns do."""
    found: dict[str, None] = {}
    for point in walk(points):
        if point.signal:
            found[point.signal] = None
        if point.pattern and point.names is not None:
            found.update(dict.fromkeys(signals_in(point.pattern, point.names)))
    return list(found)


def capitalised(text: str) -> str:
    """A text that begins with a capital and goes on as it is."""
    return text[:1].upper() + text[1:]
