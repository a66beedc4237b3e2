"""Signals and checks written in Python by plugins, found through entry points.

A plugin is an installed package that names functions in its metadata, in the group
``replylint.signals`` or ``replylint.checks``. A pack can only name such a function; it cannot bring
code of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from replylint.conversation import Conversation
from replylint.finding import Edit
from replylint.signals.match import Match
from replylint.signals.reading import Reading
from replylint.text.document import Document

SIGNALS = "replylint.signals"
CHECKS = "replylint.checks"

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Found(NamedTuple):
    """What a plugin finds, with what a finding can tell about it.

    ``start`` and ``stop`` (excluded) are code points of the reply. For a check, ``suggestions`` are
    better wordings, ``edits`` mend the text as they stand, and ``details`` are words that the
    message of the rule may name in braces (``{better}``). Signals have no use for these.
    """

    start: int
    stop: int
    suggestions: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    details: Mapping[str, str] = _NOTHING


Finder = Callable[[Document, Conversation, Mapping[str, Any]], Iterable[Found | tuple[int, int]]]
"""What a plugin gives: a function from the parsed reply, its conversation and the parameters of the
pack to what it finds: `Found`, or plain pairs of code points (start, end excluded)."""


_Finder = TypeVar("_Finder", bound=Finder)


def only_where(look: Callable[[Document], bool]) -> Callable[[_Finder], _Finder]:
    """For a plugin's function: it finds nothing in a reply for which ``look`` is false.

    Then it is not asked. ``look`` must be quick and never fail.
    """

    def marked(finder: _Finder) -> _Finder:
        finder.look = look  # type: ignore[attr-defined]
        return finder

    return marked


def sentence_by_sentence(finder: _Finder) -> _Finder:
    """For a plugin's function: what it finds in a sentence depends on no other sentence.

    Then it is also asked about sentences of its language in a reply that is mostly in another one.
    """
    finder.is_of_sentences = True  # type: ignore[attr-defined]
    return finder


def plugin_names(group: str) -> list[str]:
    """The names that installed plugins offer in a group."""
    return sorted(point.name for point in _offered(group, tuple(sys.path)))


def plugin_modules(group: str) -> list[str]:
    """The modules of the functions that installed plugins offer in a group."""
    return sorted({point.module for point in _offered(group, tuple(sys.path))})


def load_plugin(group: str, name: str) -> Finder:
    """The function of a plugin; raises ``KeyError`` when no installed plugin offers the name."""
    for point in _offered(group, tuple(sys.path)):
        if point.name == name:
            finder: Finder = point.load()
            return finder
    raise KeyError(name)


@lru_cache(maxsize=16)
def _offered(group: str, _path: tuple[str, ...]) -> tuple[EntryPoint, ...]:
    """The entry points of a group; reading the metadata of all packages takes a while."""
    from importlib.metadata import entry_points

    return tuple(entry_points(group=group))


@dataclass(frozen=True, slots=True)
class Plugged:
    """A signal that a plugin's function finds; ``origin`` is its group and its name there."""

    finder: Finder
    parameters: Mapping[str, Any]
    origin: tuple[str, str] | None = None

    @property
    def look(self) -> Callable[[Document], bool] | None:
        """What the function says about where it can find something; see ``only_where``."""
        found: Callable[[Document], bool] | None = getattr(self.finder, "look", None)
        return found

    @property
    def is_of_sentences(self) -> bool:
        """Whether the function says that it looks at each sentence alone."""
        return bool(getattr(self.finder, "is_of_sentences", False))

    def may_stand(self, reading: Reading) -> bool:
        """Whether the function can find something in the reply; a quick look."""
        look = self.look
        return look is None or look(reading.document)

    def find(self, reading: Reading) -> list[Match]:
        """The places that the function gives; what lies outside the reply is cut off."""
        return [match for match, _found in self.found(reading)]

    def found(self, reading: Reading) -> Iterator[tuple[Match, Found]]:
        """The places with what the function tells about them."""
        document = reading.document
        length = len(document.text)
        for given in self.finder(document, reading.conversation, self.parameters):
            found = Found(*given)
            start, stop = max(0, found.start), min(length, found.stop)
            if start < stop:
                yield Match.of_code_points(document, start, stop), found
