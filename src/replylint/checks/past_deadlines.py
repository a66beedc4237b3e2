"""Days until which a reply promises something, though they were over when it was sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from replylint.conversation import Conversation
from replylint.signals.plugin import Found
from replylint.text import russian
from replylint.text.deadlines import entities_of
from replylint.text.document import Document, Sentence
from replylint.text.entities import Entity
from replylint.text.entities.values import Date
from replylint.text.zones import AUTHORS_OWN

_LIMIT = frozenset("до к ко позднее позже by until before".split())
_IF = frozenset("если когда if when unless".split())
_WILL = frozenset(("will", "'ll", "shall"))
_HALF_A_YEAR = timedelta(days=183)


def find(
    document: Document, conversation: Conversation, _parameters: Mapping[str, Any]
) -> Iterator[Found]:
    """Days that are over by the time stamp of the reply, with a promise in the same sentence.

    A day without a year is the one nearest to that time; what a sentence with a condition or with
    a verb in the past says is let be.
    """
    # The time is asked for last: what looks at nothing but the text need not be judged again.
    limits = list(_limits(document))
    if not limits or conversation.sent_at is None:
        return
    sent = conversation.sent_at.date()
    for entity in limits:
        day = _day(entity.value, sent) if isinstance(entity.value, Date) else None
        if day is not None and day < sent:
            details = {"sent": f"{sent:%d.%m}"}
            yield Found(document.starts[entity.first - 1], entity.stop, details=details)


def _limits(document: Document) -> Iterator[Entity]:
    """The days by which the author promises something."""
    if document.entities("date"):
        for entity in entities_of(document, ("date",)):
            sentence = document.sentences[document.sentence_of[entity.first]]
            if entity.first == sentence.first or document.zones[entity.first] not in AUTHORS_OWN:
                continue
            if document.words[entity.first - 1] in _LIMIT and _promises(document, sentence):
                yield entity


def _promises(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence tells of the future alone, and without a condition."""
    words = document.words[sentence.first : sentence.end]
    if not _IF.isdisjoint(words):
        return False
    if document.language == "en":
        return not _WILL.isdisjoint(words)
    verbs = [tag for word in words for tag in russian.tags(word)[:1] if tag.POS == "VERB"]
    return any(tag.tense == "futr" for tag in verbs) and all(tag.tense != "past" for tag in verbs)


def _day(value: Date, sent: date) -> date | None:
    """The day that is meant; None for a stretch of days or one that is told by today."""
    if value.relative or value.last is not None or not value.day or not value.month:
        return None
    try:
        day = date(value.year or sent.year, value.month, value.day)
        if value.year is None and abs(day - sent) > _HALF_A_YEAR:
            day = day.replace(year=sent.year + (1 if day < sent else -1))
    except ValueError:
        return None
    return day
