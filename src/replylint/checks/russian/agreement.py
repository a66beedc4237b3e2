"""Words beside each other that cannot stand so: wrong case, number or gender.

Only neighbours of which every reading of the dictionary disagrees are reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
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
from replylint.text.russian import analyzer, forms, parses, tags

if TYPE_CHECKING:
    from pymorphy3.tagset import OpencorporaTag

_WITH_DATIVE = frozenset(("согласно", "вопреки", "благодаря"))
_DETERMINERS = frozenset("ваш наш мой твой свой этот данный каждый любой один".split())
_NOT_DETERMINERS = frozenset(("это", "данные", "данных", "данным", "данными", "любая", "мои"))
_PREPOSITIONS = frozenset("в к с на от для из по о у за до без при про об со во ко".split())
_BEFORE_PRONOUNS = _PREPOSITIONS | frozenset("после кроме помимо вместо против среди".split())
_VOTING = frozenset("проголосует проголосуют голосует голосуют выскажется выскажутся".split())
"""Verbs beside which «за» stands without a noun."""
_IN_PLACE_OF_NOUN = frozenset(("этом", "этим", "этому", "этого"))
_GIVEN_TO_THIS = frozenset("значение значения внимание внимания время времени".split())
"""What «этому» receives: «не придавайте этому значения»."""
_OF_PEOPLE = frozenset("каждого любого наших ваших моих твоих этого этих".split())
"""After «у» these are people: «у каждого организм свой», «спрошу у наших адрес»."""
_CASES = {"loc2": "loct", "gen2": "gent", "acc2": "accs", "loc1": "loct", "gen1": "gent"}
_ODD_NOUNS = frozenset("кофе евро авто фото смс пуш".split())
_AND = frozenset(("и", "или", "либо"))
_LONGEST_CHAIN = 4

_HALVES = frozenset(("полгода", "полчаса", "полдня", "полночи", "полмесяца", "полминуты"))


@lru_cache(maxsize=100_000)
def _is_telling(word: str, following: str) -> bool:
    """Whether two neighbours may disagree, as far as they tell by themselves."""
    if word not in _telling():
        return False
    if word in _WITH_DATIVE:
        return True
    if word in _PREPOSITIONS:
        return is_finite_verb(following) and not (word == "за" and following in _VOTING)
    return word in _determiners() and (is_attribute(following) or disagree(word, following))


@only_where(with_pairs(_is_telling))
@sentence_by_sentence
def find(
    document: Document, _conversation: Conversation, _parameters: Mapping[str, Any]
) -> Iterator[Found]:
    """Neighbours that disagree."""
    words, determiners = document.words, _determiners()
    for index in first_of_pairs(document, _is_telling):
        word = words[index]
        if word in _WITH_DATIVE:
            yield from _not_dative(document, index)
        elif word in _PREPOSITIONS:
            yield from _stray_preposition(document, index)
        elif word in determiners and disagree(word, words[index + 1]):
            yield from _other_form(document, index)
        elif word in determiners:
            yield from _attribute_between(document, index)


def _other_form(document: Document, index: int) -> Iterator[Found]:
    """«ваш заявка»: a determiner that does not agree with the noun after it."""
    determiner, noun = document.words[index : index + 2]
    if (
        _stands_behind_its_noun(document, index)
        or _stands_alone(document, index)
        or _is_counted(document, index)
        or _opens_a_list(document, index)
    ):
        return
    better = agreeing(determiner, noun)
    if better and is_joined(document, index + 1) and _both_prose(document, index):
        yield mend(document, index, index + 2, (f"{better} {noun}",), certain=False)


def _attribute_between(document: Document, index: int) -> Iterator[Found]:
    """«в вашем личным кабинете»: an adjective that fits neither its determiner nor its noun."""
    place = index + 2
    if place >= len(document.words) or not (
        is_joined(document, place) and is_joined(document, place - 1)
    ):
        return
    determiner, attribute, noun = document.words[index : place + 1]
    if not (is_attribute(attribute) and disagree(attribute, noun)):
        return
    better = agreeing(attribute, noun)
    prose = _both_prose(document, index) and _both_prose(document, index + 1)
    if (
        better
        and prose
        and not agrees_with(determiner, attribute)
        and agrees_with(determiner, noun)
    ):
        yield mend(document, index + 1, place, (better,), certain=False)


def _stands_behind_its_noun(document: Document, index: int) -> bool:
    """«Бабушке вашей поклон»: the determiner belongs to the noun before it."""
    before = document.words[index - 1]
    return (
        is_joined(document, index)
        and before not in _PREPOSITIONS
        and agrees_with(document.words[index], before)
    )


def _is_counted(document: Document, index: int) -> bool:
    """«три ваших письма»: after a numeral the determiner and the noun do not agree."""
    if not is_joined(document, index):
        return False
    before = document.words[index - 1]
    return before.isdigit() or any(tag.POS == "NUMR" for tag in tags(before))


def _opens_a_list(document: Document, index: int) -> bool:
    """«ваши имя и фамилия»: a determiner in the plural before several nouns of its case."""
    words, second = document.words, index + 2
    if second >= len(words) or document.sentence_of[second] != document.sentence_of[index]:
        return False
    if words[second] in _AND and is_joined(document, second):
        second += 1
        if second >= len(words) or not is_joined(document, second):
            return False
    elif document.marks_before(second).strip() != ",":
        return False
    return _is_shared(words[index], words[index + 1], words[second])


@lru_cache(maxsize=20_000)
def _is_shared(determiner: str, first: str, second: str) -> bool:
    """Whether a determiner in the plural can belong to two nouns at once."""
    cases = {tag.case for tag in tags(determiner) if tag.number == "plur"}
    for noun in (first, second):
        cases &= {_CASES.get(tag.case, tag.case) for tag in tags(noun) if tag.POS == "NOUN"}
    return bool(cases)


def _stands_alone(document: Document, index: int) -> bool:
    """«на этом объяснения закончены»: «этот» or «каждый» in place of a noun."""
    word, following = document.words[index : index + 2]
    if word == "этому" and following in _GIVEN_TO_THIS:
        return True
    if not is_joined(document, index):
        return False
    before = document.words[index - 1]
    if before == "у" and word in _OF_PEOPLE:
        return True
    return word in _IN_PLACE_OF_NOUN and before in _BEFORE_PRONOUNS


def _both_prose(document: Document, index: int) -> bool:
    return (
        is_prose(document, index)
        and is_prose(document, index + 1)
        and document.written(index + 1).islower()
    )


def _not_dative(document: Document, index: int) -> Iterator[Found]:
    """«согласно договора»: the words up to the noun, none of which can be in the dative."""
    words = document.words
    genitives: list[str] = []
    for place in range(index + 1, min(index + 1 + _LONGEST_CHAIN, len(words))):
        if not (is_joined(document, place) and is_prose(document, place)):
            return
        reading = only_genitive(words[place])
        if reading is None:
            return
        genitives.append(reading)
        if is_noun(words[place]):
            better = (" ".join([words[index], *genitives]),)
            yield mend(document, index, place + 1, better)
            return


@lru_cache(maxsize=20_000)
def only_genitive(word: str) -> str | None:
    """The dative of a noun or adjective that can be in the genitive but not in the dative."""
    if not analyzer().word_is_known(word) or any(tag.case == "datv" for tag in tags(word)):
        return None
    for parse in parses(word):
        if parse.tag.case == "gent" and parse.tag.POS in ("NOUN", "ADJF", "PRTF"):
            dative = parse.inflect({"datv"})
            return None if dative is None else str(dative.word)
    return None


@lru_cache(maxsize=20_000)
def is_noun(word: str) -> bool:
    """Whether the likeliest reading of a word is a noun."""
    return any(tag.POS == "NOUN" for tag in tags(word)[:1])


def _is_a_letter(document: Document, index: int) -> bool:
    """«ворота В», «34-я»: a letter or an ending that only looks like a word."""
    begins = index == document.sentences[document.sentence_of[index]].first
    return is_part_of_more(document, index) or (not begins and document.written(index).isupper())


def _stray_preposition(document: Document, index: int) -> Iterator[Found]:
    """«с свяжемся»: a preposition right before a verb that is nothing else."""
    place = index + 1
    word = document.words[place]
    if not is_finite_verb(word) or _is_a_letter(document, index):
        return
    if is_joined(document, place) and _both_prose(document, index):
        yield mend(document, index, place + 1, (word,), certain=False)


@lru_cache(maxsize=20_000)
def is_finite_verb(word: str) -> bool:
    """Whether a word of the dictionary can only be a verb in a person or the past."""
    return (
        len(word) > 3
        and bool(analyzer().word_is_known(word))
        and all(tag.POS == "VERB" for tag in tags(word))
    )


@cache
def _determiners() -> frozenset[str]:
    """The forms of «ваш», «этот» and their like that can be nothing else."""
    found = {form for lexeme in _DETERMINERS for form in forms(lexeme)} - _NOT_DETERMINERS
    return frozenset(form for form in found if all(tag.POS != "VERB" for tag in tags(form)))


@cache
def _telling() -> frozenset[str]:
    """The words that say something about the word after them."""
    return _determiners().union(_WITH_DATIVE, _PREPOSITIONS)


@lru_cache(maxsize=20_000)
def is_attribute(word: str) -> bool:
    """Whether a word can be nothing but an adjective or a participle."""
    found = tags(word)
    return bool(analyzer().word_is_known(word)) and all(t.POS in ("ADJF", "PRTF") for t in found)


@lru_cache(maxsize=50_000)
def disagree(determiner: str, noun: str) -> bool:
    """Whether no reading of a determiner agrees with any of a noun."""
    if noun in _ODD_NOUNS or noun in _HALVES or not analyzer().word_is_known(noun):
        return False
    nouns = tags(noun)
    if any(tag.POS != "NOUN" for tag in nouns):
        return False
    return not any(_agree(one, other) for one in tags(determiner) for other in nouns)


@lru_cache(maxsize=20_000)
def agrees_with(determiner: str, noun: str) -> bool:
    """Whether some reading of a determiner agrees with some reading of a word as a noun."""
    nouns = [tag for tag in tags(noun) if tag.POS == "NOUN"]
    return any(_agree(one, other) for one in tags(determiner) for other in nouns)


def _agree(one: OpencorporaTag, noun: OpencorporaTag) -> bool:
    """Whether two readings agree; «наша врач» does: people go by the sex of a person."""
    if "Fixd" not in noun.grammemes and (
        _CASES.get(noun.case, noun.case) != one.case or one.number != noun.number
    ):
        return False
    if one.case == "accs" and {"anim", "inan"} <= one.grammemes | noun.grammemes:
        return False
    genders = (one.gender, noun.gender)
    return "anim" in noun.grammemes or None in genders or genders[0] == genders[1]


@lru_cache(maxsize=20_000)
def agreeing(determiner: str, noun: str) -> str | None:
    """The form of the determiner that goes with the likeliest reading of the noun."""
    tag = tags(noun)[0]
    for parse in parses(determiner)[:1]:
        wanted = {_CASES.get(tag.case, tag.case), tag.number} | (
            {tag.gender} if tag.number == "sing" else set()
        )
        form = parse.inflect({grammeme for grammeme in wanted if grammeme})
        if form is not None:
            return str(form.word)
    return None
