"""Requests for what the customer has given: «пришлите справку» to «справку приложила»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from replylint.checks.violation import Violation, quote_of
from replylint.signals.match import Match
from replylint.signals.reading import Reading
from replylint.text import russian
from replylint.text.document import Document, Sentence
from replylint.text.tokens import Kind
from replylint.text.zones import AUTHORS_OWN

_SEND = frozenset(
    "приложить прилагать прикладывать прикрепить прикреплять отправить отправлять прислать "
    "присылать выслать высылать скинуть скидывать загрузить загружать вложить вкладывать "
    "направить направлять подать подавать предоставить предоставлять представить представлять "
    "передать сбросить дослать дать сдать сдавать продиктовать принести приносить занести "
    "кинуть".split()
)
_TELL = frozenset(
    "указать назвать сообщить уточнить написать подсказать сказать напомнить продиктовать "
    "скинуть прислать дать ввести направить".split()
)
_NEED_FORMS = frozenset(
    "нужен нужна нужны необходим необходима необходимы понадобится понадобятся потребуется "
    "потребуются требуется жду ждем".split()
)
_MUST = frozenset("нужно необходимо просим прошу просьба надлежит надо следует".split())
_OTHER = frozenset(
    "другой другая другое другую другие второй вторую вторая еще ещё дополнительно дополнительный "
    "новый новую новое новые крупно крупнее тоже если когда недостающий остальные "
    "оставшиеся подписанный подписанную исправленный обратный полный полностью целиком".split()
)
_PURPOSE = "чтобы"
_REPEATEDLY = frozenset(("еще", "ещё"))
_ENCLOSED = frozenset("вложении вложениях прикрепленном прикреплённом прошлом предыдущем".split())
_SAME = {
    "фотография": "фото",
    "фотка": "фото",
    "фоточка": "фото",
    "фотоматериал": "фото",
    "скриншот": "скрин",
    "скриншотик": "скрин",
    "справочка": "справка",
}
"""Words for one thing: «пришлите фотографию» to «фото отправила»."""
_PAPERS = frozenset(
    "чек квитанция справка свидетельство выписка платежка акт договор полис билет талон".split()
)
_PROOF = frozenset(("документ", "подтверждение"))
_CONFIRMS = "подтвержд"
"""How words begin that say what a document is wanted for: «документ, подтверждающий оплату»."""
_UNREAD = frozenset(
    "открылся открылась открылось открывается видно видны читается загрузился загрузилась "
    "загрузилось размыто нечетко получили дошел дошла дошло пришло пришла пришел пустой".split()
)
_NUMBER = frozenset("номер номерок код индекс".split())
_WHICH = frozenset("какой какая какое какие каком какую какого".split())
_PROPER = frozenset(("Name", "Geox"))
_TO_US = frozenset("мне нам меня нас".split())
_OURS = frozenset("вы вами ваш ваша ваши курьер магазин".split())
_PRONOUNS = frozenset("ее его их это".split())
_MERE = frozenset(
    "день время раз вопрос проблема помощь ответ письмо сообщение чат обращение вложение скан "
    "копия часть год месяц число человек дело сайт приложение раздел адрес деньга возврат "
    "ссылка почта смс клиент данные".split()
)
_HOW = frozenset("куда как можно нужно надо а".split())
_REACH = 8
_BESIDE = 4
_NEAR = 3
_SHORTEST = 3


class _Given(NamedTuple):
    """What the customer has given: a noun, and the word where it stands."""

    lemma: str
    at: int


def requests(reply: Reading, customer: Reading) -> Iterator[Violation]:
    """A request for a document that the customer sent, or for a number that they named.

    Knows Russian only. A reply that could not open what was sent is let be, and so is a request for
    another one.
    """
    ours, theirs = reply.document, customer.document
    if "ru" not in (ours.language, theirs.language) or not _UNREAD.isdisjoint(ours.words):
        return
    sent, numbered = list(_sent(theirs)), list(_numbered(theirs))
    for sentence in ours.sentences if sent or numbered else ():
        if ours.zones[sentence.first] not in AUTHORS_OWN:
            continue
        found = _asked_again(ours, sentence, sent, numbered)
        if found is not None:
            at, given = found
            context = quote_of(theirs, Match.of_words(theirs, given.at, given.at + 1), "customer")
            first = _where_its_number_begins(ours, sentence, at)
            yield Violation(Match.of_words(ours, first, at + 1), context=context)
            return


def _asked_again(
    document: Document, sentence: Sentence, sent: Sequence[_Given], numbered: Sequence[_Given]
) -> tuple[int, _Given] | None:
    """The word of the reply that asks for something given, and where it was given."""
    words = document.words[sentence.first : sentence.end]
    if not _OTHER.isdisjoint(_once(words)) or _PURPOSE in words[1:]:
        return None
    if any(word.startswith(_CONFIRMS) for word in words):
        papers = (given for given in sent if given.lemma in _PAPERS)
        sent = [*sent, *(given._replace(lemma=proof) for given in papers for proof in _PROOF)]
    is_question = "?" in document.marks_before(sentence.end)
    for at, word in enumerate(words):
        if _is_negated(words[max(0, at - _REACH) : at]):
            continue
        around = words[max(0, at - _REACH) : at + _REACH]
        near = words[max(0, at - _NEAR) : at]
        which = not _WHICH.isdisjoint((*near, *words[at + 1 : at + 2]))
        named = which or not _NUMBER.isdisjoint(_lemmas(near))
        wanted = [
            *(numbered if named and (is_question or _asks(around, _TELL)) else ()),
            *(sent if _asks(around, _SEND | _TELL) else ()),
        ]
        for lemma in _nouns(word) if wanted else ():
            for given in wanted:
                if given.lemma == lemma:
                    return sentence.first + at, given
    return None


def _where_its_number_begins(document: Document, sentence: Sentence, at: int) -> int:
    """«номер вашего акта»: where the number or the code of a thing is named, else the thing."""
    for place in range(at - 1, max(sentence.first, at - _NEAR) - 1, -1):
        if document.marks_before(place + 1).strip():
            break
        if not _NUMBER.isdisjoint(russian.lemmas(document.words[place])):
            return place
    return at


def _once(words: Sequence[str]) -> Iterator[str]:
    """The words without the «ещё» of «ещё раз», which wants nothing new."""
    following = (*words[1:], "")
    return (w for w, f in zip(words, following, strict=True) if f != "раз" or w not in _REPEATEDLY)


def _asks(around: Sequence[str], verbs: frozenset[str]) -> bool:
    """Whether some words ask to send or to tell: an order, or a need."""
    must = not _MUST.isdisjoint(around)
    for at, word in enumerate(around):
        if at and around[at - 1] == "не":
            continue
        if word in _NEED_FORMS:
            return True
        if not verbs.isdisjoint(russian.lemmas(word)) and (must or _is_order(word)):
            return True
    return False


def _is_negated(words: Sequence[str]) -> bool:
    return "не" in words or "без" in words or "ли" in words


@lru_cache(maxsize=20_000)
def _is_somebody(word: str) -> bool:
    """Whether a word names somebody who does things: «покупатель отправил скрин»."""
    tags = russian.tags(word)[:1]
    return bool(tags) and tags[0].grammemes >= {"NOUN", "anim", "nomn"}


@lru_cache(maxsize=20_000)
def _is_order(word: str) -> bool:
    return any("impr" in tag for tag in russian.tags(word))


def _lemmas(words: Sequence[str]) -> frozenset[str]:
    return frozenset(russian.lemmas(word)[0] for word in words)


@lru_cache(maxsize=20_000)
def _nouns(word: str) -> tuple[str, ...]:
    """The dictionary forms of a word that is likeliest a noun of substance."""
    tags = russian.tags(word)[:1]
    is_noun = bool(tags) and tags[0].POS == "NOUN" and not _PROPER & tags[0].grammemes
    if len(word) < _SHORTEST or not is_noun:
        return ()
    lemmas = russian.lemmas(word)[:1]
    return tuple(_SAME.get(lemma, lemma) for lemma in lemmas if lemma not in _MERE)


def _sent(document: Document) -> Iterator[_Given]:
    """The nouns of which the customer says that they have sent them."""
    last: list[_Given] = []
    for sentence in document.sentences:
        words = document.words[sentence.first : sentence.end]
        places = range(sentence.first, sentence.end)
        nouns = [_Given(noun, at) for at in places for noun in _nouns(document.words[at])]
        if _TO_US.isdisjoint(words) and not _asks_how(document, sentence):
            if not _ENCLOSED.isdisjoint(words):
                yield from nouns
            for verb in (at for at, word in enumerate(words) if _says_sent(word)):
                before = words[max(0, verb - _NEAR) : verb]
                by_us = not _OURS.isdisjoint(words[:verb]) or "вы" in words[verb + 1 : verb + 2]
                if by_us or _is_negated(before[-2:]) or any(map(_is_somebody, before)):
                    continue
                place = sentence.first + verb
                yield from (given for given in nouns if abs(given.at - place) <= _BESIDE)
                if not _PRONOUNS.isdisjoint(words[max(0, verb - 2) : verb + 2]):
                    yield from last
        last = nouns


def _asks_how(document: Document, sentence: Sentence) -> bool:
    """Whether the customer asks how or where to send."""
    first = document.words[sentence.first]
    return "?" in document.marks_before(sentence.end) and first in _HOW


@lru_cache(maxsize=20_000)
def _says_sent(word: str) -> bool:
    """Whether a word says that its author has sent, or is sending, something."""
    if _SEND.isdisjoint(russian.lemmas(word)):
        return False
    tag = russian.tags(word)[0]
    if tag.POS == "PRTS":
        return True
    return tag.POS == "VERB" and ("past" in tag or "1per" in tag)


def _numbered(document: Document) -> Iterator[_Given]:
    """The nouns right before a number that is no date, sum, time or length."""
    taken = {
        word
        for kind in ("date", "time", "duration", "money")
        for first, end in document.entities(kind).items()
        for word in range(first, end)
    }
    for at, kind in enumerate(document.kinds):
        if at in taken or not (kind is Kind.NUMBER or _is_code(document.words[at])):
            continue
        for before in range(at - 1, max(-1, at - 1 - _NEAR), -1):
            if document.sentence_of[before] != document.sentence_of[at]:
                break
            yield from (_Given(noun, before) for noun in _nouns(document.words[before]))


def _is_code(word: str) -> bool:
    return any(c.isdigit() for c in word) and any(c.isalpha() for c in word)
