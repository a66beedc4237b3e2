"""Reading the text of a file again, after it has been changed."""

from __future__ import annotations

from collections.abc import Sequence

from replylint.conversation import Conversation
from replylint.macros.registry import FORMATS, read_macros
from replylint.sources.item import Defaults
from replylint.sources.macros import conversation_of


def can_be_changed(name: str) -> bool:
    """Whether files of a format have replies to change, and not what people wrote to each other."""
    return name in FORMATS or name == "text"


def read_again(text: str, source: str, name: str, defaults: Defaults) -> Sequence[Conversation]:
    """The replies in the text of a file of the format ``name``.

    A file that holds conversations has none that can be changed. Raises ``InputError``.
    """
    if name in FORMATS and name != "xlsx":
        macros = read_macros(text, source, name, defaults.fields)
        return [conversation_of(m, source, defaults) for m in macros if m.passage.text.strip()]
    if name != "text":
        return []
    return [Conversation(text, defaults.before, defaults.channel, None, source)]
