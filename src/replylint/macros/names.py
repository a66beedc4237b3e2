"""The names under which libraries keep the text, the title and the language of a reply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

TEXT = (
    "text reply body content message response template body_text body_html html comment_value "
    "value answer ответ текст шаблон сообщение"
).split()
TITLE = "title name subject short_code shortcode shortcut label название имя тема заголовок".split()
KEY = "key id slug code код ключ".split()
LANGUAGE = "language lang locale язык".split()
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
    """The key of a map that is meant, whatever the case of its letters; None when there is none."""
    plain = {key.strip().lower(): key for key in keys}
    if chosen is not None:
        return plain.get(chosen.strip().lower())
    return next((plain[name] for name in usual if name in plain), None)


def text_names(keys: Iterable[str], fields: Fields) -> list[str]:
    """The keys that hold replies: those that a team names, else the first usual one."""
    keys = list(keys)
    if fields.text:
        found = [find_name(keys, name, ()) for name in fields.text]
        return [name for name in found if name is not None]
    usual = find_name(keys, None, TEXT)
    return [] if usual is None else [usual]


def is_language(name: str) -> bool:
    """Whether a key is the code of a language: ``ru``, ``en-US``."""
    return name.replace("_", "-").partition("-")[0].lower() in LANGUAGES


def by_language(entries: Mapping[str, object]) -> bool:
    """Whether a map has a text for each of several languages."""
    return bool(entries) and all(is_language(name) for name in entries)
