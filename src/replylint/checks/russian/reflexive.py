"""«-тся» where the infinitive belongs and «-ться» where it does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from replylint.checks.words import clause, is_joined, is_prose, mend, nearby
from replylint.conversation import Conversation
from replylint.signals.plugin import Found, only_where, sentence_by_sentence
from replylint.text.document import Document
from replylint.text.russian import forms, tags
from replylint.text.spelling.corrections import with_other_sign
from replylint.text.spelling.dictionary import is_known

_BEFORE_INFINITIVE = frozenset(
    "может можете можем могут могу мог могла могли могло сможет сможете сможем смогут смогу смог "
    "смогла смогли можно нужно надо необходимо нельзя невозможно следует стоит должен должна "
    "должно должны обязан обязаны обязана готов готова готовы готово придется пришлось предстоит "
    "удастся удалось получится хочу хотите хотим хочет хотят хотел хотела хотели хотелось "
    "попробуйте пробуйте попробуем постарайтесь постараемся стараемся старайтесь пытаемся "
    "пытаетесь попытайтесь прошу просим просьба предлагаю предлагаем рекомендую рекомендуем "
    "советую советуем планируем планируете планирую обещаем обещаю решили решил решила забудьте "
    "успеете успеем успеет успели начнет начнут начал начала начали начало перестал перестала "
    "перестало перестанет продолжает продолжит пора желательно достаточно останется осталось "
    "чтобы чтоб нужен нужна разрешено запрещено возможность способ помочь поможем поможет "
    "позволит позволяет дает даст вправе обещал обещала обещали обещает обещают пообещал пообещала "
    "пообещали собираемся собираюсь собирается собираются хотят хотела могли бы будет будем будете "
    "будут буду станет станем станут стал стали стала".split()
)
_AMBIGUOUS = frozenset(
    "может получится достаточно стоит нужен нужна останется осталось начало возможность способ "
    "начнет продолжит будет будем будете будут буду бы".split()
)
"""Words that govern an infinitive only when it follows at once."""

_MAY_STAND_BETWEEN = frozenset(
    "не вам вас вы нам нас мы мне к с по сразу также просто еще раз снова заново".split()
)
_GOVERN_INFINITIVE = frozenset(
    "возможность способ время право шанс желание попытка просьба случай повод причина смысл "
    "необходимость потребность намерение решение предложение совет рекомендация требование план "
    "цель готовность умение пора привычка задача кнопка команда пункт раздел вкладка инструкция "
    "срок дата место час день шаг мечта обязанность обещание приглашение запрос запрет".split()
)
_PREDICATES = frozenset("можно нужно надо нельзя необходимо".split())
_TO_WHOM = frozenset("вам нам мне тебе ему ей им".split())
_MAY_PRECEDE = _TO_WHOM | frozenset("не вас уже еще сразу".split())
_PERSONS = frozenset("он она оно это кто".split())
_IMPERSONAL = frozenset(
    "получиться понадобиться потребоваться удаться случиться оказаться "
    "нравиться понравиться появиться закончиться завершиться начаться зачислиться отобразиться "
    "обновиться измениться сохраниться сломаться разрядиться повториться".split()
)
_CONDITIONS = frozenset("если когда пока".split())
_NEVER_ALONE = frozenset(("понадобиться", "потребоваться"))
"""Infinitives that hang on another word of the sentence wherever they are right."""
_BEGIN_CLAUSES = frozenset("когда если пока чтобы что где куда потому поэтому".split())
_ALLOW_INFINITIVE = frozenset(
    "бы будет будете будем будут буду лучше легче проще сложно трудно жаль как куда где чем зачем "
    "почему или чтобы чтоб никак некуда негде некогда нечего либо а".split()
)


def _has_two_spellings(document: Document) -> bool:
    return any(w.endswith(("тся", "ться")) and other_spelling(w) for w in document.words)


@only_where(_has_two_spellings)
@sentence_by_sentence
def find(
    document: Document, _conversation: Conversation, _parameters: Mapping[str, Any]
) -> Iterator[Found]:
    """Reflexive verbs in the wrong one of two forms that sound alike."""
    for index, word in enumerate(document.words):
        if not word.endswith(("тся", "ться")):
            continue
        other = other_spelling(word)
        if other is None or not is_prose(document, index):
            continue
        wrong = _needs_infinitive if word.endswith("тся") else _needs_finite
        if wrong(document, index):
            yield mend(document, index, index + 1, (other,))


@lru_cache(maxsize=20_000)
def other_spelling(word: str) -> str | None:
    """The other one of the two forms; None where they do, or where one is no word."""
    return with_other_sign(word) if is_known(word) else None


def _needs_infinitive(document: Document, index: int) -> bool:
    """«нужно обратится»: right after a word that governs an infinitive."""
    words = document.words
    place = index - 1
    if _before_predicate(document, index):
        return True
    if not is_joined(document, index):
        return False
    if words[place] in _MAY_STAND_BETWEEN and is_joined(document, place):
        place -= 1
    before = words[place]
    if before in _AMBIGUOUS and place < index - 1:
        return False
    return before in _BEFORE_INFINITIVE


def _before_predicate(document: Document, index: int) -> bool:
    """«подключится можно»: right before a word that governs an infinitive."""
    following = index + 1
    return (
        following < len(document.words)
        and document.words[following] in _PREDICATES
        and is_joined(document, following)
    )


def _needs_finite(document: Document, index: int) -> bool:
    """«он обратиться», «если не получиться»: a subject or a condition, and nothing that governs."""
    words = document.words
    around = range(nearby(document, index).start, clause(document, index).stop)
    if any(words[i] in _governing() for i in around if i != index):
        return False
    if words[index] in _NEVER_ALONE or _is_before_a_request(document, index):
        return True
    if not is_joined(document, index):
        return False
    place = index - 1
    while place > 0 and words[place] in _MAY_PRECEDE:
        place -= 1
    before = words[place]
    if before in _PERSONS:
        return True
    if _is_subject(before) and before not in _GOVERN_INFINITIVE:
        return _is_alone(document, index)
    if words[index] not in _IMPERSONAL:
        return False
    if before in _CONDITIONS or words[index - 1] == "не" or words[index - 1] in _TO_WHOM:
        return "?" not in document.marks_before(_end(document, index))
    return False


def _is_before_a_request(document: Document, index: int) -> bool:
    """«если не откроется — пишите»: a condition or a denial, and right after it a request."""
    words = document.words
    if index + 1 >= _end(document, index) or not _is_request(words[index + 1]):
        return False
    place = index - 1
    denied = place >= 0 and words[place] == "не"
    if denied:
        place -= 1
    return place >= 0 and (words[place] in _CONDITIONS or (denied and words[index] in _IMPERSONAL))


@lru_cache(maxsize=20_000)
def _is_request(word: str) -> bool:
    return any(
        tag.POS == "VERB" and tag.mood == "impr" and tag.number == "plur" for tag in tags(word)[:1]
    )


def _is_alone(document: Document, index: int) -> bool:
    """Whether its clause has nothing else that could be the predicate, and it goes on."""
    words = document.words
    whole = clause(document, index)
    stop = next((i for i in range(index, whole.stop) if words[i] in _BEGIN_CLAUSES), whole.stop)
    around = range(whole.start, stop)
    others = (words[i] for i in around if i != index)
    asks = "?" in document.marks_before(_end(document, index))
    return not asks and whole.stop > index + 1 and not any(map(_can_be_predicate, others))


@lru_cache(maxsize=20_000)
def _can_be_predicate(word: str) -> bool:
    return any(
        tag.POS in ("VERB", "INFN", "PRED", "ADJS", "PRTS", "COMP") for tag in tags(word)[:1]
    )


def _end(document: Document, index: int) -> int:
    """The end (a word, excluded) of the sentence of a word."""
    return document.sentences[document.sentence_of[index]].end


def _is_subject(word: str) -> bool:
    """Whether a word is a noun in the nominative and nothing else that could govern."""
    found = tags(word)
    nouns = bool(found) and all(tag.POS == "NOUN" for tag in found)
    return nouns and found[0].case in ("nomn", "accs")


@lru_cache(maxsize=1)
def _governing() -> frozenset[str]:
    """Forms that an infinitive in the same sentence may hang on."""
    lexemes = (
        "мочь смочь хотеть захотеть начать начинать стать перестать продолжать пытаться попытаться "
        "стараться постараться решить обещать просить попросить рекомендовать советовать "
        "предлагать собираться планировать давать дать разрешить запретить помочь помогать "
        "позволить позволять надеяться бояться успеть удаться уметь обязать заставить требовать "
        "приходиться прийтись предстоять следовать стоить хотеться думать позволять мешать"
    )
    found = {form for lexeme in lexemes.split() for form in forms(lexeme)}
    found.discard("удаться")
    return frozenset(found | _BEFORE_INFINITIVE | _ALLOW_INFINITIVE - {"удастся"})
