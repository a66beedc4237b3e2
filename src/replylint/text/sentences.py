"""Where sentences and paragraphs end in a reply as people type it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from replylint.text.tokens import Kind, Triple

_ABBREVIATIONS = frozenset(
    "т е к н г гг д п пп ул руб коп р стр рис им тел моб доб напр см ср др пр тыс млн млрд мин сек "
    "ч шт кв корп обл оф эт ст пер бул наб мкр etc e.g i.e mr mrs ms dr no".split()
)
_BEFORE_NAMES = frozenset("ул г им пр пер наб бул мкр mr mrs ms dr".split())
ENDS = frozenset(".!?…")
_CONTINUES = frozenset(',;:-–—(«"“')
_PARTS = frozenset(",;:")
_SPACE, _MARK, _EMOJI = Kind.SPACE, Kind.MARK, Kind.EMOJI
_WRAP_WIDTH = 50
_NARROW_WIDTH = 30
"""So wide a line may be wrapped too, where the author begins sentences with a capital letter."""
_INDENT = 16
_LIST_DIGITS = 2
"""«2300.» at the beginning of a line is an answer, not the number of a point in a list."""
_ENDLESS = 600
"""So many tokens are more than a sentence has: the longest of laws have some 300 words."""
_PATIENCE = 120
"""After so many tokens more anything will do to part such a sentence."""


def sentence_starts(text: str, tokens: Sequence[Triple]) -> list[int]:
    """The indexes of the tokens that begin a sentence, 0 first; empty for no tokens.

    A sentence ends at ``.``, ``!``, ``?`` or ``…`` before white space, unless the full stop belongs
    to an abbreviation, an initial or a list number; and at a line break, unless the line was only
    wrapped (a long line without a closing mark, the next one beginning in lower case). What goes on
    for hundreds of words is parted, see ``within_reason``.
    """
    starts = [0] if tokens else []
    ended = False
    has_words = False
    line_start = 0
    count = len(tokens)
    for index, (kind, start, end) in enumerate(tokens):
        if kind is _SPACE:
            breaks = 0
            if end - start > 1 or text[start] != " ":
                breaks = line_breaks(text, start, end)
            before = tokens[index - 1] if 0 < index < count - 1 else None
            if breaks and not (
                before and is_wrapped(text, before, start - line_start, end, breaks)
            ):
                ended = True
            if breaks:
                line_start = end
            if not ended or index + 1 == count or (not breaks and tokens[index + 1][0] is _EMOJI):
                continue
            if has_words:
                starts.append(index + 1)
                ended = has_words = False
        elif kind is _MARK:
            if text[start] in ENDS:
                ended = not is_abbreviation(text, tokens, index)
        elif ended and kind is not _EMOJI and after_glued_end(text, tokens, index):
            starts.append(index)
            ended = False
            has_words = True
        else:
            ended = ended and kind is _EMOJI
            has_words = has_words or kind is not _EMOJI
    return within_reason(text, tokens, starts)


def within_reason(text: str, tokens: Sequence[Triple], starts: Sequence[int]) -> list[int]:
    """The same beginnings of sentences, and those of the parts of endless ones.

    Nobody reads a sentence of a thousand words as one, and patterns that look for company anywhere
    in a sentence would take long to go through it. It is parted after a comma, semicolon or colon,
    else after white space, else anywhere.
    """
    if len(tokens) <= _ENDLESS:
        return [*starts]
    found: list[int] = []
    for start, end in pairwise((*starts, len(tokens))):
        while True:
            found.append(start)
            if end - start <= _ENDLESS + _PATIENCE:
                break
            start = _part_end(text, tokens, start + _ENDLESS)
    return found


def _part_end(text: str, tokens: Sequence[Triple], first: int) -> int:
    """Where to part an endless sentence: a token from ``first`` on that is no white space."""
    candidates = range(first, first + _PATIENCE)
    spaces = [at for at in candidates if tokens[at - 1][0] is _SPACE]
    marks = (at for at in spaces if text[tokens[at - 2][1]] in _PARTS)
    return next(marks, next(iter(spaces), first))


def surely_ends(before: Kind, word: str) -> bool:
    """Whether a full stop after this token ends a sentence, whatever stands around the two."""
    if before is not Kind.WORD:
        return before is not Kind.NUMBER
    return not (len(word) == 1 or word in _BEFORE_NAMES or word.lower() in _ABBREVIATIONS)


def paragraph_numbers(text: str, tokens: Sequence[Triple], starts: Sequence[int]) -> list[int]:
    """For each sentence the number of its paragraph, from 0; an empty line begins a new one."""
    if text.count("\n") < 2 and text.count("\r") < 2:
        return [0] * len(starts)
    numbers: list[int] = []
    number = 0
    previous = 0
    for start in starts:
        if numbers and any(
            kind is _SPACE and line_breaks(text, begin, end) > 1
            for kind, begin, end in tokens[previous:start]
        ):
            number += 1
        numbers.append(number)
        previous = start
    return numbers


def line_breaks(text: str, start: int, end: int) -> int:
    """How many lines end in this white space, with LF, CRLF or CR."""
    return text.count("\n", start, end) or text.count("\r", start, end)


def after_glued_end(text: str, tokens: Sequence[Triple], index: int) -> bool:
    """«поможем.Ожидайте»: a mark, no space, then a capital letter."""
    before, mark, _stop = tokens[index - 1]
    _kind, start, _end = tokens[index]
    return before is _MARK and text[mark] in ENDS and text[start].isupper()


def is_abbreviation(text: str, tokens: Sequence[Triple], index: int) -> bool:
    """Whether the mark with this index belongs to the word before it and ends nothing."""
    _mark, at, after = tokens[index]
    if index == 0 or text[at:after] != ".":
        return False
    before, start, end = tokens[index - 1]
    word = text[start:end]
    if before is Kind.NUMBER:
        return end - start <= _LIST_DIGITS and _begins_line(text, start)
    if before is not Kind.WORD:
        return False
    if len(word) == 1 and word.isupper():
        return not text[after : after + 1].isspace() or _next_is_capital(text, after)
    if word in _BEFORE_NAMES and not _is_after_number(tokens, index - 1):
        return True
    return word.lower() in _ABBREVIATIONS and not _next_is_capital(text, after)


def _is_after_number(tokens: Sequence[Triple], index: int) -> bool:
    """«2025 г.», as against «г. Тверь»."""
    return index > 1 and tokens[index - 2][0] is Kind.NUMBER


def _begins_line(text: str, position: int) -> bool:
    before = text[max(0, position - _INDENT) : position]
    return (position <= _INDENT or "\n" in before) and not before.rpartition("\n")[2].strip()


def _next_is_capital(text: str, position: int) -> bool:
    return text[position : position + 20].lstrip()[:1].isupper()


def is_wrapped(text: str, before: Triple, width: int, after: int, breaks: int) -> bool:
    """Whether a line was only wrapped: it is long, open at its end, and goes on in lower case.

    ``before`` is its last token, ``width`` its length, the next line begins at ``after``.
    """
    if breaks > 1 or width < _NARROW_WIDTH or not text[after].islower():
        return False
    kind, start, _end = before
    open_end = kind is not _MARK or text[start] in _CONTINUES - {":"}
    return open_end and (width >= _WRAP_WIDTH or _begins_with_capital(text))


def _begins_with_capital(text: str) -> bool:
    return text[:_INDENT].lstrip("«\"'—–- \n\t")[:1].isupper()
