"""The conditions that every kind of judgement can have: unless, except, channels, customer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from replylint.channels import channel_key
from replylint.checks.violation import Violation, quote_of
from replylint.finding import Quote, Severity
from replylint.signals.match import Match, Taken
from replylint.signals.reading import Reading
from replylint.signals.scope import REPLY, Scope
from replylint.template import TOGETHER


@dataclass(frozen=True, slots=True)
class Unless:
    """A condition under which a violation is no finding, or one of a lower severity.

    With a lower severity a ``message`` may say it otherwise than the rule does; empty, it does not.
    """

    signal: str
    within: Scope = REPLY
    downgrade: Severity | None = None
    message: str = ""

    def excuses(self, reading: Reading, match: Match) -> bool:
        """Whether it holds for a violation."""
        return self.within.holds(reading, match, self.signal) and not reading.gainsaid(
            self.signal, match
        )


class Verdict(NamedTuple):
    """How grave a violation is, and the message where it is not that of the rule."""

    severity: Severity
    message: str = ""


@dataclass(frozen=True, slots=True)
class Channels:
    """The channels in which a rule judges: only some, or all but some.

    A reply whose channel is unknown is judged unless the rule is for ``only`` some.
    """

    only: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Iterable[str]) -> Channels:
        """From the notation of packs: ``chat`` is for only, ``-review`` for never."""
        names = list(names)
        return cls(
            frozenset(channel_key(name) or "" for name in names if not name.startswith("-")),
            frozenset(channel_key(name[1:]) or "" for name in names if name.startswith("-")),
        )

    def admit(self, channel: str | None) -> bool:
        """Whether a reply in this channel, or in several joined by ``+``, is judged."""
        if channel is not None and TOGETHER in channel:
            named = channel.split(TOGETHER)
            return (not self.only or not self.only.isdisjoint(named)) and (
                self.never.isdisjoint(named)
            )
        if self.only and channel not in self.only:
            return False
        return channel not in self.never


@dataclass(frozen=True, slots=True)
class OfCustomer:
    """A signal (its full name) in the customer's words; ``thread`` looks at all they ever said.

    Otherwise it must stand in what they said since the agent's last message.
    """

    signal: str
    thread: bool = True

    def reading(self, reading: Reading) -> Reading | None:
        """The customer's words to look at; None when they are not known."""
        return reading.customer if self.thread else reading.turn

    def find(self, reading: Reading) -> list[Match]:
        """Where the signal stands in the customer's words."""
        words = self.reading(reading)
        return words.find(self.signal) if words is not None else []

    def stands(self, reading: Reading) -> bool:
        """Whether the signal stands in the customer's words."""
        words = self.reading(reading)
        return words is not None and words.stands(self.signal)


@dataclass(frozen=True, slots=True)
class Conditions:
    """When a rule speaks, and how gravely.

    ``exceptions`` is the full name of a signal whose matches drop the violations that they overlap.
    ``needs_customer`` keeps the rule silent where the customer's words are not known; with
    ``customer`` a signal must stand in them, and with ``unless_customer`` one must not.
    """

    unless: tuple[Unless, ...] = ()
    exceptions: str | None = None
    channels: Channels = Channels()
    needs_customer: bool = False
    customer: OfCustomer | None = None
    unless_customer: OfCustomer | None = None

    def apply_to(self, reading: Reading) -> bool:
        """Whether the rule judges this reply at all."""
        if not self.channels.admit(reading.conversation.channel):
            return False
        if not (self.needs_customer or self.customer or self.unless_customer):
            return True
        if reading.customer is None:
            return not (self.needs_customer or self.customer)
        if self.customer and not self.customer.stands(reading):
            return False
        return not (self.unless_customer and self.unless_customer.stands(reading))

    def context(self, reading: Reading) -> Quote | None:
        """The customer's sentence that made the rule speak; None when it asks nothing of them."""
        if self.customer is None:
            return None
        words = self.customer.reading(reading)
        found = self.customer.find(reading)
        return quote_of(words.document, found[0], "customer") if words and found else None

    def without_exceptions(
        self, reading: Reading, violations: Iterable[Violation]
    ) -> list[Violation]:
        """The violations that no exception overlaps."""
        found = list(violations)
        if not found or self.exceptions is None:
            return found
        exceptions = Taken(reading.find(self.exceptions))
        return [v for v in found if not exceptions.meets(v.match)]

    def verdict(self, reading: Reading, match: Match, usual: Severity) -> Verdict | None:
        """What becomes of a violation; None when there is to be no finding.

        Of several conditions the mildest severity holds, and the first message.
        """
        severity, message = usual, ""
        for condition in self.unless:
            if condition.excuses(reading, match):
                if condition.downgrade is None:
                    return None
                severity = min(severity, condition.downgrade)
                message = message or condition.message
        return Verdict(severity, message)
