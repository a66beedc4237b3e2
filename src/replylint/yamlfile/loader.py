"""Parsing YAML without running into the end of the stack, and how its escapes are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import yaml

if TYPE_CHECKING:
    from yaml import SafeLoader as FastestLoader
else:
    FastestLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

LONG_ESCAPES = {"x": 4, "u": 6, "U": 10}
"""How many signs an escape in double quotes takes by its letter; all others take two."""


class TooDeepError(Exception):
    """A value lies deeper than a file of this kind may have one; ``mark`` is where it begins."""

    def __init__(self, mark: yaml.Mark) -> None:
        super().__init__(mark)
        self.mark = mark


class ShallowLoader(FastestLoader):
    """Stops at a depth that no file of people has: libyaml goes on until the stack is used up.

    ``most_levels`` counts the value at the top as one. Raises ``TooDeepError``.
    """

    most_levels: ClassVar[int]
    _levels = 0

    def descend_resolver(self, current_node: yaml.Node | None, current_index: Any) -> None:
        """Called by the parser as it goes into a value; the one at the top lies in none."""
        self._levels += 1
        if self._levels > self.most_levels and current_node is not None:
            raise TooDeepError(current_node.start_mark)

    def ascend_resolver(self) -> None:
        """Called by the parser as it leaves a value."""
        self._levels -= 1
