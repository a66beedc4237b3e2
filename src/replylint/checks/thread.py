"""What a reply is compared with in the agents' own earlier messages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from replylint.checks.violation import NOWHERE, Violation, quote_of
from replylint.signals.match import Match
from replylint.signals.reading import Reading
from replylint.text.content import content_lemmas
from replylint.text.deadlines import entities_of, promised
from replylint.text.document import Document, Sentence
from replylint.text.entities import Entity
from replylint.text.entities.values import Date, Duration, Money, Time
from replylint.text.zones import AUTHORS_OWN

_KINDS = ("money", "date", "time", "duration")
_EITHER = frozenset(("или", "либо", "or"))
_FEWEST_SHARED = 2
_SHARE = 0.6
_GRACE = timedelta(minutes=5)
_CHANGED = frozenset(
    "вместо теперь перенести изменить измениться ошибиться ошибка поправка уточнение раньше новый "
    "извинить извиниться простить сдвинуть сдвинуться задержка задержаться прежний ранее другой "
    "прошлый вчера обновить обновиться пересчитать скидка снизить "
    "instead now change changed move moved sorry correction earlier new delayed".split()
)


def contradictions(reading: Reading) -> Iterator[Violation]:
    """Another amount, day, time or length than an earlier message gave for the same thing.

    Two sentences speak of the same thing when most of their words of substance are the same; each
    must name only one value of the kind. A reply that says that something changed is let be.
    """
    document = reading.document
    if not reading.conversation.earlier or _CHANGED & content_lemmas(document):
        return
    ours = _facts(document)
    for earlier in reversed(reading.earlier) if ours else ():
        for sentence, entity, topic in _facts(earlier.document):
            for _sentence, other, about in ours:
                if _same_thing(topic, about) and _differ(entity, other):
                    first = Match.of_words(earlier.document, sentence.first, sentence.end)
                    match = Match(other.first, other.end, other.start, other.stop)
                    details = {"earlier": earlier.document.text[entity.start : entity.stop]}
                    context = quote_of(earlier.document, first, "agent")
                    yield Violation(match, details, context=context)
                    return


def overdue(reading: Reading) -> Iterator[Violation]:
    """The reply comes later than the agents' last message promised one; needs the time stamps."""
    conversation = reading.conversation
    if not conversation.earlier or conversation.sent_at is None:
        return
    written = conversation.earlier[-1].sent_at
    if written is None or (written.tzinfo is None) != (conversation.sent_at.tzinfo is None):
        return
    document = reading.earlier[-1].document
    for sentence, due in promised(document, written):
        late = conversation.sent_at - due
        if late > _GRACE:
            match = Match.of_words(document, sentence.first, sentence.end)
            details = {"late": _length(late, reading.document.language), "due": _moment(due)}
            yield Violation(NOWHERE, details, context=quote_of(document, match, "agent"))
            return


def _facts(document: Document) -> list[tuple[Sentence, Entity, frozenset[str]]]:
    """The sentences with exactly one value of a kind, that value, and what they speak of."""
    found = []
    entities = [e for e in entities_of(document, _KINDS) if e.value is not None]
    for sentence in document.sentences:
        words = document.words[sentence.first : sentence.end]
        if "?" in document.marks_before(sentence.end) or not _EITHER.isdisjoint(words):
            continue
        inside = [e for e in entities if sentence.first <= e.first and e.end <= sentence.end]
        for entity in inside:
            alone = sum(e.kind == entity.kind for e in inside) == 1
            if alone and document.zones[entity.first] in AUTHORS_OWN:
                lemmas = content_lemmas(document, sentence.first, sentence.end)
                named = content_lemmas(document, entity.first, entity.end)
                topic = frozenset(word for word in lemmas - named if not word[0].isdigit())
                found.append((sentence, entity, topic))
    return found


def _same_thing(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= min(_FEWEST_SHARED, len(one), len(other)) > 0 and shared >= _SHARE * min(
        len(one), len(other)
    )


def _differ(one: Entity, other: Entity) -> bool:
    """Whether the values exclude each other; False where that cannot be told."""
    match one.value, other.value:
        case Money() as a, Money() as b:
            return a.currency == b.currency and (a.most < b.least or b.most < a.least)
        case Duration() as a, Duration() as b:
            if a.working != b.working or a.most is None or b.most is None:
                return False
            return a.most < b.least or b.most < a.least
        case Time() as a, Time() as b:
            exact = ":" in a.clock and ":" in b.clock and not a.last and not b.last
            return exact and a.clock != b.clock
        case Date() as a, Date() as b:
            full = all((a.day, a.month, b.day, b.month)) and not a.last and not b.last
            return full and (a.day, a.month) != (b.day, b.month)
        case _:
            return False


def _moment(moment: datetime) -> str:
    return moment.strftime("%d.%m %H:%M")


def _length(length: timedelta, language: str) -> str:
    day, hour, minute = ("d", "h", "min") if language == "en" else ("дн.", "ч", "мин")
    minutes = int(length.total_seconds() // 60)
    days, minutes = divmod(minutes, 1440)
    hours, minutes = divmod(minutes, 60)
    parts = [(days, day), (hours, hour), (0 if days else minutes, minute)]
    return " ".join(f"{number} {unit}" for number, unit in parts if number)
