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
_NAME_ZONES = (Zone.GREETING, Zone.SIGNATURE)


def find(
    document: Document, conversation: Conversation, parameters: Mapping[str, Any]
) -> Iterator[Found]:
    """The entities of one kind that no placeholder stands for.

    ``kind`` is ``name`` (in the greeting and the signature), ``date`` (with its number) or
    ``phone`` (but those for everybody). Replies that are no templates have none.
    """
    filled = conversation.filled
    kind = parameters.get("kind")
    if filled is None or kind not in ("name", "date", "phone"):
        return
    for first, end in document.entities(kind).items():
        start, stop = document.starts[first], document.ends[end - 1]
        if kind == "phone":
            start -= len(document.text[:start]) - len(document.text[:start].rstrip("+("))
        if filled.touches(start, stop):
            continue
        text = document.text[start:stop]
        if kind == "name" and document.zones[first] not in _NAME_ZONES:
            continue
        if (kind == "date" and not _DAY.search(text)) or (kind == "phone" and _FOR_ALL.match(text)):
            continue
        yield Found(start, stop)
