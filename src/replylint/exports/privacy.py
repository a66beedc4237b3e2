"""What exports write where they say who sees a message: the customer, or only colleagues."""

from __future__ import annotations

import re
from collections.abc import Collection

_WORDS = {
    True: (
        "private;internal;hidden;note;staff;agents;agents only;team;team only;internal note;"
        "private note;internal comment;private comment;"
        "приватный;приватное;приватная;внутренний;внутреннее;внутренняя;скрытый;скрытое;скрытая;"
        "непубличный;непубличное;служебный;служебное;заметка;внутренний комментарий;"
        "внутренняя заметка;приватный комментарий;приватная заметка;служебный комментарий;"
        "сотрудники;сотрудникам;только сотрудники;только сотрудникам;команда"
    ),
    False: (
        "public;external;visible;everyone;customer;client;requester;public reply;public comment;"
        "публичный;публичное;публичная;внешний;внешнее;внешняя;открытый;открытое;видимый;видимое;"
        "все;всем;клиент;клиенту;для клиента;публичный комментарий;публичный ответ;ответ клиенту"
    ),
}
_PRIVATE = {word: private for private, words in _WORDS.items() for word in words.split(";")}
_TELLING = {
    word: ("public", "private")[_PRIVATE[word]]
    for word in _PRIVATE
    if re.match(r"public|private|internal|публичн|приватн|внутренн|непубличн|служебн", word)
}
_YES = frozenset("true yes y 1 t да истина д + ✓ ✔".split())
_NO = frozenset("false no n 0 f нет ложь н - – —".split())
_SEEN = re.compile(
    r"\b(public\w*|visib\w+|публичн\w+|видн\w+|виден|видит|видим\w+|доступн\w+|открыт\w+|"
    r"external|внешн\w+)\b"
)
_UNSEEN = re.compile(r"\b(не|non|not|только|only|скрыт\w+|hidden|internal|внутренн\w+)\b")


def tells_who_sees(words: Collection[str]) -> bool:
    """Whether these values of a column, whatever it is called, must say who sees a message.

    “Customer” and “staff” may as well say who wrote it, and what is always private may be a person.
    """
    found = {_TELLING.get(_plain(word)) for word in words}
    return found <= {"public", "private"} and "public" in found


def is_private(value: str, column: str) -> bool | None:
    """Whether a message is for colleagues only, by a value and the name of its column.

    “Yes” in “Public” and “no” in “Internal” say the same. None where the value does not tell; an
    empty one in “Internal” says that the message is public.
    """
    plain = _plain(value)
    if plain in _PRIVATE:
        return _PRIVATE[plain]
    name = _plain(column)
    means_public = _SEEN.search(name) is not None and _UNSEEN.search(name) is None
    if plain in _YES:
        return not means_public
    if plain in _NO:
        return means_public
    return None if plain or means_public else False


def _plain(text: str) -> str:
    return " ".join(re.split(r"[\s_]+", text.lower().replace("ё", "е").strip()))
