"""What a learned model sees of a sentence: its words, their forms and letters, as numbers.

A feature is a run of letters, of words, of dictionary forms, or of grammatical shapes («надо было»
+ an infinitive). It has no name, only a number: a hash of the run, so that no list of features has
to be kept. The numbers must never change, since the shipped models are made of them:
``VERSION`` grows when they do.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

import numpy

from replylint.text import russian
from replylint.text.normal import normal
from replylint.text.tokens import Kind, tokenize

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[numpy.uint64]

VERSION = 1
"""The version of the features: models made with another one cannot be used."""

_LONGEST = 1_000
"""Code points of a sentence that are looked at."""

_STEP = numpy.uint64(0x9E3779B97F4A7C15)
_STIR = numpy.uint64(0xC2B2AE3D27D4EB4F)
_SHIFT = numpy.uint64(29)
_EDGES = ("^", "$")
_KEPT = frozenset(
    "быть мочь надо нужно можно должный хотеть весь сам другой такой этот тот свой наш ваш какой "
    "каждый один просто только уже еще тут там так как вообще".split()
)
_FUNCTION_PARTS = frozenset(("PREP", "CONJ", "PRCL", "NPRO", "INTJ", "PRED"))
_NAMED_FIELDS = ("mood", "tense", "person")


def features_of(text: str, bits: int) -> tuple[NDArray[numpy.int64], NDArray[numpy.float32]]:
    """The features of one sentence: their numbers, each once and below 2**bits, and weights.

    A feature that comes ``n`` times weighs ``1 + log(n)``.
    """
    runs = numpy.concatenate(_runs(text[:_LONGEST]))
    numbers, counts = numpy.unique(runs >> numpy.uint64(64 - bits), return_counts=True)
    weights: NDArray[numpy.float32] = (1.0 + numpy.log(counts)).astype(numpy.float32)
    return numbers.astype(numpy.int64), weights


def _runs(text: str) -> list[Numbers]:
    """The hashes of all runs of a text."""
    words = _words(text)
    letters = " " + " ".join(words) + " "
    codes = numpy.frombuffer(letters.encode("utf-32-le", "replace"), dtype=numpy.uint32)
    framed = [_EDGES[0], *words, _EDGES[1]]
    plain = _hashes(word_hash(word) for word in framed)
    lemmas = _hashes(_lemma_hash(word) for word in framed)
    shapes = _hashes(_shape_hash(word) for word in framed)
    return [
        *_grams(codes.astype(numpy.uint64), 2, 5, 1),
        *_grams(plain, 1, 3, 2),
        *_grams(lemmas, 1, 2, 3),
        *_grams(shapes, 2, 4, 4),
        _pairs(lemmas, 2, 5),
        _pairs(lemmas, 3, 6),
    ]


def _words(text: str) -> list[str]:
    """The words in comparable form, marks, and the kinds of everything else."""
    found: list[str] = []
    for kind, start, end in tokenize(text):
        if kind is Kind.WORD:
            found.append(normal(text[start:end]))
        elif kind is Kind.MARK:
            found.append(text[start : min(end, start + 2)])
        elif kind is not Kind.SPACE:
            found.append(f"<{kind.value}>")
    return found


def _hashes(values: object) -> Numbers:
    return numpy.fromiter(values, dtype=numpy.uint64)  # type: ignore[call-overload,no-any-return]


def _grams(codes: Numbers, fewest: int, most: int, kind: int) -> list[Numbers]:
    """The hashes of all runs of ``fewest`` to ``most`` neighbours."""
    found: list[Numbers] = []
    run = codes * _STEP
    for length in range(1, most + 1):
        if length > 1:
            if len(run) < 2:
                break
            run = (run[:-1] ^ (run[:-1] >> _SHIFT)) * _STIR + codes[length - 1 :] * _STEP
        if length >= fewest:
            found.append(_mixed(run, 16 * kind + length))
    return found


def _pairs(codes: Numbers, apart: int, kind: int) -> Numbers:
    """The hashes of all pairs of words that stand ``apart`` words from each other."""
    return _mixed(codes[:-apart] * _STIR + codes[apart:] * _STEP, 16 * kind)


def _mixed(run: Numbers, salt: int) -> Numbers:
    stirred = (run ^ (run >> _SHIFT) ^ numpy.uint64(salt)) * _STIR
    return (stirred ^ (stirred >> _SHIFT)) * _STEP


@lru_cache(maxsize=100_000)
def word_hash(word: str) -> int:
    """The hash of a word, always the same."""
    data = word.encode("utf-8", "replace")
    return crc32(data) << 20 ^ crc32(data[::-1])


@lru_cache(maxsize=100_000)
def _lemma_hash(word: str) -> int:
    return word_hash(russian.lemmas(word)[0] if word[:1].isalpha() else word)


@lru_cache(maxsize=100_000)
def _shape_hash(word: str) -> int:
    return word_hash(_shape(word))


def _shape(word: str) -> str:
    """A function word as it stands, any other one as its part of speech with some grammemes."""
    tags = russian.tags(word) if word[:1].isalpha() else ()
    if not tags:
        return word
    tag = tags[0]
    if tag.POS in _FUNCTION_PARTS or russian.lemmas(word)[0] in _KEPT:
        return word
    parts = [str(tag.POS), *(str(getattr(tag, name)) for name in _NAMED_FIELDS)]
    if tag.POS == "VERB":
        parts.append(str(tag.number))
    if tag.POS in ("NOUN", "ADJF"):
        parts.append(str(tag.case))
    return ".".join(parts)
