"""The same word twice: «на на», “the the”."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from operator import eq
from typing import Any

from replylint.checks.words import is_joined, is_prose, mend
from replylint.conversation import Conversation
from replylint.signals.plugin import Found, only_where, sentence_by_sentence
from replylint.text.document import Document

_ALLOWED = {
    "ru": frozenset(
        "да нет очень чуть еле так все всё много вот тихо привет ну ой ай ха хе хи хо го ля бла "
        "тук едва только-только скоро долго давно далеко совсем просто прямо точно стоп ура алло "
        "сами ням баю тихонько потихоньку тише лучше больше чин пока цып кис спокойно быстро "
        "медленно".split()
    ),
    "en": frozenset(
        "had that is do no so very really many much more bye ha ho oh knock now there well yes "
        "hello hi long far far-off you in on out up it never again better blah night hush win tut "
        "pooh hear good big deep old please wow yay test one two".split()
    ),
}
"""Words that may stand twice: for stress, or because two phrases meet (“log in in the app”)."""


def _has_repetitions(document: Document) -> bool:
    return any(map(eq, document.words, islice(document.words, 1, None)))


@only_where(_has_repetitions)
@sentence_by_sentence
def find(
    document: Document, _conversation: Conversation, _parameters: Mapping[str, Any]
) -> Iterator[Found]:
    """Words that stand twice without a mark between them, unless said so for stress."""
    words, allowed = document.words, _ALLOWED[document.language]
    for index in range(1, len(words)):
        if words[index] != words[index - 1] or words[index] in allowed:
            continue
        if not (is_joined(document, index) and is_prose(document, index)):
            continue
        again = document.written(index)
        if _is_a_unit(document, index - 1):
            continue
        if again.islower() and is_prose(document, index - 1):
            yield mend(document, index - 1, index + 1, (document.written(index - 1),))


def _is_a_unit(document: Document, index: int) -> bool:
    """«24 В в обрез»: a capital letter after a number."""
    as_written = document.written(index)
    return len(as_written) == 1 and as_written.isupper() and is_joined(document, index)
