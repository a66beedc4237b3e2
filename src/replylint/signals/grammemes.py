"""Whether a word can have the grammemes that a pattern asks for."""

from __future__ import annotations

from replylint.text.language import morphology_of

_REMEMBERED = 20_000


_made: dict[tuple[str, tuple[str, ...]], HasGrammemes] = {}


class HasGrammemes:
    """Tells of a word whether some reading of it has all the grammemes; remembers its answers.

    ``language`` is the code of a language. Two of the same language and grammemes are one.
    """

    __slots__ = ("_no", "_yes", "grammemes", "language")

    language: str
    grammemes: tuple[str, ...]
    _yes: set[str]
    _no: set[str]

    def __new__(cls, language: str, grammemes: tuple[str, ...]) -> HasGrammemes:
        """The one for this language and these grammemes."""
        made = _made.get((language, grammemes))
        if made is None:
            made = super().__new__(cls)
            made.language, made.grammemes = language, grammemes
            made._yes, made._no = set(), set()
            _made[language, grammemes] = made
        return made

    def __call__(self, word: str) -> bool:
        """Whether a word in comparable form can have the grammemes."""
        if word in self._yes:
            return True
        if word in self._no:
            return False
        can_be = morphology_of(self.language).can_be(word, self.grammemes)
        known = self._yes if can_be else self._no
        if len(known) >= _REMEMBERED:
            known.clear()
        known.add(word)
        return can_be

    def among(self, words: frozenset[str]) -> frozenset[str]:
        """Those of some words that can have the grammemes."""
        found = words & self._yes
        new = words - found - self._no
        return found.union(filter(self, new)) if new else found

    def __getnewargs__(self) -> tuple[str, tuple[str, ...]]:
        return self.language, self.grammemes
