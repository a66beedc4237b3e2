"""What the learned signals of a rule make of a text, also where they are not sure enough."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace

from replylint.checks.rule import Rule
from replylint.conversation import Conversation
from replylint.packs.pack import RuleBook
from replylint.signals.like import Like
from replylint.signals.model import Model
from replylint.signals.reading import Reading, Signal
from replylint.signals.refined import Refined
from replylint.text.document import Document

_MOST = 3
"""So many sentences are weighed for each signal, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """How likely a sentence is what the learned signal ``signal`` looks for.

    ``probability`` is 0 to 1; from ``least`` on, and below ``most`` unless that is 1, the signal
    stands. ``examples`` are those that the sentence is most like, the nearest first.
    """

    signal: str
    text: str
    probability: float
    least: float
    most: float
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weighing:
    """What learned signals say; ``by_words``: whether the rule looks for something else too."""

    learned: tuple[Weighed, ...] = ()
    by_words: bool = True


def weighing(book: RuleBook, rule: Rule, reply: Conversation) -> Weighing:
    """Weigh a reply by the learned signals that a rule of ``book`` looks for."""
    signals = book.signals.signals
    asked = [getattr(rule.check, field.name) for field in fields(rule.check)]  # type: ignore[arg-type]
    leaves = dict(_leaves(signals, [name for name in asked if isinstance(name, str)], set()))
    reading = Reading(Document(reply.reply), book.signals, reply)
    learned = [
        one
        for name, signal in leaves.items()
        if isinstance(signal, Like | Model)
        for one in _weighed(name, signal, reading, rule.pack)
    ]
    others = any(not isinstance(signal, Like | Model) for signal in leaves.values())
    return Weighing(tuple(learned), others or not learned)


def _leaves(
    signals: Mapping[str, Signal], names: list[str], seen: set[str]
) -> Iterator[tuple[str, Signal]]:
    """The signals that these are put together from, by their full names."""
    for name in names:
        if name in seen or name not in signals:
            continue
        seen.add(name)
        signal = signals[name]
        while isinstance(signal, Refined):
            signal = signal.signal
        parts = getattr(signal, "names", None)
        if parts is None:
            yield name, signal
        else:
            yield from _leaves(signals, list(parts), seen)


def _weighed(name: str, signal: Like | Model, reading: Reading, pack: str) -> list[Weighed]:
    most = signal.most if isinstance(signal, Model) else 1.0
    anything = replace(signal, least=0.0)
    if isinstance(anything, Model):
        anything = replace(anything, most=1.0)
    found = [
        Weighed(
            name.removeprefix(f"{pack}."),
            reading.document.text[match.start : match.stop] or reading.document.text,
            match.evidence.probability,
            signal.least,
            most,
            match.evidence.examples,
        )
        for match in anything.find(reading)
        if match.evidence is not None
    ]
    return sorted(found, key=lambda one: -one.probability)[:_MOST]
