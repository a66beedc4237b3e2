"""`replylint library`: what no single reply can show."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from replylint.commands import streams
from replylint.commands.choosing import format_option
from replylint.commands.failure import FAILED
from replylint.commands.language import lang_option
from replylint.commands.reading_options import (
    items_in,
    paths_argument,
    paths_or_library,
    reading_options,
)
from replylint.commands.settings_options import Asked, settings_asked, settings_options
from replylint.conversation import Conversation
from replylint.errors import InputError
from replylint.reports.cells import plain
from replylint.reports.machine import place_record
from replylint.sources.item import Entry, Note
from replylint.translation import _, plural

if TYPE_CHECKING:
    from replylint.overview import Overview, Spot

CLEAN, FOUND = 0, 1
_MOST_DIFFERENCES = 3


def command() -> click.Command:
    """The command, with its help in the language that is in use now."""
    reading = [option for option in reading_options() if option.name == "input"]
    settings = [o for o in settings_options() if o.name in ("config", "no_config")]
    return click.Command(
        "library",
        callback=_callback,
        params=[
            paths_argument(),
            format_option(),
            *reading,
            *settings,
            lang_option(),
        ],
        options_metavar=_("[OPTIONS]"),
        short_help=_("Look at a macro library as a whole."),
        help=_(
            "Look at a macro library as a whole: replies that are nearly the same, that say "
            "different numbers about the same thing, that lack a language; and all links. No link "
            "is opened. Without PATH it is the library that the settings name. The exit code is 1 "
            "when there is anything but links."
        ),
    )


def _callback(**values: Any) -> None:
    asked = Asked(values.pop("config"), values.pop("no_config"))
    click.get_current_context().exit(library(asked, **values))


def library(asked: Asked, paths: tuple[str, ...], format: str, input: str) -> int:
    """Read everything and tell; the exit code."""
    settings = settings_asked(asked)
    code = CLEAN
    replies: list[Conversation] = []
    for item in items_in(paths_or_library(paths, settings), settings, input):
        if isinstance(item, Entry):
            replies.append(item.conversation)
        elif isinstance(item, Note):
            streams.tell_note(item)
        elif isinstance(item, InputError):
            streams.tell_error(item)
            code = FAILED
    from replylint.overview import overview

    found = overview(replies)
    if format == "json":
        sys.stdout.write(json.dumps(_record(found), ensure_ascii=False, indent=1) + "\n")
    else:
        for line in _lines(found):
            sys.stdout.write(line + "\n")
    return max(code, FOUND if found.has_faults else CLEAN)


def _lines(found: Overview) -> Iterator[str]:
    count = found.replies
    yield plural("{count} reply in the library.", "{count} replies in the library.", count).format(
        count=count
    )
    if count and not found.has_faults:
        yield _("Nothing is there twice, contradicts or lacks a language.")
    if found.twins:
        yield "\n" + _("Nearly the same:")
        for twins in found.twins:
            share = round(twins.share * 100)
            yield f"  {_told(twins.first)} ≈ {_told(twins.second)} ({share}%)"
            for one, other in twins.differences[:_MOST_DIFFERENCES]:
                yield f"    {plain(one) or '–'} ↔ {plain(other) or '–'}"
            left = len(twins.differences) - _MOST_DIFFERENCES
            if left > 0:
                text = plural("{count} more difference", "{count} more differences", left)
                yield f"    {text.format(count=left)}"
    if found.contradictions:
        yield "\n" + _("Different numbers about the same thing:")
        for number, pair in enumerate(found.contradictions):
            if number:
                yield ""
            yield f"  {_told(pair.first)}: {plain(pair.one)}"
            yield f"  {_told(pair.second)}: {plain(pair.other)}"
    if found.gaps:
        yield "\n" + _("Languages that are missing:")
        for gap in found.gaps:
            yield f"  {_told(gap.spot)}: {', '.join(gap.missing)}"
    if found.links:
        yield "\n" + _("Links:")
        for link in found.links:
            yield f"  {plain(link.address)}"
            for spot in link.spots:
                yield f"    {_told(spot)}"


def _told(spot: Spot) -> str:
    return plain(f"{spot.place} «{spot.name}»")


def _record(found: Overview) -> dict[str, Any]:
    return {
        "replies": found.replies,
        "twins": [
            {
                "first": _spot(t.first),
                "second": _spot(t.second),
                "share": t.share,
                "differences": [list(pair) for pair in t.differences],
            }
            for t in found.twins
        ],
        "contradictions": [
            {
                "first": _spot(c.first) | {"text": c.one},
                "second": _spot(c.second) | {"text": c.other},
            }
            for c in found.contradictions
        ],
        "missing_languages": [_spot(g.spot) | {"missing": list(g.missing)} for g in found.gaps],
        "links": [
            {"address": link.address, "places": [_spot(spot) for spot in link.spots]}
            for link in found.links
        ],
    }


def _spot(spot: Spot) -> dict[str, Any]:
    return {"name": spot.name, **place_record(spot.place)}
