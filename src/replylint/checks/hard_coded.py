"""What a template says once for all though it differs from case to case: names, dates, phones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from replylint.conversation import Conversation
from replylint.signals.plugin import Found
from replylint.text.document import Document
from replylint.text.zones import Zone

_FOR_ALL = re.compile(r"^\D*(?:\+?7|8)?\D*(?:800|495|499|812)\D|^\D*\d{3,5}\D*$")
"""Numbers that a company gives to everybody: toll-free, of the head office, short ones."""

_DAY = re.compile(r"\d")
_OF_A_LAW = re.compile(r"\s*\.?\s*(?:г\.?|года)?\s*(?:№|N\b|no\.)", re.IGNORECASE)
"""What follows the date of a law or of a contract, which never passes."""

_OF_A_THING = re.compile(
    r"\s*\.?\s*(?:г\.?|год[ау]?)?\s*(?:выпуска|издания|постройки|рождения)", re.IGNORECASE
)
"""What follows the year in which something was made, which is a fact about it."""

_EVERY_YEAR = re.compile(
    r"\s*(?:-?го)?\s*(?:числа|(?:каждого\s+)?(?:года|месяца)\b|of\s+(?:each|every)|every\b)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}")
_NAME_ZONES = (Zone.GREETING, Zone.SIGNATURE)


def find(
    document: Document, conversation: Conversation, parameters: Mapping[str, Any]
) -> Iterator[Found]:
    """The entities of one kind that no placeholder stands for.

    ``kind`` is ``name`` (in the greeting and the signature), ``date`` (the first of a sentence) or
    ``phone`` (the only one, and not for everybody). Replies that are no templates have none.
    """
    filled = conversation.filled
    kind = parameters.get("kind")
    if filled is None or kind not in ("name", "date", "phone"):
        return
    entities = document.entities(kind)
    if kind == "phone" and len(entities) > 1:
        return
    told: set[int] = set()
    for first, end in entities.items():
        start, stop = document.starts[first], document.ends[end - 1]
        if kind == "phone":
            start -= len(document.text[:start]) - len(document.text[:start].rstrip("+("))
        if filled.touches(start, stop):
            continue
        text = document.text[start:stop]
        if kind == "name" and document.zones[first] not in _NAME_ZONES:
            continue
        if kind == "phone" and _FOR_ALL.match(text):
            continue
        if kind == "date":
            sentence = document.sentence_of[first]
            if sentence in told or not _passes(text, document.text[stop : stop + 30]):
                continue
            told.add(sentence)
        yield Found(start, stop)


def _passes(date: str, after: str) -> bool:
    """Whether a date will be over one day: neither of a law or a thing nor of every year."""
    if not _DAY.search(date) or _OF_A_LAW.match(after) or _OF_A_THING.match(after):
        return False
    return _YEAR.search(date) is not None or _EVERY_YEAR.match(after) is None
