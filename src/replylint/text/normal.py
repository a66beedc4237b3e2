"""The form of a word in which it is compared: without case, ё, stretched letters, look-alikes."""

from __future__ import annotations

import re
import unicodedata

_LOOKALIKES = str.maketrans("aceopxykmthb", "асеорхукмтнв")
_CYRILLIC = re.compile("[а-я]")
_LATIN = re.compile("[a-z]")
_NOT_A_LOOKALIKE = re.compile("[a-z]", re.IGNORECASE)
_STRETCHED = re.compile(r"([^\W\d])\1{2,}")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufe0e\ufe0f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_HYPHENS = re.compile("[\u2010\u2011\u2212]")
_PLAIN = re.compile("[a-z0-9а-я-]*")
_TRIPLE = re.compile(r"(.)\1\1")
_REMEMBERED = 200_000
_LONGEST_REMEMBERED = 60

_known: dict[str, str] = {}


def normal(word: str) -> str:
    """The comparable form of ``word``.

    Lower case, ё as е, letters repeated three times or more once, accents and invisible characters
    dropped, every hyphen plain, lone surrogates (no dictionary can look them up) as U+FFFD, and
    Latin letters that look Cyrillic made Cyrillic in a word that has Cyrillic ones. «НЕЕЕТ» gives
    «нет», and so does «нет» written with a Latin e.
    """
    known = _known.get(word)
    if known is None:
        known = _normalise(word)
        if len(word) > _LONGEST_REMEMBERED:
            return known
        if len(_known) >= _REMEMBERED:
            _known.clear()
        _known[word] = known
    return known


def plain(text: str) -> str | None:
    """The text in lower case; None where a letter is equal to more than its own two cases.

    Such are ß, which is ss, İ, which takes two in lower case, and ı. Expressions that know no case
    see no more than this.
    """
    lowered = text.lower()
    is_plain = lowered == text.casefold() and "ı" not in lowered and len(lowered) == len(text)
    return lowered if is_plain else None


def _normalise(word: str) -> str:
    lowered = word.lower().replace("ё", "е")
    if not _PLAIN.fullmatch(lowered):
        composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", lowered))
        bare = "".join(c for c in composed if unicodedata.category(c) != "Mn")
        lowered = unicodedata.normalize("NFC", bare).replace("ё", "е").replace("’", "'")
        lowered = _SURROGATES.sub("\ufffd", _HYPHENS.sub("-", lowered))
    lowered = _without_lookalikes(lowered)
    return _STRETCHED.sub(r"\1", lowered) if _TRIPLE.search(lowered) else lowered or word


def _without_lookalikes(word: str) -> str:
    if not (_LATIN.search(word) and _CYRILLIC.search(word)):
        return word
    replaced = word.translate(_LOOKALIKES)
    return word if _NOT_A_LOOKALIKE.search(replaced) else replaced
