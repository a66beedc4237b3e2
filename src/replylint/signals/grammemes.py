"""Whether a word can have the grammemes that a pattern asks for."""

from __future__ import annotations

from replylint.text.language import morphology_of

_REMEMBERED = 20_000


class HasGrammemes:
    """Tells of a word whether some reading of it has all the grammemes; remembers its answers.

    ``language`` is the code of a language. Two of the same language and grammemes are equal.
    """

    __slots__ = ("_known", "grammemes", "language")

    def __init__(self, language: str, grammemes: tuple[str, ...]) -> None:
        self.language = language
        self.grammemes = grammemes
        self._known: dict[str, bool] = {}

    def __call__(self, word: str) -> bool:
        """Whether a word in comparable form can have the grammemes."""
        known = self._known.get(word)
        if known is None:
            known = morphology_of(self.language).can_be(word, self.grammemes)
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[word] = known
        return known

    def __getnewargs__(self) -> tuple[str, tuple[str, ...]]:
        return self._key()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, HasGrammemes) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[str, tuple[str, ...]]:
        return self.language, self.grammemes
