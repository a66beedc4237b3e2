"""One decision of a person to let findings be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from replylint.conversation import Conversation
from replylint.errors import Written
from replylint.finding import Finding
from replylint.globs import fits


@dataclass(frozen=True, slots=True)
class Suppression:
    """A decision to let findings be.

    ``rule`` is the id of a rule (``calm-down`` or ``ru/tone:calm-down``), a category or a pack.
    ``reason`` says why. The rest narrows it: ``start`` to ``end`` are code points of the reply,
    ``text`` must be what was found, ``paths`` are globs below ``base``, ``id`` is that of the
    conversation, and after the day ``until`` the decision no longer holds. ``written`` is where it
    stands.
    """

    rule: str
    reason: str
    written: Written
    start: int = 0
    end: int | None = None
    text: str | None = None
    paths: tuple[str, ...] = ()
    base: Path | None = None
    id: str | None = None
    until: date | None = None

    def names(self, finding: Finding) -> bool:
        """Whether the decision is about this finding, in a reply that it is for."""
        return (
            self.rule in _names_of(finding)
            and (self.start <= finding.start or finding.end > self.start)
            and (self.end is None or finding.start < self.end)
            and (self.text is None or _plain(self.text) == _plain(finding.text))
        )

    def is_for(self, reply: Conversation) -> bool:
        """Whether the decision is about replies such as this one."""
        return (self.id is None or self.id == reply.id) and self.has_path(reply)

    def has_path(self, reply: Conversation) -> bool:
        """Whether the reply stands in one of the files that the decision is for."""
        if not self.paths:
            return True
        base = self.base or Path.cwd()
        return not reply.source.startswith("<") and fits(reply.source, self.paths, base)

    def ended(self, today: date) -> bool:
        """Whether the last day is over."""
        return self.until is not None and today > self.until


def _names_of(finding: Finding) -> tuple[str, ...]:
    return finding.rule, finding.full_rule, finding.category, finding.pack


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().replace("ё", "е")
