"""From the PATHs of a command line to conversations: files, folders and standard input."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from replylint.errors import InputError, Place
from replylint.macros.adapters import ADAPTERS
from replylint.macros.names import Fields
from replylint.macros.registry import FORMATS, NOTATIONS, recognise
from replylint.reasons import why_unread
from replylint.settings.places import FILE_NAMES
from replylint.sources.encoding import decode
from replylint.sources.item import STDIN, Defaults, Item, Note
from replylint.sources.macros import MOST_BYTES
from replylint.sources.registry import ENDINGS, READERS, RECOGNISED, TABLES, format_of
from replylint.sources.text import encoding_note
from replylint.translation import _, plural

_MOST_NAMES = 3
"""So many files that are not read are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a team says about a file: its format, and where it keeps its replies."""

    format: str | None = None
    fields: Fields = field(default_factory=Fields)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What should be read.

    ``paths`` are files, folders, or ``-`` for standard input; ``format`` is one of the registry's
    names, or None to go by the ending of each file (standard input is text then). ``told`` gives
    what the settings say about a file; ``wanted`` leaves files of folders out.
    """

    paths: Sequence[str]
    format: str | None = None
    defaults: Defaults = field(default_factory=Defaults)
    told: Callable[[str], Told] = lambda _path: Told()
    wanted: Callable[[Path], bool] = lambda _path: True


def read_paths(inputs: Inputs, stdin: BinaryIO | None) -> Iterator[Item]:
    """Everything in the paths, in their order, folders sorted by name; opened one at a time.

    ``stdin`` is what ``-`` stands for; without it ``-`` is the name of a file.
    """
    for path in inputs.paths:
        if path == "-" and stdin is not None:
            yield from _read(stdin, STDIN, inputs.format or "text", inputs.defaults)
        elif _is_folder(path):
            yield from _read_folder(Path(path), inputs)
        else:
            yield from _read_file(Path(path), inputs)


def customer_text(given: str) -> tuple[str, list[Note]]:
    """The customer's message from a value that is a text, the name of a file, or ``@`` and a name.

    Raises ``InputError`` when the named file cannot be read.
    """
    if given.startswith("@"):
        return _file_text(given[1:])
    if _is_file(given):
        return _file_text(given)
    if _looks_like_name(given):
        text = _("there is no such file, so this is taken as the customer's own words")
        return given, [Note(Place(given), text)]
    return given, []


def _looks_like_name(given: str) -> bool:
    return not any(sign.isspace() for sign in given) and Path(given).suffix.lower() in ENDINGS


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False


def _is_folder(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):
        return False


def _file_text(name: str) -> tuple[str, list[Note]]:
    try:
        data = Path(name).read_bytes()
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error
    decoded = decode(data, name)
    return decoded.text, list(encoding_note(decoded, name))


def _read_file(path: Path, inputs: Inputs, looks: str | None = None) -> Iterator[Item]:
    """What a file holds; ``looks`` is the format that its content was found to have."""
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        yield _unreadable(str(path), error)
        return
    with stream:
        told = inputs.told(str(path))
        name = inputs.format or told.format or looks or _recognised(path)
        if name is None and path.suffix.lower() in TABLES:
            yield InputError(_no_reply(), Place(str(path)))
            return
        name = name or format_of(path.name)
        defaults = replace(inputs.defaults, fields=told.fields)
        yield from _read(stream, str(path), name, defaults)


def _no_reply() -> str:
    return _(
        "this is a table, not one reply; save each row as a line of JSON Lines (.jsonl) with the "
        "key “reply”; when each row is a reply of a library, add --input csv or --input xlsx, or "
        "tell the format and the columns in the settings (format, fields); --input text reads the "
        "whole file as one reply"
    )


def _recognised(path: Path) -> str | None:
    """The format of a file that cannot well be anything but a macro library; else None."""
    if path.suffix.lower() not in RECOGNISED:
        return None
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        return recognise(decode(path.read_bytes(), str(path)).text, path.name)
    except (OSError, ValueError, InputError):
        return None


def _read(stream: BinaryIO, source: str, name: str, defaults: Defaults) -> Iterator[Item]:
    try:
        yield from READERS[name](stream, source, defaults)
    except OSError as error:
        yield _unreadable(source, error)


def _read_folder(folder: Path, inputs: Inputs) -> Iterator[Item]:
    endings = tuple(ending for ending, name in ENDINGS.items() if inputs.format in (None, name))
    libraries = tuple(NOTATIONS) if inputs.format is None or inputs.format in FORMATS else ()
    found = False
    passed_over: list[Path] = []
    for item in _walk(folder, (*endings, *libraries)):
        if isinstance(item, Path):
            looks = None
            if item.suffix.lower() not in endings:
                looks = _library_format(item, inputs)
                if looks is None:
                    passed_over.append(item)
                    continue
            found = True
            if inputs.wanted(item):
                yield from _read_file(item, inputs, looks)
        else:
            yield item
    if not found:
        yield InputError(_nothing_in(endings, libraries), Place(str(folder)))
    unread = [path for path in passed_over if path.name not in FILE_NAMES and inputs.wanted(path)]
    if unread and inputs.format is None:
        yield Note(Place(str(folder)), _not_read([path.name for path in unread]))


def _not_read(names: Sequence[str]) -> str:
    text = plural(
        "{count} file was not read, it does not look like a macro library ({names}); to have it "
        "read, name it (a table with --input csv) or tell its format in the settings: overrides",
        "{count} files were not read, they do not look like macro libraries ({names}); to have "
        "them read, name them (a table with --input csv) or tell their format in the settings: "
        "overrides",
        len(names),
    )
    more = ", …" if len(names) > _MOST_NAMES else ""
    return text.format(count=len(names), names=", ".join(names[:_MOST_NAMES]) + more)


def _nothing_in(endings: Sequence[str], libraries: Sequence[str]) -> str:
    names = " ".join(f"*{ending}" for ending in endings)
    others = " ".join(f"*{ending}" for ending in libraries if ending not in endings)
    if not (names and others):
        text = _("nothing to check in this folder: it has no {names}")
    else:
        text = _(
            "nothing to check in this folder: it has no {names}, and no macro library in {others}"
        )
    return text.format(names=names or others, others=others)


def _library_format(path: Path, inputs: Inputs) -> str | None:
    """The format of a file of a folder, when it is a macro library: told, or by its content."""
    told = inputs.told(str(path)).format
    if told is not None:
        return told
    if inputs.format is not None:
        notation = NOTATIONS[path.suffix.lower()]
        is_export = inputs.format in ADAPTERS and notation in ("yaml", "json-macros")
        return inputs.format if inputs.format == notation or is_export else None
    return _recognised(path)


def _walk(folder: Path, endings: tuple[str, ...]) -> Iterator[Path | InputError]:
    """The files with these endings below a folder, sorted; hidden ones and links to folders not."""
    try:
        inside = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        yield _unreadable(str(folder), error)
        return
    for path in inside:
        if path.is_dir():
            if not path.is_symlink():
                yield from _walk(path, endings)
        elif path.suffix.lower() in endings and path.is_file():
            yield path


def _unreadable(name: str, error: Exception) -> InputError:
    return InputError(why_unread(error), Place(name))
