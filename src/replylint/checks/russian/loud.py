"""Russian words in capitals: which of them are raised voice, and which are names of things."""

from __future__ import annotations

from functools import lru_cache

from replylint.text.russian import analyzer, tags

_SHORT = frozenset(("не", "ни", "вы", "мы"))
_SHORTEST = 3
_SHORTEST_ALONE = 4
CAPTIONS = frozenset(
    "важно внимание обратите примечание вариант шаг пример итого вниманию объявление "
    "напоминание".split()
)
"""Words of captions, which are often set in capitals."""
_OF_NAMES = frozenset("карта карту карты карте картой тариф тарифа тарифе тарифу".split()) | (
    frozenset(
        "кнопка кнопку кнопки банк банка раздел разделе команда команду слово код коду кодом "
        "промокод промокоду промокодом смс ответьте отправьте отправить пришлите напишите наберите "
        "введите".split()
    )
)
_NOT_WORDS = frozenset(("NOUN", "PREP"))
_LOGICAL = frozenset(("или", "и", "либо"))
_OFTEN_STRESSED = frozenset("все всё вам вас вы нет нам мне уже как так это без сам раз".split())


@lru_cache(maxsize=20_000)
def may_be_loud(word: str) -> bool:
    """Whether the dictionary has a word, and no reading of it is an abbreviation or a name."""
    return (
        (len(word) >= _SHORTEST or word in _SHORT)
        and bool(analyzer().word_is_known(word))
        and not any({"Abbr", "Name", "Surn", "Geox", "Orgn"} & tag.grammemes for tag in tags(word))
    )


def is_stress(words: list[str], before: str) -> bool:
    """Whether such words are stress: several are; a noun by itself may be a brand."""
    if len(words) > 1:
        return True
    [word] = words
    if word in _LOGICAL or (len(word) < _SHORTEST_ALONE and word not in _OFTEN_STRESSED):
        return False
    return before not in _OF_NAMES and not any(tag.POS in _NOT_WORDS for tag in tags(word)[:1])


def is_stress_beside_stress(word: str, before: str) -> bool:
    """Whether a word that may be a brand is stress where another word of the reply is."""
    return len(word) > _SHORTEST_ALONE and before not in _OF_NAMES
