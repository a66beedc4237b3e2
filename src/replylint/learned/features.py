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
_ZERO = numpy.zeros(1, dtype=numpy.int64)
_EDGES = ("^", "$")
_LENGTHS = ((2, 5), (1, 3), (1, 2), (2, 4))
"""How long, at least and at most, runs of letters, words, dictionary forms and shapes are."""

_LONGEST_RUN = 5
_PAIRS = ((2, 5), (3, 6))
"""How many words apart the dictionary forms of pairs stand, and what kind of feature that is."""

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
    numbers = _runs(text[:_LONGEST]) >> numpy.uint64(64 - bits)
    numbers.sort()
    begins = numpy.concatenate((_ZERO, numpy.flatnonzero(numbers[1:] != numbers[:-1]) + 1))
    counts = numpy.diff(begins, append=len(numbers))
    weights: NDArray[numpy.float32] = (1.0 + numpy.log(counts)).astype(numpy.float32)
    return numbers[begins].astype(numpy.int64), weights


def _runs(text: str) -> Numbers:
    """The hashes of all runs of a text.

    All of them are worked out together: these are short lists, and a step costs the same for one
    number as for some hundred.
    """
    words = _words(text)
    letters = " " + " ".join(words) + " "
    codes = numpy.frombuffer(letters.encode("utf-32-le", "replace"), dtype=numpy.uint32)
    hashes = numpy.array([_hashes(word) for word in (_EDGES[0], *words, _EDGES[1])], numpy.uint64)
    own = len(hashes)
    begins = [0, len(codes), len(codes) + own, len(codes) + 2 * own]
    ends = [*begins[1:], len(codes) + 3 * own]
    joined = numpy.concatenate((codes, hashes.T.reshape(-1)), dtype=numpy.uint64)
    steps = joined * _STEP
    run = steps
    runs: list[Numbers] = []
    salts: list[int] = []
    for length in range(1, _LONGEST_RUN + 1):
        if length > 1:
            run = (run[:-1] ^ (run[:-1] >> _SHIFT)) * _STIR + steps[length - 1 :]
        for kind, (fewest, most) in enumerate(_LENGTHS):
            if fewest <= length <= most:
                runs.append(run[begins[kind] : max(begins[kind], ends[kind] - length + 1)])
                salts.append(16 * (kind + 1) + length)
    lemmas, stepped = joined[begins[2] : ends[2]] * _STIR, steps[begins[2] : ends[2]]
    for apart, kind in _PAIRS:
        runs.append(lemmas[:-apart] + stepped[apart:])
        salts.append(16 * kind)
    salted = numpy.repeat(numpy.array(salts, numpy.uint64), [len(several) for several in runs])
    return _mixed(numpy.concatenate(runs), salted)


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


def _mixed(runs: Numbers, salts: Numbers) -> Numbers:
    stirred = (runs ^ (runs >> _SHIFT) ^ salts) * _STIR
    return (stirred ^ (stirred >> _SHIFT)) * _STEP


@lru_cache(maxsize=100_000)
def _hashes(word: str) -> tuple[int, int, int]:
    """The hashes of a word, of its dictionary form and of its grammatical shape."""
    lemma = russian.lemmas(word)[0] if word[:1].isalpha() else word
    return word_hash(word), word_hash(lemma), word_hash(_shape(word))


@lru_cache(maxsize=100_000)
def word_hash(word: str) -> int:
    """The hash of a word, always the same."""
    data = word.encode("utf-8", "replace")
    return crc32(data) << 20 ^ crc32(data[::-1])


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
