"""Which language a text is in, and the morphology that goes with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from replylint.text import english, russian


class Morphology(Protocol):
    """What patterns and comparisons need to know about the words of a language."""

    code: str

    def forms(self, lexeme: str, grammemes: Sequence[str] = ()) -> frozenset[str]:
        """All forms of a lexeme that have the grammemes."""

    def can_be(self, word: str, grammemes: Sequence[str]) -> bool:
        """Whether some reading of the word has the grammemes."""

    def tags(self, word: str) -> Sequence[object]:
        """The sets of grammemes that a word form may have, likeliest first."""

    def lemmas(self, word: str) -> tuple[str, ...]:
        """The dictionary forms that a word form may be of, likeliest first; never none."""

    def inflect_like(self, lexeme: str, found: str, of: Collection[str] = ()) -> str | None:
        """The form of a lexeme that stands where ``found`` stood; None when it cannot be made.

        ``of`` are lexemes of which ``found`` is known to be a form.
        """

    def is_known(self, word: str) -> bool:
        """Whether the dictionary of the language has the word form."""

    def is_common(self, word: str) -> bool:
        """Whether the word is too frequent to say anything about a text."""

    def check_grammemes(self, grammemes: Sequence[str]) -> None:
        """Raise ``UnknownGrammemeError`` for a grammeme that does not exist."""


def morphology_of(language: str) -> Morphology:
    """The morphology for a language code; raises ``KeyError`` for one that is not known."""
    return _MORPHOLOGIES[language]


_MORPHOLOGIES: dict[str, Morphology] = {"ru": russian, "en": english}
LANGUAGES = tuple(_MORPHOLOGIES)
"""The languages that packs can be written for."""


def language_of(words: Iterable[str]) -> str:
    """``"ru"`` or ``"en"``, by the letters that the words begin with; Russian when equal."""
    cyrillic = latin = 0
    for word in words:
        if "а" <= word[:1] <= "я":
            cyrillic += 1
        elif "a" <= word[:1] <= "z":
            latin += 1
    return "en" if latin > cyrillic else "ru"


def written_in(word: str) -> str | None:
    """The language by the letter that a word (in comparable form) begins with; None without one."""
    if "а" <= word[:1] <= "я":
        return "ru"
    return "en" if "a" <= word[:1] <= "z" else None
