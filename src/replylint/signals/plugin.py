"""Signals and checks written in Python by plugins, found through entry points.

A plugin is an installed package that names functions in its metadata, in the group
``replylint.signals`` or ``replylint.checks``. A pack can only name such a function; it cannot bring
code of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Any

from replylint.conversation import Conversation
from replylint.signals.match import Match
from replylint.signals.reading import Reading
from replylint.text.document import Document

SIGNALS = "replylint.signals"
CHECKS = "replylint.checks"

Finder = Callable[[Document, Conversation, Mapping[str, Any]], Iterable[tuple[int, int]]]
"""What a plugin gives: a function from the parsed reply, its conversation and the parameters of the
pack to the code points (start, end excluded) of what it finds."""


def plugin_names(group: str) -> list[str]:
    """The names that installed plugins offer in a group."""
    return sorted(point.name for point in entry_points(group=group))


def load_plugin(group: str, name: str) -> Finder:
    """The function of a plugin; raises ``KeyError`` when no installed plugin offers the name."""
    for point in entry_points(group=group, name=name):
        finder: Finder = point.load()
        return finder
    raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Plugged:
    """A signal that a plugin's function finds."""

    finder: Finder
    parameters: Mapping[str, Any]

    def find(self, reading: Reading) -> list[Match]:
        """The places that the function gives; what lies outside the reply is cut off."""
        document = reading.document
        length = len(document.text)
        return [
            Match.of_code_points(document, max(0, start), min(length, stop))
            for start, stop in self.finder(document, reading.conversation, self.parameters)
            if max(0, start) < min(length, stop)
        ]
