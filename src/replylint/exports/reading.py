"""From the paths of a command line to chats: files and folders, each in its own format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from replylint.conversation import Role
from replylint.errors import InputError, Place, UsageError
from replylint.exports.chat import Chat, Found, Unread, Wanted
from replylint.exports.columns import check_fields
from replylint.exports.decoding import check_encoding, encoding_of, open_text
from replylint.exports.json_values import outline
from replylint.exports.registry import ENDINGS, HELPDESKS, READERS
from replylint.exports.whatsapp import fits as is_whatsapp
from replylint.exports.zones import in_zone, zone_of
from replylint.reasons import why_unread
from replylint.sources.encoding import refuse_binary
from replylint.sources.item import Note
from replylint.translation import _

_HEAD = 1 << 14


def read_exports(paths: Sequence[Path], wanted: Wanted) -> Iterator[Found]:
    """Everything in the paths, in their order, folders sorted by name; opened one at a time.

    What cannot be read is an `Unread` in its place and ends nothing. The same files give the same
    items in the same order each time. Raises ``UsageError`` for a format, a field, an encoding
    or a time zone that is not there.
    """
    if wanted.format is not None and wanted.format not in READERS:
        close = get_close_matches(wanted.format, READERS, n=1)
        text = _("there is no format “{name}”; there are {names}")
        if close:
            text = _("there is no format “{name}”; did you mean “{close}”?")
        names = ", ".join(READERS)
        raise UsageError(text.format(name=wanted.format, names=names, close="".join(close)))
    check_fields(wanted.columns)
    if wanted.encoding is not None:
        check_encoding(wanted.encoding)
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
    encoding = encoding_of(path, wanted.encoding)
    if not encoding.name.startswith(("utf-16", "utf-32")):
        refuse_binary(head, str(path))
    with open_text(path, encoding) as file:
        start = file.read(_HEAD).lstrip("\ufeff \t\r\n")
    if is_whatsapp(start):
        return "whatsapp"
    if start[:1] in ("{", "["):
        record = outline(path, encoding) or {}
        return next((name for name, desk in HELPDESKS.items() if desk.fits(record)), "json")
    return "csv"


def _read_all(paths: Iterable[Path], wanted: Wanted) -> Iterator[Found]:
    for path in paths:
        try:
            if not path.is_dir():
                yield from _read_file(path, wanted)
                continue
            inside = sorted(p for p in path.rglob("*") if _is_export(p, path))
        except (OSError, ValueError) as error:
            yield Unread(str(path), None, why_unread(error))
            continue
        if not inside:
            text = _("nothing to score in this folder: it has no {names}")
            names = " ".join(f"*{ending}" for ending in ENDINGS)
            yield Unread(str(path), None, text.format(names=names))
        for one in inside:
            yield from _read_file(one, wanted)


def _is_export(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.suffix.lower() in ENDINGS and not hidden and path.is_file()


def _read_file(path: Path, wanted: Wanted) -> Iterator[Found]:
    source = str(path)
    try:
        if path.stat().st_size == 0:
            yield Unread(source, None, _("the file is empty"))
            return
        name = wanted.format or format_of(path, wanted)
        yield from _counted(READERS[name](path, source, wanted), name, source, wanted)
    except InputError as error:
        yield Unread(source, error.place.line if error.place else None, error.message)
    except (OSError, ValueError) as error:
        yield Unread(source, None, why_unread(error))


def _counted(found: Iterator[Found], name: str, source: str, wanted: Wanted) -> Iterator[Found]:
    """What was found, bots as they are wanted; at the end a note when there was no reply."""
    replies = chats = 0
    for item in found:
        if isinstance(item, Chat):
            chat = _with_bots(item) if wanted.bots else item
            chats += 1
            replies += any(True for _reply in chat.replies())
            yield chat
        else:
            yield item
    if chats and not replies:
        text = _("read as {format}; it has messages, but no reply of an agent")
        yield Note(Place(source), text.format(format=name))


def _with_bots(chat: Chat) -> Chat:
    """The chat with what bots wrote as replies."""
    messages = tuple(
        replace(message, role=Role.AGENT) if message.role is Role.BOT else message
        for message in chat.messages
    )
    return replace(chat, messages=messages)
