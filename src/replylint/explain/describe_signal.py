"""A signal in plain words: what it finds."""

from __future__ import annotations

import json
from collections.abc import Iterator

from replylint.explain.measure_words import bounds_words, measure_words, zones_words
from replylint.explain.points import Point, meant, pattern_points, signal_point, where
from replylint.packs.library import Library
from replylint.packs.names import PackNames
from replylint.packs.signal_schema import (
    AbsentFile,
    DependencyFile,
    LikeFile,
    MeasureFile,
    ModelFile,
    OrderFile,
    SignalFile,
    TogetherFile,
)
from replylint.translation import _, plural


def signal_points(library: Library, name: str) -> Iterator[Point]:
    """What the signal with this full name finds; nothing for one that does not exist."""
    pack_name, _dot, bare = name.rpartition(".")
    pack = library.loaded.get(pack_name)
    signal = pack.file.signals.get(bare) if pack else None
    if pack is None or signal is None:
        return
    names = library.names(pack)
    if signal.title:
        yield Point(signal.title)
    yield from _kinds(signal, names)
    added = list(_added(library, pack_name, bare))
    yield from added
    exceptions = meant(signal.except_, names)
    if exceptions:
        yield Point(_("Not where it overlaps:"), exceptions)
    if signal.zones is not None:
        yield Point(zones_words(signal.zones))


def _added(library: Library, owner: str, bare: str) -> Iterator[Point]:
    for pack in library.loaded.values():
        if owner not in pack.file.extends:
            continue
        for name, change in pack.file.change.signals.items():
            if name not in (bare, f"{owner}.{bare}"):
                continue
            names = library.names(pack)
            title = _("added by {pack}:").format(pack=pack.file.pack)
            if change.add.match:
                yield Point(title, pattern_points(change.add.match, names))
            if change.add.except_:
                below = pattern_points(change.add.except_, names)
                yield Point(title, (Point(_("Not where it overlaps:"), below),))


def _kinds(signal: SignalFile, names: PackNames) -> Iterator[Point]:
    if signal.match is not None:
        yield Point(_("One of these wordings:"), pattern_points(signal.match, names))
    if signal.any is not None:
        yield Point(_("One of these signals:"), _named(signal.any, names))
    yield from _joined(signal, names)
    if signal.regex is not None:
        below = tuple(Point(expression) for expression in signal.regex)
        yield Point(_("What one of these regular expressions finds:"), below)
    if signal.tokens is not None:
        yield Point(_("What these spaCy Matcher patterns find:"), _raw(signal.tokens))
    if signal.dependency is not None:
        given = signal.dependency
        pattern = given.pattern if isinstance(given, DependencyFile) else given
        yield Point(_("Words that hang together in the sentence as here:"), _raw(pattern))
    if signal.like is not None:
        yield from _like(signal.like)
    if signal.model is not None:
        yield _model(signal.model)
    if signal.measure is not None:
        yield from _measure(signal.measure, names)
    if signal.python is not None:
        name = signal.python if isinstance(signal.python, str) else signal.python.name
        yield Point(_("What the Python function “{name}” of a plugin finds.").format(name=name))


def _joined(signal: SignalFile, names: PackNames) -> Iterator[Point]:
    """Signals made of signals that must stand together, near or in order, or be absent."""
    if signal.all is not None:
        together = signal.all
        if not isinstance(together, TogetherFile):
            together = TogetherFile(of=together)
        text = _("The first of these signals, where all stand {where}:")
        yield Point(text.format(where=where(together.within)), _named(together.of, names))
    if signal.near is not None:
        count = signal.near.words
        text = plural(
            "These signals in any order, at most {count} word between them:",
            "These signals in any order, at most {count} words between them:",
            count,
        )
        yield Point(text.format(count=count), _named(signal.near.of, names))
    if signal.order is not None:
        yield from _order(signal.order, names)
    if signal.not_ is not None:
        absent = signal.not_
        if not isinstance(absent, AbsentFile):
            absent = AbsentFile(signal=absent)
        text = _("There is not, {where}:").format(where=where(absent.within))
        yield Point(text, (signal_point(absent.signal, names),))


def _order(given: OrderFile | list[str], names: PackNames) -> Iterator[Point]:
    file = given if isinstance(given, OrderFile) else OrderFile(of=given)
    text = _("These signals one after the other in a sentence:")
    if file.words is not None:
        text = plural(
            "These signals one after the other, at most {count} word between them:",
            "These signals one after the other, at most {count} words between them:",
            file.words,
        ).format(count=file.words)
    yield Point(text, _named(file.of, names))


def _like(given: LikeFile | list[str]) -> Iterator[Point]:
    file = given if isinstance(given, LikeFile) else LikeFile(of=given)
    text = _("Sentences that mean something like these, with a probability of {least} or more:")
    yield Point(text.format(least=file.least), tuple(Point(text) for text in file.of))
    if file.unlike:
        yield Point(_("and unlike:"), tuple(Point(text) for text in file.unlike))


def _model(given: ModelFile | str) -> Point:
    file = given if isinstance(given, ModelFile) else ModelFile(name=given)
    model, _slash, label = file.name.partition("/")
    if file.most < 1:
        text = _(
            "What the learned model “{model}” takes for “{label}” with a probability "
            "of {least} or more, but below {most}."
        )
    else:
        text = _(
            "What the learned model “{model}” takes for “{label}” with a probability "
            "of {least} or more."
        )
    return Point(text.format(model=model, label=label, least=file.least, most=file.most))


def _measure(file: MeasureFile, names: PackNames) -> Iterator[Point]:
    text = _("Where {measure} is not {bounds}.")
    below = (signal_point(file.of, names),) if file.of else ()
    yield Point(text.format(measure=measure_words(file), bounds=bounds_words(file)), below)


def _named(signals: list[str], names: PackNames) -> tuple[Point, ...]:
    return tuple(signal_point(name, names) for name in signals)


def _raw(pattern: object) -> tuple[Point, ...]:
    items = pattern if isinstance(pattern, list) else [pattern]
    return tuple(Point(json.dumps(item, ensure_ascii=False)) for item in items)
