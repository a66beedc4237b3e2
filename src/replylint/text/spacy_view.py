"""A document as spaCy sees it: its sentences as small ``Doc``s, and its tokens as our words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy
from spacy.tokens import Doc

from replylint.text.lemmas import lemma

_PLAIN: list[int | str] = ["NORM"]
_PARSED: list[int | str] = ["NORM", "LEMMA", "POS", "TAG", "MORPH", "DEP", "HEAD"]


class SentenceDoc(NamedTuple):
    """One sentence as a ``Doc`` of its own, without the white space that stands as a token.

    ``tokens[i]`` is the index in the whole ``Doc`` of token ``i``.
    """

    doc: Doc
    tokens: Sequence[int]


class SpacyView:
    """The sentences of a ``Doc``, and how its tokens and the words of a document correspond.

    The numbers of tokens and words differ: marks and white space are tokens, but no words, and a
    single space is neither. ``token_of_word[i]`` is the token that word ``i`` is;
    ``words_before[i]`` is how many words stand before token ``i``, also for ``i == len(doc)``, so
    that the tokens ``a`` to ``b`` hold the words ``words_before[a]`` to ``words_before[b]``.

    ``sentences`` are the first token and the end (excluded) of each sentence of the ``Doc``, which
    may have sentences of marks only: their numbers are not those of ``Document.sentences``.
    """

    def __init__(
        self, doc: Doc, words: Sequence[str], starts: Sequence[int], language: str
    ) -> None:
        self.doc = doc
        self._words = words
        self._language = language
        self.token_of_word: list[int] = []
        self.words_before: list[int] = []
        begins: list[int] = []
        for index, token in enumerate(doc):
            known = len(self.token_of_word)
            self.words_before.append(known)
            while known < len(starts) and starts[known] < token.idx + len(token):
                self.token_of_word.append(index)
                known += 1
            if index == 0 or token.is_sent_start:
                begins.append(index)
        self.words_before.append(len(self.token_of_word))
        self.sentences = list(pairwise([*begins, len(doc)]))
        self._begins = begins
        self._plain: dict[int, SentenceDoc] = {}
        self._parsed: dict[int, SentenceDoc] = {}

    def word_of(self, token: int) -> int | None:
        """The word that a token is; None for marks and white space."""
        word = self.words_before[token]
        return word if self.words_before[token + 1] > word else None

    def sentence_of_word(self, word: int) -> int:
        """The number in ``sentences`` of the one with this word."""
        return bisect_right(self._begins, self.token_of_word[word]) - 1

    def span(self, first: int, end: int) -> tuple[int, int]:
        """The code points in the text of the tokens ``first`` to ``end`` (end excluded)."""
        last = self.doc[end - 1]
        return self.doc[first].idx, last.idx + len(last)

    def plain(self, numbers: Iterable[int]) -> list[SentenceDoc]:
        """The sentences with these numbers, with norms and the likeliest lemmas and nothing else.

        The norm is the comparable form of the word (see ``normal``).
        """
        return [self._sentence_once(self._plain, number, parsed=False) for number in numbers]

    def parsed(self, numbers: Iterable[int]) -> list[SentenceDoc]:
        """The sentences with these numbers, with everything that a parser says; no others.

        ``doc`` has the same afterwards. Raises ``SyntaxMissingError`` if there is no parser.
        """
        chosen = list(numbers)
        missing = [number for number in chosen if number not in self._parsed]
        if missing:
            from replylint.text.syntax import load_syntax

            load_syntax().parse_sentences(self.doc, missing)
        return [self._sentence_once(self._parsed, number, parsed=True) for number in chosen]

    def _sentence_once(
        self, known: dict[int, SentenceDoc], number: int, *, parsed: bool
    ) -> SentenceDoc:
        sentence = known.get(number)
        if sentence is None:
            sentence = known[number] = self._sentence(number, parsed=parsed)
        return sentence

    def _sentence(self, number: int, *, parsed: bool) -> SentenceDoc:
        tokens = [i for i in range(*self.sentences[number]) if not self.doc[i].is_space]
        texts = [self.doc[i].text for i in tokens]
        sentence = Doc(
            self.doc.vocab,
            words=texts,
            spaces=[
                bool(self.doc[i].whitespace_) or after != i + 1
                for i, after in pairwise([*tokens, self.sentences[number][1]])
            ],
            sent_starts=[index == 0 for index in range(len(tokens))],
            lemmas=None if parsed else [lemma(text, self._language) for text in texts],
        )
        if tokens:
            self._copy(sentence, tokens, _PARSED if parsed else _PLAIN)
        return SentenceDoc(sentence, tokens)

    def _copy(self, sentence: Doc, tokens: Sequence[int], attributes: list[int | str]) -> None:
        array: Any = self.doc.to_array(attributes).reshape(len(self.doc), -1)[tokens]
        strings = self.doc.vocab.strings
        for index, token in enumerate(tokens):
            word = self.word_of(token)
            if word is not None:
                array[index, 0] = strings.add(self._words[word])
        if "HEAD" in attributes:
            column = attributes.index("HEAD")
            place = {token: index for index, token in enumerate(tokens)}
            heads = [place[self.doc[token].head.i] - place[token] for token in tokens]
            array[:, column] = numpy.asarray(heads, numpy.int64).view(numpy.uint64)
        array = numpy.ascontiguousarray(array)
        sentence.from_array(attributes, array)
