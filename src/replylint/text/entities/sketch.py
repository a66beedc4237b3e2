"""A text drawn as a line of signs, so that a short pattern can say what words must be.

For every word a sketch has two signs: one for what stands before it, one for the word itself. What
follows the last word is the last sign. «через 2 часа.» may be drawn as ``_C_d_U!``; word ``i`` is
at position ``2 * i + 1``. Signs of words are letters and digits that each recogniser chooses; the
signs for what stands between words are the same for all, and never letters:

====== ========================================= ====== =====================================
sign   between the words                         sign   between the words
====== ========================================= ====== =====================================
``_``  nothing, or white space in a line         ``/``  a slash
``~``  one line break                            ``:``  a colon
``-``  a hyphen or dash of any kind              ``<``  an opening bracket, ``>`` a closing one
``.``  a full stop without a space               ``¤``  a currency sign, for the word before
``·``  a full stop and white space               ``¢``  a currency sign, for the word after
``,``  a comma without a space                   ``%``  a percent sign
``;``  a comma and white space                   ``№``  № or #, before a word
``&``  a plus sign, before a word                ``!``  anything else
====== ========================================= ====== =====================================
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import chain

from replylint.text.entities.words import Words

OTHER = "0"
"""The sign of a word that means nothing to the recogniser."""
SPACE = "[_~]"
CURRENCY_SIGNS = "₽$€£¥₸₴"

_REMEMBERED = 20_000
_LONGEST_REMEMBERED = 40
_GAP = re.compile(
    rf"""
    (?P<after_money>[^\S\n]?[{CURRENCY_SIGNS}])
  | (?P<percent>[^\S\n]?[%‰])
  | (?P<one>[^\S\n]*(?:\.[^\S\n]*(?=[-‐‑–—]))?(?P<mark>[-‐‑‒–—−.,/:()])[^\S\n]*)\Z
    """,
    re.VERBOSE,
)
_GAP_END = re.compile(rf"(?:(?P<number>[№#])|(?P<before_money>[{CURRENCY_SIGNS}])|\+)[^\S\n]?\Z")
_MARK_SIGNS = {"/": "/", ":": ":", "(": "<", ")": ">"}
_TAIL = 40


class Lexicon(dict[str, str]):
    """The sign of each word: from a table of forms, else by the shape of the word.

    Every word that is looked up is remembered, up to a limit, so that looking up is cheap.
    """

    def __init__(self, forms: Mapping[str, str], shape: Callable[[str], str]) -> None:
        """``forms`` maps signs to words, separated by spaces; the first sign of a word counts."""
        super().__init__()
        self._table: dict[str, str] = {}
        for sign, words in forms.items():
            for word in words.split():
                self._table.setdefault(word, sign)
        self._shape = shape
        self.update(self._table)

    def __missing__(self, word: str) -> str:
        sign = self._table.get(word) or self._shape(word) or OTHER
        if len(word) <= _LONGEST_REMEMBERED:
            if len(self) > _REMEMBERED:
                self.clear()
                self.update(self._table)
            self[word] = sign
        return sign


class _Gaps(dict[str, str]):
    def __missing__(self, gap: str) -> str:
        sign = _gap_sign(gap)
        if len(gap) <= 3 and len(self) < _REMEMBERED:
            self[gap] = sign
        return sign


_gaps = _Gaps()


def sketch(words: Words, lexicon: Lexicon) -> str:
    """The signs of all words and of what stands between them.

    It is empty where no word means anything to the recogniser: then no pattern can begin.
    """
    text = words.text
    signs = [*map(lexicon.__getitem__, words.words)]
    if "".join(signs).isdigit():
        return ""
    before = [_gaps[text[e:s]] for e, s in zip(chain((0,), words.ends), words.starts, strict=False)]
    if before and before[0] == "¤" and text[: words.starts[0]].rstrip()[-1] in CURRENCY_SIGNS:
        before[0] = "¢"
    line = "".join(chain.from_iterable(zip(before, signs, strict=True)))
    return line + (_last_sign(text[words.ends[-1] : words.ends[-1] + _TAIL]) if before else "")


def _last_sign(gap: str) -> str:
    if not gap.strip():
        return "!"
    sign = _gaps[gap]
    return "¤" if sign == "¢" and gap.strip() in CURRENCY_SIGNS else sign


def pattern(alternatives: str) -> re.Pattern[str]:
    """A pattern of signs, in verbose notation. It begins at a word that means something."""
    return re.compile(rf"(?=[A-Za-z])(?:{alternatives})", re.VERBOSE)


def span(match: re.Match[str], group: str | int = 0) -> tuple[int, int]:
    """The first word that a group of a match covers, and the end (a word, excluded)."""
    start, end = match.span(group)
    return start // 2, (end + 1) // 2


def _gap_sign(gap: str) -> str:
    bare = gap.strip()
    breaks = gap.count("\n") or gap.count("\r")
    if not bare:
        return "_" if not breaks else "~" if breaks == 1 else "!"
    found = _GAP.match(gap)
    if found is not None and found["after_money"]:
        # «5 $» is for the word before, «for $5» for the word after
        glued_after = len(gap) > 1 and gap[0].isspace() and bare == gap[1:]
        return "¢" if glued_after and bare in "$€£" else "¤"
    if found is not None and found["percent"]:
        return "%"
    if found is not None:
        return _mark_sign(gap, found["mark"])
    end = _GAP_END.search(gap[-_TAIL:])
    if end is not None:
        return "№" if end["number"] else "¢" if end["before_money"] else "&"
    return "!"


def _mark_sign(gap: str, mark: str) -> str:
    if mark == ".":
        return "!" if gap[0] != "." else "." if len(gap) == 1 else "·"
    if mark == ",":
        return "," if len(gap) == 1 else ";"
    return _MARK_SIGNS.get(mark, "-")
