"""A greeting to somebody who has been greeted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import pairwise
from typing import Any

from replylint.conversation import Conversation, Message, Role
from replylint.signals.plugin import Found, only_where
from replylint.text.document import Document
from replylint.text.zones import PROSE

_A_NEW_DAY = timedelta(hours=8)
_GREETINGS = frozenset("здравствуйте приветствую hello hi hey greetings".split())
_TIMES = frozenset("день вечер утро morning afternoon evening day".split())
_GOOD = frozenset("добрый доброе good".split())
_FIRST_WORDS = _GREETINGS | _GOOD


def _greets_at_all(document: Document) -> bool:
    return not _FIRST_WORDS.isdisjoint(document.words)


@only_where(_greets_at_all)
def find(
    document: Document, conversation: Conversation, _parameters: Mapping[str, Any]
) -> Iterator[Found]:
    """The second greeting: twice in a reply, or after an earlier message of the same talk.

    A message of the day before, or one that only a machine sent, does not count.
    """
    greetings = list(_greetings(document))
    greeted = any(map(_greets, _same_talk(conversation)))
    for start, stop in greetings if greeted else greetings[1:]:
        yield Found(start, stop)


def _greets(message: Message) -> bool:
    return any(_greetings(Document(message.text)))


def _same_talk(conversation: Conversation) -> Iterator[Message]:
    """The agent's messages before the reply, back to a pause of a night."""
    messages = [m for m in conversation.before if not m.private]
    since = 0
    for number, (one, two) in enumerate(pairwise(messages), start=1):
        if _is_later(one, two):
            since = number
    return (m for m in messages[since:] if m.role is Role.AGENT)


def _is_later(one: Message, two: Message) -> bool:
    if one.sent_at is None or two.sent_at is None:
        return False
    if (one.sent_at.tzinfo is None) != (two.sent_at.tzinfo is None):
        return False
    return two.sent_at - one.sent_at > _A_NEW_DAY


def _greetings(document: Document) -> Iterator[tuple[int, int]]:
    """The code points of every greeting that begins a sentence."""
    for sentence in document.sentences:
        first = sentence.first
        if document.zones[first] not in PROSE:
            continue
        words = document.words[first : first + 2]
        length = _length(words)
        if length:
            yield document.starts[first], document.ends[first + length - 1]


def _length(words: list[str]) -> int:
    """How many of the words are a greeting."""
    if words and words[0] in _GREETINGS:
        return 1
    return 2 if len(words) > 1 and words[0] in _GOOD and words[1] in _TIMES else 0
