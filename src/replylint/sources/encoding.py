"""From bytes to text: UTF-8 and UTF-16 with or without a byte order mark, then cp1251."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from replylint.errors import InputError, Place
from replylint.translation import _

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGICS = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP/DOCX/XLSX"),
    (b"\xd0\xcf\x11\xe0", "DOC/XLS"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
    (b"\x7fELF", "ELF"),
    (b"SQLite format 3", "SQLite"),
)
_CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 12, 13, 27}) + b"\x7f"
_CYRILLIC = re.compile(r"[а-яА-ЯёЁ]")
_VOWELS = re.compile(r"[аеёиоуыэюяАЕЁИОУЫЭЮЯ]")
_CYRILLIC_WORD = re.compile(r"\w*[а-яА-ЯёЁ]\w*")
_RUSSIAN_SIGNS = frozenset("«»—–„“”‘’…№€\u00a0")
_MIXED_WORD = re.compile(r"[a-zA-Z][а-яА-ЯёЁ]|[а-яА-ЯёЁ][a-zA-Z]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding that it was found to be in; ``guessed`` when that is a guess."""

    text: str
    encoding: str
    guessed: bool = False


def byte_order_mark(data: bytes) -> tuple[bytes, str] | None:
    """The byte order mark at the start of the data and the encoding that it stands for."""
    return next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), None)


def refuse_binary(data: bytes, source: str) -> None:
    """Raise ``InputError`` when the data cannot be the bytes of a text without a mark."""
    for magic, name in _MAGICS:
        if data.startswith(magic):
            raise InputError(
                _("this is a {name} file, not text; save the reply as plain text").format(
                    name=name
                ),
                Place(source),
            )
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data or controls * 20 > len(data):
        raise InputError(
            _("this is a binary file, not text; save the reply as plain text in UTF-8"),
            Place(source),
        )


def decode(data: bytes, source: str) -> Decoded:
    """The text of a whole file.

    Raises ``InputError`` for binary data and for an encoding that is neither UTF-8, UTF-16 or
    UTF-32 with a byte order mark, nor cp1251. A byte order mark is no part of the text.
    """
    marked = byte_order_mark(data)
    if marked is None:
        refuse_binary(data, source)
        return decode_part(data, source)
    mark, name = marked
    try:
        return Decoded(data[len(mark) :].decode(name), name)
    except UnicodeDecodeError as error:
        raise _undecodable(data[len(mark) :], error, source, 1) from error


def decode_part(data: bytes, source: str, line: int = 1) -> Decoded:
    """The text of some bytes that begin in this line of the source: UTF-8, else cp1251."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        text = _as_cp1251(data)
        if text is None:
            raise _undecodable(data, error, source, line) from error
        return Decoded(text, "cp1251", guessed=True)


def _undecodable(data: bytes, error: UnicodeDecodeError, source: str, line: int) -> InputError:
    before = data[: error.start].decode(error.encoding, "replace")
    place = Place(source, line + before.count("\n"), len(before) - before.rfind("\n"))
    return InputError(
        _("the text is neither UTF-8 nor cp1251 (windows-1251); save it as UTF-8"), place
    )


def _as_cp1251(data: bytes) -> str | None:
    try:
        text = data.decode("cp1251")
    except UnicodeDecodeError:
        return None
    return text if reads_as_russian(text) else None


def reads_as_russian(text: str) -> bool:
    """Whether a text that was decoded as cp1251 makes sense.

    Other encodings give themselves away: in Latin-1 the foreign letters stand inside Latin words,
    in KOI8-R the vowels are too few, in cp866 and others the letters turn into signs.
    """
    foreign = sum(sign > "\x7f" and sign not in _RUSSIAN_SIGNS for sign in text)
    signs = sum(sign in _RUSSIAN_SIGNS for sign in text)
    letters = len(_CYRILLIC.findall(text))
    words = len(_CYRILLIC_WORD.findall(text))
    if letters * 10 < foreign * 8 or letters < signs or len(_MIXED_WORD.findall(text)) * 5 > words:
        return False
    return letters < 8 or len(_VOWELS.findall(text)) * 10 >= letters * 3
