"""Words written apart that need a hyphen: «какой нибудь», «кое что»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from replylint.checks.words import is_joined, is_prose, mend, nearby
from replylint.conversation import Conversation
from replylint.signals.plugin import Found, only_where, sentence_by_sentence
from replylint.text.document import Document
from replylint.text.spelling.corrections import INDEFINITE

_WITH_THAT = frozenset(
    "какой какая какое какие какого какую каких какому каким какими каком кто кого кому где куда "
    "откуда почему".split()
)
_SECOND = frozenset(("нибудь", "либо", "то"))


def _has_parts(document: Document) -> bool:
    return not _SECOND.isdisjoint(document.words) or "кое" in document.words


@only_where(_has_parts)
@sentence_by_sentence
def find(
    document: Document, _conversation: Conversation, _parameters: Mapping[str, Any]
) -> Iterator[Found]:
    """Indefinite pronouns without their hyphen.

    «либо» twice in a sentence is a conjunction.
    """
    for index in range(len(document.words) - 1):
        following = index + 1
        if not _belong_together(document, index) or not is_joined(document, following):
            continue
        if is_prose(document, index) and is_prose(document, following):
            better = f"{document.written(index)}-{document.written(following)}"
            yield mend(document, index, index + 2, (better,))


def _belong_together(document: Document, index: int) -> bool:
    one, two = document.words[index], document.words[index + 1]
    if two == "нибудь":
        return one in INDEFINITE
    if two == "либо":
        once = [document.words[i] for i in nearby(document, index)].count("либо") == 1
        return once and one in INDEFINITE and one not in ("что", "как", "где", "когда")
    if two == "то":
        following = document.words[index + 2 : index + 3]
        return one in _WITH_THAT and following not in (["же"], ["и"], ["что"], ["есть"])
    return one == "кое" and two in INDEFINITE
