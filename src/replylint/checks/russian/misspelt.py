"""Words that no dictionary knows, one slip away from a common one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import compress
from typing import Any

from replylint.checks.words import is_joined, is_prose, mend
from replylint.conversation import Conversation
from replylint.signals.plugin import Found, only_where, sentence_by_sentence
from replylint.text.document import Document
from replylint.text.russian import tags
from replylint.text.spelling.corrections import Correction, correction
from replylint.text.spelling.dictionary import COMMON, commonness, is_known
from replylint.text.spelling.lexicon import team_words
from replylint.text.zones import Zone

_LONGEST_ABBREVIATION = 6
_VOWELS = "аеиоуыэюя"
_SHORTEST_WHOLE = 4
_SHORTEST_UNLIKE_A_NAME = 7
_HEARD = 1.0
_LEFT_OUT = 1.3
_MET = 2
_NEVER_NAMES = frozenset(("VERB", "INFN", "GRND", "PRTF", "ADJF", "ADVB"))


def _has_suspects(document: Document) -> bool:
    suspect = compress(enumerate(document.words), map(_is_suspect, document.words))
    return any(
        correction(word) is not None or _torn(document, index, 0) is not None
        for index, word in suspect
    )


@only_where(_has_suspects)
@sentence_by_sentence
def find(
    document: Document, _conversation: Conversation, parameters: Mapping[str, Any]
) -> Iterator[Found]:
    """The misspelt words of a reply.

    ``parameters["words"]`` is a team's own list of words (in dictionary form) that are right.
    """
    if document.language != "ru":
        return
    words = document.words
    own = team_words(tuple(parameters.get("words", ())))
    done = 0
    for index, word in enumerate(words):
        if index < done or not _is_suspect(word):
            continue
        if _is_strange(word) and word not in own:
            torn = _torn(document, index, done)
            if torn is not None:
                first, whole = torn
                done = first + 2
                yield mend(document, first, done, (whole,))
                continue
        found = correction(word)
        if found is not None and word not in own and _is_a_mistake(document, index, found):
            yield mend(document, index, index + 1, found.better, certain=found.certain)


@lru_cache(maxsize=100_000)
def _is_suspect(word: str) -> bool:
    """Whether a word is worth a closer look."""
    return _is_strange(word) or correction(word) is not None


def _is_strange(word: str) -> bool:
    return len(word) > 1 and not is_known(word) and word.isalpha()


def _torn(document: Document, index: int, least: int) -> tuple[int, str] | None:
    """«по жалуйста»: the first of two words that are one when written together, and that one."""
    for first in (index, index - 1):
        if first < least or first + 1 >= len(document.words):
            continue
        if (
            _is_torn_word(whole := document.words[first] + document.words[first + 1])
            and is_joined(document, first + 1)
            and is_prose(document, first)
            and is_prose(document, first + 1)
            and document.written(first + 1).islower()
        ):
            return first, whole
    return None


@lru_cache(maxsize=20_000)
def _is_torn_word(whole: str) -> bool:
    return (
        len(whole) > _SHORTEST_WHOLE
        and whole.isalpha()
        and is_known(whole)
        and commonness(whole) == COMMON
    )


def _is_a_mistake(document: Document, index: int, found: Correction) -> bool:
    if not is_prose(document, index) or _is_abbreviated(document, index):
        return False
    as_written = document.written(index)
    if as_written.islower():
        return True
    begins = index == document.sentences[document.sentence_of[index]].first
    only_capital = begins and (as_written[1:].islower() or _held_shift(as_written))
    if not only_capital:
        return False
    if found.common < COMMON or found.cost > 1.4:
        return _cannot_be_a_name(document.words[index], found)
    return not (document.zones[index] is Zone.GREETING and found.cost > 1.3 and index)


def _cannot_be_a_name(word: str, found: Correction) -> bool:
    """Whether a long word with a capital is sure to be meant for a word, not for somebody.

    «Рассчётный», «Отсутсвует»: a verb or an adjective. «Програмист»: a noun that is written as it
    is heard, and that people use.
    """
    if len(word) < _SHORTEST_UNLIKE_A_NAME or not found.certain:
        return False
    if all(tag.POS in _NEVER_NAMES for tag in tags(found.better[0])):
        return found.cost <= _LEFT_OUT
    return len(word) > _SHORTEST_UNLIKE_A_NAME and found.cost < _HEARD and found.common >= _MET


def _held_shift(as_written: str) -> bool:
    """«ПАосмотреть»: whether the second letter of a long word is a capital by accident."""
    return len(as_written) > _LONGEST_ABBREVIATION and (
        as_written[:2].isupper() and as_written[2:].islower()
    )


def _is_abbreviated(document: Document, index: int) -> bool:
    """«оконч. срок»: a short word cut off after a consonant, with a full stop."""
    end = document.ends[index]
    after = document.text[end : end + 3]
    word = document.words[index]
    return (
        after[:1] == "."
        and len(word) <= _LONGEST_ABBREVIATION
        and word[-1] not in _VOWELS
        and (after[1:].strip()[:1].islower() or after[1:].strip()[:1].isdigit())
    )
