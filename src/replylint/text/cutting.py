"""Tokens, words and sentences of a text in one go, by what is known of its pieces.

People use the same words again and again. So a text is cut at white space first, and what a piece
between white space consists of («заказ,» is a word and a mark) is worked out once and remembered.
The result is that of ``tokenize``, ``normal`` and ``sentence_starts``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from replylint.text.normal import normal
from replylint.text.sentences import (
    ENDS,
    after_glued_end,
    is_abbreviation,
    is_wrapped,
    line_breaks,
    sentence_starts,
    surely_ends,
    within_reason,
)
from replylint.text.tokens import Kind, Triple, tokenize

_PIECE = re.compile(r"(\S+)(\s*)")
_LEADING = re.compile(r"\s*")
_REMEMBERED = 50_000
_LONGEST_REMEMBERED = 40
_ENORMOUS = 10_000
_SPACE, _MARK, _EMOJI, _WORD = Kind.SPACE, Kind.MARK, Kind.EMOJI, Kind.WORD


class Cut(NamedTuple):
    """All tokens of a text, the words among them, and where sentences begin.

    ``token_of`` are the indexes of the tokens that are words, ``words`` their comparable forms;
    ``sentence_starts`` are indexes of tokens.
    """

    tokens: Sequence[Triple]
    token_of: list[int]
    words: list[str]
    sentence_starts: Sequence[int]


class _Effect(Enum):
    """What a piece does to the sentence that it stands in."""

    GOES_ON = 0
    ENDS = 1
    DEPENDS = 2


_ENDS, _DEPENDS = _Effect.ENDS, _Effect.DEPENDS


class _Piece(NamedTuple):
    """The tokens of a piece with places counted from its beginning, and the words among them.

    ``only`` is the one word that the piece is, if so; ``words`` are the numbers of tokens that are
    words, with their comparable forms. ``begins_with_emoji`` is told of the first token.
    """

    only: str | None
    tokens: tuple[Triple, ...]
    words: tuple[tuple[int, str], ...]
    effect: _Effect
    begins_with_emoji: bool


_known: dict[str, _Piece] = {}


def cut(text: str) -> Cut:
    """Cut a text into its tokens; any string can be cut."""
    # a placeholder may have white space in it; an enormous piece is not worth remembering
    if "{" in text or "[" in text or "<" in text or _has_enormous(text):
        tokens = tokenize(text)
        token_of = [i for i, (kind, _s, _e) in enumerate(tokens) if kind not in (_MARK, _SPACE)]
        words = [normal(text[tokens[i].start : tokens[i].end]) for i in token_of]
        return Cut(tokens, token_of, words, sentence_starts(text, tokens))
    return _Cutter(text).cut()


def _has_enormous(text: str) -> bool:
    return len(text) > _ENORMOUS and max(map(len, text.split()), default=0) > _ENORMOUS


def _learned(piece: str) -> _Piece:
    """What a piece is, remembered for the next time."""
    tokens = tuple((kind, start, end) for kind, start, end in tokenize(piece))
    words = tuple(
        (number, normal(piece[start:end]))
        for number, (kind, start, end) in enumerate(tokens)
        if kind is not _MARK
    )
    only = words[0][1] if len(tokens) == 1 and tokens[0][0] is _WORD else None
    found = _Piece(only, tokens, words, _effect(piece, tokens), tokens[0][0] is _EMOJI)
    if len(piece) <= _LONGEST_REMEMBERED:
        if len(_known) >= _REMEMBERED:
            _known.clear()
        _known[piece] = found
    return found


def _effect(piece: str, tokens: Sequence[Triple]) -> _Effect:
    if any(kind is _EMOJI for kind, _start, _end in tokens):
        return _DEPENDS
    ends = [
        n for n, (kind, start, _e) in enumerate(tokens) if kind is _MARK and piece[start] in ENDS
    ]
    if not ends:
        return _Effect.GOES_ON
    words = [number for number, (kind, _start, _end) in enumerate(tokens) if kind is not _MARK]
    if not words or words[-1] > ends[0]:
        return _DEPENDS
    _kind, start, end = tokens[ends[-1]]
    before, first, stop = tokens[ends[-1] - 1]
    sure = piece[start:end] != "." or surely_ends(before, piece[first:stop])
    return _ENDS if sure else _DEPENDS


class _Cutter:
    """Goes through a text piece by piece; the state is that of ``sentence_starts``."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens: list[Triple] = []
        self._line_start = 0

    def cut(self) -> Cut:
        """All of the text."""
        text, tokens = self._text, self._tokens
        token_of: list[int] = []
        words: list[str] = []
        starts = [0] if text else []
        known = _known
        at = 0
        ended = has_words = False
        breaks = 0
        leading = _LEADING.match(text)
        if leading is not None and leading.end():
            at = leading.end()
            breaks, ended = self._space(0, at, ended)
        for piece, space in _PIECE.findall(text, at):
            found = known.get(piece) or _learned(piece)
            only, own, numbers, effect, begins_with_emoji = found
            here = len(tokens)
            if ended and has_words and (breaks or not begins_with_emoji):
                starts.append(here)
                ended = has_words = False
            if only is not None:
                after = at + len(piece)
                token_of.append(here)
                words.append(only)
                tokens.append((_WORD, at, after))
                ended, has_words = False, True
            else:
                after = at + len(piece)
                for kind, start, end in own:
                    tokens.append((kind, at + start, at + end))
                for number, word in numbers:
                    token_of.append(here + number)
                    words.append(word)
                if effect is _DEPENDS:
                    ended, has_words = self._walk(here, ended, has_words, starts)
                elif numbers:
                    ended, has_words = effect is _ENDS, True
            at = after
            if space:
                if space == " ":
                    at += 1
                    breaks = 0
                    tokens.append((_SPACE, after, at))
                else:
                    at += len(space)
                    breaks, ended = self._space(after, at, ended)
        return Cut(tokens, token_of, words, within_reason(text, tokens, starts))

    def _space(self, start: int, end: int, ended: bool) -> tuple[int, bool]:
        """Add white space; the lines that end in it, and whether a sentence has ended."""
        text = self._text
        self._tokens.append((_SPACE, start, end))
        breaks = line_breaks(text, start, end)
        if not breaks:
            return 0, ended
        before = self._tokens[-2] if len(self._tokens) > 1 else None
        wrapped = (
            before is not None
            and end < len(text)
            and is_wrapped(text, before, start - self._line_start, end, breaks)
        )
        self._line_start = end
        return breaks, ended or not wrapped

    def _walk(
        self, first: int, ended: bool, has_words: bool, starts: list[int]
    ) -> tuple[bool, bool]:
        """Go through the tokens of a piece one by one."""
        tokens, text = self._tokens, self._text
        for index in range(first, len(tokens)):
            kind = tokens[index][0]
            if kind is _MARK:
                if text[tokens[index][1]] in ENDS:
                    ended = not is_abbreviation(text, tokens, index)
            elif ended and kind is not _EMOJI and after_glued_end(text, tokens, index):
                starts.append(index)
                ended, has_words = False, True
            else:
                ended = ended and kind is _EMOJI
                has_words = has_words or kind is not _EMOJI
        return ended, has_words
