"""What a word that is none was meant to be."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from replylint.text.spelling.candidates import similar
from replylint.text.spelling.dictionary import (
    COMMON,
    commonness,
    is_entry,
    is_known,
    is_lexeme,
    is_ordinary,
    is_verb,
)
from replylint.text.spelling.lexicon import mistakes

_WORD = re.compile("[а-я]+(?:-[а-я]+)*")
_SHORTEST = 4
_LEFT_TO_HYPHENS = frozenset(("нибудь", "либо"))
"""Parts of words that are never right alone; what is wrong there is the missing hyphen."""
_LONGEST = 40
_DEAREST = 2.0
_UNLIKELY = 1.4
_CLOSE = 0.5
_LEXEME = 0.2
_MOST = 3
_LONG = 8
_HEARD = 0.9
_HEARD_OR_SWAPPED = 1.1
_SWAPPED = 1.0
_LEFT_OUT = 1.3
_LONGER = 9
_SHORT = 5
_MET = 3
_PARTICLE = re.compile(r"(?P<word>[а-я]+)(?P<particle>то|либо|нибудь)")
INDEFINITE = frozenset(
    "кто кого кому кем ком что чего чему чем какой какая какое какие какого какую каких какому "
    "каким какими каком как где куда когда почему зачем чей чья чье чьи сколько откуда".split()
)
_GLUED = frozenset(
    "в на по за к с у от до для из без при про и а но не ни что чтобы если как вы вас вам мы нам "
    "нас я мне он она они это все уже еще так ваш ваша ваше ваши наш".split()
)
_PREPOSITIONS = frozenset("в на по за к с у от до для из без при про".split())
_GLUED_AFTER = frozenset("у в к с и а я о на не вас вам вы мы".split())


class Correction(NamedTuple):
    """A misspelt word: the better spellings, likeliest first.

    ``certain`` says that the first one is right; ``common`` how common it is (0 to `COMMON`);
    ``cost`` how unlikely the slip is (about 1 is likely).
    """

    better: tuple[str, ...]
    certain: bool
    common: int
    cost: float


@lru_cache(maxsize=100_000)
def correction(word: str) -> Correction | None:
    """What is wrong with a word in comparable form; None for a right one and for a strange one.

    A word that no dictionary knows is wrong when a common word is one slip away, or when it is two
    words in one. All else may be a name, a brand or a word of tomorrow. A run of letters longer
    than any word is a key held down, and its slips would be as many as it has letters.
    """
    better = mistakes().get(word)
    if better is not None:
        return Correction((better,), True, COMMON, 0.5)
    if not _SHORTEST <= len(word) <= _LONGEST or not _WORD.fullmatch(word):
        return None
    if word in _LEFT_TO_HYPHENS:
        return None
    if "-" in word:
        return None if is_entry(word) else _of_parts(word)
    if is_known(word):
        return None
    soft = with_other_sign(word)  # «задерживаеться»
    if soft is not None:
        return Correction((soft,), True, COMMON, 0.5)
    found = _apart(word) or _of_one(word)
    if found is None or found.cost > _UNLIKELY:
        return _glued(word) or found
    return found


def with_other_sign(word: str) -> str | None:
    """«-тся» for «-ться» and the other way round; None where that gives no known word."""
    if word.endswith("ться"):
        other = word[:-4] + "тся"
    elif word.endswith("тся"):
        other = word[:-3] + "ться"
    else:
        return None
    return other if is_known(other) else None


def _of_parts(word: str) -> Correction | None:
    parts = word.split("-")
    wrong = [(i, c) for i, part in enumerate(parts) if (c := correction(part)) is not None]
    if len(wrong) != 1:
        return None
    index, found = wrong[0]
    if found.common < COMMON or found.cost > 1.2:
        return None
    better = tuple("-".join([*parts[:index], b, *parts[index + 1 :]]) for b in found.better)
    return found._replace(better=better)


def _of_one(word: str) -> Correction | None:
    """One slip away from a common word."""
    rated: list[tuple[float, float, int, str]] = []
    candidates = similar(word)
    if len(word) > 6 and word.startswith("не"):
        inside = {f"не{rest}": cost for rest, cost in similar(word[2:]).items()}
        candidates = {**{c: cost for c, cost in inside.items() if is_known(c)}, **candidates}
    for candidate, cost in candidates.items():
        common = commonness(candidate)
        if common == 0 and (_is_plain_slip(word, candidate) or _is_heard(word, candidate, cost)):
            common = 1
        cut = _lost_its_first(word, candidate, common)
        if common > 0 and cost <= _DEAREST and (cut or _is_long_enough(word, cost, common)):
            rate = cost - _bonus(common) - (_LEXEME if is_lexeme(candidate) else 0.0)
            rated.append((rate, cost, common, candidate))
    if not rated:
        return None
    rated.sort()
    best = rated[0]
    near = [r for r in rated if r[0] <= best[0] + _CLOSE]
    better = tuple(candidate for _rate, _cost, _common, candidate in near[:_MOST])
    return Correction(better, len(near) == 1 and best[1] < 1.6, best[2], best[1])


def _is_plain_slip(word: str, candidate: str) -> bool:
    """Whether nothing but a hard or soft sign or the doubling of a letter differs."""
    return len(word) > 5 and _plain(word) == _plain(candidate)


def _is_heard(word: str, candidate: str, cost: float) -> bool:
    """Whether a long word is written as it is heard: so close to a rare word that it is meant."""
    slip = _HEARD
    if len(word) > _LONGER and len(candidate) > len(word):
        slip = _LEFT_OUT
    elif len(word) > _LONGER and sorted(word) == sorted(candidate):
        slip = _SWAPPED
    return len(word) >= _LONG and cost <= slip and is_ordinary(candidate)


def _lost_its_first(word: str, candidate: str, common: int) -> bool:
    """«аксимальный»: whether a long word that people use has lost the letter it begins with."""
    return len(word) >= _LONGER and common > _MET and candidate[1:] == word


def _plain(word: str) -> str:
    bare = word.replace("ъ", "ь")
    return "".join(c for i, c in enumerate(bare) if i == 0 or bare[i - 1] != c)


def _is_long_enough(word: str, cost: float, common: int) -> bool:
    """Short words have many neighbours: a likelier slip from a commoner word is asked for."""
    if common == COMMON:
        return len(word) > _SHORT or cost <= _HEARD_OR_SWAPPED
    if len(word) <= _SHORT:
        return False
    if len(word) >= _LONGER and common > 0:
        return cost <= _LEFT_OUT
    return cost <= (_HEARD_OR_SWAPPED if common >= _MET else _HEARD)


def _bonus(common: int) -> float:
    return 0.9 if common == COMMON else 0.15 * common


def _apart(word: str) -> Correction | None:
    """«незнаю», «чтото»: written together what stands apart or with a hyphen."""
    rest = word[2:]
    if word.startswith("не") and len(rest) > 2 and is_entry(rest) and is_verb(rest):
        return Correction((f"не {rest}",), True, COMMON, 1.0)
    found = _PARTICLE.fullmatch(word)
    if found and found["word"] in INDEFINITE:
        return Correction((f"{found['word']}-{found['particle']}",), True, COMMON, 1.0)
    return None


def _glued(word: str) -> Correction | None:
    """«впорядке», «еслиу»: two words without the space between them."""
    for cut in range(1, len(word)):
        left, right = word[:cut], word[cut:]
        if left in _GLUED and _can_follow(left, right):
            return Correction((f"{left} {right}",), cut > 1, COMMON, 1.2)
        if right in _GLUED_AFTER and len(left) > 3 and _is_common(left):
            return Correction((f"{left} {right}",), False, COMMON, 1.4)
    return None


def _can_follow(left: str, right: str) -> bool:
    if left in _PREPOSITIONS and is_verb(right):
        return False
    return len(right) >= (5 if len(left) == 1 else 4) and _is_common(right)


def _is_common(word: str) -> bool:
    return is_entry(word) and commonness(word) == COMMON
