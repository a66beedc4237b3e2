"""From loaded packs to rules and signals that run."""

from __future__ import annotations

from collections.abc import Sequence

from replylint.errors import PackError
from replylint.packs.bench import Bench, Collected
from replylint.packs.cycles import find_cycle
from replylint.packs.loader import LoadedPack
from replylint.packs.names import PackNames
from replylint.packs.pack import Option, Pack, RuleBook
from replylint.packs.rule_compiler import Change, compile_rule
from replylint.packs.signal_compiler import compile_signal
from replylint.signals.index import ProgramIndex
from replylint.signals.reading import SignalBook
from replylint.text.language import morphology_of
from replylint.translation import _
from replylint.yamlfile.nearest import nearest
from replylint.yamlfile.source import Path_


def compile_packs(packs: Sequence[LoadedPack]) -> list[RuleBook]:
    """Compile packs, one book for each language; raises ``PackError`` with all problems."""
    languages = dict.fromkeys(pack.file.language for pack in packs)
    return [
        _Book(language, [pack for pack in packs if pack.file.language == language]).compile()
        for language in languages
    ]


class _Book:
    """The packs of one language."""

    def __init__(self, language: str, packs: Sequence[LoadedPack]) -> None:
        self._language = language
        self._morphology = morphology_of(language)
        by_name = {pack.file.pack: pack for pack in packs}
        self._collected = Collected()
        self._benches = {
            name: Bench(pack, PackNames(pack, by_name, self._morphology), self._collected)
            for name, pack in by_name.items()
        }
        self._rule_changes: dict[tuple[str, str], list[Change]] = {}
        self._signal_changes: dict[tuple[str, str], list[tuple[Bench, str]]] = {}

    def compile(self) -> RuleBook:
        for bench in self._benches.values():
            bench.check_lists()
        if self._collected.problems:
            raise PackError(self._collected.problems)
        for bench in self._benches.values():
            self._note_changes(bench)
        packs = [self._pack(name, bench) for name, bench in self._benches.items()]
        for bench in self._benches.values():
            self._check_options(bench)
        if not self._collected.problems:
            self._find_cycle()
        if self._collected.problems:
            raise PackError(self._collected.problems)
        index = ProgramIndex(self._collected.programs, self._morphology.is_common)
        models = tuple(sorted(self._collected.models))
        signals = SignalBook(self._collected.signals, index, self._collected.programs, models)
        return RuleBook(self._language, packs, signals)

    def _pack(self, name: str, bench: Bench) -> Pack:
        file = bench.pack.file
        for signal_name, signal in file.signals.items():
            changes = self._signal_changes.get((name, signal_name), ())
            compile_signal(bench, signal_name, signal, changes)
        rules = [
            compile_rule(bench, rule_name, rule, self._rule_changes.get((name, rule_name), ()))
            for rule_name, rule in file.rules.items()
        ]
        return Pack(
            name=file.pack,
            title=file.title,
            language=file.language,
            version=file.version,
            path=bench.pack.source.name,
            rules=tuple(rule for rule in rules if rule is not None),
            switched_off=tuple(
                rule_name for rule_name, rule in zip(file.rules, rules, strict=True) if rule is None
            ),
            options={
                key: Option(option.title, tuple(option.values), option.default)
                for key, option in file.options.items()
            },
        )

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
                    message = _("there is no option “{name}”").format(name=name)
                    bench.wrong(message + nearest(name, options), path, key=True)
                elif not set(values) <= set(options[name].values):
                    known = ", ".join(options[name].values)
                    bench.wrong(_("the values are: {known}").format(known=known), path)

    def _note_changes(self, bench: Bench) -> None:
        change = bench.pack.file.change
        for name, file in change.rules.items():
            owner, rule = self._owner(bench, name, ":", "rules")
            if owner:
                self._rule_changes.setdefault((owner, rule), []).append(Change(bench, name, file))
        for name in change.signals:
            owner, signal = self._owner(bench, name, ".", "signals")
            if owner:
                self._signal_changes.setdefault((owner, signal), []).append((bench, name))

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

    def _find_cycle(self) -> None:
        cycle = find_cycle(self._collected.depends)
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
