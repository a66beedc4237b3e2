"""What YAML and JSON have in common: maps, lists, and texts that know where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from replylint.passage import FileText, Passage

Alignment = tuple[list[int], list[int]]
"""Where each code point of a value begins and ends in the file."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text value: what it says, and the code points of the file that hold it, quotes included.

    ``align`` finds the code points one by one; None where the notation was not understood.
    """

    value: str
    start: int
    end: int
    align: Callable[[], Alignment | None]

    def passage(self, file: FileText) -> Passage:
        """The value with its places; where they cannot be told, all stand at its beginning."""
        found = self.align()
        if found is None or len(found[0]) != len(self.value):
            count = len(self.value)
            return Passage(file, self.value, [self.start] * count, [self.start] * count)
        return Passage(file, self.value, *found)


Tree = dict[str, "Tree"] | list["Tree"] | Scalar | None
"""Parsed data; other scalars than texts are `Scalar` too, as they are written."""


def text_of(tree: Tree) -> str | None:
    """The words of a scalar; None for anything else and for an empty one."""
    return tree.value.strip() or None if isinstance(tree, Scalar) else None


def maps_in(tree: Tree) -> Iterator[dict[str, Tree]]:
    """Every map in a tree, from the outside in."""
    waiting = [tree]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield node
            waiting[:0] = node.values()
        elif isinstance(node, list):
            waiting[:0] = node
