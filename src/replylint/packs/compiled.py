"""One pack compiled by itself, and the books that several make together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from replylint.packs.pack import Pack, RuleBook
from replylint.signals.index import Filing, ProgramIndex
from replylint.signals.program import Program
from replylint.signals.reading import Signal, SignalBook


@dataclass(frozen=True, slots=True)
class CompiledPack:
    """What a pack gives to the book of its language, with what other packs change in it.

    ``signals`` and ``programs`` (those of each phrase list) go by full names, and so does
    ``depends``: which signals each signal asks. ``filing`` is that of all its programs in order,
    ``models`` are the learned models that are asked. ``told`` are the signals that its patterns
    and rules name by their full names: they may be in any pack that is loaded.
    """

    pack: Pack
    signals: Mapping[str, Signal]
    programs: Mapping[str, Sequence[Program]]
    filing: Filing
    depends: Mapping[str, Sequence[str]]
    models: Sequence[str]
    told: Sequence[str]


def bound(packs: Iterable[CompiledPack]) -> list[RuleBook]:
    """One book for each language, the packs in their order."""
    by_language: dict[str, list[CompiledPack]] = {}
    for pack in packs:
        by_language.setdefault(pack.pack.language, []).append(pack)
    return [_book(language, several) for language, several in by_language.items()]


def _book(language: str, packs: Sequence[CompiledPack]) -> RuleBook:
    owners = {name: several for pack in packs for name, several in pack.programs.items()}
    index = ProgramIndex.of_filing(owners, Filing.joined([pack.filing for pack in packs]))
    signals = {name: signal for pack in packs for name, signal in pack.signals.items()}
    models = tuple(sorted({model for pack in packs for model in pack.models}))
    book = SignalBook(signals, index, owners, models)
    return RuleBook(language, [pack.pack for pack in packs], book)
