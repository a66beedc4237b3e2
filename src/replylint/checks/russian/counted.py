"""Numbers and what they count: «5 рабочих дня», «два коробки», «пять место», «100 рубль».

After «два», «три», «четыре» stands the genitive singular, after «пять» and more the genitive
plural, after «один» the singular (Rozental's handbook). Figures may be in any case and may be
ordinal («к 5 дням», «3 этаж», «5 мая»), so beside them only what is wrong anyway is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from replylint.checks.words import (
    first_of_pairs,
    is_joined,
    is_part_of_more,
    is_prose,
    mend,
    with_pairs,
)
from replylint.conversation import Conversation
from replylint.signals.plugin import Found, only_where, sentence_by_sentence
from replylint.text.document import Document
from replylint.text.russian import is_known, likely_tags, parses, tags

if TYPE_CHECKING:
    from pymorphy3.tagset import OpencorporaTag


class _Asks(Enum):
    """What a number asks of the noun after it, by a number that asks the same."""

    ONE = 1
    FEW = 2
    MANY = 5


_WORDS: Mapping[str, _Asks] = {
    **dict.fromkeys(("два", "две", "три", "четыре"), _Asks.FEW),
    **dict.fromkeys(
        "пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать "
        "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать пятьдесят "
        "шестьдесят".split(),
        _Asks.MANY,
    ),
}
_OTHER_GENDER = {"два": ("femn", "две"), "две": ("masc neut", "два")}
"""For «два» and «две» the genders that they do not go with, and what goes with these."""
_NEVER_ORDINAL = frozenset("рубль процент балл копейка гигабайт мегабайт товар".split())
"""What is not numbered: «100 рубль» is no hundredth rouble."""
_ADJECTIVES = frozenset(("ADJF", "PRTF"))
_LEFT_ALONE = frozenset(
    ("Name", "Surn", "Patr", "Geox", "Orgn", "Abbr", "Init", "Fixd", "Sgtm", "Pltm")
)
_BESIDE_TIME = frozenset("NOUN PREP NUMR".split())
"""What stands before «пять» in «часов пять», «в пять», «номер пять»; so do «первые пять»."""
_TIMES_OF_DAY = frozenset("утра дня вечера ночи".split())
"""«в девять утра» counts hours."""
_LIKE_ADJECTIVES = ("ая", "ый", "ий", "ой", "ое")
"""Ends of nouns that go like adjectives, and may stand in the plural: «четыре кладовые»."""
_LONGEST_FIGURE = 6
_JOINING = frozenset("-–—/.,:+№#")


@lru_cache(maxsize=100_000)
def _may_be_wrong(number: str, following: str) -> bool:
    """Whether a word may be a number before a noun that it does not agree with."""
    if _asked(number) is None or not is_known(following):
        return False
    return _is_attribute(following) or _better(number, (), following) is not None


@only_where(with_pairs(_may_be_wrong))
@sentence_by_sentence
def find(
    document: Document, _conversation: Conversation, _parameters: Mapping[str, Any]
) -> Iterator[Found]:
    """Nouns in a form that the number before them does not ask for; «два» where «две» belongs."""
    words = document.words
    for index in first_of_pairs(document, _may_be_wrong):
        if not _is_number(document, index):
            continue
        place = index + 1
        while _is_attribute(words[place]) and _is_followed(document, place):
            place += 1
        better = _better(words[index], tuple(words[index + 1 : place]), words[place])
        if better is None or not _is_its_noun(document, place):
            continue
        number, noun = better
        if number != words[index]:
            yield mend(document, index, index + 1, (number,))
        else:
            yield mend(document, place, place + 1, (noun,), certain=False)


def _is_followed(document: Document, place: int) -> bool:
    return place + 1 < len(document.words) and is_joined(document, place + 1)


def _is_number(document: Document, index: int) -> bool:
    """A number that counts: no end of a range, no part of a date or code, no time or name."""
    start, end = document.starts[index], document.ends[index]
    if document.text[end : end + 1] not in (" ", "\u00a0"):
        return False
    if document.text[max(0, start - 1) : start] in _JOINING or not is_joined(document, index):
        return not index or document.sentence_of[index] != document.sentence_of[index - 1]
    before = document.words[index - 1]
    if document.words[index].isdigit():
        return not before[-1:].isdigit()
    likely = likely_tags(before)
    return not any(tag.POS in _BESIDE_TIME or "Anum" in tag.grammemes for tag in likely)


def _is_its_noun(document: Document, place: int) -> bool:
    return (
        is_joined(document, place)
        and is_prose(document, place)
        and not is_part_of_more(document, place)
        and document.written(place).islower()
    )


@lru_cache(maxsize=10_000)
def _asked(number: str) -> _Asks | None:
    if not (number.isdigit() and number.isascii()):
        return _WORDS.get(number)
    if len(number) > _LONGEST_FIGURE or number.startswith("0"):
        return None
    if number[-2:-1] == "1" or number[-1] not in "1234":
        return _Asks.MANY
    return _Asks.ONE if number[-1] == "1" else _Asks.FEW


@lru_cache(maxsize=50_000)
def _is_attribute(word: str) -> bool:
    """Whether a word may be an adjective in the plural, in a case in which numbers have them."""
    return any(
        tag.POS in _ADJECTIVES and tag.number == "plur" and tag.case in ("nomn", "gent")
        for tag in tags(word)
    )


@lru_cache(maxsize=50_000)
def _better(number: str, attributes: tuple[str, ...], noun: str) -> tuple[str, str] | None:
    """The number and the noun as they should be; None where they agree, or where they may."""
    asked, found = _asked(number), _as_noun(noun)
    if asked is None or not found:
        return None
    if number.isdigit():
        wrong = _is_wrong_beside_figures(found, asked, noun, attributes)
    else:
        wrong = not any(_is_asked_for(tag, asked) for tag in found) and (
            noun not in _TIMES_OF_DAY or bool(attributes)
        )
        if not wrong:
            return _other_gender(number, noun, found)
    if not wrong:
        return None
    form = parses(noun)[0].make_agree_with_number(asked.value)
    return None if form is None or form.word == noun else (number, str(form.word))


@lru_cache(maxsize=50_000)
def _as_noun(word: str) -> Sequence[OpencorporaTag]:
    """The readings of a noun that can be counted; none for what may be anything else."""
    found = likely_tags(word)
    if parses(word)[0].normal_form.endswith(_LIKE_ADJECTIVES):
        return ()
    if not is_known(word) or any(tag.POS != "NOUN" or _LEFT_ALONE & tag.grammemes for tag in found):
        return ()
    return found


def _is_asked_for(tag: OpencorporaTag, asked: _Asks) -> bool:
    """Whether a noun stands so after a number in words, which are all nominative or accusative."""
    wanted = "sing" if asked is _Asks.FEW else "plur"
    return tag.number == wanted and tag.case in ("gent", "gen2")


def _is_wrong_beside_figures(
    found: Sequence[OpencorporaTag], asked: _Asks, noun: str, attributes: tuple[str, ...]
) -> bool:
    """Whether a noun is wrong beside figures whatever the case, and they are no ordinal."""
    numbers = {tag.number for tag in found}
    if asked is _Asks.ONE:
        return numbers == {"plur"}
    if numbers != {"sing"}:
        return False
    bare = all(tag.case in ("nomn", "accs") for tag in found)
    if attributes:
        return bare or asked is _Asks.MANY
    return bare and parses(noun)[0].normal_form in _NEVER_ORDINAL


def _other_gender(
    number: str, noun: str, found: Sequence[OpencorporaTag]
) -> tuple[str, str] | None:
    """«два коробки»: the numeral of the other gender, where the noun can have no other."""
    genders, other = _OTHER_GENDER.get(number, ("", ""))
    meant = [tag for tag in found if _is_asked_for(tag, _Asks.FEW)]
    if not genders or any("ms-f" in tag.grammemes for tag in meant):
        return None
    return (other, noun) if all(tag.gender in genders.split() for tag in meant) else None
