"""The formats of exports: a new one is a new file and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from replylint.errors import InputError, Place
from replylint.exports import (
    bitrix24,
    chatwoot,
    freshdesk,
    intercom,
    jivo,
    omnidesk,
    telegram,
    usedesk,
    webim,
    whatsapp,
    zendesk,
)
from replylint.exports.chat import Found, Unread, Wanted
from replylint.exports.csv import read_csv
from replylint.exports.decoding import encoding_of
from replylint.exports.fields import quoted
from replylint.exports.json import read_json
from replylint.exports.json_values import json_values
from replylint.exports.parquet import read_parquet
from replylint.exports.xlsx import read_xlsx
from replylint.translation import _

Read = Callable[[Path, str, Wanted], Iterator[Found]]
"""Reads one file: its path, its name for messages, and how it should be read."""

Record = Mapping[str, object]
_Chats = Callable[[Record, Place, Wanted], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Helpdesk:
    """A format of JSON: whether an object looks like it, and how its chats are read."""

    fits: Callable[[Record], bool]
    read: Read


def _of_records(chats: _Chats) -> Read:
    """The reader of a file with one object, a list of them, or one a line."""

    def read(path: Path, source: str, wanted: Wanted) -> Iterator[Found]:
        for value in json_values(path, source, encoding_of(path, wanted.encoding)):
            if isinstance(value, Unread):
                yield value
                continue
            line = value.line
            if not isinstance(value.data, Mapping):
                raw = quoted(value.data)
                yield Unread(source, line, _("an object is expected here"), raw)
                continue
            try:
                yield from chats(value.data, Place(source, line), wanted)
            except InputError as error:
                yield Unread(source, line, error.message, quoted(value.data))

    return read


def _read_telegram(path: Path, source: str, wanted: Wanted) -> Iterator[Found]:
    return telegram.read_telegram(path, source, encoding_of(path, wanted.encoding), wanted)


def _read_whatsapp(path: Path, source: str, wanted: Wanted) -> Iterator[Found]:
    return whatsapp.read_whatsapp(path, source, encoding_of(path, wanted.encoding), wanted)


def _read_json(path: Path, source: str, wanted: Wanted) -> Iterator[Found]:
    return read_json(path, source, encoding_of(path, wanted.encoding), wanted)


HELPDESKS: Mapping[str, Helpdesk] = MappingProxyType(
    {
        "telegram": Helpdesk(telegram.fits, _read_telegram),
        "jivo": Helpdesk(jivo.fits, _of_records(jivo.chats)),
        "webim": Helpdesk(webim.fits, _of_records(webim.chats)),
        "bitrix24": Helpdesk(bitrix24.fits, _of_records(bitrix24.chats)),
        "usedesk": Helpdesk(usedesk.fits, _of_records(usedesk.chats)),
        "omnidesk": Helpdesk(omnidesk.fits, _of_records(omnidesk.chats)),
        "intercom": Helpdesk(intercom.fits, _of_records(intercom.chats)),
        "chatwoot": Helpdesk(chatwoot.fits, _of_records(chatwoot.chats)),
        "freshdesk": Helpdesk(freshdesk.fits, _of_records(freshdesk.chats)),
        "zendesk": Helpdesk(zendesk.fits, _of_records(zendesk.chats)),
    }
)
"""The formats that are JSON, in the order in which they are tried: the most peculiar first."""

READERS: Mapping[str, Read] = MappingProxyType(
    {
        "csv": read_csv,
        "xlsx": read_xlsx,
        "parquet": read_parquet,
        "json": _read_json,
        "jsonl": _read_json,
        "whatsapp": _read_whatsapp,
        **{name: helpdesk.read for name, helpdesk in HELPDESKS.items()},
    }
)
"""Every format by its name."""

ENDINGS = (".csv", ".tsv", ".xlsx", ".xlsm", ".json", ".jsonl", ".ndjson", ".parquet", ".txt")
"""The endings of file names that are looked for in folders."""
