"""The names of channels as rules and profiles know them."""

from __future__ import annotations

_NAMES = {
    "chat": "чат;онлайн-чат;онлайн чат;чат на сайте;чат в приложении;виджет;live chat;livechat",
    "email": "почта;эл. почта;электронная почта;e-mail;mail;емейл;имейл;письмо;письма",
    "review": "отзыв;отзывы;reviews",
    "telegram": "телеграм;телеграмм;tg;тг",
    "whatsapp": "whats app;вотсап;ватсап;вацап;wa",
    "vk": "вк;вконтакте;vkontakte",
}
_KNOWN = {word: name for name, words in _NAMES.items() for word in (name, *words.split(";"))}


def channel_name(given: str | None) -> str | None:
    """The channel by its usual name: “Чат” and “live chat” are ``chat``; others stay as they are.

    Rules that are for some channels only go by these names. None where none is given.
    """
    if not given:
        return None
    return _KNOWN.get(" ".join(given.lower().split()), given)
