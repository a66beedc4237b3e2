"""What can be wrong with a lexeme or a grammeme that a pattern names."""

from __future__ import annotations

from collections.abc import Sequence


class UnknownLexemeError(ValueError):
    """A word in ``{…}`` that is not a dictionary form; ``dictionary_form`` is what is meant."""

    def __init__(self, word: str, dictionary_form: str) -> None:
        super().__init__(word)
        self.word = word
        self.dictionary_form = dictionary_form


class UnknownGrammemeError(ValueError):
    """A grammeme that pymorphy3 does not know; ``known`` lists all it does."""

    def __init__(self, grammeme: str, known: Sequence[str]) -> None:
        super().__init__(grammeme)
        self.grammeme = grammeme
        self.known = known
