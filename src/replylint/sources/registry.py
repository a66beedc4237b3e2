"""The formats that can be read: a new one is a new file and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType

from replylint.macros.registry import FORMATS, NOTATIONS, recognise
from replylint.sources.item import Reader
from replylint.sources.json import read_json
from replylint.sources.jsonl import read_jsonl
from replylint.sources.macros import macro_reader
from replylint.sources.text import read_text

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "text": read_text,
        "json": read_json,
        "jsonl": read_jsonl,
        **{name: macro_reader(name) for name in FORMATS},
    }
)
"""Every format by its name."""

ENDINGS: Mapping[str, str] = MappingProxyType(
    {".txt": "text", ".md": "text", ".json": "json", ".jsonl": "jsonl"}
)
"""The endings of file names that are looked for in folders, and the format that they stand for."""

RECOGNISED = frozenset(NOTATIONS) - {".txt", ".xlsx"}
"""The endings of files whose content may tell that they are macro libraries."""

TABLES = frozenset((".csv", ".tsv", ".xls", ".xlsx", ".ods", ".parquet"))
"""The endings of tables, which hold many replies and are no text of one."""


def format_of(name: str) -> str:
    """The format of a file by the ending of its name; text when the ending says nothing.

    Somebody named the file, though it does not look like a library: that of YAML is one still.
    """
    suffix = PurePath(name).suffix.lower()
    return ENDINGS.get(suffix) or NOTATIONS.get(suffix, "text")


def format_of_text(text: str, name: str) -> str:
    """The format of a file by what is in it, or else by the ending of its name."""
    looks = recognise(text, name) if PurePath(name).suffix.lower() in RECOGNISED else None
    return looks or format_of(name)
