"""The shapes in which help desks keep their canned replies: which of their texts are replies.

Each adapter knows one export, parsed from JSON or YAML alike. It says whether a map is one of its
replies, and yields the texts in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from replylint.macros.tree import Scalar, Tree, maps_in, text_of

Map = dict[str, Tree]


class Reply(NamedTuple):
    """One canned reply of an export; ``html`` says that its text is HTML, None that it may be.

    ``other`` is the same reply written the other way, plain beside HTML, where the export has both.
    """

    text: Scalar
    name: str | None
    key: str | None
    language: str | None
    html: bool | None = None
    other: Scalar | None = None


@dataclass(frozen=True, slots=True)
class Adapter:
    """An export of one help desk: ``mark`` is a word that every file of it has in quotes."""

    mark: str
    replies: Callable[[Map], Iterator[Reply]]

    def all_in(self, tree: Tree) -> Iterator[Reply]:
        """Every reply of an export, in the order of the file."""
        for node in maps_in(tree):
            yield from self.replies(node)


def _reply(
    node: Map, text: Tree, html: bool | None, name: str, language: str = "", other: Tree = None
) -> Iterator[Reply]:
    if isinstance(text, Scalar) and text.value.strip():
        yield Reply(
            text,
            text_of(node.get(name)),
            text_of(node.get("id")),
            text_of(node.get(language)) if language else None,
            html,
            other if isinstance(other, Scalar) and other.value.strip() else None,
        )


def _zendesk(node: Map) -> Iterator[Reply]:
    """A macro: ``actions`` with ``comment_value`` or ``comment_value_html``, maybe by channel."""
    actions = node.get("actions")
    if not isinstance(actions, list):
        return
    for action in actions:
        if not isinstance(action, dict):
            continue
        field = text_of(action.get("field"))
        if field not in ("comment_value", "comment_value_html"):
            continue
        value = action.get("value")
        for text in value[1:] if isinstance(value, list) else [value]:
            yield from _reply(node, text, field.endswith("html"), "title")


def _gorgias(node: Map) -> Iterator[Reply]:
    """A macro: the action ``setResponseText`` with ``body_html`` or ``body_text``."""
    actions = node.get("actions")
    if not isinstance(actions, list):
        return
    for action in actions:
        given = action.get("arguments") if isinstance(action, dict) else None
        if not isinstance(given, dict):
            continue
        html, plain = given.get("body_html"), given.get("body_text")
        if text_of(plain) is not None:
            yield from _reply(node, plain, False, "name", "language", html)
        else:
            yield from _reply(node, html, True, "name", "language")


def _front(node: Map) -> Iterator[Reply]:
    """A message template: ``body`` in HTML beside ``subject`` or ``name``."""
    if "body" in node and ("subject" in node or "name" in node):
        yield from _reply(node, node["body"], None, "name")


def _zammad(node: Map) -> Iterator[Reply]:
    """A text module: ``content`` in HTML beside ``keywords``."""
    if "content" in node and "keywords" in node:
        yield from _reply(node, node["content"], None, "name")


def _chatwoot(node: Map) -> Iterator[Reply]:
    """A canned response: ``content`` beside ``short_code``."""
    if "content" in node and "short_code" in node:
        yield from _reply(node, node["content"], False, "short_code")


def _osticket(node: Map) -> Iterator[Reply]:
    """A canned response: ``response`` in HTML beside ``title``."""
    if "response" in node and "title" in node:
        yield from _reply(node, node["response"], None, "title", "lang")


def _freescout(node: Map) -> Iterator[Reply]:
    """A saved reply: ``text`` in HTML beside ``name`` and ``mailbox_id``."""
    if "text" in node and "name" in node and ("mailbox_id" in node or "mailboxId" in node):
        yield from _reply(node, node["text"], None, "name")


def _freshdesk(node: Map) -> Iterator[Reply]:
    """A canned response: ``content_html``, beside the same as plain text in ``content``."""
    if "content_html" in node and "title" in node:
        html, plain = node["content_html"], node.get("content")
        if text_of(html) is not None:
            yield from _reply(node, html, True, "title", other=plain)
        else:
            yield from _reply(node, plain, False, "title")


ADAPTERS: Mapping[str, Adapter] = MappingProxyType(
    {
        "zendesk": Adapter("comment_value", _zendesk),
        "gorgias": Adapter("setResponseText", _gorgias),
        "chatwoot": Adapter("short_code", _chatwoot),
        "zammad": Adapter("keywords", _zammad),
        "osticket": Adapter("response", _osticket),
        "freescout": Adapter("mailbox", _freescout),
        "freshdesk": Adapter("content_html", _freshdesk),
        "front": Adapter("subject", _front),
    }
)
"""Every help desk by its name; the surest marks come first."""


def shape_of(text: str, tree: Tree) -> str | None:
    """The help desk whose export this is; None when it is none that we know."""
    for name, adapter in ADAPTERS.items():
        if adapter.mark in text and next(adapter.all_in(tree), None) is not None:
            return name
    return None
