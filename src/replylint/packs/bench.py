"""Compiling the parts that signals and rules of a pack have in common: patterns and names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from replylint.errors import Problem
from replylint.packs.loader import LoadedPack
from replylint.packs.names import PackNames
from replylint.packs.pattern import PatternError, parse_pattern
from replylint.packs.program_builder import build_program
from replylint.signals.any_of import AnyOf
from replylint.signals.phrases import Phrases
from replylint.signals.program import Program
from replylint.signals.reading import Signal
from replylint.signals.refined import Refined
from replylint.text.zones import AUTHORS_OWN, Zone
from replylint.translation import _
from replylint.yamlfile.source import Path_

_IDENTIFIER = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(slots=True)
class Collected:
    """What a pack adds up to, by full names; ``models`` are those that it asks."""

    signals: dict[str, Signal] = field(default_factory=dict)
    programs: dict[str, list[Program]] = field(default_factory=dict)
    depends: dict[str, set[str]] = field(default_factory=dict)
    models: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def add(self, name: str, signal: Signal, depends: Iterable[str | None] = ()) -> str:
        """Put in a signal and the names of the signals that it asks; gives back its name."""
        self.signals[name] = signal
        known = self.depends.setdefault(name, set())
        known.update(other for other in depends if other is not None)
        return name


@dataclass(frozen=True, slots=True)
class Bench:
    """One pack being compiled: its content, what its names mean, and where results go."""

    pack: LoadedPack
    names: PackNames
    collected: Collected

    def full_name(self, name: str, path: Path_) -> str:
        """The full name of the signal that is meant here; notes a problem if there is none."""
        found = self.names.find_signal(name)
        if found is None:
            self.wrong(self.names.no_such_signal(name), path)
        return found or ""

    def full_names(self, names: Sequence[str], path: Path_) -> tuple[str, ...]:
        """The full names of several signals that stand in a list."""
        return tuple(self.full_name(name, (*path, index)) for index, name in enumerate(names))

    def check_lists(self) -> None:
        """Note a problem for every phrase of a list that cannot be understood."""
        for name, phrases in self.pack.file.define.items():
            written = self.pack.source.data["define"][name]
            if isinstance(written, str) and "," in written:
                message = _("several phrases are written as a list: [{phrases}]")
                self.wrong(message.format(phrases=written), ("define", name))
            list(self._programs(phrases, ("define", name)))

    def compile(
        self, name: str, patterns: Sequence[str], path: Path_, *, key: bool = False
    ) -> None:
        """Compile patterns into the phrase list ``name``; notes a problem for each bad one.

        They stand at ``path`` as its value or, with ``key``, as its key.
        """
        programs = self.collected.programs.setdefault(name, [])
        depends = self.collected.depends.setdefault(name, set())
        for program in self._programs(patterns, path, key):
            programs.append(program)
            depends |= program.signals

    def _programs(
        self, patterns: Sequence[str], path: Path_, key: bool = False
    ) -> Iterator[Program]:
        single = (*path, 0) not in self.pack.source.marks
        seen: dict[str, Path_] = {}
        for index, pattern in enumerate(patterns):
            where = path if single else (*path, index)
            if seen.setdefault(pattern, where) != where:
                line = self.pack.source.marks[seen[pattern]].line
                message = _("this pattern stands in the list already, in line {line}")
                self.wrong(message.format(line=line), where)
                continue
            try:
                program = build_program(pattern, parse_pattern(pattern), self.names)
            except PatternError as error:
                self.wrong_in_text(error, where, key=key)
                continue
            program.place = self.pack.source.place(where)
            self._warn_of_name(pattern, where)
            yield program

    def _warn_of_name(self, pattern: str, where: Path_) -> None:
        """A signal's bare name in a list of patterns would be read as a word of the text."""
        is_no_word = "-" in pattern or self.pack.file.language != "en"
        if is_no_word and _IDENTIFIER.fullmatch(pattern) and self.names.find_signal(pattern):
            message = _("“{name}” is a signal: in a list of patterns it is written “&{name}”")
            self.wrong(message.format(name=pattern), where)

    def wrong_in_text(self, error: PatternError, path: Path_, *, key: bool = False) -> None:
        """Note what is wrong in the text that is the value (or the key) at ``path``."""
        problem = self.pack.source.problem_in_text(error.message, path, error.start, error.end, key)
        self.collected.problems.append(problem)

    def wrong(self, message: str, path: Path_, *, key: bool = False) -> None:
        """Note a problem at the value (or the key) that stands at ``path``."""
        self.collected.problems.append(self.pack.source.problem(message, path, key=key))


class Added(NamedTuple):
    """Patterns that another pack adds, and where they stand in it."""

    bench: Bench
    patterns: Sequence[str]
    path: Path_


def signal_meant(
    bench: Bench,
    given: str | list[str] | None,
    path: Path_,
    name: str,
    zones: frozenset[Zone],
    added: Sequence[Added] = (),
    *,
    overlapping: bool = False,
) -> str | None:
    """The full name of the signal that a key means: a named one, or patterns written in place.

    Patterns make a new signal called ``name``, and so does a named signal to which other packs add
    patterns. None when nothing is given and nothing added. ``overlapping`` is for exceptions: the
    patterns find all they can.
    """
    if given is None and not added:
        return None
    named = bench.full_name(given, path) if isinstance(given, str) else None
    if named is not None and not added:
        return named
    phrases = f"{name}/phrases" if named is not None else name
    if isinstance(given, list):
        bench.compile(phrases, given, path)
    for addition in added:
        addition.bench.compile(phrases, addition.patterns, addition.path)
    bench.collected.add(phrases, Refined(Phrases(phrases), zones, overlapping=overlapping))
    if named is None:
        return phrases
    joined = AnyOf((named, phrases))
    refined = Refined(joined, frozenset(Zone), overlapping=overlapping)
    return bench.collected.add(name, refined, (named, phrases))


def zones_of(names: Sequence[str] | None) -> frozenset[Zone]:
    """The zones with these names; the author's own words for None."""
    return AUTHORS_OWN if names is None else frozenset(Zone(name) for name in names)
