"""Prepositions in a form that the next word does not take: «с скидкой», «в вторник», «о оплате».

The norms are those of Rozental's handbook: «со» before «с» or «з» with another consonant, «во»
before «в» with another consonant, «об» before «а», «о», «у», «э», «и» and «о» before consonants;
a few words ask for a vowel by themselves («ко мне», «со всеми»). «С» before «ш» and «ж» is let be:
usage wavers there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

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
from replylint.text.russian import is_known, tags

_WHOLE = {"с": "со", "в": "во", "к": "ко", "о": "об", "об": "о"}
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_ASKING = {
    "с": re.compile(f"[сз][{_CONSONANTS}]|шк|(?:мной|мною|льдом|льда|лба|лбом|ртом|рта)$"),
    "в": re.compile(f"в[{_CONSONANTS}ь]|(?:мне|льду|лбу|рту|рту|сне)$"),
    "к": re.compile("(?:мне|всем|всему|всей|вторнику|второму|второй|вторым|дню|сну|лбу|рту)$"),
    "о": re.compile("[аоуэи]"),
    "об": re.compile(f"[{_CONSONANTS}](?!с[её]м?$)"),
}
_WITH_ALL = re.compile("(?:всем|всеми|всего|всей|всех|вторника|вторником|второго|второй|вкусом)$")
_EITHER_WAY = frozenset("дню льду сне".split())
_SAID = frozenset(
    "стену стенку стол край угол лед землю дверь борт борта камни камень то что всем все всё мне "
    "поверхность асфальт пол бордюр столб железо колено".split()
)
"""What «об» is right before: «ударился об стену», «обо всём»."""
_SHORTEST = 3


@lru_cache(maxsize=100_000)
def _asks_for_another(preposition: str, word: str) -> bool:
    asking = _ASKING.get(preposition)
    if asking is None or len(word) < _SHORTEST or word in _EITHER_WAY:
        return False
    if not asking.match(word) and not (preposition == "с" and _WITH_ALL.match(word)):
        return False
    if preposition == "об" and (word in _SAID or not _only_tells_of_what(word)):
        return False
    return is_known(word) and any(tag.case is not None for tag in tags(word))


@only_where(with_pairs(_asks_for_another))
@sentence_by_sentence
def find(
    document: Document, _conversation: Conversation, _parameters: Mapping[str, Any]
) -> Iterator[Found]:
    """Prepositions that need a vowel, or the other form, before the next word."""
    words = document.words
    for index in first_of_pairs(document, _asks_for_another):
        if _is_plain(document, index):
            better = f"{_WHOLE[words[index]]} {document.written(index + 1)}"
            yield mend(document, index, index + 2, (better,))


def _only_tells_of_what(word: str) -> bool:
    """«об заказе», but not «спотыкаться об коробки»."""
    cases = {tag.case for tag in tags(word)}
    return "loct" in cases and "accs" not in cases


def _is_plain(document: Document, index: int) -> bool:
    """Whether the letter is a preposition in small letters and the next word is no abbreviation."""
    written = document.written(index + 1)
    begins = index == document.sentences[document.sentence_of[index]].first
    return (
        not is_part_of_more(document, index)
        and (begins or document.written(index).islower())
        and is_joined(document, index + 1)
        and is_prose(document, index)
        and is_prose(document, index + 1)
        and written[1:].islower()
    )
