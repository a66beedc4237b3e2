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
    for match in reading.find(names[0]):
        chain = [match]
        for name in names[1:]:
            following = _next(reading, chain[-1], name, most_words)
            if following is None:
                break
            chain.append(following)
        else:
            yield tuple(chain)


def span(matches: Sequence[Match]) -> Match:
    """The match that covers all of ``matches``, which stand in order."""
    return Match(matches[0].first, matches[-1].end, matches[0].start, matches[-1].stop)


def _next(reading: Reading, before: Match, name: str, most_words: int | None) -> Match | None:
    document = reading.document
    sentence = document.sentence_near(before.first)
    for match in reading.find(name):
        if match.first < before.end:
            continue
        near_enough = most_words is None or match.first - before.end <= most_words
        return match if near_enough and document.sentence_near(match.first) == sentence else None
    return None
