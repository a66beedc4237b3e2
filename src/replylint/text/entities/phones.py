"""Phone numbers: «+7 (912) 345-67-89», «8 800 …», «345-67-89», «*100#», «на номер 900».

A run of eleven figures is a Russian number only if it begins as those do; after «заказ», «ИНН»,
«трек» and the like it is no phone. Numbers of other countries need a plus, and the library
``phonenumbers`` knows which exist; it is loaded when the first one is met.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from replylint.text.entities.words import Entity, Words

KIND = "phone"

_PHONE = re.compile(
    r"""
    (?<![\w.,/№#+-])
    (?:
        # «+7 (912) 345-67-89», «8-800-555-35-35», «89123456789»
        (?P<russian>
            (?:\+\s?7|[78]) [\s\u00a0\-‐‑–.(]{0,3} (?P<code>[0-9]{3,5}) [\s\u00a0\-‐‑–.)]{0,3}
            (?P<rest>[0-9](?:[\s\u00a0\-‐‑–.]{0,2}[0-9]){4,6})
        )
        # «+375 29 123-45-67»
      | (?P<foreign>\+[1-9](?:[\s\u00a0\-‐‑–.()]{0,2}[0-9]){7,14})
        # «912 345-67-89», «(495) 123-45-67», «345-67-89»
      | (?P<local>(?:\(?[0-9]{3}\)?[\s\u00a0-]{1,2})?[0-9]{3}[-‐‑–][0-9]{2}[-‐‑–][0-9]{2})
        # «*100#», «*105*2#»
      | (?P<service>\*[0-9]{1,4}(?:\*[0-9]{1,6}){0,3}\#)
        # «звоните на 900», «по номеру 0611»
      | (?P<short>[0-9]{3,4}(?=(?P<after>.?)))
    )
    (?![\w+]|[-‐‑–.,/][0-9])
    """,
    re.VERBOSE | re.DOTALL,
)
_NO_PHONE_BEFORE = re.compile(
    r"(?:заказ|обращени|заявк|тикет|трек|инн|кпп|огрн|бик|сч[её]т|карт|накладн|брон|договор|чек|"
    r"снилс|артикул|order|ticket|track|invoice|account)\w{0,8}\W{0,3}(?:(?:номер|number|no)\W{0,3})?\Z",
    re.IGNORECASE,
)
_SHORT_BEFORE = re.compile(
    r"(?:звон|телефон|тел\.|смс|sms|call|dial|набер\w{1,4}\sномер|набра\w{1,4}\sномер)\w{0,8}(?:\s(?:нам|вам|по|на|бесплатно|"
    r"бесплатному|короткий|короткому|номер|номеру|единому|us|at)){0,4}\W{1,3}\Z",
    re.IGNORECASE,
)
_LOOK_BACK = 60
_RUSSIAN_DIGITS = 11
_RUSSIAN_CODES = frozenset("34689")


def find(words: Words) -> Iterator[Entity]:
    """The phone numbers in a text."""
    text = words.text
    for match in _PHONE.finditer(text):
        start, stop = match.span()
        value = _value(text, match)
        first = bisect_right(words.ends, start)
        end = bisect_left(words.starts, stop)
        if value is not None and end > first:
            yield Entity(KIND, first, end, start, stop, value)


def _value(text: str, match: re.Match[str]) -> str | None:
    """The number in E.164 where it is a whole one, else its figures; None for no phone."""
    written = match[0]
    digits = re.sub("[^0-9]", "", written)
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    if match["service"]:
        return written
    if match["short"]:
        return digits if _SHORT_BEFORE.search(before) else None
    if match["foreign"]:
        return _foreign(written)
    if not written.startswith("+") and _NO_PHONE_BEFORE.search(before):
        return None
    if match["local"]:
        return f"+7{digits}" if len(digits) == _RUSSIAN_DIGITS - 1 else digits
    if len(digits) != _RUSSIAN_DIGITS or digits[1] not in _RUSSIAN_CODES | {"7"}:
        return None
    return "+7" + digits[1:]


def _foreign(written: str) -> str | None:
    from phonenumbers import (
        NumberParseException,
        PhoneNumberFormat,
        format_number,
        is_possible_number,
        parse,
    )

    try:
        number = parse(written)
    except NumberParseException:
        return None
    return format_number(number, PhoneNumberFormat.E164) if is_possible_number(number) else None
