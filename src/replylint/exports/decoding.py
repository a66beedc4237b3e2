"""In which encoding a file of an export is, and its text; broken bytes stay where they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from replylint.errors import UsageError
from replylint.sources.encoding import byte_order_mark, reads_as_russian
from replylint.translation import _

_CHUNK = 1 << 20
_RUSSIAN = ("cp1251", "koi8-r", "cp866", "mac-cyrillic")
_ESCAPED = re.compile(r"[\udc80-\udcff]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Encoding:
    """The name of an encoding; ``guessed`` when nothing in the file says so for certain."""

    name: str
    guessed: bool = False


def encoding_of(path: Path, wanted: str | None = None) -> Encoding:
    """The encoding of a file: what is wanted, a byte order mark, UTF-8, or a guess.

    A few broken bytes do not make a file of UTF-8 one of another encoding. Raises ``UsageError``
    when the wanted name is no encoding, ``OSError`` when the file cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(4)
    marked = byte_order_mark(head)
    if wanted is not None:
        check_encoding(wanted)
        return Encoding("utf-8-sig" if wanted.lower() in ("utf-8", "utf8") else wanted)
    if marked is not None:
        # Python's names without an order of bytes read the mark and leave it out.
        return Encoding({"utf-8": "utf-8-sig"}.get(marked[1], marked[1][:6]))
    return _guess(_sample(path))


def open_text(path: Path, encoding: Encoding) -> TextIO:
    """The file as text, its line ends unchanged.

    Bytes that the encoding does not know become lone surrogates: `is_broken` finds them.
    """
    wide = encoding.name.lower().startswith(("utf-16", "utf-32", "utf16", "utf32"))
    errors = "replace" if wide else "surrogateescape"
    return path.open(encoding=encoding.name, errors=errors, newline="")


def is_broken(text: str) -> bool:
    """Whether a piece of the text holds bytes that its encoding does not know."""
    return not text.isascii() and _ESCAPED.search(text) is not None


def mended(text: str) -> str:
    """The text with every lone surrogate, which no file or database takes, as U+FFFD."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def check_encoding(name: str) -> None:
    """Raise ``UsageError`` when there is no encoding of this name."""
    try:
        "".encode(name)
    except LookupError as error:
        text = _("there is no encoding “{name}”; take utf-8, cp1251, koi8-r, cp866 or utf-16")
        raise UsageError(text.format(name=name)) from error


def _sample(path: Path) -> bytes:
    """The first part of the file that is not all ASCII, whole lines where there are any."""
    with path.open("rb") as file:
        while True:
            chunk = file.read(_CHUNK)
            if not chunk:
                return b""
            if not chunk.isascii() or b"\0" in chunk:
                return chunk + (file.readline(_CHUNK) if b"\n" in chunk else b"")


def _guess(data: bytes) -> Encoding:
    if not data:
        return Encoding("utf-8")
    if data.count(0) * 4 > len(data):
        return Encoding("utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be")
    text = data.decode("utf-8", "surrogateescape")
    bad = len(_ESCAPED.findall(text))
    good = sum(sign > "\x7f" for sign in text) - bad
    if bad * 10 <= good:
        return Encoding("utf-8", guessed=False)
    for name in _RUSSIAN:
        if reads_as_russian(data.decode(name, "replace")):
            return Encoding(name, guessed=True)
    return Encoding(_guess_other(data), guessed=True)


def _guess_other(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 1 << 16]).best()
    return "cp1252" if best is None else best.encoding
