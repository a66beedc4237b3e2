"""What `replylint score` tells and writes when a run is whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from replylint.commands import streams
from replylint.commands.files import write_file
from replylint.commands.page import Page
from replylint.commands.score_options import Options, errors_of
from replylint.errors import InputError, Place
from replylint.numerals import shortest, tenth, whole
from replylint.translation import _, plural

if TYPE_CHECKING:
    from replylint.scoring.anonymous import Names
    from replylint.scoring.scorecards import Scorecard
    from replylint.store.runs import Run
    from replylint.store.store import Store

GOOD, BELOW, NOTHING = 0, 1, 2
"""Exit codes: all is well; the score is below --fail-under; nothing could be judged."""

_REASONS = 3
"""So many reasons are told in the terminal when nothing could be judged."""


def tell_results(options: Options, outputs: list[Path], store: Store, run: Run) -> int:
    """Write all results; the exit code.

    The files are written also where nobody reads standard output any more; what is wrong with it
    is raised after that.
    """
    output = streams.output(options.color)
    stream = streams.Lasting(output.stream)
    code = _told(options, outputs, store, run, Page(replace(output, stream=stream)))
    stream.flush()
    if stream.broken is not None:
        raise stream.broken
    return code


def _told(options: Options, outputs: list[Path], store: Store, run: Run, page: Page) -> int:
    from replylint.commands.score_table import tell_scores
    from replylint.scoring.anonymous import Names

    names = Names(store, run.run, hidden=options.anonymise)
    card = tell_scores(
        page,
        store,
        run.run,
        names,
        by=options.by,
        pass_mark=options.pass_mark,
        least=options.min_replies,
    )
    page.text()
    if card is None and not options.errors and _tell_reasons(store, run):
        return NOTHING
    _tell_unread(options, outputs, store, run, page, names)
    if card is None:
        return NOTHING
    _write(options, outputs, store, run, names)
    for path in (*outputs, *([Path(options.review)] if options.review else [])):
        page.text(_("Written: {path}").format(path=path))
    _tell_sample(options, card, page)
    if not options.paths:
        text = _("The report is about run {run} of {path}; nothing was scored anew")
        page.text(text.format(run=run.run, path=store.path), style="dim")
    elif not options.no_store:
        text = _("Stored as run {run} in {path}, with the texts of all messages")
        page.text(text.format(run=run.run, path=store.path), style="dim")
    if names.hidden and not options.no_store:
        page.text(_("Names stay in the store: keep that file to yourselves."), style="dim")
    return _code(options, card)


def _tell_sample(options: Options, card: Scorecard, page: Page) -> None:
    """Say that the sample is smaller than somebody asked for."""
    if card.replies < options.sample and (options.sample_told or options.review):
        text = plural(
            "The sample has {count} reply, not {asked}: no more were judged",
            "The sample has {count} replies, not {asked}: no more were judged",
            card.replies,
        )
        told = text.format(count=whole(card.replies), asked=whole(options.sample))
        page.text(told, style="yellow")


def _code(options: Options, card: Scorecard) -> int:
    if options.fail_under is None or card.iqs.value >= options.fail_under:
        return GOOD
    text = _("IQS {iqs} is below {mark}")
    streams.tell(text.format(iqs=tenth(card.iqs.value), mark=shortest(options.fail_under)))
    return BELOW


def _tell_unread(
    options: Options, outputs: list[Path], store: Store, run: Run, page: Page, names: Names
) -> None:
    from replylint.scoring.unread import unread_count, unread_csv

    files, rows = unread_count(store, run.run)
    if not files + rows:
        return
    path = errors_of(options, outputs)
    write_file(path, unread_csv(store, run.run, names))
    lost_rows = plural(
        "{count} row could not be read; see {path}",
        "{count} rows could not be read; see {path}",
        rows,
    )
    lost_files = plural(
        "{count} file could not be read; see {path}",
        "{count} files could not be read; see {path}",
        files,
    )
    for count, told in ((files, lost_files), (rows, lost_rows)):
        if count:
            page.text(told.format(count=whole(count), path=path), style="yellow")


def _tell_reasons(store: Store, run: Run) -> bool:
    """Why nothing could be judged, right here; whether that was all there is to tell."""
    query = "SELECT source, line, message FROM unread WHERE run = ? ORDER BY number LIMIT ?"
    told = store.rows(query, [run.run, _REASONS + 1])
    for source, line, message in told[:_REASONS]:
        streams.tell_error(InputError(message, Place(source, line)))
    return len(told) <= _REASONS


def _write(options: Options, outputs: list[Path], store: Store, run: Run, names: Names) -> None:
    from replylint.dashboard.data import Wish, report_data
    from replylint.dashboard.page import page as html_page
    from replylint.scoring.review import write_review
    from replylint.scoring.table_files import write_table
    from replylint.scoring.workbook import write_workbook

    for path in outputs:
        if path.suffix.lower() == ".html":
            wish = Wish(
                options.pass_mark,
                options.min_replies,
                options.sample,
                options.seed,
                options.anonymise,
            )
            write_file(path, html_page(report_data(store, run, wish)))
        elif path.suffix.lower() == ".xlsx":
            write_workbook(store, run.run, path, names, pass_mark=options.pass_mark)
        else:
            write_table(store, run.run, path, names)
    if options.review is not None:
        write_review(
            store, run.run, Path(options.review), names, size=options.sample, seed=options.seed
        )
