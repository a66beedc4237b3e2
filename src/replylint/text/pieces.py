"""A sentence as the pieces of words that the encoder knows, by a list that is ready at once.

The package of the encoder cuts a text into the likeliest sequence of pieces, with a table of all
beginnings of pieces that takes half a second to build. Here the pieces lie in order, so that those
a text begins with are neighbours and parents of each other, and nothing has to be built. What comes
out is the same: a piece never goes over a space, so that a sentence is the pieces of its words, and
the likelihoods are numbers whose sums are exact, so that it does not matter where summing begins.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

SPACE = "▁"
"""The sign that the pieces have for a space."""

_WORDS = re.compile(f"{SPACE}[^{SPACE}]*|[^{SPACE}]+")
_REMEMBERED = 20_000

Ids = list[int]


class Pieces:
    """The pieces in the order of their code points, and how to cut a text into them.

    Lists beside ``pieces`` say of each its number, its likelihood (a logarithm) and the index of
    the longest other piece that it begins with, -1 where there is none. ``unknown`` is the number
    of a character that no piece has, and ``unlikely`` its likelihood. ``signs`` are the characters
    that are written in another way before a text is cut. Characters that melt into the one before
    them (``melting``: accents and the like) are none of ours: a text with one of these is given to
    ``otherwise``.
    """

    def __init__(
        self,
        pieces: Sequence[str],
        numbers: Sequence[int],
        likelihoods: Sequence[float],
        parents: Sequence[int],
        *,
        unknown: int,
        unlikely: float,
        edges: tuple[int, int],
        signs: Mapping[int, str],
        melting: str,
        otherwise: Callable[[str], Ids],
    ) -> None:
        self._pieces, self._numbers = pieces, numbers
        self._likelihoods, self._parents = likelihoods, parents
        self._unknown, self._unlikely = unknown, unlikely
        self._first, self._last = edges
        self._signs = signs
        self._melts = re.compile(f"[{re.escape(melting)}]").search if melting else _never
        self._otherwise = otherwise
        self._longest = max(map(len, pieces), default=1)
        self._of_word = lru_cache(_REMEMBERED)(self._cut)

    def encode(self, text: str, **_wanted: object) -> Ids:
        """The numbers of the pieces of a text between those of its edges.

        Called as the package calls its own: with keywords that ask for just this.
        """
        if self._melts(text):
            return self._otherwise(text)
        spaced = " ".join(part for part in text.translate(self._signs).split(" ") if part)
        written = (SPACE + spaced.replace(" ", SPACE)).rstrip(SPACE) if spaced else ""
        ids = [self._first]
        for word in _WORDS.findall(written):
            ids += self._of_word(word)
        if not written:
            ids.append(self._unknown)
        ids.append(self._last)
        return ids

    def _cut(self, word: str) -> Ids:
        """The likeliest pieces of a word; of equally likely ones those that begin with the longest.

        From left to right: the best way to each place goes on with every piece that fits there.
        """
        best = [0.0, *[-1e38] * len(word)]
        came: list[tuple[int, int]] = [(0, 0)] * (len(word) + 1)
        for start in range(len(word)):
            single = False
            for length, index in self._fitting(word, start):
                score = best[start] + self._likelihoods[index]
                if score > best[start + length]:
                    best[start + length] = score
                    came[start + length] = start, self._numbers[index]
                single = single or length == 1
            score = best[start] + self._unlikely
            if not single and score > best[start + 1]:
                best[start + 1] = score
                came[start + 1] = start, self._unknown
        found: Ids = []
        end = len(word)
        while end:
            end, number = came[end]
            found.append(number)
        return found[::-1]

    def _fitting(self, word: str, start: int) -> list[tuple[int, int]]:
        """The length and index of each piece that stands in a word at ``start``."""
        rest = word[start : start + self._longest]
        index = bisect_right(self._pieces, rest) - 1
        found = []
        while index >= 0:
            piece = self._pieces[index]
            if rest.startswith(piece):
                found.append((len(piece), index))
            index = self._parents[index]
        return found


def _never(_text: str) -> None:
    return None


def parents_of(pieces: Sequence[str]) -> list[int]:
    """For each piece of a list in order the index of the longest that it begins with, or -1."""
    parents: list[int] = []
    open_ones: list[int] = []
    for index, piece in enumerate(pieces):
        while open_ones and not piece.startswith(pieces[open_ones[-1]]):
            open_ones.pop()
        parents.append(open_ones[-1] if open_ones else -1)
        open_ones.append(index)
    return parents
