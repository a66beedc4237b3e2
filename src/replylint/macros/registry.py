"""The formats of macro libraries: from the bytes of a file to its replies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath
from types import MappingProxyType

from replylint.errors import InputError, Place
from replylint.hypertext import is_html
from replylint.macros.adapters import ADAPTERS, Reply, shape_of
from replylint.macros.front_matter import has_front_matter, read_front_matter
from replylint.macros.generic import HOMES, is_library, replies_in
from replylint.macros.html import read_html
from replylint.macros.json_tree import read_json_tree
from replylint.macros.names import KEY, LANGUAGE, TITLE, Fields, find_name, text_names
from replylint.macros.po import read_po
from replylint.macros.table import Row, read_csv_rows, read_xlsx_rows
from replylint.macros.tree import Tree
from replylint.macros.yaml_tree import read_yaml_tree
from replylint.passage import FileText, Passage
from replylint.template import Macro
from replylint.translation import _

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
            return "csv" if rows and _is_head(rows[0], Fields()) else None
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
        yield from _table(read_csv_rows(file), source, fields)
    else:
        yield from _data(file, source, name, fields)


def read_sheet(data: bytes, source: str, fields: Fields) -> Iterator[Macro]:
    """The replies of an XLSX file; raises ``InputError``."""
    yield from _table(read_xlsx_rows(data, source), source, fields)


def _data(file: FileText, source: str, name: str, fields: Fields) -> Iterator[Macro]:
    tree = _tree(file, source, name)
    adapter = ADAPTERS.get(name)
    found = replies_in(tree, fields) if adapter is None else adapter.all_in(tree)
    empty = True
    for reply in found:
        empty = False
        yield _macro(reply, file)
    if empty:
        raise InputError(_no_replies(), Place(source))


def _tree(file: FileText, source: str, name: str) -> Tree:
    """The data of a file: a help desk's export may be in JSON or in YAML."""
    is_json = name == "json-macros" or (
        name != "yaml" and not source.lower().endswith((".yml", ".yaml"))
    )
    return read_json_tree(file, source) if is_json else read_yaml_tree(file, source)


def _macro(reply: Reply, file: FileText) -> Macro:
    passage = reply.text.passage(file)
    return Macro(_read(passage, reply.html), reply.name, reply.key, _code(reply.language))


def _code(language: str | None) -> str | None:
    """The language without its country: ``en`` of ``en-US``."""
    return language.replace("_", "-").partition("-")[0].lower() if language else None


def _read(passage: Passage, html: bool | None = None) -> Passage:
    return read_html(passage) if html or (html is None and is_html(passage.text)) else passage


def _po(file: FileText) -> Iterator[Macro]:
    """The translations; of a file without any, as that of the first language is, the messages."""
    messages, language = read_po(file)
    has_any = any(message.translations() for message in messages)
    for message in messages:
        key = message.texts["msgid"].text if "msgid" in message.texts else None
        context = message.texts.get("msgctxt")
        name = context.text if context is not None else None
        for passage in message.translations() if has_any else message.itself():
            yield Macro(_read(passage), name, key, language)


def _is_head(row: Row, fields: Fields) -> bool:
    names = [cell.value for cell in row]
    if {"role", "author", "sender"} & {name.strip().lower() for name in names}:
        return False
    return bool(text_names(names, fields)) and find_name(names, fields.title, TITLE) is not None


def _table(rows: list[Row], source: str, fields: Fields) -> Iterator[Macro]:
    names = [cell.value for cell in rows[0]] if rows else []
    texts = text_names(names, fields)
    if not texts:
        raise InputError(_no_replies(), Place(source, 1))
    column: Callable[[str | None], int | None] = lambda name: (  # noqa: E731
        None if name is None else names.index(name)
    )
    title = column(find_name(names, fields.title, TITLE))
    key = column(find_name(names, fields.key, KEY))
    language = column(find_name(names, fields.language, LANGUAGE))
    for row in rows[1:]:
        for text in texts:
            number = names.index(text)
            if number < len(row) and row[number].value.strip():
                name = _cell(row, title)
                yield Macro(
                    _read(row[number].passage()),
                    name,
                    _cell(row, key) or name,
                    _code(_cell(row, language)),
                )


def _cell(row: Row, column: int | None) -> str | None:
    return None if column is None or column >= len(row) else row[column].value.strip() or None


def _no_replies() -> str:
    return _(
        "no replies are found in this file; name the fields that hold them in the settings: "
        "fields: {text: …}"
    )
