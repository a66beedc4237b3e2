"""The known word that somebody meant."""

from __future__ import annotations

from collections.abc import Iterable

from replylint.translation import _

_CYRILLIC = "асеорхукмтнв"
_AS_LATIN = str.maketrans(_CYRILLIC, "aceopxykmthb")


def nearest(word: str, known: Iterable[str]) -> str:
    """The words “; did you mean …?” when some known word is near, else nothing.

    A word that is known but for Cyrillic letters which look Latin is told as that: nobody sees it.
    """
    import difflib

    words = list(known)
    meant = word.translate(_AS_LATIN)
    if meant != word and meant in words:
        letters = ", ".join(f"“{letter}”" for letter in dict.fromkeys(word) if letter in _CYRILLIC)
        text = _("; it looks like “{word}”, but has Cyrillic letters: {letters}")
        return text.format(word=meant, letters=letters)
    close = difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    return _("; did you mean “{word}”?").format(word=close[0]) if close else ""
