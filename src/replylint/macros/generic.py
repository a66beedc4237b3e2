"""Libraries of no particular help desk: maps with a text, lists of them, texts by language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from replylint.macros.adapters import Map, Reply
from replylint.macros.names import (
    KEY,
    LANGUAGE,
    TITLE,
    Fields,
    by_language,
    find_name,
    further_texts,
    language_in,
    text_names,
)
from replylint.macros.tree import Scalar, Tree, text_of

HOMES = frozenset(
    "macros macro templates replies canned_responses canned saved_replies responses snippets "
    "шаблоны макросы ответы".split()
)
"""Keys at the top of a file that promise replies."""
_LEAST_WORDS = 4
"""From so many words on a second field is a text of the reply and no title."""


def is_library(tree: Tree, fields: Fields = Fields()) -> bool:  # noqa: B008 - it is frozen
    """Whether data looks like canned replies without anybody saying so.

    A list of maps with a text and a title does, and a map whose one key promises replies.
    """
    if isinstance(tree, dict):
        homes = [value for key, value in tree.items() if key.strip().lower() in HOMES]
        return any(next(_below(home, None, None, fields), None) is not None for home in homes)
    if not isinstance(tree, list) or not tree:
        return False
    return all(
        isinstance(node, dict)
        and bool(text_names(node, fields))
        and find_name(node, fields.title, TITLE) is not None
        and not {"role", "messages", "reply", "conversation"} & set(node)
        for node in tree
    )


def replies_in(tree: Tree, fields: Fields) -> Iterator[Reply]:
    """Every reply in data that is known to be a library."""
    if isinstance(tree, dict):
        homes = {key: value for key, value in tree.items() if key.strip().lower() in HOMES}
        for home in (homes or {"": tree}).values():
            yield from _below(home, None, None, fields)
        return
    yield from _below(tree, None, None, fields)


def _below(tree: Tree, name: str | None, language: str | None, fields: Fields) -> Iterator[Reply]:
    if isinstance(tree, Scalar):
        if tree.value.strip():
            yield Reply(tree, name, name, language)
    elif isinstance(tree, list):
        for node in tree:
            yield from _below(node, name, language, fields)
    elif isinstance(tree, dict):
        yield from _in_map(tree, name, language, fields)


def _in_map(node: Map, name: str | None, language: str | None, fields: Fields) -> Iterator[Reply]:
    if by_language(node):
        for code, given in node.items():
            yield from _below(given, name, code, fields)
        return
    names = text_names(node, fields)
    if not names:
        for key, value in node.items():
            if isinstance(value, dict | list | Scalar):
                yield from _below(value, key, language, fields)
        return
    title = told_in(node, fields.title, TITLE) or name
    shared = told_in(node, fields.key, KEY) or title
    language = told_in(node, fields.language, LANGUAGE) or language
    others = _others(node, names, language, fields)
    for found in names:
        value = node[found]
        if isinstance(value, Scalar) and value.value.strip():
            here = language or language_in(found)
            same = next((text for text, code in others if code == here), None)
            yield Reply(value, title, shared, here, other=same)
            for further, its_code in others:
                if further is not same:
                    yield Reply(further, title, shared, its_code)
            others = []
        elif isinstance(value, dict):
            for code, text in value.items():
                if isinstance(text, Scalar) and text.value.strip():
                    yield Reply(text, title, shared, code)


def _others(
    node: Map, names: Sequence[str], language: str | None, fields: Fields
) -> list[tuple[Scalar, str | None]]:
    """Further texts of a map with their languages: ``body_html`` beside ``body``, ``text_en``.

    There are none where a team names its fields.
    """
    if fields.text:
        return []
    return [
        (value, language or language_in(key))
        for key in further_texts(node, names[0])
        if isinstance(value := node[key], Scalar) and len(value.value.split()) >= _LEAST_WORDS
    ]


def told_in(node: Map, chosen: str | None, usual: Sequence[str]) -> str | None:
    """What a map tells under a chosen key, or under one of the usual ones."""
    found = find_name(node, chosen, usual)
    return None if found is None else text_of(node[found])
