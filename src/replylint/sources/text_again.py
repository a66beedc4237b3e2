"""Reading the text of a file again, after it has been changed."""

from __future__ import annotations

from collections.abc import Sequence

from replylint.conversation import Conversation
from replylint.macros.registry import FORMATS, read_macros, recognise
from replylint.sources.item import Defaults
from replylint.sources.macros import conversation_of
from replylint.sources.registry import format_of


def holds_conversations(text: str, source: str, name: str | None) -> bool:
    """Whether a file of text has what people wrote to each other in it: that is not changed."""
    name = _format(text, source, name)
    return name not in FORMATS and name != "text"


def read_again(
    text: str, source: str, name: str | None, defaults: Defaults
) -> Sequence[Conversation]:
    """The replies in the text of a file whose format is ``name``, or told by its content.

    A file that holds conversations has none that can be changed. Raises ``InputError``.
    """
    name = _format(text, source, name)
    if name in FORMATS and name != "xlsx":
        macros = read_macros(text, source, name, defaults.fields)
        return [conversation_of(m, source, defaults) for m in macros if m.passage.text.strip()]
    if name != "text":
        return []
    return [Conversation(text, defaults.before, defaults.channel, None, source)]


def _format(text: str, source: str, name: str | None) -> str:
    return name or recognise(text, source) or format_of(source)
