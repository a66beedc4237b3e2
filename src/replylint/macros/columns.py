"""The replies of a table: its columns with texts, and what other columns tell about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from replylint.errors import InputError, Place
from replylint.macros.names import (
    KEY,
    LANGUAGE,
    TITLE,
    Fields,
    find_name,
    further_texts,
    language_in,
    text_names,
)
from replylint.macros.readable import language_code, no_replies, readable
from replylint.macros.table import Row
from replylint.macros.twins import says_same
from replylint.template import Macro

_LEAST_WORDS = 4
"""From so many words on a cell is a text and no title."""
_LOOKED_AT = 200


def is_head(row: Row, fields: Fields) -> bool:
    """Whether a row names the columns of a library: a text and a title, and nobody who writes."""
    names = _names(row)
    if {"role", "author", "sender"} & {name.strip().lower() for name in names}:
        return False
    return bool(text_names(names, fields)) and find_name(names, fields.title, TITLE) is not None


def replies_of_table(rows: Sequence[Row], source: str, fields: Fields) -> Iterator[Macro]:
    """The replies of a table, of all its columns with texts; raises ``InputError``.

    What stands twice in a row, as HTML and as plain text, is one reply.
    """
    texts = text_columns(rows, fields)
    if not texts:
        raise InputError(no_replies(), Place(source, 1))
    names = _names(rows[0])
    title = _number(names, find_name(names, fields.title, TITLE))
    key = _number(names, find_name(names, fields.key, KEY))
    language = _number(names, find_name(names, fields.language, LANGUAGE))
    for row in rows[1:]:
        name = _cell(row, title)
        told = (name, _cell(row, key) or name)
        said = _cell(row, language)
        found: list[Macro] = []
        for number in texts:
            if number >= len(row) or not row[number].value.strip():
                continue
            passage = readable(row[number].passage())
            code = language_code(said) or language_in(names[number])
            same = next((n for n, m in enumerate(found) if says_same(m.passage, passage)), None)
            if same is None or found[same].twin is not None:
                found.append(Macro(passage, *told, code))
            else:
                found[same] = replace(found[same], twin=passage)
        yield from found


def text_columns(rows: Sequence[Row], fields: Fields) -> list[int]:
    """The numbers of the columns whose cells are replies: those that a team names, else all found.

    The first is known by its name; further ones have such a name too and texts in their cells.
    """
    names = _names(rows[0]) if rows else []
    chosen = text_names(names, fields)
    if not chosen:
        return []
    if not fields.text:
        further = further_texts(names, chosen[0])
        chosen += [name for name in further if _has_texts(rows, names.index(name))]
        return sorted(names.index(name) for name in chosen)
    return [names.index(name) for name in chosen]


def unread_columns(rows: Sequence[Row], fields: Fields) -> tuple[list[str], list[str]]:
    """The names of the columns that are read as replies, and of those that only look like texts.

    Both are empty where a team has said which columns it means.
    """
    if fields.text or not rows:
        return [], []
    names = _names(rows[0])
    read = text_columns(rows, fields)
    usual = ((fields.title, TITLE), (fields.key, KEY), (fields.language, LANGUAGE))
    told = {find_name(names, chosen, known) for chosen, known in usual}
    left = [
        name
        for number, name in enumerate(names)
        if number not in read and name.strip() and name not in told and _has_texts(rows, number)
    ]
    return [names[number] for number in read], left


def _names(row: Row) -> list[str]:
    return [cell.value for cell in row]


def _number(names: Sequence[str], name: str | None) -> int | None:
    return None if name is None else names.index(name)


def _cell(row: Row, column: int | None) -> str | None:
    return None if column is None or column >= len(row) else row[column].value.strip() or None


def _has_texts(rows: Sequence[Row], column: int) -> bool:
    """Whether at least half of the filled cells of a column have several words."""
    cells = [row[column].value for row in rows[1 : _LOOKED_AT + 1] if column < len(row)]
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and 2 * sum(len(c.split()) >= _LEAST_WORDS for c in filled) >= len(filled)
