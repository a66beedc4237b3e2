"""Reading one table of a TOML file, with the places of its keys."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from replylint.errors import FileError, Place, Problem
from replylint.translation import _
from replylint.yamlfile.source import Mark, Path_, YamlSource, read_text

_KEY = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_HEADER = re.compile(rf"[ \t]*(?P<list>\[?)\[[ \t]*(?P<name>{_DOTTED})[ \t]*\]")
_ENTRY = re.compile(rf"[ \t]*(?P<name>{_DOTTED})[ \t]*=[ \t]*")
_ERROR_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def read_toml(path: Path, table: Sequence[str]) -> YamlSource | None:
    """The table of this name; None when the file has none.

    Raises ``FileError`` when the file cannot be read. A file that is no valid TOML is an error
    only when the name of the table stands in it somewhere.
    """
    text = read_text(path)
    if table[-1] not in text:
        return None
    source = YamlSource(str(path), text)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FileError([_syntax_problem(source, error)]) from error
    except RecursionError as error:
        raise FileError([Problem(Place(source.name), _("this is nested too deeply"))]) from error
    for step in table:
        if not isinstance(data, dict) or step not in data:
            return None
        data = data[step]
    source.data = data
    _note_places(source, tuple(table))
    return source


def _note_places(source: YamlSource, table: tuple[str, ...]) -> None:
    """Find the lines of headers and keys; what stands inside a value has the place of its key."""
    for path, key, value in _entries(source.text.splitlines()):
        if path[: len(table)] != table:
            continue
        below = path[len(table) :]
        source.key_marks.setdefault(below, key)
        source.marks.setdefault(below, value)


def _entries(lines: Sequence[str]) -> Iterator[tuple[Path_, Mark, Mark]]:
    current: Path_ = ()
    counts: dict[Path_, int] = {}
    for number, line in enumerate(lines, 1):
        header = _HEADER.match(line)
        if header:
            current = _names(header["name"])
            mark = Mark(number, header.start("name") + 1)
            if header["list"]:
                yield current, mark, mark
                counts[current] = counts.get(current, -1) + 1
                current = (*current, counts[current])
            else:
                current = _below_lists(current, counts)
            yield current, mark, mark
            continue
        entry = _ENTRY.match(line)
        if entry:
            names = _names(entry["name"])
            key = Mark(number, entry.start("name") + 1)
            value = Mark(number, min(entry.end(), len(line)) + 1)
            for end in range(1, len(names) + 1):
                yield (*current, *names[:end]), key, value


def _names(dotted: str) -> Path_:
    return tuple(name.strip("\"'") for name in re.findall(_KEY, dotted))


def _below_lists(path: Path_, counts: dict[Path_, int]) -> Path_:
    """The path of a table that stands below the last item of a list of tables."""
    for end in range(len(path) - 1, 0, -1):
        if path[:end] in counts:
            return (*path[:end], counts[path[:end]], *path[end:])
    return path


def _syntax_problem(source: YamlSource, error: tomllib.TOMLDecodeError) -> Problem:
    message = str(error)
    found = _ERROR_PLACE.search(message)
    why = message[: found.start()] if found else message
    told = _("is not valid TOML: {why}").format(why=why)
    if found is None:
        return Problem(Place(source.name), told)
    lines = source.text.split("\n")
    line, column = (int(found[1]), int(found[2])) if found[1] else (len(lines), len(lines[-1]) + 1)
    return source.problem_at(told, line, column)
