"""By which clock the days of a run go, where that may not be the one that a person thinks of."""

from __future__ import annotations

from replylint.numerals import whole
from replylint.store.store import Store
from replylint.translation import _, plural

_DAYLIGHT = 60
"""Offsets that differ by so many minutes are those of one place, in winter and in summer."""


def clock_note(store: Store, run: int, zone: str | None) -> str | None:
    """What a person should know about the times of the agents' messages; None when it is clear.

    ``zone`` is the time zone that was asked for.
    """
    counts = dict(
        store.rows(
            "SELECT utc_offset, count(*) FROM messages "
            "WHERE run = ? AND role = 'agent' AND sent_at IS NOT NULL GROUP BY utc_offset",
            [run],
        )
    )
    bare = counts.pop(None, 0)
    if zone is not None:
        return _about_bare(bare, zone) if bare else None
    if not counts:
        return None
    if set(counts) == {0} and not bare:
        return _(
            "the times in the export are those of UTC, and days, weeks and hours go by them; "
            "--timezone Europe/Moscow takes the clock of Moscow"
        )
    if bare or max(counts) - min(counts) > _DAYLIGHT:
        shown = ", ".join(_offset(minutes) for minutes in sorted(counts))
        text = _(
            "the times in the export have different offsets from UTC ({offsets}), and each goes by "
            "its own clock; --timezone Europe/Moscow takes one for all"
        )
        return text.format(offsets=f"{shown}, {_('none')}" if bare else shown)
    return None


def _about_bare(count: int, zone: str) -> str:
    text = plural(
        "{count} message has a time without an offset from UTC; it is taken as of {zone}",
        "{count} messages have times without an offset from UTC; they are taken as of {zone}",
        count,
    )
    return text.format(count=whole(count), zone=zone)


def _offset(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), 60)
    return f"{'−' if minutes < 0 else '+'}{hours:02}:{rest:02}"
