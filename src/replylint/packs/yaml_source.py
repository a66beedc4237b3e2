"""Reading YAML so that every value remembers its line and column, and nothing is executed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from replylint.errors import PackError, PackProblem, Place
from replylint.translation import _

MOST_BYTES = 2_000_000
MOST_DEPTH = 20
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp")
)
_MERGE_TAG = "tag:yaml.org,2002:merge"
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

    def problem(self, message: str, path: Sequence[str | int], key: bool = False) -> PackProblem:
        """A problem at the value (or the key) that stands at ``path`` or nearest above it."""
        steps = tuple(path)
        marks = self.key_marks if key else self.marks
        while steps and steps not in marks:
            steps = steps[:-1]
        mark = marks.get(steps) or self.marks.get((), Mark(1, 1))
        return self.problem_at(message, mark.line, mark.column)

    def problem_in_text(
        self, message: str, path: Sequence[str | int], start: int, end: int
    ) -> PackProblem:
        """A problem at the code points ``start`` to ``end`` of a text value."""
        mark = self.marks[tuple(path)]
        line = self._line(mark.line)
        if mark.style in ("|", ">"):
            return self.problem_at(message, mark.line, mark.column)
        first = _column_in_scalar(line, mark, start)
        last = max(_column_in_scalar(line, mark, end), first + 1)
        return self.problem_at(message, mark.line, first, last - first)

    def problem_at(self, message: str, line: int, column: int, width: int = 1) -> PackProblem:
        """A problem at a line and column, with a picture of the line."""
        shown = self._line(line)
        number = f"{line} | "
        pad = "".join("\t" if c == "\t" else " " for c in shown[: column - 1])
        picture = f"  {number}{shown}\n  {' ' * len(number)}{pad}{'^' * width}"
        return PackProblem(Place(self.name, line, column), message, picture if shown else "")

    def _line(self, number: int) -> str:
        lines = self.text.splitlines()
        return lines[number - 1] if 0 < number <= len(lines) else ""


def read_yaml(path: Path) -> YamlSource:
    """Read a YAML file; raises ``PackError`` when it cannot be read or is no plain YAML."""
    name = str(path)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _error(
                name,
                _("the file is larger than {size} MB; a pack is a list of rules, not data").format(
                    size=MOST_BYTES // 1_000_000
                ),
            )
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise _error(name, _("cannot be read: {why}").format(why=error.strerror)) from error
    except UnicodeDecodeError as error:
        raise _error(name, _("is not UTF-8 text; save it as UTF-8")) from error
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> YamlSource:
    """Parse YAML text; raises ``PackError`` for anything but plain maps, lists and scalars."""
    source = YamlSource(name, text)
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise PackError([_syntax_problem(source, error)]) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise _error(name, _("is not valid YAML: {why}").format(why=error)) from error
    if node is None:
        raise _error(name, _("is empty"))
    walker = _Walker(source)
    source.data = walker.value(node, ())
    if walker.problems:
        raise PackError(walker.problems)
    return source


class _Walker:
    def __init__(self, source: YamlSource) -> None:
        self.problems: list[PackProblem] = []
        self._source = source
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, path: Path_) -> Any:
        mark = _mark(node)
        self._source.marks[path] = mark
        if id(node) in self._seen:
            self._wrong(node, _("anchors and aliases are not allowed; write the value out"))
            return None
        self._seen.add(id(node))
        if len(path) > MOST_DEPTH:
            self._wrong(node, _("this is nested too deeply"))
            return None
        if node.tag not in _PLAIN_TAGS and node.tag not in _COLLECTIONS:
            self._wrong(node, _("the tag {tag} is not allowed in packs").format(tag=node.tag))
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
            if not isinstance(key_node, yaml.ScalarNode) or key_node.tag == _MERGE_TAG:
                self._wrong(key_node, _("a key must be a plain word"))
                continue
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
        if (mark.style == '"' and line[at : at + 1] == "\\") or (
            mark.style == "'" and line[at : at + 2] == "''"
        ):
            at += 1
        at += 1
    return min(at, len(line)) + 1


def _syntax_problem(source: YamlSource, error: yaml.MarkedYAMLError) -> PackProblem:
    mark = error.problem_mark or error.context_mark
    what = " ".join(part for part in (error.context, error.problem) if part)
    message = _("is not valid YAML: {why}").format(why=what)
    if mark is None:
        return PackProblem(Place(source.name), message)
    return source.problem_at(message, mark.line + 1, mark.column + 1)


def _error(name: str, message: str) -> PackError:
    return PackError([PackProblem(Place(name), message)])
