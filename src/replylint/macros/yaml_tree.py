"""YAML with places: plain, quoted, literal and folded scalars, code point by code point."""

from __future__ import annotations

import re

import yaml

from replylint.errors import InputError, Place
from replylint.macros.tree import Alignment, Scalar, Tree
from replylint.passage import FileText
from replylint.translation import _
from replylint.yamlfile.loader import LONG_ESCAPES, ShallowLoader, TooDeepError

MOST_DEPTH = 50
MOST_VALUES = 200_000
"""So many values a file may have once its aliases are written out."""

_FOLD = re.compile(r"[ \t]*(?:(?:\r\n|\n|\r)[ \t]*)+")
_BREAK = re.compile(r"\r\n|\n|\r")
_WORDS_LINE = re.compile(r"(?:^|(?<=[\r\n]))( *)[^ \r\n]")


def read_yaml_tree(file: FileText, source: str) -> Tree:
    """The data of a YAML text, a list for several documents; raises ``InputError``.

    Nothing is executed: tags are not looked at, and what is no text stays as it is written.
    """
    try:
        nodes = list(yaml.compose_all(file.text, Loader=_Loader))
        trees = [_Reader(file.text).tree(node) for node in nodes if node is not None]
    except (TooDeepError, _TooMuchError) as error:
        message = _("the YAML is nested too deeply or has too many values")
        raise InputError(message, Place(source)) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join(part for part in (error.context, error.problem) if part)
        place = Place(source, mark.line + 1, mark.column + 1) if mark else Place(source)
        raise InputError(_("is not valid YAML: {why}").format(why=what), place) from error
    except yaml.YAMLError as error:
        why = str(error).partition("\n")[0]
        raise InputError(_("is not valid YAML: {why}").format(why=why), Place(source)) from error
    return trees[0] if len(trees) == 1 else list(trees)


class _TooMuchError(Exception):
    pass


class _Loader(ShallowLoader):
    most_levels = MOST_DEPTH


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._left = MOST_VALUES
        self._inside: set[int] = set()

    def tree(self, node: yaml.Node) -> Tree:
        self._left -= 1
        if self._left < 0 or id(node) in self._inside:
            raise _TooMuchError
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        self._inside.add(id(node))
        found: Tree
        if isinstance(node, yaml.MappingNode):
            found = {
                str(key.value): self.tree(value)
                for key, value in node.value
                if isinstance(key, yaml.ScalarNode)
            }
        else:
            found = [self.tree(item) for item in node.value]
        self._inside.discard(id(node))
        return found

    def _scalar(self, node: yaml.ScalarNode) -> Scalar | None:
        if not node.style and node.tag == "tag:yaml.org,2002:null":
            return None
        text, value, style = self._text, node.value, node.style
        start, end = node.start_mark.index, node.end_mark.index
        return Scalar(value, start, end, lambda: aligned(text, start, end, style, value))


def aligned(text: str, start: int, end: int, style: str | None, value: str) -> Alignment | None:
    """Where each code point of a scalar's value is written; None when that cannot be told.

    ``start`` to ``end`` are the code points of the scalar with its quotes or its block header.
    """
    if style in ("|", ">"):
        return _block(text, start, style == ">", value)
    if style in ("'", '"'):
        return _flow(text, start + 1, end - 1, style, value)
    return _flow(text, start, end, "", value)


def _flow(text: str, at: int, end: int, quote: str, value: str) -> Alignment | None:
    begins: list[int] = []
    ends: list[int] = []
    while len(begins) < len(value):
        if at >= end:
            return None
        start = at
        if quote == '"' and text[at] == "\\":
            if text[at + 1] in "\r\n":
                fold = _FOLD.match(text, at + 1)
                assert fold is not None
                at = fold.end()
                extra = len(_BREAK.findall(fold.group())) - 1
                begins += [start] * extra
                ends += [at] * extra
                continue
            at += LONG_ESCAPES.get(text[at + 1], 2)
        elif quote == "'" and text.startswith("''", at):
            at += 2
        elif text[at] in " \t\r\n" and (fold := _FOLD.match(text, at, end)):
            at = fold.end()
            breaks = len(_BREAK.findall(fold.group()))
            written = " " if breaks == 1 else "\n" * (breaks - 1)
            if not value.startswith(written, len(begins)):
                return None
            begins += [start] * len(written)
            ends += [at] * len(written)
            continue
        elif text[at] != value[len(begins)]:
            return None
        else:
            at += 1
        begins.append(start)
        ends.append(at)
    return begins, ends


def _block(text: str, start: int, folded: bool, value: str) -> Alignment | None:
    header = _BREAK.search(text, start)
    if header is None:
        return None
    at = header.end()
    indent = _indent(text, at, value)
    begins: list[int] = []
    ends: list[int] = []
    while len(begins) < len(value):
        at = _skip_indent(text, at, indent)
        line_end = _BREAK.search(text, at)
        stop = len(text) if line_end is None else line_end.start()
        if not value.startswith(text[at:stop], len(begins)):
            return None
        begins += range(at, stop)
        ends += range(at + 1, stop + 1)
        at = stop if line_end is None else line_end.end()
        sign = value[len(begins) : len(begins) + 1]
        if sign == "\n" or (folded and sign == " "):
            begins.append(stop)
            ends.append(at)
        elif sign and not (folded and line_end is not None):
            return None
    return begins, ends


def _indent(text: str, at: int, value: str) -> int:
    """How many spaces stand before each line: those of the first line that are not its own."""
    own = _WORDS_LINE.search(value)
    written = _WORDS_LINE.search(text, at)
    return len(written[1]) - (len(own[1]) if own else 0) if written else 0


def _skip_indent(text: str, at: int, indent: int) -> int:
    stop = at + indent
    while at < stop and text[at : at + 1] == " ":
        at += 1
    return at
