"""The names under which libraries keep the text, the title and the language of a reply."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

TEXT = (
    *"text reply body content message response template".split(),
    *("body text", "body html", "html", "comment value", "value", "answer"),
    *"ответ текст шаблон сообщение".split(),
    *("reply text", "response text", "answer text", "message text", "macro text", "template text"),
    *("reply body", "message body", "macro body", "template body", "canned response"),
    *("saved reply", "текст ответа", "текст шаблона", "текст макроса"),
    *("текст сообщения", "текст письма", "шаблон ответа", "готовый ответ", "тело ответа"),
)
TITLE = (
    *("title", "name", "subject", "short code", "shortcode", "shortcut", "label", "topic", "macro"),
    *"название имя тема заголовок макрос".split(),
    *("macro name", "macro title", "template name", "template title", "reply name"),
    *("название шаблона", "название макроса", "название ответа", "имя шаблона", "имя макроса"),
    *("тема ответа", "тема письма", "заголовок ответа"),
)
KEY = "key id slug code код ключ".split()
LANGUAGE = ("language", "lang", "locale", "язык", "язык ответа", "reply language")
"""The usual names are small letters with one space between words, as names are compared."""

_BETWEEN = re.compile(r"[\s_-]+")
_VERSION = re.compile(
    r"(?:text|reply|body|content|message|response|answer|html|ответ|текст|шаблон|сообщение)[\s(\[:,.]*\S"
)
_ABOUT = re.compile(
    r"\b(?:id|date|time|type|count|length|author|status|language|дата|время|тип|автор|длина|язык|"
    r"статус|вопрос\w*|клиент\w*|question|customer|client|user)\b"
)
LANGUAGES = frozenset("ru en de fr es it pt pl uk be kk tr zh ja ko ar he nl cs".split())


@dataclass(frozen=True, slots=True)
class Fields:
    """What a team says about its columns or keys; an empty one means the usual names.

    ``text`` names the fields that hold replies, the others what is told about them.
    """

    text: tuple[str, ...] = ()
    title: str | None = None
    language: str | None = None
    key: str | None = None
    own: frozenset[str] = field(default=frozenset(), compare=False)


def find_name(keys: Iterable[str], chosen: str | None, usual: Iterable[str]) -> str | None:
    """The key of a map that is meant, whatever the case of its letters; None when there is none.

    Without a ``chosen`` one it is one of the ``usual`` names, the first of them before the others.
    """
    if chosen is not None:
        wanted = chosen.strip().lower()
        return next((key for key in keys if key.strip().lower() == wanted), None)
    plain = {_plain(key): key for key in keys}
    return next((plain[name] for name in usual if name in plain), None)


def _plain(name: str) -> str:
    """A name without what differs from team to team: capitals, and what stands between words."""
    return _BETWEEN.sub(" ", name.strip().lower())


def text_names(keys: Iterable[str], fields: Fields) -> list[str]:
    """The keys that hold replies: those that a team names, else the first usual one."""
    keys = list(keys)
    if fields.text:
        found = [find_name(keys, name, ()) for name in fields.text]
        return [name for name in found if name is not None]
    usual = find_name(keys, None, TEXT)
    return [] if usual is None else [usual]


def further_texts(keys: Iterable[str], first: str) -> list[str]:
    """The other keys that are named as texts are, or as versions of one: ``text_en``, «Ответ 2»."""
    return [key for key in keys if key != first and _is_text(_plain(key))]


def _is_text(name: str) -> bool:
    if name in TITLE or name in KEY or name in LANGUAGE or _ABOUT.search(name):
        return False
    return name in TEXT or _VERSION.match(name) is not None


def language_in(name: str) -> str | None:
    """The language that the last word of a name says: ``en`` of ``text_en``; else None."""
    last = _plain(name).rpartition(" ")[2].strip("()[]")
    return last if last in LANGUAGES and last != _plain(name) else None


def is_language(name: str) -> bool:
    """Whether a key is the code of a language: ``ru``, ``en-US``."""
    return name.replace("_", "-").partition("-")[0].lower() in LANGUAGES


def by_language(entries: Mapping[str, object]) -> bool:
    """Whether a map has a text for each of several languages."""
    return bool(entries) and all(is_language(name) for name in entries)
