"""`replylint baseline update`: what is found now will be let be."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from replylint.baseline import FILE_NAME, KnownFinding, known_of, written
from replylint.commands import streams
from replylint.commands.cache_option import cache_option, judged_before
from replylint.commands.failure import FAILED
from replylint.commands.files import write_file
from replylint.commands.language import lang_option
from replylint.commands.order import in_order
from replylint.commands.preparing import linter_with
from replylint.commands.reading_options import items_in, paths_argument, reading_options
from replylint.commands.settings_options import (
    Asked,
    settings_asked,
    settings_options,
    suppressions_asked,
)
from replylint.errors import ReplylintError
from replylint.sources.item import Note
from replylint.translation import _, plural


def command() -> click.Command:
    """The group, with its help in the language that is in use now."""
    return click.Group(
        "baseline",
        commands=[_update()],
        params=[lang_option()],
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND [ARGS]..."),
        short_help=_("Let old findings be, so that only new ones count."),
        help=_("Let old findings be, so that only new ones count: check --baseline FILE."),
    )


def _update() -> click.Command:
    return click.Command(
        "update",
        callback=_callback,
        params=[
            paths_argument(),
            click.Option(
                ["--baseline"],
                metavar=_("FILE"),
                default=FILE_NAME,
                show_default=True,
                help=_("The file to write."),
            ),
            *reading_options(),
            *settings_options(),
            cache_option(),
            lang_option(),
        ],
        options_metavar=_("[OPTIONS]"),
        short_help=_("Write what is found now into the baseline."),
        help=_(
            "Write what is found now into the baseline, in place of what was there. A finding is "
            "known by its rule, its words and their neighbours, not by its line."
        ),
    )


def _callback(**values: Any) -> None:
    asked = Asked.taken_from(values)
    click.get_current_context().exit(update(asked, **values))


def update(
    asked: Asked,
    paths: tuple[str, ...],
    baseline: str,
    input: str,
    pack: tuple[str, ...],
    no_cache: bool,
) -> int:
    """Check everything and write the baseline; the exit code."""
    settings = settings_asked(asked)
    suppressions = suppressions_asked(asked)
    items = items_in(paths, settings, input)
    linter = linter_with(pack, settings, suppressions)
    known: list[KnownFinding] = []
    code = 0
    with judged_before(linter, no_cache) as before:
        for event in in_order(items, partial(linter.check_many, known=before)):
            if isinstance(event, Note):
                streams.tell_note(event)
            elif isinstance(event, ReplylintError):
                streams.tell_error(event)
                code = FAILED
            else:
                known.extend(known_of(event[0]))
    if code:
        return code
    write_file(Path(baseline), written(known))
    text = plural("{file}: {count} finding kept", "{file}: {count} findings kept", len(known))
    streams.tell(text.format(file=baseline, count=len(known)))
    return code
