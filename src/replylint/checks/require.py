"""The judgement ``when … require … within``: where one signal stands, another must."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from replylint.checks.scope import REPLY, Scope
from replylint.checks.violation import Violation
from replylint.signals.reading import Reading


@dataclass(frozen=True, slots=True)
class WhenRequire:
    """Where ``when`` stands and ``require`` does not stand within the scope, there is a violation.

    Both are full names of signals. With ``each`` every such place is reported, else the first.
    """

    when: str
    require: str
    within: Scope = REPLY
    each: bool = False

    def violations(self, reading: Reading) -> Iterator[Violation]:
        """The matches of ``when`` that lack their counterpart."""
        for match in reading.find(self.when):
            if not self.within.holds(reading, match, self.require):
                yield Violation(match)
                if not self.each:
                    return
