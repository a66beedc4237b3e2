"""The whole number of a bank card in a reply: «4111 1111 1111 1111»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from replylint.conversation import Conversation
from replylint.signals.match import Match
from replylint.signals.plugin import Found, only_where
from replylint.text.document import Document
from replylint.text.zones import Zone

_NUMBER = re.compile(
    r"(?<![\w#№./-])(?<!\d[ ])(?:[2-6]\d{3}([ \u00a0-]?)\d{4}\1\d{4}\1\d{4}"
    r"|3[47]\d{2}([ \u00a0-]?)\d{6}\2\d{5})(?![ -]?\d)"
)
_CARD = re.compile(
    r"(?<![^\W\d])(?:card|visa|mastercard|amex|maestro|карт|виз[аыуе](?!\w)|мир(?!\w))",
    re.IGNORECASE,
)
_MANY_DIGITS = re.compile(r"\d[\d \u00a0-]{13}")
"""What every number of a card begins with; looking for this alone is quick."""
_NEAR = 60
_TEN = 10


def _has_long_numbers(document: Document) -> bool:
    text = document.text
    return _MANY_DIGITS.search(text) is not None and _NUMBER.search(text) is not None


@only_where(_has_long_numbers)
def find(
    document: Document, _conversation: Conversation, _parameters: Mapping[str, Any]
) -> Iterator[Found]:
    """Numbers that have the form and the check digit of a bank card.

    Digits without spaces may be any number: they count only near a word for a card. A quotation of
    the customer's counts as well, since it is sent all the same.
    """
    text = document.text
    for number in _NUMBER.finditer(text):
        digits = re.sub(r"\D", "", number.group())
        if not _has_check_digit(digits) or _is_code(document, number.start()):
            continue
        around = text[max(0, number.start() - _NEAR) : number.end() + _NEAR]
        if number.group() != digits or _CARD.search(around):
            yield Found(number.start(), number.end())


def _is_code(document: Document, place: int) -> bool:
    touched = Match.of_code_points(document, place, place + 1)
    return touched.first < touched.end and document.zones[touched.first] in (Zone.CODE, Zone.LINK)


def _has_check_digit(digits: str) -> bool:
    """Whether the last digit is right by the rule of Luhn."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value // _TEN + value % _TEN
    return total % _TEN == 0
