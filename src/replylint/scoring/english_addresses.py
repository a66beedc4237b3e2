"""Finds postal addresses in English: "221B Baker Street, London NW1 6XE", "12 Oak Ave, Apt 4".

A street with a number, a flat, a post office box, a town with state and ZIP code, and a British
postcode are addresses by themselves. Every repetition is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = r"[A-Z][\w'’.-]{0,20}"
_STREET = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Square|Sq|"
    r"Way|Close|Crescent|Terrace|Gardens|Highway|Hwy|Parkway|Pkwy|Mews|Grove|Walk|Circle|Trail|"
    r"Quay|Hill|Row|Parade)(?!\w)\.?"
)
_PLAIN = r"(?!(?:on|in|the|of|to|at|for|by|this|our|your|an|and|more)\b)[a-z][a-z'’-]{2,20}"
_FLAT = r"(?:[Aa]pt|[Aa]partment|Flat)\.? ?#?\d{1,4}[A-Z]?(?![\w%]| ?[%$£€])"
_UNIT = (
    rf"(?:{_FLAT}|(?:Unit|Suite|Ste|[Ff]loor|Room)\.? ?#?\d{{1,4}}[A-Z]?(?!\w)|#\d{{1,4}}(?!\w))"
)
_UK_CODE = r"[A-Z]{1,2}\d[A-Z\d]? ?\d(?![GTMK]B)[ABD-HJLNP-UW-Z]{2}(?!\w)"
_ZIP = r"[A-Z]{2} \d{5}(?:-\d{4})?(?!\w)"
_TOWN = rf"{_WORD}(?: {_WORD}){{0,2}}?"
_REST = (
    rf"(?:,? {_UNIT})?(?:,\s{{1,2}}{_TOWN}(?=,| {_UK_CODE}| {_ZIP}|[.\n]|$)){{0,3}}"
    rf"(?:,?\s(?:{_UK_CODE}|{_ZIP}))?"
)

_ADDRESS = re.compile(
    rf"(?<![\w.,$£€-])(?:"
    rf"(?:{_UNIT},? )?\d{{1,5}}[A-Za-z]?(?:[-/]\d{{1,4}})? (?:{_WORD} ){{1,4}}?{_STREET}{_REST}"
    rf"|\d{{1,5}}[a-z]? {_PLAIN}(?: {_PLAIN})? (?:street|avenue|boulevard|road|lane|ave|blvd|"
    rf"rd)(?!\w)"
    rf"|{_FLAT}|P\.? ?O\.? ?Box \d{{1,6}}|{_WORD}(?: {_WORD}){{0,2}}, {_ZIP}|{_UK_CODE}"
    rf")"
)


def find(text: str) -> Iterator[tuple[int, int]]:
    """The code points of the addresses in a text, the end excluded."""
    yield from (match.span() for match in _ADDRESS.finditer(text))
