"""Words written apart that need a hyphen: «какой нибудь», «кое что», «интернет магазин»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from replylint.checks.words import is_joined, is_prose, mend, nearby
from replylint.conversation import Conversation
from replylint.signals.plugin import Found, only_where, sentence_by_sentence
from replylint.text.document import Document
from replylint.text.russian import lemmas
from replylint.text.spelling.corrections import INDEFINITE

_WITH_THAT = frozenset(
    "какой какая какое какие какого какую каких какому каким какими каком кто кого кому где куда "
    "откуда почему".split()
)
_SECOND = frozenset(("нибудь", "либо", "то"))
_COMPOUNDS: Mapping[str, frozenset[str]] = {
    first: frozenset(second.split())
    for first, second in {
        "интернет": "магазин банк банкинг провайдер соединение трафик ресурс страница сайт адрес",
        "смс": "сообщение код оповещение уведомление рассылка информирование подтверждение",
        "пин": "код",
        "пуш": "уведомление",
        "веб": "сайт страница версия интерфейс камера приложение мастер",
        "бизнес": "план центр процесс партнер ланч класс зал тренер",
        "чат": "бот",
        "трек": "номер код",
        "фитнес": "клуб центр тренер браслет",
        "эконом": "класс",
        "экспресс": "доставка почта",
        "онлайн": "касса чат школа курс кинотеатр консультант сервис банк магазин трансляция",
    }.items()
}
"""First parts that go with a hyphen, and dictionary forms of what stands after them."""
_TELLING = _SECOND.union(("кое",), _COMPOUNDS)


def _has_parts(document: Document) -> bool:
    return not _TELLING.isdisjoint(document.words)


@only_where(_has_parts)
@sentence_by_sentence
def find(
    document: Document, _conversation: Conversation, _parameters: Mapping[str, Any]
) -> Iterator[Found]:
    """Indefinite pronouns and compounds without their hyphen.

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
    if one in _COMPOUNDS:
        return not _COMPOUNDS[one].isdisjoint(lemmas(two))
    return one == "кое" and two in INDEFINITE
