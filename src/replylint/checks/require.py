"""The judgements ``require`` and ``when … require … within``: something must be there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from replylint.checks.violation import NOWHERE, Violation
from replylint.signals.reading import Reading
from replylint.signals.scope import REPLY, Scope


@dataclass(frozen=True, slots=True)
class Require:
    """A reply in which ``signal`` (its full name) does not stand is a violation, at its start."""

    signal: str
    within: Scope = REPLY

    def violations(self, reading: Reading) -> Iterator[Violation]:
        """At most one violation; none for a reply without words."""
        if reading.document.words and not self.within.holds(reading, NOWHERE, self.signal):
            yield Violation(NOWHERE)


@dataclass(frozen=True, slots=True)
class WhenRequire:
    """Where ``when`` stands and ``require`` does not stand within the scope, there is a violation.

    Both are full names of signals.
    """

    when: str
    require: str
    within: Scope = REPLY

    def violations(self, reading: Reading) -> Iterator[Violation]:
        """The matches of ``when`` that lack their counterpart."""
        for match in reading.find(self.when):
            if not self.within.holds(reading, match, self.require):
                yield Violation(match)
