"""An explanation in points: sentences with points below them, for reports of any kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from replylint.explain.wording import in_words
from replylint.packs.names import PackNames
from replylint.signals.scope import Reach, Scope
from replylint.translation import _, plural


@dataclass(frozen=True, slots=True)
class Point:
    """One thing said about a rule: a sentence, or a pattern as written with its plain words.

    ``names`` tell what the names in the pattern mean; ``signal`` is the full name of a signal that
    the point is about.
    """

    text: str
    points: tuple[Point, ...] = ()
    pattern: str = ""
    names: PackNames | None = None
    signal: str = ""


def pattern_points(patterns: Iterable[str], names: PackNames) -> tuple[Point, ...]:
    """A point for each pattern."""
    return tuple(Point(in_words(p), pattern=p, names=names) for p in patterns)


def signal_point(name: str, names: PackNames) -> Point:
    """The point that names a signal."""
    full = names.find_signal(name) or name
    return Point(_("the signal “{name}”").format(name=full), signal=full)


def meant(given: str | list[str] | None, names: PackNames) -> tuple[Point, ...]:
    """What a key means: the signal that it names, or each of its patterns."""
    if given is None:
        return ()
    return (signal_point(given, names),) if isinstance(given, str) else pattern_points(given, names)


def walk(points: Iterable[Point]) -> Iterator[Point]:
    """All points, each before those below it."""
    for point in points:
        yield point
        yield from walk(point.points)


def where(scope_text: str) -> str:
    """A scope in words, after a verb: “there is, in the same sentence”."""
    scope = Scope.of(scope_text)
    if scope.reach is Reach.PARAGRAPH:
        return _("in the same paragraph")
    if scope.reach is Reach.REPLY:
        return _("anywhere in the reply")
    if scope.reach is Reach.THREAD:
        return _("anywhere in the reply or in our earlier replies of the conversation")
    if not scope.after:
        return _("in the same sentence")
    if scope.before:
        text = plural(
            "at most {count} sentence before or after",
            "at most {count} sentences before or after",
            scope.after,
        )
    else:
        text = plural(
            "in the same sentence or in the next {count}",
            "in the same sentence or in the next {count}",
            scope.after,
        )
    return text.format(count=scope.after)
