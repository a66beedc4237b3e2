"""`replylint baseline update`: what was mended is taken out; new findings only when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import repeat
from pathlib import Path
from typing import Any, NamedTuple

import click

from replylint.baseline import FILE_NAME, Baseline, KnownFinding, known_of, read_baseline, written
from replylint.commands import streams
from replylint.commands.cache_option import cache_option, judged_before
from replylint.commands.failure import FAILED
from replylint.commands.files import write_file
from replylint.commands.language import lang_option
from replylint.commands.order import in_order
from replylint.commands.preparing import linter_with
from replylint.commands.reading_options import (
    items_in,
    paths_argument,
    paths_or_library,
    reading_options,
)
from replylint.commands.settings_options import (
    Asked,
    settings_asked,
    settings_options,
    suppressions_asked,
)
from replylint.errors import Place, ReplylintError
from replylint.finding import Finding, Severity
from replylint.reports.cells import plain
from replylint.sources.item import Note
from replylint.translation import _, plural

_MOST_TOLD = 5
"""So many new findings are named; `check` names them all."""


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
            click.Option(
                ["--add"],
                is_flag=True,
                help=_("Take new findings in as well; without it they are told and left out."),
            ),
            *reading_options(),
            *settings_options(),
            cache_option(),
            lang_option(),
        ],
        options_metavar=_("[OPTIONS]"),
        short_help=_("Take mended findings out of the baseline; make it where there is none."),
        help=_(
            "Take out of the baseline what has been mended in the files below PATH. Where there is "
            "no baseline yet, it is made of what is found now; later new findings are taken in "
            "with --add only. A finding is known by its rule, its words and their neighbours, not "
            "by its line. Without PATH it is the library that the settings name."
        ),
    )


def _callback(**values: Any) -> None:
    asked = Asked.taken_from(values)
    click.get_current_context().exit(update(asked, **values))


def update(
    asked: Asked,
    paths: tuple[str, ...],
    baseline: str,
    add: bool,
    input: str,
    pack: tuple[str, ...],
    no_cache: bool,
) -> int:
    """Check everything and bring the baseline up to date; the exit code."""
    settings = settings_asked(asked)
    suppressions = suppressions_asked(asked)
    path = Path(baseline)
    is_new = not path.exists()
    before = Baseline((), baseline) if is_new else read_baseline(path)
    paths = paths_or_library(paths, settings)
    items = items_in(paths, settings, input)
    linter = linter_with(pack, settings, suppressions)
    known: list[KnownFinding] = []
    new: list[_New] = []
    code = 0
    with judged_before(linter, no_cache) as judged:
        for event in in_order(items, partial(linter.check_many, known=judged)):
            if isinstance(event, Note):
                streams.tell_note(event)
            elif isinstance(event, ReplylintError):
                streams.tell_error(event)
                code = FAILED
            else:
                result, place = event
                old, unknown = before.split(result)
                known.extend(known_of(result, old))
                kept = known_of(result, unknown)
                new.extend(map(_New, kept, unknown, repeat(place)))
    if code:
        return code
    gone = before.gone(paths)
    known += before.left(gone)
    added = new if add or is_new else []
    write_file(path, written([*known, *(one.entry for one in added)]))
    _tell(baseline, len(gone), added, len(known) + len(added))
    if len(added) < len(new):
        _tell_refused(new)
    return code


class _New(NamedTuple):
    """A finding that the baseline does not have: what it would keep of it, and where it is."""

    entry: KnownFinding
    finding: Finding
    reply: Place

    @property
    def place(self) -> Place:
        if self.finding.in_file is None:
            return Place(self.reply.source, self.finding.line, self.finding.column)
        start = self.finding.in_file.start
        return Place(self.reply.source, start.line, start.column)


def _errors(new: Iterable[_New]) -> int:
    return sum(one.finding.severity >= Severity.ERROR for one in new)


def _tell(file: str, removed: int, added: Sequence[_New], count: int) -> None:
    text = _("{file}: removed {removed}, added {added} (errors among them: {errors}), now {count}")
    told = text.format(
        file=file, removed=removed, added=len(added), errors=_errors(added), count=count
    )
    streams.tell(told)


def _tell_refused(new: Sequence[_New]) -> None:
    """Name the first of the findings that were not taken in, and say how many there are."""
    for one in new[:_MOST_TOLD]:
        message = _("new, not added: “{text}” ({rule})")
        message = message.format(text=plain(one.finding.text), rule=one.finding.rule)
        streams.tell_note(Note(one.place, message))
    text = plural(
        "{count} new finding was not added (errors among them: {errors}); mend it, or take it in "
        "with --add",
        "{count} new findings were not added (errors among them: {errors}); mend them, or take "
        "them in with --add",
        len(new),
    )
    streams.tell(text.format(count=len(new), errors=_errors(new)))
