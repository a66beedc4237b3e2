"""Words that cannot stand after the preposition before them: «из раздел», «при наличие».

Only words of the dictionary are reported, none of whose readings has a case that the preposition
takes. Cases by prepositions are those of Rozental's handbook («Управление в русском языке»).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
from replylint.text.russian import is_known, lemmas, parses, tags

if TYPE_CHECKING:
    from pymorphy3.tagset import OpencorporaTag

_TAKEN: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys("без для до из от у вместо из-за из-под ради".split(), ("gent",)),
    **dict.fromkeys("к ко".split(), ("datv",)),
    **dict.fromkeys("в во на о об обо".split(), ("loct", "accs")),
    **dict.fromkeys("с со".split(), ("ablt", "gent")),
    **dict.fromkeys("под за".split(), ("accs", "ablt")),
    "над": ("ablt",),
    "по": ("datv", "loct", "accs"),
    "при": ("loct",),
    "про": ("accs",),
    "через": ("accs",),
    **dict.fromkeys("пару несколько нет".split(), ("gent",)),
}
"""The cases after each preposition, the likeliest in replies first; so with words of quantity."""

_OF_NOUNS = frozenset(("несколько", "нет"))
"""«несколько другой вопрос» says something else."""
_ABOUT = frozenset(
    "секунда минута час день неделя месяц год полгода полчаса метр сантиметр километр килограмм "
    "грамм литр палец ладонь кулак ноготь ноготок горошина монета орех рост человек "
    "тысяча сотня десяток рубль".split()
)
"""What «с» may stand before in the accusative: «с неделю»."""

_CASES = {"loc2": "loct", "loc1": "loct", "gen2": "gent", "gen1": "gent", "acc2": "accs"}
_INFLECTED = frozenset(("NOUN", "ADJF", "PRTF"))
_UNSURE = frozenset(
    ("Fixd", "Abbr", "Init", "Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Arch", "Erro")
)
_SHORTEST = 4
_HALF = "пол"
_FIRST_PARTS = frozenset(
    "бизнес интернет экспресс пресс блиц люкс стандарт эконом премиум комфорт бета альфа тест спам "
    "фитнес спорт арт дизайн смарт лайт пуш чат штрих блок тайм кеш кэш факс дебет кредит инвест "
    "промо сервис центр мастер класс шеф тайна стоп старт плюс минус отель".split()
)
"""Nouns that people write apart from the one they belong to: «для бизнес клиентов»."""


@lru_cache(maxsize=100_000)
def cannot_stand(preposition: str, word: str) -> bool:
    """Whether no reading of a word of the dictionary has a case that the preposition takes."""
    taken = _TAKEN.get(preposition)
    if taken is None or len(word) < _SHORTEST or word in _FIRST_PARTS or word.startswith(_HALF):
        return False
    if preposition in _OF_NOUNS and any(tag.POS != "NOUN" for tag in tags(word)):
        return False
    if preposition in ("с", "со") and not _ABOUT.isdisjoint(lemmas(word)):
        return False
    return is_known(word) and all(_is_out_of_place(tag, taken) for tag in tags(word))


@only_where(with_pairs(cannot_stand))
@sentence_by_sentence
def find(
    document: Document, _conversation: Conversation, _parameters: Mapping[str, Any]
) -> Iterator[Found]:
    """Nouns and adjectives in a case that the preposition before them does not take."""
    words = document.words
    for index in first_of_pairs(document, cannot_stand):
        if _is_plain(document, index):
            better = _right_forms(words[index], words[index + 1])
            if better:
                yield mend(document, index + 1, index + 2, better, certain=False)


def _is_plain(document: Document, index: int) -> bool:
    """Whether the preposition is one and the word after it is plain prose."""
    after = index + 1
    joined = bool(index) and is_joined(document, index)
    if joined and document.words[index - 1] == "что":
        return False  # «что за тариф»
    if document.words[index] == "нет" and not joined:
        return False  # «Нет заказ у курьера»
    return (
        not is_part_of_more(document, index)
        and is_joined(document, after)
        and is_prose(document, index)
        and is_prose(document, after)
        and document.written(after).islower()
    )


def _is_out_of_place(tag: OpencorporaTag, taken: tuple[str, ...]) -> bool:
    if tag.POS not in _INFLECTED or _UNSURE & tag.grammemes:
        return False
    case = _CASES.get(tag.case, tag.case)
    if "anim" in tag.grammemes and case == "nomn" and "accs" in taken:
        return False  # «в гости», «через андроид»
    if tag.gender == "masc" and case == "datv" and "gent" in taken:
        return False  # «с голоду», «из дому»
    return case not in taken


@lru_cache(maxsize=20_000)
def _right_forms(preposition: str, word: str) -> tuple[str, ...]:
    """The forms of a word that may stand after a preposition: those of the first two cases."""
    parse = parses(word)[0]
    forms = (parse.inflect({case}) for case in _TAKEN[preposition][:2])
    return tuple(dict.fromkeys(form.word for form in forms if form is not None))
