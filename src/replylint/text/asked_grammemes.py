"""The grammemes that a pattern asks of a word form."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from replylint.text.lexeme_errors import UnknownGrammemeError


class AskedGrammemes(NamedTuple):
    """Grammemes that a form must have, and those that it must not have."""

    wanted: frozenset[str]
    unwanted: frozenset[str]

    @classmethod
    def of(cls, grammemes: Iterable[str], known: Collection[str]) -> AskedGrammemes:
        """Grammemes as patterns write them: one that begins with ``-`` must be absent.

        Raises ``UnknownGrammemeError`` for one that is not ``known``.
        """
        wanted, unwanted = set[str](), set[str]()
        for grammeme in grammemes:
            name = grammeme.removeprefix("-")
            if name not in known:
                raise UnknownGrammemeError(name, sorted(known))
            (wanted if name == grammeme else unwanted).add(name)
        return cls(frozenset(wanted), frozenset(unwanted))

    def fit(self, present: frozenset[str]) -> bool:
        """Whether a form with the grammemes ``present`` is one that is asked for."""
        return self.wanted <= present and self.unwanted.isdisjoint(present)
