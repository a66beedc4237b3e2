"""The names of channels as rules and profiles know them."""

from __future__ import annotations

import re
from difflib import get_close_matches

from replylint.template import MACRO, TOGETHER
from replylint.translation import _

_NAMES = {
    "chat": "чат;онлайн-чат;онлайн чат;чат на сайте;чат в приложении;виджет;live chat;livechat",
    "email": "почта;эл. почта;электронная почта;e-mail;mail;емейл;имейл;письмо;письма",
    "review": "отзыв;отзывы;reviews",
    "telegram": "телеграм;телеграмм;tg;тг",
    "whatsapp": "whats app;вотсап;ватсап;вацап;wa",
    "vk": "вк;вконтакте;vkontakte",
}
_NEAR, _SHORTEST = 0.75, 3
_BETWEEN_WORDS = re.compile(r"[\s_]+")
_KNOWN = {word: name for name, words in _NAMES.items() for word in (name, *words.split(";"))}


def channel_name(given: str | None) -> str | None:
    """The channel by its usual name: “Чат” and “live chat” are ``chat``; others stay as they are.

    Rules that are for some channels only go by these names. None where none is given.
    """
    if not given:
        return None
    return _KNOWN.get(" ".join(given.lower().split()), given)


def channel_key(given: str | None) -> str | None:
    """What tells one channel from another: “Avito_Chat” and “avito chat” are ``avito-chat``.

    Of several joined by ``+`` each is looked up. None where none is given.
    """
    if given is None or not given.strip():
        return None
    return TOGETHER.join(
        _BETWEEN_WORDS.sub("-", (channel_name(part.strip()) or "").casefold())
        for part in given.split(TOGETHER)
    )


def channel_doubt(given: str | None) -> str | None:
    """What to tell a person about a channel that looks like a slip of the pen; None for others.

    Channels may have any name: only one that is nearly a known one makes anybody doubt.
    """
    for part in (given or "").lower().split(TOGETHER):
        word = " ".join(part.split())
        if word in _KNOWN or word in (MACRO, ""):
            continue
        close = get_close_matches(word, _KNOWN, n=1, cutoff=_NEAR)
        if close and len(word) > _SHORTEST and word[0] == close[0][0]:
            text = _("the channel “{given}” is none that is known; did you mean “{close}”?")
            return text.format(given=word, close=close[0])
    return None
