"""Markdown and plain text: one reply a file, with what is told about it above."""

from __future__ import annotations

import re

from replylint.errors import InputError
from replylint.macros.generic import told_in
from replylint.macros.names import KEY, LANGUAGE, TITLE, Fields
from replylint.macros.tree import Tree
from replylint.macros.yaml_tree import read_yaml_tree
from replylint.passage import FileText, Passage
from replylint.template import Macro

_FRONT = re.compile(
    r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)


def has_front_matter(text: str) -> bool:
    """Whether a text begins with a block of ``key: value`` lines between ``---``."""
    match = _FRONT.match(text)
    return match is not None and isinstance(_told_above(match[1]), dict)


def read_front_matter(file: FileText, fields: Fields) -> Macro:
    """The reply below the front matter, or the whole text when there is none."""
    match = _FRONT.match(file.text)
    told = _told_above(match[1]) if match else None
    if match is None or not isinstance(told, dict):
        return Macro(Passage.whole(file))
    start = match.end()
    while file.text[start : start + 1] in ("\n", "\r"):
        start += 1
    title = told_in(told, fields.title, TITLE)
    return Macro(
        Passage.whole(file, start),
        title,
        told_in(told, fields.key, KEY) or title,
        told_in(told, fields.language, LANGUAGE),
    )


def _told_above(text: str) -> Tree:
    try:
        return read_yaml_tree(FileText(text), "")
    except InputError:
        return None
