"""Which signals a reply cannot have, told by the words of their patterns before anything is tried.

What a signal needs is a set of *leads*: the names of phrase lists, kinds of entities after ``#``,
and glances, which are quick looks at the reply. Without any of them in the reply the signal does
not stand there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from replylint.signals.all_of import AllOf
from replylint.signals.any_of import AnyOf
from replylint.signals.beyond import Beyond
from replylint.signals.in_order import InOrder
from replylint.signals.model import Model
from replylint.signals.near import Near
from replylint.signals.phrases import Phrases
from replylint.signals.plugin import Plugged
from replylint.signals.program import Program
from replylint.signals.reading import Reading, Signal
from replylint.signals.refined import Refined
from replylint.signals.regular import Regular
from replylint.text.tokens import Kind


@dataclass(frozen=True, eq=False)
class Glance:
    """A quick look at a reply that is false where a signal cannot stand.

    ``model`` is the learned model that it asks, if it does.
    """

    look: Callable[[Reading], bool]
    model: str | None = None


Leads = frozenset[str | Glance] | None
"""One of these must be in a reply; None when that says nothing."""

LEAD_OF_KIND = {
    Kind.URL: "#url",
    Kind.EMAIL: "#email",
    Kind.EMOJI: "#emoji",
    Kind.PLACEHOLDER: "#placeholder",
}
"""The entities that the kind of a token tells."""

_KNOWN_ENTITIES = frozenset(LEAD_OF_KIND.values())


class Needs:
    """What the signals of a book need. ``always`` are the programs without required words."""

    def __init__(
        self, signals: Mapping[str, Signal], always: Mapping[str, Sequence[Program]]
    ) -> None:
        self._signals = signals
        self._always = always
        self._known: dict[str, Leads] = {}

    def of_signal(self, signal: Signal) -> Leads:
        """The leads of a signal that has no name."""
        return self._leads(signal, None)

    def of(self, signal: str) -> Leads:
        """The leads of the signal with this full name."""
        if signal not in self._known:
            self._known[signal] = None
            self._known[signal] = self._leads(self._signals.get(signal), signal)
        return self._known[signal]

    def of_any(self, signals: Iterable[str]) -> Leads:
        """The leads of several signals of which one is wanted."""
        found: set[str | Glance] = set()
        for signal in signals:
            leads = self.of(signal)
            if leads is None:
                return None
            found |= leads
        return frozenset(found)

    def _leads(self, signal: Signal | None, name: str | None) -> Leads:
        match signal:
            case Refined():
                return self._leads(signal.signal, name)
            case Phrases(phrases):
                return self._of_phrases(phrases)
            case AnyOf(names):
                return self.of_any(names)
            case AllOf() | InOrder() | Near():
                known = [leads for name in signal.names if (leads := self.of(name)) is not None]
                return min(known, key=len, default=None)
            case Regular() if name is not None:
                return frozenset((Glance(partial(_stands, signal, name)),))
            case Model(name=asked):
                return frozenset((Glance(signal.may_stand, asked),))
            case Regular() | Beyond():
                return frozenset((Glance(signal.may_stand),))
            case Plugged() if signal.look is not None:
                return frozenset((Glance(signal.may_stand),))
            case _:
                return None

    def _of_phrases(self, name: str) -> Leads:
        found: set[str | Glance] = {name}
        for program in self._always.get(name, ()):
            leads = self._of_program(program)
            found |= frozenset((Glance(program.stands),)) if leads is None else leads
        return frozenset(found)

    def _of_program(self, program: Program) -> Leads:
        """The leads of a program without required words: a signal, or an entity, that it needs."""
        for group in program.required:
            if len(group) == 1:
                [needed] = group
                if needed in _KNOWN_ENTITIES:
                    return frozenset((needed,))
                leads = self.of(needed[1:]) if needed[0] == "&" else None
                if leads is not None:
                    return leads
        return None


def _stands(expressions: Regular, name: str, reading: Reading) -> bool:
    """Whether a signal of regular expressions stands; what is found is kept for the rules."""
    return expressions.may_stand(reading) and bool(reading.find(name))
