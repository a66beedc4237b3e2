"""Any signal, kept to some zones of the reply and less its exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from replylint.signals.match import Match, leftmost_longest, without_overlapping
from replylint.signals.reading import Reading, Signal
from replylint.text.document import Document
from replylint.text.zones import Zone

_CLOSING_QUOTES = '»”“"'


@dataclass(frozen=True, slots=True)
class Refined:
    """Finds ``signal``, but only where at least one of its words stands in one of the zones.

    ``exceptions`` is the full name of a signal whose matches drop those that they overlap. With
    ``overlapping`` all matches are kept, as exceptions need it: one must not hide another.
    """

    signal: Signal
    zones: frozenset[Zone]
    exceptions: str | None = None
    overlapping: bool = False

    @property
    def expressions(self) -> tuple[str, ...]:
        """The regular expressions of the signal, if it is made of such."""
        return getattr(self.signal, "expressions", ())

    @staticmethod
    def inner(signal: Signal) -> Signal:
        """What a signal is made of, whether it is refined or not."""
        return signal.signal if isinstance(signal, Refined) else signal

    def may_stand(self, reading: Reading) -> bool:
        """Whether the signal can stand in the reply at all, as far as a quick look tells."""
        look = getattr(self.signal, "may_stand", None)
        return look is None or bool(look(reading))

    def gainsaid(self, reading: Reading, match: Match) -> bool:
        """Whether the signal is a doubt that does not hold for the clause of a match."""
        look = getattr(self.signal, "gainsaid", None)
        return look is not None and bool(look(reading, match))

    def find(self, reading: Reading) -> list[Match]:
        """The matches in text order, of several the leftmost, longest; all if ``overlapping``."""
        found = [match for match in self.signal.find(reading) if self._zoned(reading, match)]
        if found and self.exceptions is not None:
            found = without_overlapping(found, reading.find(self.exceptions))
        return found if self.overlapping else leftmost_longest(found)

    def each(self, reading: Reading) -> Iterator[Match]:
        """The matches one by one, also overlapping ones, found when asked for."""
        each = getattr(self.signal, "each", None)
        if each is None or self.exceptions is not None:
            yield from self.find(reading)
            return
        for match in each(reading):
            if self._zoned(reading, match):
                yield match

    @staticmethod
    def _is_behind_a_quote(document: Document, match: Match) -> bool:
        """Whether marks stand behind the closing sign of a quotation, as in «Покупки»!!!."""
        last = match.first - 1
        if last < 0 or document.zones[last] is not Zone.QUOTE:
            return False
        between = document.text[document.ends[last] : match.start]
        return any(sign in between for sign in _CLOSING_QUOTES)

    def _zoned(self, reading: Reading, match: Match) -> bool:
        zones = reading.document.zones
        if match.first == match.end:
            if self._is_behind_a_quote(reading.document, match):
                return Zone.BODY in self.zones
            near = zones[max(0, match.first - 1) : match.first] or zones[:1]
            return not near or near[0] in self.zones
        return not self.zones.isdisjoint(zones[match.first : match.end])
