"""English words in capitals: which of them are raised voice, and which are names of things."""

from __future__ import annotations

from functools import lru_cache

from replylint.text import english_lexicon as lexicon
from replylint.text.english import is_common, lemmas

CAPTIONS = frozenset(
    "important note attention warning please update urgent step example total option ps caution "
    "reminder disclaimer summary question answer edit".split()
)
"""Words of captions, which are often set in capitals."""
_STRESSED = frozenset(
    "not never no nothing nobody none always all any every everything each only must cannot do "
    "does did is are was were will have has had now immediately today tomorrow yesterday "
    "already again repeatedly twice still yet before after please stop very really exactly "
    "absolutely definitely completely fully entirely yourself you your we our us must should "
    "need nonrefundable refundable expired final closed read this that why what how who".split()
)
"""Words that carry stress when a single one is in capitals; “NOW” is no abbreviation."""
_NOT_ALONE = frozenset(
    "us no all is are was will do does did has have had any this that you we our your who how what "
    "yet need before after".split()
)
"""Of these, what may be an abbreviation, a button or a programmer's word when it stands alone."""
_OF_NAMES = frozenset(
    "press click tap select choose button key option mode field type word command text send reply "
    "called named marked labelled labeled says code says reads status value say tab menu the a an "
    "function operator keyword setting".split()
)
_ENOUGH = 3
_LONG = 4
_SHORT_WORDS = frozenset(
    "i a no to do we is it of on in at be my so if up us me go an or as by he".split()
)
_SHORTEST = 3
_LONGEST_ABBREVIATION = 5


@lru_cache(maxsize=20_000)
def may_be_loud(word: str) -> bool:
    """Whether a word is an everyday one, or a form that no abbreviation has."""
    if len(word) < _SHORTEST:
        return word in _SHORT_WORDS
    if word in _STRESSED or is_common(word) or any(map(lexicon.find, lemmas(word))):
        return True
    return len(word) > _LONGEST_ABBREVIATION and word.endswith(("ing", "ed"))


def is_stress(words: list[str], before: str) -> bool:
    """Whether such words are stress: one that carries it, or a whole phrase of everyday words."""
    if len(words) == 1:
        return words[0] in _STRESSED - _NOT_ALONE and before not in _OF_NAMES
    if not _STRESSED.isdisjoint(words):
        return before not in _OF_NAMES or len(words) >= _ENOUGH
    return len(words) >= _ENOUGH and sum(len(word) >= _LONG for word in words) > 1


def is_stress_beside_stress(_word: str, _before: str) -> bool:
    """No English word by itself becomes stress by another one."""
    return False
