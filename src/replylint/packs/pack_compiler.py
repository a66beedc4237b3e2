"""Compiling one pack: its signals and rules, with what other packs change in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from replylint.packs.bench import Bench
from replylint.packs.compiled import CompiledPack
from replylint.packs.pack import Option, Pack
from replylint.packs.rule_compiler import Change, compile_rule
from replylint.packs.signal_compiler import compile_signal
from replylint.signals.index import Filing


@dataclass(slots=True)
class Changes:
    """What other packs change in a pack, by the names of its rules and of its signals.

    Each change is the name of the pack that makes it, and the name that it has there.
    """

    rules: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    signals: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    @property
    def by(self) -> list[str]:
        """The names of the packs that change something."""
        several = (*self.rules.values(), *self.signals.values())
        return list(dict.fromkeys(pack for changes in several for pack, _name in changes))


def compile_pack(bench: Bench, changes: Changes, others: Mapping[str, Bench]) -> CompiledPack:
    """Compile the pack of a bench; ``others`` are the benches of the packs that change it.

    Results and problems go where that bench collects them, and so must the others.
    """
    for name, signal in bench.pack.file.signals.items():
        added = [(others[by], given) for by, given in changes.signals.get(name, ())]
        compile_signal(bench, name, signal, added)
    pack = _pack(bench, changes, others)
    collected = bench.collected
    programs = [program for several in collected.programs.values() for program in several]
    told = (b.names.told for b in (bench, *others.values()))
    return CompiledPack(
        pack=pack,
        signals=collected.signals,
        programs=collected.programs,
        filing=Filing.of(programs, bench.names.is_common),
        depends={name: sorted(asked) for name, asked in collected.depends.items()},
        models=sorted(collected.models),
        told=sorted(set().union(*told)),
    )


def _pack(bench: Bench, changes: Changes, others: Mapping[str, Bench]) -> Pack:
    file = bench.pack.file
    rules = {
        name: compile_rule(
            bench,
            name,
            rule,
            [
                Change(others[by], given, others[by].pack.file.change.rules[given])
                for by, given in changes.rules.get(name, ())
            ],
        )
        for name, rule in file.rules.items()
    }
    return Pack(
        name=file.pack,
        title=file.title,
        language=file.language,
        version=file.version,
        path=bench.pack.source.name,
        rules=tuple(rule for rule in rules.values() if rule is not None),
        switched_off=tuple(name for name, rule in rules.items() if rule is None),
        options={
            key: Option(option.title, tuple(option.values), option.default)
            for key, option in file.options.items()
        },
    )
