"""Reading YAML so that every value remembers its line and column, and nothing is executed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from replylint.errors import FileError, Place, Problem, Written
from replylint.reasons import why_unread
from replylint.translation import _
from replylint.yamlfile.loader import LONG_ESCAPES, ShallowLoader, TooDeepError
from replylint.yamlfile.syntax import bad_beginning, explained

MOST_BYTES = 2_000_000
MOST_DEPTH = 20
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp")
)
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ANCHOR = re.compile(r"&([\w-]+)")
_SHOWN_WIDTH = 100
_COLLECTIONS = frozenset(("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"))

Path_ = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a value stands in its file: line and column from 1, and how its scalar is quoted."""

    line: int
    column: int
    style: str | None = None


@dataclass(slots=True)
class YamlSource:
    """The data of a YAML file and where each part of it stands.

    ``marks`` maps the path of a value to its place, ``key_marks`` the path to the place of its key.
    """

    name: str
    text: str
    data: Any = None
    marks: dict[Path_, Mark] = field(default_factory=dict)
    key_marks: dict[Path_, Mark] = field(default_factory=dict)
    _lines: list[str] = field(default_factory=list, repr=False)

    def place(self, path: Sequence[str | int]) -> Place:
        """Where the value stands that has this path, or the nearest one above it."""
        steps = tuple(path)
        while steps and steps not in self.marks:
            steps = steps[:-1]
        mark = self.marks.get(steps, Mark(1, 1))
        return Place(self.name, mark.line, mark.column)

    def problem(self, message: str, path: Sequence[str | int], key: bool = False) -> Problem:
        """A problem at the value (or the key) that stands at ``path`` or nearest above it."""
        steps = tuple(path)
        mark = self._mark(steps, key)
        while steps and mark is None:
            steps = steps[:-1]
            mark = self._mark(steps, key)
        mark = mark or Mark(1, 1)
        return self.problem_at(message, mark.line, mark.column)

    def written(self, path: Sequence[str | int], key: bool = False) -> Written:
        """Where the value (or the key) stands, for saying later that it is wrong."""
        problem = self.problem("", path, key)
        return Written(problem.place, problem.excerpt)

    def problem_in_text(
        self, message: str, path: Sequence[str | int], start: int, end: int, key: bool = False
    ) -> Problem:
        """A problem at the code points ``start`` to ``end`` of a text value (or of its key)."""
        mark = (self.key_marks if key else self.marks)[tuple(path)]
        line = self._line(mark.line)
        if mark.style in ("|", ">"):
            return self.problem_at(message, mark.line, mark.column)
        first = _column_in_scalar(line, mark, start)
        last = max(_column_in_scalar(line, mark, end), first + 1)
        return self.problem_at(message, mark.line, first, last - first)

    def problem_at(self, message: str, line: int, column: int, width: int = 1) -> Problem:
        """A problem at a line and column, with a picture of the line."""
        shown = self._line(line)
        picture = _picture(f"{line} | ", shown, column - 1, width) if shown else ""
        return Problem(Place(self.name, line, column), message, picture)

    def has_idle_anchor(self, mark: Mark) -> bool:
        """Whether an anchor begins at a mark that nothing names: a “&” that was meant as text."""
        anchor = _ANCHOR.match(self._line(mark.line), mark.column - 1)
        return anchor is not None and f"*{anchor[1]}" not in self.text

    def _mark(self, path: Path_, key: bool) -> Mark | None:
        return (self.key_marks.get(path) if key else None) or self.marks.get(path)

    def _line(self, number: int) -> str:
        if not self._lines:
            self._lines = self.text.splitlines()
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""


def read_yaml(path: Path, *, may_be_empty: bool = False) -> YamlSource:
    """Read a YAML file; raises ``FileError`` when it cannot be read or is no plain YAML.

    A file with nothing in it but comments is an empty map where it ``may_be_empty``.
    """
    return parse_yaml(read_text(path), str(path), may_be_empty=may_be_empty)


def read_text(path: Path) -> str:
    """The text of a file that a person wrote; raises ``FileError`` when it cannot be that."""
    name = str(path)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _error(
                name,
                _("the file is larger than {size} MB; this is not the place for data").format(
                    size=MOST_BYTES // 1_000_000
                ),
            )
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise _error(name, why_unread(error)) from error
    except UnicodeDecodeError as error:
        raise _error(name, _("is not UTF-8 text; save it as UTF-8")) from error


def parse_yaml(text: str, name: str, *, may_be_empty: bool = False) -> YamlSource:
    """Parse YAML text; raises ``FileError`` for anything but plain maps, lists and scalars."""
    source = YamlSource(name, text)
    try:
        node = yaml.compose(text, Loader=_Loader)
    except TooDeepError as error:
        message = _("this is nested too deeply")
        raise FileError([_problem_at_mark(source, message, error.mark)]) from error
    except yaml.MarkedYAMLError as error:
        raise FileError([_syntax_problem(source, error)]) from error
    except yaml.reader.ReaderError as error:
        raise FileError([_character_problem(source, error)]) from error
    if node is None and may_be_empty:
        source.data = {}
        return source
    if node is None:
        raise _error(name, _("is empty"))
    walker = _Walker(source)
    source.data = walker.value(node, ())
    if walker.problems:
        raise FileError(walker.problems)
    return source


class _Loader(ShallowLoader):
    most_levels = MOST_DEPTH + 1


class _Walker:
    def __init__(self, source: YamlSource) -> None:
        self.problems: list[Problem] = []
        self._source = source
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, path: Path_) -> Any:
        mark = _mark(node)
        self._source.marks[path] = mark
        if id(node) in self._seen:
            self._wrong(node, _("anchors and aliases are not allowed; write the value out"))
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode) and self._source.has_idle_anchor(mark):
            self._wrong(node, bad_beginning("&"))
            return None
        if node.tag not in _PLAIN_TAGS and node.tag not in _COLLECTIONS:
            self._wrong(node, _("the tag {tag} is not allowed").format(tag=node.tag))
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        return _scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: Path_) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode) or key_node.tag not in _PLAIN_TAGS:
                self._wrong(key_node, _("a key must be a plain word"))
                continue
            self._seen.add(id(key_node))
            key = key_node.value
            if key in values:
                self._wrong(key_node, _("the key “{key}” stands here twice").format(key=key))
                continue
            self._source.key_marks[(*path, key)] = _mark(key_node)
            values[key] = self.value(value_node, (*path, key))
        return values

    def _wrong(self, node: yaml.Node, message: str) -> None:
        mark = _mark(node)
        self.problems.append(self._source.problem_at(message, mark.line, mark.column))


def _mark(node: yaml.Node) -> Mark:
    start = node.start_mark
    return Mark(start.line + 1, start.column + 1, getattr(node, "style", None))


def _scalar(node: yaml.ScalarNode) -> Any:
    """The value as YAML 1.2 reads it: only true and false are booleans, dates are text."""
    text = node.value
    if node.style:
        return text
    if text in ("true", "false"):
        return text == "true"
    if text in ("", "~", "null"):
        return None
    for number in (int, float):
        try:
            return number(text)
        except ValueError:
            continue
    return text


def _column_in_scalar(line: str, mark: Mark, offset: int) -> int:
    """The column in the file of the code point ``offset`` of a scalar on one line."""
    at = mark.column - 1 + (1 if mark.style in ("'", '"') else 0)
    for _step in range(offset):
        if mark.style == '"' and line[at : at + 1] == "\\":
            at += LONG_ESCAPES.get(line[at + 1 : at + 2], 2)
        elif mark.style == "'" and line[at : at + 2] == "''":
            at += 2
        else:
            at += 1
    return min(at, len(line)) + 1


def _picture(head: str, line: str, start: int, width: int) -> str:
    """The line with marks below ``width`` code points from ``start``; long lines are cut."""
    cut = max(0, start - _SHOWN_WIDTH // 2) if len(line) > _SHOWN_WIDTH else 0
    line = "".join(c if c.isprintable() or c == "\t" else "\ufffd" for c in line)
    before = ("…" if cut else "") + line[cut:start]
    rest = line[start : cut + _SHOWN_WIDTH]
    after = "…" if cut + _SHOWN_WIDTH < len(line) else ""
    pad = "".join("\t" if c == "\t" else " " for c in before)
    marks = "^" * min(width, max(len(rest), 1))
    return f"  {head}{before}{rest}{after}\n  {' ' * len(head)}{pad}{marks}"


def _syntax_problem(source: YamlSource, error: yaml.MarkedYAMLError) -> Problem:
    found = explained(error, source.text.splitlines())
    if found is None:
        message = _("is not valid YAML: {why}").format(why=error.problem or error.context or "")
        return Problem(Place(source.name), message)
    message = _("is not valid YAML: {why}").format(why=found.message)
    return source.problem_at(message, found.line, found.column)


def _problem_at_mark(source: YamlSource, message: str, mark: yaml.Mark) -> Problem:
    return source.problem_at(message, mark.line + 1, mark.column + 1)


def _character_problem(source: YamlSource, error: yaml.reader.ReaderError) -> Problem:
    found = _NOT_YAML.search(source.text)
    if found is None:
        why, _newline, _position = str(error).partition("\n")
        message = _("is not valid YAML: {why}").format(why=why)
        return Problem(Place(source.name), message)
    why = _("the invisible character U+{code} may not stand in a text; delete it")
    why = why.format(code=f"{ord(found[0]):04X}")
    message = _("is not valid YAML: {why}").format(why=why)
    before = source.text[: found.start()]
    line = before.count("\n") + 1
    return source.problem_at(message, line, found.start() - before.rfind("\n"))


def _error(name: str, message: str) -> FileError:
    return FileError([Problem(Place(name), message)])
