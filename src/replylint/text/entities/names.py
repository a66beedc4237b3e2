"""Names of people: «Анна», «Иванов И. И.», «Ольге Петровне», "Hi John".

A name is a capitalised word that the dictionary of pymorphy3 knows as a first name, a patronymic or
a surname. Words that are ordinary ones as well («Вера», «Роман», «Марта») are names inside a
sentence, where somebody is addressed («Вера, добрый день») or introduced («меня зовут Любовь»), and
beside another name. Towns, trade marks and words in quotation marks are none. A word that no
dictionary knows is a name after «меня зовут», «уважаемый», "dear", and beside a known name.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache

from replylint.text import russian
from replylint.text.entities.words import Entity, Words, entity
from replylint.text.tokens import Kind

KIND = "name"

_PARTS = frozenset(["Name", "Patr", "Surn"])
_PLACES = frozenset(["Geox", "Orgn", "Trad", "Abbr"])
_FUNCTION = frozenset(["PREP", "CONJ", "PRCL", "NPRO", "INTJ", "ADVB", "PRED"])
_BRANDS = frozenset(
    "тинькофф касперский касперского мегафон ростов пушкин пушкина ленина ленин гагарина мира "
    "победы кирова чехова горького юля алиса али маркет яндекс озон сбер мир вайлдберриз билайн "
    "лада мерседес порше форд хонда марс ямаха дайсон браун бош мак майкрософт самсунг".split()
)
_RARE = frozenset("мая майя мэри".split())
"""Names that the dictionary does not have as names."""
_STREETS = frozenset(
    "улица улице ул проспект проспекте пр пр-т площадь переулок станция м метро".split()
)
_INTRODUCE = frozenset("зовут имени уважаемый уважаемая дорогой дорогая dear mr mrs ms".split())
_GREET = frozenset(
    "здравствуйте здравствуй привет приветствую день вечер утро дня суток hi hello hey thanks "
    "спасибо благодарю".split()
)
_NO_NAME = frozenset(
    "there all team sir madam customer client support friend everyone guys folks for you клиент "
    "покупатель гость пользователь друг коллега коллеги друзья господин госпожа мы вы я "
    "пользователи клиенты гости покупатели подписчик читатель абонент партнер коллектив".split()
)
_SIGN_OFF = frozenset("regards sincerely wishes уважением cheers".split())


class _Strength(IntEnum):
    NONE = 0
    UNKNOWN = 1
    WEAK = 2
    SURE = 3


def find(words: Words) -> Iterator[Entity]:
    """The names of people in a text, a full name as one."""
    text, starts, kinds = words.text, words.starts, words.kinds
    index = 0
    capitals = [i for i, s in enumerate(starts) if text[s].isupper() and kinds[i] is Kind.WORD]
    for first in capitals:
        if first < index:
            continue
        index = _end_of_run(words, first)
        found = _trimmed(words, first, index)
        if found is not None:
            start, end = found
            yield entity(KIND, words, start, end, _nominative(words, start, end))


def _end_of_run(words: Words, first: int) -> int:
    """The end of the capitalised words that may be one name: joined by spaces, or initials."""
    index = first
    while True:
        index += 1
        if index >= len(words.starts) or words.kinds[index] is not Kind.WORD:
            return index
        gap = words.text[words.ends[index - 1] : words.starts[index]]
        joined = gap in (" ", "\u00a0", "  ") or (
            gap.strip() == "." and "\n" not in gap and _is_initial(words, index - 1)
        )
        if not joined or not words.text[words.starts[index]].isupper():
            return index


def _trimmed(words: Words, first: int, end: int) -> tuple[int, int] | None:
    """The words of a run that are a name; None where there is none."""
    strengths = [_strength(words, i) for i in range(first, end)]
    for offset, strength in enumerate(strengths):
        if strength is not _Strength.SURE or _is_abbreviation(words, first + offset):
            continue
        start = stop = first + offset
        while start > first and _joins(words, start - 1, strengths[start - 1 - first], before=True):
            start -= 1
        stop += 1
        while stop < end and _joins(words, stop, strengths[stop - first], before=False):
            stop += 1
        return (start, stop) if not _is_quoted(words, start, stop) else None
    for offset, strength in enumerate(strengths):
        at = first + offset
        weak_pair = strengths[offset : offset + 2] == [_Strength.WEAK, _Strength.WEAK]
        if strength is _Strength.NONE or not (weak_pair or _is_called(words, at, strength)):
            continue
        stop = at + 1
        while stop < end and _joins(words, stop, strengths[stop - first], before=False):
            stop += 1
        return (at, stop) if not _is_quoted(words, at, stop) else None
    return None


def _joins(words: Words, index: int, strength: _Strength, *, before: bool) -> bool:
    if strength >= _Strength.WEAK or _is_initial(words, index):
        return strength is not _Strength.NONE or _is_initial(words, index)
    if strength is _Strength.NONE:
        return False
    return not before or not _begins_sentence(words, index)


def _is_initial(words: Words, index: int) -> bool:
    follows = words.text[words.ends[index] : words.ends[index] + 1]
    return words.ends[index] - words.starts[index] == 1 and follows == "."


def _is_called(words: Words, index: int, strength: _Strength) -> bool:
    """Whether an ordinary or an unknown word stands where only a name can."""
    before = words.word(index - 1)
    gap = words.gap(index)
    if before in _INTRODUCE and "\n" not in gap:
        return True
    if before in _SIGN_OFF and gap.strip() == ",":
        return "\n" in gap or strength is _Strength.WEAK
    latin = words.words[index][0] < "а"
    after = words.gap(index + 1).lstrip()[:1]
    if before in _GREET and gap.strip() in ("", ",") and after in (",", "!", ".", ""):
        return latin or strength is _Strength.WEAK
    if strength is not _Strength.WEAK:
        return False
    if not _begins_sentence(words, index):
        return not words.text[words.starts[index] : words.ends[index]].isupper()
    return after == ","


def _begins_sentence(words: Words, index: int) -> bool:
    gap = words.gap(index)
    return (
        index == 0
        or any(mark in gap for mark in ".!?…\n:;•—–")
        or bool(gap.strip() and gap.strip() in "-*·")
    )


def _is_quoted(words: Words, first: int, end: int) -> bool:
    return words.gap(first)[-1:] in ("«", '"', "“", "„") and words.gap(end)[:1] in (
        "»",
        '"',
        "”",
        "“",
        "",
    )


def _strength(words: Words, index: int) -> _Strength:
    word = words.words[index]
    before = words.word(index - 1)
    if word in _NO_NAME or before in _STREETS:
        return _Strength.NONE
    if word[0] < "а" or word[0] > "я":
        return _Strength.UNKNOWN if word.isalpha() and len(word) > 1 else _Strength.NONE
    strength = _strength_of(word)
    if before == "на" and _is_street(word):
        return _Strength.NONE
    if words.text[words.starts[index] : words.ends[index]].isupper():
        return min(strength, _Strength.WEAK)
    return strength


@lru_cache(maxsize=50_000)
def _is_street(word: str) -> bool:
    """«на Гоголя»: after «на» a surname in the genitive is a street."""
    return any({"Surn", "gent", "masc"} <= tag.grammemes for tag in russian.tags(word))


def _is_abbreviation(words: Words, index: int) -> bool:
    """«Макс. повторов»."""
    gap = words.gap(index + 1)
    following = words.starts[index + 1] if index + 1 < len(words.starts) else None
    return following is not None and gap.strip() == "." and words.text[following].islower()


@lru_cache(maxsize=50_000)
def _strength_of(word: str) -> _Strength:
    if len(word) < 2 or word in _BRANDS:
        return _Strength.NONE
    if word in _RARE:
        return _Strength.WEAK
    tags = russian.tags(word)
    if not _is_known(word):
        return (
            _Strength.NONE if any(tag.POS in _FUNCTION for tag in tags[:1]) else _Strength.UNKNOWN
        )
    if any("Geox" in tag and "loct" in tag for tag in tags):
        return _Strength.NONE
    named = [bool(_PARTS & tag.grammemes) for tag in tags]
    if not any(named):
        return _Strength.NONE
    likeliest = tags[0]
    if likeliest.POS in _FUNCTION:
        return _Strength.NONE
    first_ordinary = next((tag for tag, name in zip(tags, named, strict=True) if not name), None)
    if named[0]:
        return (
            _Strength.WEAK if first_ordinary is not None and _is_ordinary(word) else _Strength.SURE
        )
    if _PLACES & likeliest.grammemes:
        return _Strength.NONE
    return _Strength.WEAK if any("Name" in tag for tag in tags) else _Strength.NONE


def _is_known(word: str) -> bool:
    return bool(russian.analyzer().word_is_known(word))


def _is_ordinary(word: str) -> bool:
    """Whether a reading that is no name is likely enough to be meant at a sentence's start."""
    analyses = russian.parses(word)
    ordinary = sum(
        a.score for a in analyses if not _PARTS & a.tag.grammemes and a.tag.POS != "GRND"
    )
    return bool(ordinary > _ORDINARY_FROM)


_ORDINARY_FROM = 0.25


def _nominative(words: Words, first: int, end: int) -> str:
    return " ".join(_dictionary_form(words.words[i]).capitalize() for i in range(first, end))


@lru_cache(maxsize=50_000)
def _dictionary_form(word: str) -> str:
    if word[0] < "а" or len(word) == 1 or not _is_known(word):
        return word
    analyses = russian.parses(word)
    named = [a for a in analyses if _PARTS & a.tag.grammemes and "plur" not in a.tag]
    if any("nomn" in a.tag for a in named):
        return word
    for analysis in named:
        inflected = analysis.inflect({"nomn", "sing"})
        return str(inflected.word if inflected is not None else analysis.normal_form)
    return word
