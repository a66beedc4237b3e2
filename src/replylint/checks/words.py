"""What these checks share: which words are the author's prose, and how a mend is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import compress, count, islice

from replylint.checks.swap import cased
from replylint.finding import Edit
from replylint.signals.plugin import Found
from replylint.text.document import Document
from replylint.text.tokens import Kind
from replylint.text.zones import PROSE

_LETTERS = {
    "ru": re.compile("[а-яё]+(?:[-‐‑][а-яё]+)*", re.IGNORECASE),
    "en": re.compile("['’]?[a-z]+(?:['’‐‑-][a-z]+)*", re.IGNORECASE),
}
_OPENING = "«“„\"'"
_JOINING = "-‐‑/\\.@_"
_FAR = 100
"""No clause that a person can read has so many words to either side of one."""


Neighbours = Callable[[str, str], bool]
"""Whether two words in comparable form, one right after the other, may be what is looked for."""


def first_of_pairs(document: Document, suspect: Neighbours) -> Iterator[int]:
    """The words that are suspect with the word after them."""
    words = document.words
    return compress(count(), map(suspect, words, islice(words, 1, None)))


def with_pairs(suspect: Neighbours) -> Callable[[Document], bool]:
    """Whether a document has two neighbours that are suspect, for `only_where`."""

    def has_any(document: Document) -> bool:
        return next(first_of_pairs(document, suspect), None) is not None

    return has_any


def is_prose(document: Document, index: int) -> bool:
    """Whether a word is of the reply's language, in a sentence of the author, not in quotes."""
    start = document.starts[index]
    return (
        document.kinds[index] is Kind.WORD
        and document.zones[index] in PROSE
        and _LETTERS[document.language].fullmatch(document.written(index)) is not None
        and document.text[max(0, start - 1) : start] not in tuple(_OPENING)
    )


def is_part_of_more(document: Document, index: int) -> bool:
    """«34-я», «Кбит/с», «086/у»: letters after a sign, which only look like a word."""
    before = document.starts[index] - 1
    return before >= 0 and document.text[before] in _JOINING


def is_joined(document: Document, index: int) -> bool:
    """Whether nothing but a space stands before a word in its sentence."""
    return (
        index > 0
        and document.sentence_of[index] == document.sentence_of[index - 1]
        and document.marks_before(index) in (" ", "\u00a0", "  ")
    )


def clause(document: Document, index: int) -> range:
    """The words around one up to the next marks on either side; see `nearby`."""
    around = nearby(document, index)
    first, end = index, index + 1
    while first > around.start and not document.marks_before(first).strip():
        first -= 1
    while end < around.stop and not document.marks_before(end).strip():
        end += 1
    return range(first, end)


def nearby(document: Document, index: int) -> range:
    """The words of the sentence of a word, of an endless one those that are not far away."""
    sentence = document.sentences[document.sentence_of[index]]
    return range(max(sentence.first, index - _FAR), min(sentence.end, index + _FAR))


def mend(
    document: Document, first: int, end: int, better: tuple[str, ...], *, certain: bool = True
) -> Found:
    """The words ``first`` to ``end`` (excluded) are better written otherwise.

    Only a ``certain`` mend can be applied as it stands.
    """
    start, stop = document.starts[first], document.ends[end - 1]
    old = document.text[start:stop]
    wordings = tuple(cased(wording, old) for wording in better)
    edits = (Edit(start, stop, wordings[0]),) if certain else ()
    return Found(start, stop, wordings, edits, {"better": " / ".join(wordings)})
