"""A template as it would be sent: sample values in its places, one branch of each condition."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from replylint.macros.branches import Cut, readings
from replylint.macros.sorts import sample_of
from replylint.macros.styles import Scanned, scan
from replylint.template import Filled, Placeholder, Placeholders


def fill(template: str, chosen: Placeholders) -> list[Filled]:
    """Every reading of a template that is needed to see all of its words, at least one."""
    scanned = scan(template, chosen)
    cuts, loose_tags = readings(template, scanned.tags)
    unbalanced = tuple(sorted((*scanned.loose, *((tag.start, tag.end) for tag in loose_tags))))
    known = None if chosen.known is None else frozenset(chosen.known)
    return [replace(_filled(template, scanned, cut, unbalanced), known=known) for cut in cuts]


def _filled(
    template: str, scanned: Scanned, cuts: Sequence[Cut], unbalanced: tuple[tuple[int, int], ...]
) -> Filled:
    texts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    filled: dict[int, Placeholder] = {}
    length = 0
    for start, end, holder in _parts(template, scanned.placeholders, cuts):
        text = template[start:end] if holder is None else _sample(template, holder)
        if not text:
            continue
        if holder is not None:
            filled[len(pieces)] = holder
        pieces.append((length, start, end - start))
        texts.append(text)
        length += len(text)
    return Filled("".join(texts), template, tuple(pieces), filled, unbalanced)


def _sample(template: str, holder: Placeholder) -> str:
    if holder.sample is not None:
        return holder.sample
    return sample_of(holder.sort, template, holder.start, holder.end)


def _parts(
    template: str, holders: Sequence[Placeholder], cuts: Sequence[Cut]
) -> Iterator[tuple[int, int, Placeholder | None]]:
    """What stays of the template, in order: stretches of text, and placeholders.

    ``cuts`` are in order and apart.
    """
    at = 0
    marks = sorted([(start, end, None) for start, end in cuts], key=lambda mark: mark[0])
    starts = [start for start, _end in cuts]
    kept = [h for h in holders if not _is_cut(h.start, starts, cuts)]
    both: list[tuple[int, int, Placeholder | None]] = [
        *marks,
        *((holder.start, holder.end, holder) for holder in kept),
    ]
    for start, end, holder in sorted(both, key=lambda mark: mark[0]):
        if start > at:
            yield at, start, None
        if holder is not None:
            yield start, end, holder
        at = max(at, end)
    if at < len(template):
        yield at, len(template), None


def _is_cut(offset: int, starts: Sequence[int], cuts: Sequence[Cut]) -> bool:
    number = bisect_right(starts, offset) - 1
    return number >= 0 and offset < cuts[number][1]
