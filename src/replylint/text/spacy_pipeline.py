"""The tokens of a reply as a spaCy ``Doc`` with sentences, for everything that spaCy offers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from threading import Lock

from spacy import blank
from spacy.language import Language
from spacy.tokens import Doc

from replylint.text.tokens import Kind, Token

_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


_MAKING = Lock()


def pipeline() -> Language:
    """The blank Russian pipeline whose vocabulary all documents share, in all threads."""
    with _MAKING:
        return _made()


@cache
def _made() -> Language:
    return blank("ru")


def parse(text: str, tokens: Sequence[Token], sentence_starts: Sequence[int]) -> Doc:
    """A ``Doc`` with exactly these tokens.

    One space after a token is the token's own trailing space, as everywhere in spaCy; other white
    space is a token. ``doc.text`` equals ``text``, but that lone surrogates, which spaCy cannot
    store, are replaced by U+FFFD one for one, so that offsets stay true.
    """
    if not text.isprintable():
        text = text.translate(_SURROGATES)
    words: list[str] = []
    spaces: list[bool] = []
    begins: list[bool | int | None] = []
    beginning = frozenset(sentence_starts)
    for index, token in enumerate(tokens):
        word = text[token.start : token.end]
        if token.kind is Kind.SPACE and words and word[0] == " ":
            spaces[-1] = True
            word = word[1:]
            if not word:
                continue
        words.append(word)
        spaces.append(False)
        begins.append(index in beginning)
    return Doc(pipeline().vocab, words=words, spaces=spaces, sent_starts=begins)
