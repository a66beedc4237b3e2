"""A reply, parsed once: words, sentences, paragraphs, zones, entities, with original positions."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from replylint.text.contractions import contracted, expand
from replylint.text.cutting import cut
from replylint.text.entities import Words, find_entities
from replylint.text.language import language_of
from replylint.text.normal import plain
from replylint.text.sentences import paragraph_numbers
from replylint.text.tokens import Token, Triple, as_tokens
from replylint.text.zones import PROSE, Places, Zone, zones_of_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from replylint.text.spacy_view import SpacyView


_LATIN = re.compile("[A-Za-z\u212aİ]")
"""Letters that are, or become, those of which English words are made."""


class Sentence(NamedTuple):
    """The words ``first`` to ``end`` (end excluded) and the number of their paragraph."""

    first: int
    end: int
    paragraph: int


class Document:
    """A parsed text.

    *Words* are the tokens that patterns see: words, numbers, links, placeholders and emoji, but
    neither marks nor white space. All parallel lists below are indexed by the number of the word:

    - ``words``: the words in their comparable form (see ``normal``)
    - ``starts``, ``ends``: code points in ``text``, end excluded
    - ``kinds``: the kind of each token
    - ``zones``: the part of the reply that the word belongs to
    - ``sentence_of``: the index in ``sentences``

    ``tokens`` are all tokens, ``token_of[i]`` is the index in them of word ``i``: it never falls,
    and in a text of English words those of a contraction share a token (see ``contractions``).
    ``doc`` is the same text as a spaCy ``Doc``. Any string can be parsed; nothing is raised.

    With ``language`` the text is parsed as one in that language, whatever its words. The numbers of
    its sentences are the same then, those of its words need not be.
    """

    def __init__(self, text: str, language: str | None = None) -> None:
        self.text = text
        self._given_language = language
        tokens, token_of, words, starts = cut(text)
        self._tokens = tokens
        self._sentence_starts = starts
        word_tokens: Sequence[Triple] = [tokens[i] for i in token_of]
        has_latin = _LATIN.search(text) is not None
        if has_latin and contracted(words) and (language or language_of(words)) == "en":
            words, word_tokens, token_of = expand(text, words, word_tokens, token_of)
        self.token_of = token_of
        self.words = words
        self.kinds = [kind for kind, _start, _end in word_tokens]
        self.starts = [start for _kind, start, _end in word_tokens]
        self.ends = [end for _kind, _start, end in word_tokens]
        self._has_latin = has_latin
        self.sentences = self._sentences(starts)
        self.sentence_of: list[int] = []
        for number, (first, end, _paragraph) in enumerate(self.sentences):
            self.sentence_of += [number] * (end - first)
        sentences = [(first, end) for first, end, _paragraph in self.sentences]
        self.zones: Sequence[Zone] = zones_of_words(
            text, Places(self.kinds, self.starts, self.ends, sentences)
        )

    def _sentences(self, starts: Sequence[int]) -> list[Sentence]:
        token_of = self.token_of
        paragraphs = paragraph_numbers(self.text, self._tokens, starts)
        sentences: list[Sentence] = []
        first = 0
        for number, paragraph in enumerate(paragraphs, 1):
            last = number == len(starts)
            end = len(token_of) if last else bisect_left(token_of, starts[number], first)
            if end > first:
                sentences.append(Sentence(first, end, paragraph))
            first = end
        return sentences

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """All tokens; every code point of the text belongs to one."""
        return as_tokens(self._tokens)

    @cached_property
    def doc(self) -> Doc:
        """The text as a spaCy ``Doc`` with the same tokens and sentences, made on first use.

        Importing spaCy costs more than checking thousands of replies, so it is not done before.
        """
        from replylint.text.spacy_pipeline import parse

        return parse(self.text, self.tokens, self._sentence_starts)

    @cached_property
    def spacy(self) -> SpacyView:
        """``doc`` sentence by sentence, parsed where asked, and its tokens as words and back."""
        from replylint.text.spacy_view import SpacyView

        return SpacyView(self.doc, self.words, self.starts, self.language)

    @cached_property
    def language(self) -> str:
        """The code of the language of most of the author's own words: ``"ru"`` or ``"en"``."""
        if self._given_language is not None:
            return self._given_language
        if not self._has_latin:
            return "ru"
        own = [w for w, zone in zip(self.words, self.zones, strict=True) if zone in PROSE]
        return language_of(own or self.words)

    @cached_property
    def lowered(self) -> str | None:
        """The text in lower case; None where a letter is equal to more than its own two cases."""
        return plain(self.text)

    @cached_property
    def line_starts(self) -> Sequence[int]:
        """The code point at which each line begins; lines end with LF, CRLF or CR."""
        starts = [0]
        position = 0
        for line in self.text.replace("\r\n", " \n").replace("\r", "\n").split("\n")[:-1]:
            position += len(line) + 1
            starts.append(position)
        return starts

    def line_and_column(self, position: int) -> tuple[int, int]:
        """The line and column, from 1, of the code point at ``position``."""
        line = bisect_right(self.line_starts, position)
        return line, position - self.line_starts[line - 1] + 1

    @cached_property
    def in_capitals(self) -> Sequence[int]:
        """The words that are written in capitals alone, those of one letter among them."""
        text, places = self.text, zip(self.starts, self.ends, strict=True)
        return [word for word, (start, end) in enumerate(places) if text[start:end].isupper()]

    def written(self, word: int) -> str:
        """A word as it stands in the text."""
        return self.text[self.starts[word] : self.ends[word]]

    def marks_before(self, word: int) -> str:
        """The marks and white space between the word before and word number ``word``.

        ``word`` may be the number of words: then it is what follows the last word.
        """
        start = self.ends[word - 1] if word else 0
        end = self.starts[word] if word < len(self.starts) else len(self.text)
        return self.text[start:end]

    def words_after(self, mark: str, first: int, end: int) -> Sequence[int]:
        """The words from ``first`` up to and with ``end`` before which a mark stands."""
        text, starts, ends = self.text, self.starts, self.ends
        at = ends[first - 1] if first else 0
        stop = starts[end] if end < len(starts) else len(text)
        found: list[int] = []
        while (at := text.find(mark, at, stop)) >= 0:
            word = bisect_right(starts, at)
            if (not word or ends[word - 1] <= at) and found[-1:] != [word]:
                found.append(word)
            at += 1
        return found

    def has_mark(self, mark: str) -> bool:
        """Whether a mark, or any other piece of text, stands somewhere in the text."""
        known = self._marks.get(mark)
        if known is None:
            known = self._marks[mark] = mark in self.text
        return known

    def place_of_sentence(self, number: int) -> tuple[int, int]:
        """The code points of a sentence with its marks and the white space after it."""
        starts, tokens = self._sentence_starts, self._tokens
        after = bisect_right(starts, self.token_of[self.sentences[number].first])
        stop = tokens[starts[after]][1] if after < len(starts) else len(self.text)
        return tokens[starts[after - 1]][1], stop

    def sentence_near(self, word: int) -> int:
        """The number of the sentence that holds a word, or that ends before it; 0 without words."""
        return self.sentence_of[min(word, len(self.sentence_of) - 1)] if self.sentence_of else 0

    def sentence_at(self, position: int) -> int:
        """The number of the sentence that holds a code point, or that ends before it."""
        return self.sentence_near(max(0, bisect_right(self.starts, position) - 1))

    def entities(self, kind: str) -> Mapping[int, int]:
        """The entities of a kind: the first word of each, and its end (a word index, excluded)."""
        found = self._entities.get(kind)
        if found is None:
            words = Words(self.text, self.starts, self.ends, self.kinds, self.words)
            found = find_entities(kind, words)
            self._entities[kind] = found
        return found

    def entity_starts(self, kind: str) -> Sequence[int]:
        """The first words of the entities of a kind, in order."""
        starts = self._entity_starts.get(kind)
        if starts is None:
            starts = self._entity_starts[kind] = sorted(self.entities(kind))
        return starts

    @cached_property
    def _entity_starts(self) -> dict[str, Sequence[int]]:
        return {}

    @cached_property
    def _marks(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _entities(self) -> dict[str, Mapping[int, int]]:
        return {}
