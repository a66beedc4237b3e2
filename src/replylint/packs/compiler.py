"""From loaded packs to rules and signals that run.

A pack is compiled by itself. What it becomes depends on its file, on the packs that it uses, and on
those that change something in it with what these use; so as long as all of them are as they were,
it can be taken from where it is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Protocol

from replylint.errors import PackError, Problem
from replylint.packs.bench import Bench, Collected
from replylint.packs.compiled import CompiledPack, bound
from replylint.packs.cycles import find_cycle
from replylint.packs.loader import LoadedPack
from replylint.packs.names import PackNames
from replylint.packs.pack import RuleBook
from replylint.packs.pack_compiler import Changes, compile_pack
from replylint.text.language import morphology_of
from replylint.translation import _
from replylint.yamlfile.nearest import nearest
from replylint.yamlfile.source import Path_, YamlSource


class Kept(Protocol):
    """Compiled packs that are kept from one time to the next, by what they were made of."""

    def find(self, key: str) -> CompiledPack | None:
        """The pack that was compiled from the same; None when it must be compiled."""

    def keep(self, key: str, compiled: CompiledPack) -> None:
        """Keep a compiled pack."""


def compile_packs(packs: Sequence[LoadedPack], kept: Kept | None = None) -> list[RuleBook]:
    """Compile packs, one book for each language; raises ``PackError`` with all problems.

    Packs that are ``kept`` are not compiled again.
    """
    languages = dict.fromkeys(pack.file.language for pack in packs)
    return bound(
        compiled
        for language in languages
        for compiled in _Language([p for p in packs if p.file.language == language], kept).compile()
    )


class _Language:
    """The packs of one language."""

    def __init__(self, packs: Sequence[LoadedPack], kept: Kept | None) -> None:
        self._kept = kept
        self._morphology = morphology_of(packs[0].file.language)
        self._by_name = {pack.file.pack: pack for pack in packs}
        self._digests = {name: _digest(pack.source) for name, pack in self._by_name.items()}
        self._between = Collected()
        self._benches = {name: self._bench(name, self._between) for name in self._by_name}
        self._changes = {name: Changes() for name in self._by_name}

    def compile(self) -> list[CompiledPack]:
        for bench in self._benches.values():
            self._note_changes(bench)
        keys = {name: self._key(name) for name in self._by_name}
        found = {name: self._find(key) for name, key in keys.items()}
        anew = {n: self._bench(n, Collected()) for n, known in found.items() if known is None}
        for bench in anew.values():
            bench.check_lists()
        _stop_for([problem for b in anew.values() for problem in b.collected.problems])
        for name, bench in anew.items():
            found[name] = self._compiled(name, keys[name], bench)
        for bench in self._benches.values():
            self._check_options(bench)
        several = (bench.collected for bench in anew.values())
        problems = [p for collected in (self._between, *several) for p in collected.problems]
        compiled = [pack for pack in found.values() if pack is not None]
        if not problems:
            self._find_cycle(compiled)
            problems = self._between.problems
        _stop_for(problems)
        return compiled

    def _bench(self, name: str, collected: Collected) -> Bench:
        pack = self._by_name[name]
        return Bench(pack, PackNames(pack, self._by_name, self._morphology), collected)

    def _find(self, key: str) -> CompiledPack | None:
        """A pack that is kept, if all that it names in other packs is there today."""
        known = self._kept.find(key) if self._kept else None
        return known if known and all(map(self._is_signal, known.told)) else None

    def _is_signal(self, full_name: str) -> bool:
        pack, _dot, name = full_name.rpartition(".")
        return pack in self._by_name and name in self._by_name[pack].file.signals

    def _compiled(self, name: str, key: str, bench: Bench) -> CompiledPack:
        others = {other: self._bench(other, bench.collected) for other in self._changes[name].by}
        compiled = compile_pack(bench, self._changes[name], others)
        if self._kept and not bench.collected.problems:
            self._kept.keep(key, compiled)
        return compiled

    def _key(self, name: str) -> str:
        """A text that changes with anything that a compiled pack depends on."""
        changes = self._changes[name]
        within: set[str] = set()
        todo = [name, *changes.by]
        while todo:
            pack = self._by_name.get(todo.pop())
            if pack is not None and pack.file.pack not in within:
                within.add(pack.file.pack)
                todo += pack.file.uses + pack.file.extends
        contents = [(other, self._digests[other]) for other in sorted(within)]
        return json.dumps([name, changes.rules, changes.signals, contents])

    def _check_options(self, bench: Bench) -> None:
        visible = [bench.pack.file.pack, *bench.pack.file.uses, *bench.pack.file.extends]
        options = {
            name: option
            for pack in visible
            if pack in self._benches
            for name, option in self._benches[pack].pack.file.options.items()
        }
        for rule_name, rule in bench.pack.file.rules.items():
            for name, values in rule.options.items():
                path: Path_ = ("rules", rule_name, "options", name)
                if name not in options:
                    message = _("no disputed norm is called “{name}”").format(name=name)
                    hint = nearest(name, options) or _("; it is declared in “options:” of a pack")
                    bench.wrong(message + hint, path, key=True)
                elif not set(values) <= set(options[name].values):
                    known = ", ".join(options[name].values)
                    bench.wrong(_("the values are: {known}").format(known=known), path)

    def _note_changes(self, bench: Bench) -> None:
        change, by = bench.pack.file.change, bench.pack.file.pack
        for name in change.rules:
            owner, rule = self._owner(bench, name, ":", "rules")
            if owner:
                self._changes[owner].rules.setdefault(rule, []).append((by, name))
        for name in change.signals:
            owner, signal = self._owner(bench, name, ".", "signals")
            if owner:
                self._changes[owner].signals.setdefault(signal, []).append((by, name))

    def _owner(self, bench: Bench, name: str, separator: str, kind: str) -> tuple[str, str]:
        """The pack and the bare name of a rule or signal that a pack changes."""
        given, _separator, bare = name.rpartition(separator)
        extended = [pack for pack in bench.pack.file.extends if pack in self._benches]
        known: list[str] = []
        for pack in extended:
            names = getattr(self._benches[pack].pack.file, kind)
            known.extend(names)
            if bare in names and given in ("", pack):
                return pack, bare
        message = _("the extended packs have no “{name}” to change").format(name=name)
        bench.wrong(message + nearest(bare, known), ("change", kind, name), key=True)
        return "", bare

    def _find_cycle(self, packs: Iterable[CompiledPack]) -> None:
        cycle = find_cycle({name: asked for p in packs for name, asked in p.depends.items()})
        if cycle is None:
            return
        written = [step for step in cycle if _is_written(step)] or [_written(cycle[0])]
        pack, _dot, name = written[0].partition(".")
        if written[-1] != written[0]:
            written.append(written[0])
        message = _("signals refer to each other in a circle: {names}")
        self._benches[pack].wrong(
            message.format(names=" → ".join(written)), ("signals", name), key=True
        )


def _is_written(name: str) -> bool:
    """Whether a signal has its name in a pack, and is not a part of another one."""
    return _written(name) == name


def _written(name: str) -> str:
    pack, _dot, signal = name.partition(".")
    return f"{pack}.{signal.partition('/')[0]}"


def _digest(source: YamlSource) -> str:
    return sha256(f"{source.name}\n{source.text}".encode(errors="surrogatepass")).hexdigest()


def _stop_for(problems: Sequence[Problem]) -> None:
    if problems:
        raise PackError(problems)
