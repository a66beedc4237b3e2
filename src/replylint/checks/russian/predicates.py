"""Subjects and predicates that disagree: «посылка отправлен», «мы получил», «деньги вернулось».

Only a subject at the head of its clause is looked at, and only a predicate right after it. Both
must have no reading in which they agree, and none as another part of speech.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from replylint.checks.words import (
    clause,
    first_of_pairs,
    is_joined,
    is_part_of_more,
    is_prose,
    mend,
    with_pairs,
)
from replylint.conversation import Conversation
from replylint.signals.plugin import Found, only_where, sentence_by_sentence
from replylint.text.document import Document
from replylint.text.russian import is_known, likely_tags, parses, tags

if TYPE_CHECKING:
    from pymorphy3.tagset import OpencorporaTag

_PERSONS = {
    "я": ("1per", "sing", None),
    "мы": ("1per", "plur", None),
    "вы": ("2per", "plur", None),
    "он": ("3per", "sing", "masc"),
    "она": ("3per", "sing", "femn"),
    "они": ("3per", "plur", None),
}
_BETWEEN = frozenset(
    "не уже также сразу обязательно сейчас скоро еще теперь пока снова полностью временно только "
    "вчера сегодня завтра успешно автоматически".split()
)
_BEFORE_SUBJECT = _BETWEEN | frozenset("и а но что если когда чтобы как поэтому хотя".split())
_PARENTHETICAL = frozenset(
    "может значит кажется говорят видимо бывает есть будет думаю было бывало".split()
)
_AUXILIARY = frozenset("был была было были будет будут".split())
_IMPERSONAL = frozenset(
    "хватает хватит хватило бывает бывало осталось остается удалось удастся пришлось "
    "придется следует следовало хотелось хочется довелось предстоит предстояло стоит стоило "
    "полагается полагалось приходится приходилось получится получилось принято решено положено "
    "суждено заведено велено запрещено разрешено".split()
)
"""Predicates that need no subject: «подобные вопросы принято решать»."""
_TIMES = frozenset(
    "секунда минута час день вечер неделя месяц год полгода полчаса полдня век сезон".split()
)
"""What may tell how long: «месяц пользовались»."""
_COLLECTIVE = frozenset(
    "пара часть половина большинство меньшинство масса куча тысяча сотня десяток треть четверть "
    "тройка дюжина ряд множество уйма группа миллион правда пора жаль беда семья".split()
)
_LABELS = frozenset(
    "статус отметка пометка надпись кнопка галочка раздел вкладка папка фильтр строка поле значок "
    "пункт сообщение уведомление метка тег стадия этап фраза слово графа режим".split()
)
"""What may name a word of a screen after it: «статус отправлено»."""
_NAMES = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Init", "Fixd"))
_SHORT_FORMS = frozenset(("PRTS", "ADJS"))
_ATTRIBUTES = frozenset(("ADJF", "PRTF"))
_SHORTEST_NOUN = 3


@lru_cache(maxsize=200_000)
def _may_disagree(word: str, following: str) -> bool:
    """Whether two neighbours may disagree, as far as they tell by themselves."""
    if word not in _PERSONS and _subject(word) is None:
        return False
    stands_between = following in _BETWEEN or following in _AUXILIARY
    return stands_between or agreeing_predicate(word, following) is not None


@only_where(with_pairs(_may_disagree))
@sentence_by_sentence
def find(
    document: Document, _conversation: Conversation, _parameters: Mapping[str, Any]
) -> Iterator[Found]:
    """Predicates that disagree with the subject before them."""
    words = document.words
    for index in first_of_pairs(document, _may_disagree):
        place = _predicate(document, index)
        if place is None:
            continue
        better = agreeing_predicate(words[index], words[place])
        if better is not None and _is_subject(document, index, words[place]):
            yield mend(document, place, place + 1, (better,), certain=False)


def _predicate(document: Document, index: int) -> int | None:
    """The place of the word that must be the predicate; None where there is no telling."""
    words, place = document.words, index + 1
    while place < len(words) - 1 and is_joined(document, place) and _goes_between(words, place):
        place += 1
    if not (is_joined(document, place) and is_prose(document, place)):
        return None
    return place if document.written(place).islower() else None


def _goes_between(words: tuple[str, ...] | list[str], place: int) -> bool:
    """«посылка уже была отправлен»: words that may stand before the predicate."""
    if words[place] in _BETWEEN:
        return True
    return words[place] in _AUXILIARY and _only(words[place + 1], _SHORT_FORMS)


def _is_subject(document: Document, index: int, predicate: str) -> bool:
    """Whether a word heads its clause, with nothing but its attributes before it."""
    words = document.words
    if not is_prose(document, index) or _is_a_letter(document, index):
        return False
    head = clause(document, index).start
    first = index
    while words[index] not in _PERSONS and first > head and _is_attribute(words, first - 1, index):
        first -= 1
    while first > head and words[first - 1] in _BEFORE_SUBJECT:
        first -= 1
    if first != head:
        return False
    begins = head == document.sentences[document.sentence_of[index]].first
    return begins or words[index] in _PERSONS or not _is_plural(predicate)


def _is_attribute(words: tuple[str, ...] | list[str], place: int, noun: int) -> bool:
    subject = _subject(words[noun])
    return subject is not None and any(
        tag.POS in _ATTRIBUTES and tag.case == "nomn" and _same(tag, subject)
        for tag in tags(words[place])
    )


def _same(tag: OpencorporaTag, subject: OpencorporaTag) -> bool:
    return tag.number == subject.number and (
        None in (tag.gender, subject.gender) or tag.gender == subject.gender
    )


def _is_a_letter(document: Document, index: int) -> bool:
    """«ворота Я», «34-я»: a letter or an ending that only looks like a word."""
    begins = index == document.sentences[document.sentence_of[index]].first
    return is_part_of_more(document, index) or not (begins or document.written(index).islower())


@lru_cache(maxsize=100_000)
def _subject(word: str) -> OpencorporaTag | None:
    """What a noun is that can stand in no other case than the nominative and the like accusative.

    None for all other words.
    """
    if len(word) < _SHORTEST_NOUN or word in _COLLECTIVE or not is_known(word):
        return None
    found = likely_tags(word)
    if any(tag.POS != "NOUN" or _NAMES & tag.grammemes for tag in found):
        return None
    nominative = [tag for tag in found if tag.case == "nomn"]
    alike = {"nomn", "accs"}
    if not nominative or any(tag.case not in alike for tag in found):
        return None
    kinds = {(tag.number, tag.gender) for tag in nominative}
    return nominative[0] if len(kinds) == 1 else None


@lru_cache(maxsize=50_000)
def agreeing_predicate(subject: str, predicate: str) -> str | None:
    """The form of a predicate that agrees with a subject; None where it does or where it may."""
    if predicate in _PARENTHETICAL or predicate in _IMPERSONAL or not is_known(predicate):
        return None
    found = tags(predicate)
    if not (_is_finite(found) or _is_short(found, subject)):
        return None
    asked = _wanted(subject)
    if asked is None:
        return None
    person, number, gender = asked
    if any(_agrees(tag, person, number, gender) for tag in found):
        return None
    if subject not in _PERSONS and not _is_clear(subject, predicate, found):
        return None
    wanted = {number}
    if found[0].person is not None:
        wanted.add(person)
    elif number == "sing":
        wanted.add(gender or found[0].gender or "masc")
    better = parses(predicate)[0].inflect(wanted)
    if better is None or better.tag.mood == "impr":
        return None
    return str(better.word)


def _wanted(subject: str) -> tuple[str, str, str | None] | None:
    """Person, number and gender (None where any will do) of a subject; None for other words."""
    if subject in _PERSONS:
        return _PERSONS[subject]
    tag = _subject(subject)
    if tag is None:
        return None
    return "3per", str(tag.number), None if "anim" in tag.grammemes else tag.gender


def _agrees(tag: OpencorporaTag, person: str, number: str, gender: str | None) -> bool:
    if tag.number != number:
        return False
    if tag.person is not None:
        return bool(tag.person == person)
    return None in (tag.gender, gender) or tag.gender == gender


def _is_finite(found: tuple[OpencorporaTag, ...]) -> bool:
    return all(tag.POS == "VERB" and tag.mood != "impr" for tag in found)


def _is_short(found: tuple[OpencorporaTag, ...], subject: str) -> bool:
    """A short participle or adjective; «видно» and «нужно» stand without a subject."""
    if not all(tag.POS in _SHORT_FORMS for tag in found):
        return False
    neuter = any(tag.gender == "neut" for tag in found)
    return not neuter or (found[0].POS == "PRTS" and subject not in _LABELS)


def _is_clear(subject: str, predicate: str, found: tuple[OpencorporaTag, ...]) -> bool:
    """Whether a noun cannot be what others act upon: «заказ отправили», «файл не советую»."""
    if found[0].POS in _SHORT_FORMS:
        return subject not in _LABELS
    if predicate in _AUXILIARY or any(tag.person not in (None, "3per") for tag in found):
        return False
    if all(tag.case == "nomn" for tag in likely_tags(subject)):
        return subject not in _TIMES
    by_itself = predicate.endswith(("ся", "сь")) and all(
        tag.transitivity == "intr" for tag in found
    )
    return by_itself and subject not in _TIMES


def _only(word: str, parts: frozenset[str]) -> bool:
    found = tags(word)
    return bool(found) and all(tag.POS in parts for tag in found)


@lru_cache(maxsize=20_000)
def _is_plural(word: str) -> bool:
    return all(tag.number == "plur" for tag in tags(word))
