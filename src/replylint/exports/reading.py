"""From the paths of a command line to chats: files and folders, each in its own format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from replylint.channels import channel_doubt
from replylint.conversation import Role
from replylint.errors import InputError, Place
from replylint.exports.chat import Chat, Found, Unread, Wanted
from replylint.exports.copies import Copies
from replylint.exports.decoding import encoding_of, open_text
from replylint.exports.json_values import outline
from replylint.exports.own_results import OwnResultError
from replylint.exports.registry import ENDINGS, HELPDESKS, READERS
from replylint.exports.repeats import Repeats
from replylint.exports.whatsapp import fits as is_whatsapp
from replylint.exports.wishes import check_wishes
from replylint.exports.zones import in_zone, zone_of
from replylint.reasons import why_unread
from replylint.sources.encoding import refuse_binary
from replylint.sources.item import Note
from replylint.translation import _, plural

_HEAD = 1 << 14
_HTML = re.compile(
    r"(<!--.{0,500}?-->\s*)*<(!doctype\s+html|html|head|body|title|meta)\b", re.I | re.S
)


def read_exports(paths: Sequence[Path], wanted: Wanted) -> Iterator[Found]:
    """Everything in the paths, in their order, folders sorted by name; opened one at a time.

    What cannot be read is an `Unread` in its place and ends nothing. The same files give the same
    items in the same order each time. Raises ``UsageError`` for a format, a field, an encoding
    or a time zone that is not there, ``SettingsError`` where settings asked for it.
    """
    check_wishes(wanted)
    if wanted.timezone is not None:
        return in_zone(_read_all(paths, wanted), zone_of(wanted.timezone))
    return _read_all(paths, wanted)


def format_of(path: Path, wanted: Wanted) -> str:
    """The name of the format of a file, found out by what is in it.

    Raises ``InputError`` when it is none that can be read, ``OSError`` when it cannot be opened.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"PK\x03\x04"):
        if path.suffix.lower() == ".zip":
            raise InputError(_("this is an archive; unpack it and name what is in it"))
        return "xlsx"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(_("this is an old workbook (XLS); save it as XLSX or CSV"))
    if head[8:12] == b"DUCK":
        raise InputError(
            _(
                "this is a DuckDB database, such as the store of replylint score; name the export "
                "itself, or give a table of the database as Parquet or CSV"
            )
        )
    encoding = encoding_of(path, wanted.encoding)
    if not encoding.name.startswith(("utf-16", "utf-32")):
        refuse_binary(head, str(path))
    with open_text(path, encoding) as file:
        start = file.read(_HEAD).lstrip("\ufeff \t\r\n")
    if _HTML.match(start):
        raise InputError(
            _(
                "this is a web page (HTML), such as a report of replylint; export the replies as "
                "CSV, XLSX or JSON and name that file"
            )
        )
    if is_whatsapp(start):
        return "whatsapp"
    if start[:1] in ("{", "["):
        record = outline(path, encoding) or {}
        return next((name for name, desk in HELPDESKS.items() if desk.fits(record)), "json")
    return "csv"


@dataclass(frozen=True, slots=True)
class _File:
    """A file to read: one that a person named, or one that a named folder holds."""

    path: Path
    named: bool


def _read_all(paths: Iterable[Path], wanted: Wanted) -> Iterator[Found]:
    files = list(_files(paths))
    several = sum(isinstance(file, _File) for file in files) > 1
    repeats, copies = Repeats(), Copies()
    for file in files:
        if isinstance(file, Unread):
            yield file
            continue
        path = file.path
        if not several:
            yield from _read_file(file, wanted)
            continue
        copied = copies.original(path)
        if copied is not None:
            text = _("the same as {file}, to the byte; left out")
            yield Note(Place(str(path)), text.format(file=copied))
            continue
        yield from repeats.without(_read_file(file, wanted), str(path))
    yield from repeats.rest()


def _files(paths: Iterable[Path]) -> Iterator[_File | Unread]:
    """The files that the paths name, and what is wrong with a path in its place."""
    for path in paths:
        try:
            if not path.is_dir():
                yield _File(path, named=True)
                continue
            inside = sorted(p for p in path.rglob("*") if _is_export(p, path))
        except (OSError, ValueError) as error:
            yield Unread(str(path), None, why_unread(error))
            continue
        if not inside:
            text = _("nothing to score in this folder: it has no {names}")
            names = " ".join(f"*{ending}" for ending in ENDINGS)
            yield Unread(str(path), None, text.format(names=names))
        yield from (_File(one, named=False) for one in inside)


def _is_export(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.suffix.lower() in ENDINGS and not hidden and path.is_file()


def _read_file(file: _File, wanted: Wanted) -> Iterator[Found]:
    path = file.path
    source = str(path)
    try:
        if path.stat().st_size == 0:
            yield Unread(source, None, _("the file is empty"))
            return
        name = wanted.format or format_of(path, wanted)
        yield from _counted(READERS[name](path, source, wanted), name, source, wanted)
    except OwnResultError as error:
        text = _("{what}, and no export; name the export that it was made from")
        if file.named:
            yield Unread(source, None, text.format(what=error.message))
        else:
            text = _("left out: {what}, and no export")
            yield Note(Place(source), text.format(what=error.message))
    except InputError as error:
        yield Unread(source, error.place.line if error.place else None, error.message)
    except (OSError, ValueError) as error:
        yield Unread(source, None, why_unread(error))


def _counted(found: Iterator[Found], name: str, source: str, wanted: Wanted) -> Iterator[Found]:
    """What was found, bots as they are wanted; at the end a note when there was no reply."""
    replies = chats = waiting = 0
    first: int | None = None
    channels: set[str | None] = {None}
    for item in found:
        if isinstance(item, Chat):
            chat = _with_bots(item) if wanted.bots else item
            chats += 1
            if chat.channel not in channels:
                channels.add(chat.channel)
                yield from _channel_note(chat)
            replies += any(True for _position in chat.reply_positions())
            if chat.waits:
                first = first if waiting else chat.line
                waiting += 1
            yield chat
        else:
            yield item
    if chats and not replies:
        text = _("read as {format}; it has messages, but no reply of an agent")
        yield Note(Place(source), text.format(format=name))
    elif waiting:
        text = plural(
            "{count} conversation ends with a question and no reply; there is nothing to score, "
            "but a customer may be waiting",
            "{count} conversations end with a question and no reply; there is nothing to score, "
            "but customers may be waiting (here is the first)",
            waiting,
        )
        yield Note(Place(source, first), text.format(count=waiting))


def _channel_note(chat: Chat) -> Iterator[Note]:
    doubt = channel_doubt(chat.channel)
    if doubt is not None:
        yield Note(Place(chat.source, chat.line), doubt)


def _with_bots(chat: Chat) -> Chat:
    """The chat with what bots wrote as replies."""
    messages = tuple(
        replace(message, role=Role.AGENT) if message.role is Role.BOT else message
        for message in chat.messages
    )
    return replace(chat, messages=messages)
