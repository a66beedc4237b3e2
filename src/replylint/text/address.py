"""How a Russian text addresses its reader: «ты», «вы» or «Вы»."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from replylint.text import russian
from replylint.text.document import Document
from replylint.text.zones import AUTHORS_OWN

_THOU = frozenset(
    "ты тебя тебе тобой тобою твой твоя твое твои твоего твоей твоих твоему твоим твою твоими "
    "твоем твоею".split()
)
_YOU = frozenset(
    "вы вас вам вами ваш ваша ваше ваши вашего вашей ваших вашему вашим вашу вашими вашем".split()
)
_THOU_ENDINGS = ("шь", "шься", "й", "йся", "и", "ись", "ь", "ься")


class Address(StrEnum):
    """A way to address one person."""

    THOU = "ты"
    YOU = "вы"
    YOU_CAPITAL = "Вы"


def addresses(document: Document) -> dict[Address, list[int]]:
    """The words that show each way of address, by their numbers, in the author's own text.

    «Ты» shows in its forms and in verbs that are likeliest in the second person singular;
    «вы» in its forms: with a capital inside a sentence it is «Вы».
    """
    found: dict[Address, list[int]] = {address: [] for address in Address}
    for index, word in enumerate(document.words):
        shown = _shown_by(word)
        if shown is None or document.zones[index] not in AUTHORS_OWN:
            continue
        found[shown if shown is Address.THOU else _capital_or_not(document, index)].append(index)
    return found


@lru_cache(maxsize=50_000)
def _shown_by(word: str) -> Address | None:
    """What a word shows, be it with a capital or not."""
    if word in _YOU:
        return Address.YOU
    return Address.THOU if word in _THOU or _is_thou_verb(word) else None


def _capital_or_not(document: Document, index: int) -> Address:
    inside = index != document.sentences[document.sentence_of[index]].first
    capital = document.text[document.starts[index]].isupper()
    return Address.YOU_CAPITAL if inside and capital else Address.YOU


def _is_thou_verb(word: str) -> bool:
    if len(word) < 4 or not word.endswith(_THOU_ENDINGS):
        return False
    readings = russian.tags(word)
    return not any("past" in tag.grammemes for tag in readings) and any(
        {"2per", "sing"} <= tag.grammemes or {"impr", "sing", "excl"} <= tag.grammemes
        for tag in readings[:1]
    )
