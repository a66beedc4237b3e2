"""Joining matches of several signals that stand close to each other into one match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from replylint.signals.match import Match
from replylint.signals.reading import Reading


def chains(
    reading: Reading, names: Sequence[str], most_words: int | None
) -> Iterator[tuple[Match, ...]]:
    """One match of each signal, in this order in one sentence, none overlapping the one before.

    At most ``most_words`` words (any number when None) stand between neighbours. For each match of
    the first signal the nearest chain is given, or none.
    """
    dead_ends: set[tuple[int, Match]] = set()
    for match in reading.find(names[0]):
        chain = _chain(reading, match, names[1:], most_words, dead_ends)
        if chain is not None:
            yield chain


def span(matches: Sequence[Match]) -> Match:
    """The match that covers all of ``matches``, which stand in order."""
    return Match(matches[0].first, matches[-1].end, matches[0].start, matches[-1].stop)


def _chain(
    reading: Reading,
    before: Match,
    names: Sequence[str],
    most_words: int | None,
    dead_ends: set[tuple[int, Match]],
) -> tuple[Match, ...] | None:
    """The chain that begins with ``before``; ``dead_ends`` are the matches that lead nowhere."""
    if not names:
        return (before,)
    if (len(names), before) in dead_ends:
        return None
    for match in _following(reading, before, names[0], most_words):
        rest = _chain(reading, match, names[1:], most_words, dead_ends)
        if rest is not None:
            return (before, *rest)
    dead_ends.add((len(names), before))
    return None


def _following(
    reading: Reading, before: Match, name: str, most_words: int | None
) -> Iterator[Match]:
    """The matches near enough behind ``before`` in its sentence, the nearest first."""
    document = reading.document
    [*_others, sentence] = before.sentences(document)
    found = reading.find(name)
    for number in range(reading.skipped(name, before.end), len(found)):
        match = found[number]
        if match.first < before.end or match.start < before.stop:
            continue
        too_far = most_words is not None and match.first - before.end > most_words
        if too_far or match.sentences(document)[0] > sentence:
            return
        yield match
