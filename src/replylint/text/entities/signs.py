"""Entities that the tokenizer has found already: addresses, links, emoji, placeholders."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from replylint.text.entities.words import Entity, Words, entity
from replylint.text.tokens import Kind

_TEXT_PICTURES = "[‼⁉™ℹ↔-↪⏏Ⓜ▪-◼☀-➿⤴⤵⬅-⭕〰〽㊗㊙]"
_SHOWN_IN_COLOUR = (
    "[☺☹☝✌✍❤♥☀☁☂☃☎☔☕♈-♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓-❕❗➕-➗➰➿⬛⬜⭐⭕]"
)
_ONLY_A_SIGN = re.compile(rf"(?!{_SHOWN_IN_COLOUR}){_TEXT_PICTURES}(?!\ufe0f)\ufe0e?")
"""Bullets, arrows, ™, ✓: characters that are pictures only when a selector asks for it."""


def of_kind(kind: Kind) -> Callable[[Words], Iterator[Entity]]:
    """A recogniser for one kind of token; the value is the text, in lower case."""

    def find(words: Words) -> Iterator[Entity]:
        for index, other in enumerate(words.kinds):
            if other is kind:
                yield entity(kind.value, words, index, index + 1, _text(words, index).lower())

    return find


def emoji(words: Words) -> Iterator[Entity]:
    """Emoji; not bullets, arrows and trade mark signs, which belong to the same Unicode blocks."""
    for index, kind in enumerate(words.kinds):
        if kind is Kind.EMOJI and not _ONLY_A_SIGN.fullmatch(_text(words, index)):
            yield entity("emoji", words, index, index + 1, _text(words, index))


def _text(words: Words, index: int) -> str:
    return words.text[words.starts[index] : words.ends[index]]
