"""From the signals of a pack file to signals that run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from replylint.errors import ReplylintError
from replylint.packs.bench import Added, Bench, signal_meant, zones_of
from replylint.packs.signal_schema import (
    AbsentFile,
    DependencyFile,
    LikeFile,
    MeasureFile,
    ModelFile,
    OrderFile,
    PluginFile,
    SignalFile,
    TogetherFile,
)
from replylint.signals.absent import Absent
from replylint.signals.all_of import AllOf
from replylint.signals.any_of import AnyOf
from replylint.signals.beyond import Beyond
from replylint.signals.expressions.expression import RegularExpressionError
from replylint.signals.in_order import InOrder
from replylint.signals.measure import Measure
from replylint.signals.measured import MEASURES
from replylint.signals.measured_signals import CountOf, CountPerSentence, ShareOf
from replylint.signals.near import Near
from replylint.signals.phrases import Phrases
from replylint.signals.plugin import CHECKS, SIGNALS, Plugged, load_plugin, plugin_names
from replylint.signals.reading import Signal
from replylint.signals.refined import Refined
from replylint.signals.regular import Regular
from replylint.signals.scope import REPLY, Scope
from replylint.text.language import LANGUAGES
from replylint.translation import _
from replylint.yamlfile.nearest import nearest
from replylint.yamlfile.source import Path_

NO_SIGNAL: Signal = AnyOf(())
"""Stands in for a signal that could not be compiled, so that the work goes on."""


def compile_signal(
    bench: Bench, name: str, signal: SignalFile, changes: Sequence[tuple[Bench, str]] = ()
) -> None:
    """Compile one signal; ``changes`` are the packs that add to it and the name they use for it."""
    path: Path_ = ("signals", name)
    full = f"{bench.pack.file.pack}.{name}"
    zones = zones_of(signal.zones)
    added = _added(changes, "match")
    exceptions = signal_meant(
        bench,
        signal.except_,
        (*path, "except"),
        f"{full}/except",
        zones,
        _added(changes, "except_"),
        overlapping=True,
    )
    kinds = [kind for kind in _COMPILERS if getattr(signal, kind) is not None]
    parts = [_COMPILERS[kind](bench, full, signal, (*path, kind.rstrip("_"))) for kind in kinds]
    for addition in added:
        addition.bench.compile(full, addition.patterns, addition.path)
    if added and signal.match is None:
        parts.append((Phrases(full), ()))
    depends = [other for _signal, names in parts for other in names]
    names = [
        bench.collected.add(f"{full}/{number}", part, others)
        for number, (part, others) in enumerate(parts)
        if len(parts) > 1
    ]
    main = AnyOf(tuple(names)) if names else parts[0][0]
    refined = Refined(main, zones, exceptions)
    bench.collected.add(full, refined, (*depends, *names, exceptions))


def _added(changes: Sequence[tuple[Bench, str]], key: str) -> list[Added]:
    added: list[Added] = []
    for bench, name in changes:
        patterns = getattr(bench.pack.file.change.signals[name].add, key)
        if patterns:
            path: Path_ = ("change", "signals", name, "add", key.rstrip("_"))
            added.append(Added(bench, patterns, path))
    return added


_Part = tuple[Signal, Sequence[str]]
"""A signal and the full names of the signals that it asks."""


def _match(bench: Bench, full: str, signal: SignalFile, path: Path_) -> _Part:
    bench.compile(full, signal.match or (), path)
    return Phrases(full), ()


def _any(bench: Bench, full: str, signal: SignalFile, path: Path_) -> _Part:
    names = bench.full_names(signal.any or (), path)
    return AnyOf(names), names


def _all(bench: Bench, full: str, signal: SignalFile, path: Path_) -> _Part:
    given = signal.all
    if isinstance(given, TogetherFile):
        names = bench.full_names(given.of, (*path, "of"))
        return AllOf(names, Scope.of(given.within)), names
    names = bench.full_names(given or (), path)
    return AllOf(names, Scope.of("sentence")), names


def _near(bench: Bench, full: str, signal: SignalFile, path: Path_) -> _Part:
    assert signal.near is not None
    names = bench.full_names(signal.near.of, (*path, "of"))
    return Near(names, signal.near.words), names


def _order(bench: Bench, full: str, signal: SignalFile, path: Path_) -> _Part:
    given = signal.order
    if isinstance(given, OrderFile):
        names = bench.full_names(given.of, (*path, "of"))
        return InOrder(names, given.words), names
    names = bench.full_names(given or (), path)
    return InOrder(names), names


def _not(bench: Bench, full: str, signal: SignalFile, path: Path_) -> _Part:
    given = signal.not_
    if isinstance(given, AbsentFile):
        name = bench.full_name(given.signal, (*path, "signal"))
        return Absent(name, Scope.of(given.within)), (name,)
    name = bench.full_name(given or "", path)
    return Absent(name, REPLY), (name,)


def _regex(bench: Bench, full: str, signal: SignalFile, path: Path_) -> _Part:
    expressions = signal.regex or []
    single = (*path, 0) not in bench.pack.source.marks
    is_wrong = False
    for index, expression in enumerate(expressions):
        try:
            Regular.of([expression])
        except RegularExpressionError as error:
            where = path if single else (*path, index)
            message = _("not a regular expression: {why}").format(why=error.message)
            bench.collected.problems.append(
                bench.pack.source.problem_in_text(
                    message, where, error.position, error.position + 1
                )
            )
            is_wrong = True
    return (NO_SIGNAL if is_wrong else Regular.of(expressions)), ()


def _tokens(bench: Bench, full: str, signal: SignalFile, path: Path_) -> _Part:
    from replylint.signals.token_patterns import TokenPatterns

    try:
        return TokenPatterns(signal.tokens or [], language=bench.pack.file.language), ()
    except (ValueError, ReplylintError) as error:
        bench.wrong(str(error), path)
        return NO_SIGNAL, ()


def _dependency(bench: Bench, full: str, signal: SignalFile, path: Path_) -> _Part:
    from replylint.signals.dependency import Dependency

    given = signal.dependency
    file = given if isinstance(given, DependencyFile) else DependencyFile(pattern=given or [])
    try:
        return Dependency(file.pattern, file.report, bench.pack.file.language), ()
    except (ValueError, ReplylintError) as error:
        bench.wrong(str(error), path)
        return NO_SIGNAL, ()


def _like(bench: Bench, full: str, signal: SignalFile, path: Path_) -> _Part:
    from replylint.signals.like import Like

    given = signal.like
    file = given if isinstance(given, LikeFile) else LikeFile(of=given or [])
    return Like(tuple(file.of), tuple(file.unlike), file.least), ()


def _model(bench: Bench, full: str, signal: SignalFile, path: Path_) -> _Part:
    from replylint.learned.shelf import SHELF
    from replylint.signals.model import Model

    given = signal.model
    file = given if isinstance(given, ModelFile) else ModelFile(name=given or "")
    name, _slash, label = file.name.partition("/")
    if name not in SHELF.names:
        message = _("there is no learned model “{name}”").format(name=name)
        bench.wrong(message + nearest(name, SHELF.names), path)
        return NO_SIGNAL, ()
    language, _hyphen, _rest = name.partition("-")
    if language in LANGUAGES and language != bench.pack.file.language:
        text = _("the model “{model}” knows another language than this pack: {language}")
        bench.wrong(text.format(model=name, language=language), path)
    model = SHELF.model(name)
    if model is not None and label not in model.labels:
        message = _("the model “{model}” has no label “{label}”").format(model=name, label=label)
        bench.wrong(message + nearest(label, model.labels), path)
    bench.collected.models.add(name)
    return Model(name, label, float(file.least), float(file.most), file.report == "start"), ()


def _measure(bench: Bench, full: str, signal: SignalFile, path: Path_) -> _Part:
    assert signal.measure is not None
    beyond, names = compile_measure(bench, signal.measure, path)
    return beyond, names


def _python(bench: Bench, full: str, signal: SignalFile, path: Path_) -> _Part:
    assert signal.python is not None
    return compile_plugin(bench, SIGNALS, signal.python, path) or NO_SIGNAL, ()


def compile_measure(bench: Bench, file: MeasureFile, path: Path_) -> tuple[Beyond, list[str]]:
    """A measure with its bounds, and the full names of the signals that it asks."""
    if file.measure in MEASURES:
        return Beyond(MEASURES[file.measure], file.min, file.max), []
    signal = bench.full_name(file.of or "boilerplate", (*path, "of"))
    measure: Measure
    if file.measure != "count":
        measure = ShareOf(signal)
    elif file.per == "sentence":
        measure = CountPerSentence(signal)
    else:
        measure = CountOf(signal, 100 if file.per == "100 words" else None)
    return Beyond(measure, file.min, file.max), [signal]


def compile_plugin(
    bench: Bench, group: str, given: str | PluginFile, path: Path_
) -> Plugged | None:
    """A plugin's function with its parameters; None, with a problem noted, if there is none."""
    file = given if isinstance(given, PluginFile) else PluginFile(name=given)
    try:
        return Plugged(load_plugin(group, file.name), file.with_, (group, file.name))
    except KeyError:
        known = plugin_names(group)
        kind = _("checks") if group == CHECKS else _("signals")
        message = _("no installed plugin offers “{name}” among its {kind}").format(
            name=file.name, kind=kind
        )
        bench.wrong(message + nearest(file.name, known), path)
    except Exception as error:
        bench.wrong(_("the plugin cannot be loaded: {why}").format(why=error), path)
    return None


_COMPILERS: Mapping[str, Callable[[Bench, str, SignalFile, Path_], _Part]] = {
    "match": _match,
    "any": _any,
    "all": _all,
    "near": _near,
    "order": _order,
    "not_": _not,
    "regex": _regex,
    "tokens": _tokens,
    "dependency": _dependency,
    "like": _like,
    "model": _model,
    "measure": _measure,
    "python": _python,
}
