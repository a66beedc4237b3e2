"""Whether a word can have the grammemes that a pattern asks for."""

from __future__ import annotations

from replylint.text.language import morphology_of

_REMEMBERED = 20_000


_made: dict[tuple[str, tuple[str, ...]], HasGrammemes] = {}


class HasGrammemes:
    """Tells of a word whether some reading of it has all the grammemes; remembers its answers.

    ``language`` is the code of a language. Two of the same language and grammemes are one.
    """

    __slots__ = ("_known", "grammemes", "language")

    language: str
    grammemes: tuple[str, ...]
    _known: dict[str, bool]

    def __new__(cls, language: str, grammemes: tuple[str, ...]) -> HasGrammemes:
        """The one for this language and these grammemes."""
        made = _made.get((language, grammemes))
        if made is None:
            made = super().__new__(cls)
            made.language, made.grammemes, made._known = language, grammemes, {}
            _made[language, grammemes] = made
        return made

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
        return self.language, self.grammemes
