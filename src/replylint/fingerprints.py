"""Telling one finding from another when lines move: the rule, the words, and their neighbours."""

from __future__ import annotations

import hashlib
import re

from replylint.finding import Finding
from replylint.macros.tags import BETWEEN_BRANCHES

_WORD = re.compile(r"\w+")
_BORDER = re.compile(rf"\n[ \t]*\r?\n|{BETWEEN_BRANCHES}")
"""A blank line, and the tags between the branches of a template: no customer reads both sides."""
_NEIGHBOURS = 4
_NEAR = 200
"""So many code points before and after are enough for the neighbouring words."""


def fingerprint(reply: str, finding: Finding) -> str:
    """32 hexadecimal digits that stay the same wherever the sentence of a finding moves.

    The words right before and after in the paragraph, and in the branch of a template, count, so
    that the same slip elsewhere is another finding; marks, spaces and capitals do not.
    """
    head = _BORDER.split(reply[max(0, finding.start - _NEAR) : finding.start])[-1]
    tail = _BORDER.split(reply[finding.end : finding.end + _NEAR], 1)[0]
    before, after = _words(head)[-_NEIGHBOURS:], _words(tail)[:_NEIGHBOURS]
    own = _words(finding.text)
    parts = (finding.full_rule, " ".join(before), " ".join(own), " ".join(after))
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("ё", "е"))
