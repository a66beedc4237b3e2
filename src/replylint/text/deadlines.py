"""By when a sentence of an agent promises something, as a moment of time."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from replylint.text import russian
from replylint.text.document import Document, Sentence
from replylint.text.entities import Entity, Words, recognise
from replylint.text.entities.values import Date, Duration, Time

_KINDS = ("date", "time", "duration")
_LENGTH = frozenset("через в течение течении за within in".split())
_LIMIT = frozenset("до к не позднее позже by until before".split())
_ANSWER = frozenset(
    "ответить вернуться написать сообщить перезвонить позвонить уточнить прислать узнать "
    "отписаться связаться рассказать проверить выяснить".split()
)
_ANSWER_EN = frozenset("reply answer write call get come let update contact check send".split())
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS_AWAY = {"today": 0, "tomorrow": 1, "day-after-tomorrow": 2}
_END_OF_DAY = time(23, 59, 59)
_SATURDAY = 5
_MINUTES_OF_DAY = 1440
_LONGEST = 3660 * _MINUTES_OF_DAY
"""Minutes after which nobody promises an answer: a slip of the pen, or a number of something."""


def entities_of(document: Document, kinds: tuple[str, ...] = _KINDS) -> list[Entity]:
    """The entities of some kinds in a document, with their values."""
    words = Words(document.text, document.starts, document.ends, document.kinds, document.words)
    return recognise(words, kinds)


def promised(document: Document, written: datetime) -> list[tuple[Sentence, datetime]]:
    """The sentences that promise an answer by some time, and that time.

    ``written`` is when the text was sent. A promise is a verb of answering in the first person of
    the future with «до 15:00», «через 2 часа», «завтра»; what cannot be told for sure is left out.
    """
    found = []
    entities = entities_of(document)
    for sentence in document.sentences:
        inside = [e for e in entities if sentence.first <= e.first and e.end <= sentence.end]
        if inside and _promises_answer(document, sentence):
            try:
                due = _due(document, sentence, inside, written)
            except OverflowError:  # written on the last days of the calendar
                continue
            if due is not None:
                found.append((sentence, due))
    return found


def _promises_answer(document: Document, sentence: Sentence) -> bool:
    words = document.words[sentence.first : sentence.end]
    if "если" in words or "if" in words or "не" in words:
        return False
    if document.language == "en":
        return bool(_ANSWER_EN & set(words)) and bool({"will", "'ll"} & set(words))
    return any(
        {"1per", "futr"} <= set(tag.grammemes)
        for word in words
        if _ANSWER & set(russian.lemmas(word))
        for tag in russian.tags(word)
    )


def _due(
    document: Document, sentence: Sentence, entities: list[Entity], written: datetime
) -> datetime | None:
    lengths = [e for e in entities if isinstance(e.value, Duration)]
    if lengths:
        value = lengths[0].value
        before = set(document.words[max(sentence.first, lengths[0].first - 3) : lengths[0].first])
        if len(lengths) > 1 or not isinstance(value, Duration) or not before & _LENGTH:
            return None
        return _after(written, value)
    days = [e.value for e in entities if isinstance(e.value, Date)]
    clocks = [e for e in entities if isinstance(e.value, Time)]
    if len(days) > 1 or len(clocks) > 1:
        return None
    day = _day(days[0], written) if days else written
    if day is None:
        return None
    if not clocks:
        return datetime.combine(day.date(), _END_OF_DAY, written.tzinfo)
    clock = _clock(clocks[0])
    before = set(document.words[max(sentence.first, clocks[0].first - 2) : clocks[0].first])
    if clock is None or not before & _LIMIT:
        return None
    due = datetime.combine(day.date(), clock, written.tzinfo)
    return due if due > written else None


def _after(written: datetime, length: Duration) -> datetime | None:
    if length.most is None or length.most > _LONGEST:
        return None
    if not length.working:
        return written + timedelta(minutes=length.most)
    due = written
    for _day_number in range(int(length.most // _MINUTES_OF_DAY)):
        due += timedelta(days=1)
        while due.weekday() >= _SATURDAY:
            due += timedelta(days=1)
    return datetime.combine(due.date(), _END_OF_DAY, written.tzinfo)


def _day(value: Date, written: datetime) -> datetime | None:
    if value.last is not None:
        return _day(value.last, written)
    if value.relative in _DAYS_AWAY:
        return written + timedelta(days=_DAYS_AWAY[value.relative])
    if value.relative in _WEEKDAYS:
        away = (_WEEKDAYS.index(value.relative) - written.weekday()) % 7
        return written + timedelta(days=away or 7)
    if value.relative or value.day is None:
        return None
    try:
        day = written.replace(
            day=value.day, month=value.month or written.month, year=value.year or written.year
        )
    except ValueError:
        return None
    return day if day.date() >= written.date() else None


def _clock(entity: Entity) -> time | None:
    value = entity.value
    written = (value.last or value.clock) if isinstance(value, Time) else ""
    hour, _colon, minute = written.partition(":")
    if not (hour.isdigit() and minute.isdigit()) or int(hour) > 23:
        return None
    return time(int(hour), int(minute))
