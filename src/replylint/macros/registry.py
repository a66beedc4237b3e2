"""The formats of macro libraries: from the bytes of a file to its replies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from types import MappingProxyType

from replylint.errors import InputError, Place
from replylint.macros.adapters import ADAPTERS, Reply, shape_of
from replylint.macros.columns import is_head, replies_of_table
from replylint.macros.front_matter import has_front_matter, read_front_matter
from replylint.macros.generic import HOMES, is_library, replies_in
from replylint.macros.html import read_html
from replylint.macros.json_tree import read_json_tree
from replylint.macros.names import Fields
from replylint.macros.po import read_po
from replylint.macros.readable import language_code, no_replies, readable
from replylint.macros.table import read_csv_rows
from replylint.macros.tree import Tree
from replylint.macros.twins import says_same
from replylint.macros.yaml_tree import read_yaml_tree
from replylint.passage import FileText, Passage
from replylint.template import Macro

NOTATIONS: Mapping[str, str] = MappingProxyType(
    {
        ".yml": "yaml",
        ".yaml": "yaml",
        ".json": "json-macros",
        ".csv": "csv",
        ".tsv": "csv",
        ".xlsx": "xlsx",
        ".md": "markdown",
        ".txt": "markdown",
        ".po": "po",
        ".html": "html",
        ".htm": "html",
    }
)
"""The notation that the ending of a file stands for."""

FORMATS = (*ADAPTERS, "yaml", "json-macros", "csv", "xlsx", "markdown", "po", "html")
"""Every format of a macro library: the help desks, and the notations for all others."""

_HOME = re.compile(rf"""^(?:\{{\s*)?["']?(?:{"|".join(sorted(HOMES))})["']?\s*:""", re.MULTILINE)
"""The key at the top under which a library has its replies, in a text that cannot be parsed."""


def recognise(text: str, name: str) -> str | None:
    """The format of a file that nobody told; None when it does not look like a library.

    Only what cannot well be anything else is taken for one: an export of a help desk, a list of
    texts with titles, a reply below front matter.
    """
    notation = NOTATIONS.get(PurePath(name).suffix.lower())
    file = FileText(text)
    try:
        if notation == "markdown":
            return "markdown" if has_front_matter(text) else None
        if notation == "csv":
            rows = read_csv_rows(file)
            return "csv" if rows and is_head(rows[0], Fields()) else None
        if notation in ("yaml", "json-macros"):
            if notation == "json-macros" and not _may_be(text):
                return None
            tree = read_yaml_tree(file, name) if notation == "yaml" else read_json_tree(file, name)
            return shape_of(text, tree) or (notation if is_library(tree) else None)
    except InputError:
        # where it says that it is a library, whoever reads it is to hear what is wrong
        return notation if notation in ("yaml", "json-macros") and _HOME.search(text) else None
    return None


def _may_be(text: str) -> bool:
    """Whether it is worth parsing a JSON text to see if it is a library."""
    marks = [adapter.mark for adapter in ADAPTERS.values()]
    head = text[:20_000]
    return any(mark in head for mark in (*marks, '"macros"', '"title"', '"templates"'))


def read_macros(text: str, source: str, name: str, fields: Fields) -> Iterator[Macro]:
    """The replies of a library in one of ``FORMATS`` but ``xlsx``; raises ``InputError``."""
    file = FileText(text)
    if name == "markdown":
        yield read_front_matter(file, fields)
    elif name == "html":
        yield Macro(read_html(Passage.whole(file)))
    elif name == "po":
        yield from _po(file)
    elif name == "csv":
        yield from replies_of_table(read_csv_rows(file), source, fields)
    else:
        yield from _data(file, source, name, fields)


def _data(file: FileText, source: str, name: str, fields: Fields) -> Iterator[Macro]:
    tree = _tree(file, source, name)
    adapter = ADAPTERS.get(name)
    found = replies_in(tree, fields) if adapter is None else adapter.all_in(tree)
    empty = True
    for reply in found:
        empty = False
        yield from _macros(reply, file)
    if empty:
        raise InputError(no_replies(), Place(source))


def _tree(file: FileText, source: str, name: str) -> Tree:
    """The data of a file: a help desk's export may be in JSON or in YAML."""
    is_json = name == "json-macros" or (
        name != "yaml" and not source.lower().endswith((".yml", ".yaml"))
    )
    return read_json_tree(file, source) if is_json else read_yaml_tree(file, source)


def _macros(reply: Reply, file: FileText) -> Iterator[Macro]:
    """The reply, and once more where what stands beside it says something else."""
    passage = readable(reply.text.passage(file), reply.html)
    told = (reply.name, reply.key, language_code(reply.language))
    if reply.other is None:
        yield Macro(passage, *told)
        return
    other = readable(reply.other.passage(file), None if reply.html is None else not reply.html)
    if says_same(passage, other):
        yield Macro(passage, *told, twin=other)
    else:
        yield Macro(passage, *told)
        yield Macro(other, *told)


def _po(file: FileText) -> Iterator[Macro]:
    """The translations; of a file without any, as that of the first language is, the messages."""
    messages, language = read_po(file)
    has_any = any(message.translations() for message in messages)
    for message in messages:
        key = message.texts["msgid"].text if "msgid" in message.texts else None
        context = message.texts.get("msgctxt")
        name = context.text if context is not None else None
        for passage in message.translations() if has_any else message.itself():
            yield Macro(readable(passage), name, key, language)
