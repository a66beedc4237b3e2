"""From loaded packs to rules and signals that run."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from replylint.checks.forbid import Forbid
from replylint.checks.require import WhenRequire
from replylint.checks.rule import Example, Rule, Unless
from replylint.checks.scope import REPLY
from replylint.checks.violation import Check
from replylint.errors import PackError, PackProblem
from replylint.finding import Severity
from replylint.packs.cycles import find_cycle
from replylint.packs.examples import read_example
from replylint.packs.loader import LoadedPack
from replylint.packs.names import PackNames
from replylint.packs.pack import Pack, RuleBook
from replylint.packs.pattern import PatternError, parse_pattern
from replylint.packs.program_builder import build_program
from replylint.packs.schema import (
    ConversationExample,
    RuleFile,
    SignalFile,
    UnlessFile,
)
from replylint.packs.yaml_source import Path_
from replylint.signals.any_of import AnyOf
from replylint.signals.index import ProgramIndex
from replylint.signals.phrases import Phrases
from replylint.signals.program import Program
from replylint.signals.reading import Signal, SignalBook
from replylint.text.language import morphology_of
from replylint.text.zones import AUTHORS_OWN, Zone
from replylint.translation import _


def compile_packs(packs: Sequence[LoadedPack]) -> list[RuleBook]:
    """Compile packs, one book for each language; raises ``PackError`` with all problems."""
    languages = dict.fromkeys(pack.file.language for pack in packs)
    return [
        _book(language, [pack for pack in packs if pack.file.language == language])
        for language in languages
    ]


@dataclass(slots=True)
class _Collected:
    """What the packs of a language add up to, by full names."""

    signals: dict[str, Signal] = field(default_factory=dict)
    programs: dict[str, list[Program]] = field(default_factory=dict)
    depends: dict[str, set[str]] = field(default_factory=dict)
    problems: list[PackProblem] = field(default_factory=list)


def _book(language: str, packs: Sequence[LoadedPack]) -> RuleBook:
    morphology = morphology_of(language)
    by_name = {pack.file.pack: pack for pack in packs}
    collected = _Collected()
    compiled = [
        _PackCompiler(pack, PackNames(pack, by_name, morphology), collected).compile()
        for pack in packs
    ]
    if not collected.problems:
        collected.problems.extend(_cycles(by_name, collected))
    if collected.problems:
        raise PackError(collected.problems)
    index = ProgramIndex(collected.programs, morphology.is_common)
    return RuleBook(language, compiled, SignalBook(collected.signals, index))


def _cycles(packs: dict[str, LoadedPack], collected: _Collected) -> list[PackProblem]:
    cycle = find_cycle(collected.depends)
    if cycle is None:
        return []
    pack_name, _dot, name = cycle[0].partition(".")
    message = _("signals refer to each other in a circle: {names}").format(names=" → ".join(cycle))
    return [packs[pack_name].source.problem(message, ("signals", name), key=True)]


class _PackCompiler:
    """Compiles one pack into what is collected; every problem is noted and the work goes on."""

    def __init__(self, pack: LoadedPack, names: PackNames, collected: _Collected) -> None:
        self._file = pack.file
        self._source = pack.source
        self._names = names
        self._collected = collected

    def compile(self) -> Pack:
        for name, signal in self._file.signals.items():
            self._signal(name, signal)
        rules = tuple(self._rule(name, rule) for name, rule in self._file.rules.items())
        file = self._file
        return Pack(file.pack, file.title, file.language, file.version, self._source.name, rules)

    def _signal(self, name: str, signal: SignalFile) -> None:
        path: Path_ = ("signals", name)
        full = f"{self._file.pack}.{name}"
        zones = _zones(signal.zones)
        exceptions = self._named(signal.except_, (*path, "except"), f"{full}/except", zones)
        phrases = None
        own = full if signal.any is None else f"{full}/match"
        if signal.match is not None:
            phrases = self._phrases(own, signal.match, (*path, "match"), zones, exceptions)
        if signal.any is None:
            assert phrases is not None
            self._collected.signals[full] = phrases
            return
        joined = [self._full(n, (*path, "any", i)) for i, n in enumerate(signal.any)]
        self._collected.signals[full] = AnyOf(joined, phrases, exceptions)
        depends = self._collected.depends.setdefault(full, set())
        depends.update(joined)
        if phrases is not None:
            depends.add(own)
        if exceptions is not None:
            depends.add(exceptions)

    def _rule(self, name: str, rule: RuleFile) -> Rule:
        path: Path_ = ("rules", name)
        full = f"{self._file.pack}:{name}"
        zones = _zones(rule.zones)
        mark = self._source.key_marks.get(path)
        return Rule(
            id=name,
            pack=self._file.pack,
            language=self._file.language,
            category=rule.category,
            severity=Severity.of(rule.severity),
            check=self._check(full, rule, path, zones),
            message=rule.message,
            why=rule.why,
            suggestions=tuple(rule.suggest),
            source=rule.source,
            unless=self._unless(full, rule, path, zones),
            exceptions=self._named(rule.except_, (*path, "except"), f"{full}/except", zones),
            examples=self._examples(rule, path),
            title=rule.title,
            line=mark.line if mark else None,
        )

    def _check(self, full: str, rule: RuleFile, path: Path_, zones: Collection[Zone]) -> Check:
        if rule.forbid is not None:
            signal = self._named(rule.forbid, (*path, "forbid"), f"{full}/forbid", zones)
            return Forbid(signal or "")
        when = self._named(rule.when, (*path, "when"), f"{full}/when", zones)
        require = self._named(rule.require, (*path, "require"), f"{full}/require", zones)
        return WhenRequire(when or "", require or "", rule.within or REPLY, rule.each)

    def _unless(
        self, full: str, rule: RuleFile, path: Path_, zones: Collection[Zone]
    ) -> tuple[Unless, ...]:
        if rule.unless is None:
            return ()
        given = rule.unless if isinstance(rule.unless, list) else [rule.unless]
        conditions: list[Unless] = []
        patterns: list[tuple[int, str]] = []
        for index, item in enumerate(given):
            where: Path_ = (*path, "unless")
            if isinstance(rule.unless, list):
                where = (*where, index)
            if isinstance(item, UnlessFile):
                conditions.append(self._condition(f"{full}/unless-{index}", item, where, zones))
            elif isinstance(rule.unless, str):
                conditions.append(Unless(self._full(item, where)))
            else:
                patterns.append((index, item))
        if patterns:
            name = f"{full}/unless"
            self._compile(name, [((*path, "unless", i), text) for i, text in patterns])
            self._collected.signals[name] = Phrases(name, zones)
            conditions.append(Unless(name))
        return tuple(conditions)

    def _condition(
        self, name: str, item: UnlessFile, where: Path_, zones: Collection[Zone]
    ) -> Unless:
        if item.match is not None:
            self._phrases(name, item.match, (*where, "match"), zones, None)
            self._collected.signals[name] = Phrases(name, zones)
        else:
            name = self._full(item.signal or "", (*where, "signal"))
        downgrade = Severity.of(item.downgrade) if item.downgrade else None
        return Unless(name, item.within, downgrade)

    def _named(
        self, given: str | list[str] | None, path: Path_, name: str, zones: Collection[Zone]
    ) -> str | None:
        """The full name of the signal that is meant: a named one, or patterns written in place."""
        if given is None:
            return None
        if isinstance(given, str):
            return self._full(given, path)
        self._collected.signals[name] = self._phrases(name, given, path, zones, None)
        return name

    def _phrases(
        self,
        name: str,
        patterns: list[str],
        path: Path_,
        zones: Collection[Zone],
        exceptions: str | None,
    ) -> Phrases:
        single = path not in self._source.marks or (*path, 0) not in self._source.marks
        self._compile(
            name,
            [(path if single else (*path, i), pattern) for i, pattern in enumerate(patterns)],
        )
        if exceptions is not None:
            self._collected.depends[name].add(exceptions)
        return Phrases(name, zones, exceptions)

    def _compile(self, name: str, patterns: Sequence[tuple[Path_, str]]) -> None:
        programs = self._collected.programs.setdefault(name, [])
        depends = self._collected.depends.setdefault(name, set())
        for where, pattern in patterns:
            try:
                program = build_program(pattern, parse_pattern(pattern), self._names)
            except PatternError as error:
                problem = self._source.problem_in_text(error.message, where, error.start, error.end)
                self._collected.problems.append(problem)
                continue
            programs.append(program)
            depends |= program.signals

    def _full(self, name: str, path: Path_) -> str:
        found = self._names.find_signal(name)
        if found is None:
            message = self._names.no_such_signal(name)
            self._collected.problems.append(self._source.problem(message, path))
        return found or ""

    def _examples(self, rule: RuleFile, path: Path_) -> tuple[Example, ...]:
        examples: list[Example] = []
        for kind, given in (("bad", rule.examples.bad), ("good", rule.examples.good)):
            for index, item in enumerate(given):
                where: Path_ = (*path, "examples", kind, index)
                example = self._example(item, self._source.marks[where].line)
                if example.is_bad is not (kind == "bad"):
                    message = (
                        _("a bad example marks what must be found: [[…]]")
                        if kind == "bad"
                        else _("a good example has nothing to mark with [[…]]")
                    )
                    self._collected.problems.append(self._source.problem(message, where))
                examples.append(example)
        return tuple(examples)

    def _example(self, item: str | ConversationExample, line: int) -> Example:
        if isinstance(item, str):
            return read_example(item, None, line)
        return read_example(item.reply, item.customer, line)


def _zones(names: list[str] | None) -> Collection[Zone]:
    return AUTHORS_OWN if names is None else [Zone(name) for name in names]
