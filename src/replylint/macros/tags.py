"""The tags of Liquid, and those of Handlebars that say the same in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

CONDITIONS: Mapping[str, str] = MappingProxyType(
    {"if": "endif", "unless": "endunless", "case": "endcase", "for": "endfor"}
)
"""The tags that begin a condition or a loop, each with the one that ends it."""

BRANCHES = ("elsif", "else", "when")
"""The tags that begin a further branch of a condition."""

BLOCKS: Mapping[str, str] = MappingProxyType(
    {"capture": "endcapture", "comment": "endcomment", "raw": "endraw"}
)
"""The other tags that stand around a text, each with the one that ends it."""

_WORDS = frozenset(
    (
        *(*CONDITIONS, *CONDITIONS.values(), *BRANCHES, *BLOCKS, *BLOCKS.values()),
        *("assign", "break", "continue"),
    )
)
_IN_HANDLEBARS = {"if": "if", "unless": "unless", "each": "for"}
_NAMES = "|".join(_IN_HANDLEBARS)

_LIQUID = re.compile(r"\{%-?\s*(?P<word>[a-z]+)\b(?P<rest>[^{}\n]{0,300}?)-?%\}")
_HANDLEBARS = re.compile(
    rf"\{{\{{~?(?:#(?P<open>{_NAMES})\b(?P<rest>[^{{}}\n]{{0,300}}?)|(?:else|\^)|"
    rf"/(?P<close>{_NAMES}))\s*~?\}}\}}"
)
BETWEEN_BRANCHES = (
    rf"\{{%-?[ \t]*(?:{'|'.join((*CONDITIONS, *BRANCHES))}|end[a-z]+)\b[^{{}}]*%\}}"
    rf"|\{{\{{~?[ \t]*(?:[#/](?:{_NAMES})\b[^{{}}]*|else|\^)[ \t]*~?\}}\}}"
)
"""An expression for the tags, however long, at which a branch of a template begins or ends."""


class Tag(NamedTuple):
    """A tag of Liquid that prints nothing itself, such as ``if`` or ``assign``.

    ``is_each`` is a loop of Handlebars, in whose body names are those of its item.
    """

    start: int
    end: int
    word: str
    rest: str
    is_each: bool = False


def tags_in(template: str) -> list[Tag]:
    """The tags of a template, in the order of the text."""
    found = [*_of_liquid(template)] if "{%" in template else []
    if "{{" in template:
        found += _of_handlebars(template)
    return sorted(found)


def _of_liquid(template: str) -> Iterator[Tag]:
    for match in _LIQUID.finditer(template):
        if match["word"] in _WORDS:
            yield Tag(*match.span(), match["word"], match["rest"].strip())


def _of_handlebars(template: str) -> Iterator[Tag]:
    for match in _HANDLEBARS.finditer(template):
        rest = (match["rest"] or "").strip()
        yield Tag(*match.span(), _in_liquid(match), rest, match["open"] == "each")


def _in_liquid(block: re.Match[str]) -> str:
    """The tag that says in Liquid what a block of Handlebars says."""
    if block["open"]:
        return _IN_HANDLEBARS[block["open"]]
    return CONDITIONS[_IN_HANDLEBARS[block["close"]]] if block["close"] else "else"
