"""The known word that somebody meant."""

from __future__ import annotations

from collections.abc import Iterable

from replylint.translation import _


def nearest(word: str, known: Iterable[str]) -> str:
    """The words “; did you mean …?” when some known word is near, else nothing."""
    import difflib

    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return _("; did you mean “{word}”?").format(word=close[0]) if close else ""
