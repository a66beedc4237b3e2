"""`replylint score`: exports go in, a report about the quality of replies comes out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from replylint.commands import export_options, streams
from replylint.commands.files import write_file
from replylint.commands.language import lang_option
from replylint.commands.page import Page
from replylint.commands.progress import ProgressTeller
from replylint.commands.settings_options import (
    Asked,
    settings_asked,
    settings_options,
    suppressions_asked,
)
from replylint.errors import Place, UsageError
from replylint.translation import _, plural

if TYPE_CHECKING:
    from replylint.exports.chat import Wanted
    from replylint.scoring.run import Plan
    from replylint.scoring.scorecards import Scorecard
    from replylint.store.runs import Run
    from replylint.store.store import Store

STORE = "replylint-runs.duckdb"
REPORT = "report.html"
GOOD, BELOW, NOTHING = 0, 1, 2
"""Exit codes: all is well; the score is below --fail-under; nothing could be judged."""

_ENDINGS = (".html", ".xlsx", ".csv", ".jsonl", ".parquet")
_REVIEW_ENDINGS = (".xlsx", ".csv")
_AS_IT_STANDS = "\b\n"


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for, as click hands it over."""

    paths: tuple[str, ...]
    output: tuple[str, ...]
    store: str | None
    no_store: bool
    resume: bool
    workers: int | None
    by: str
    fail_under: float | None
    pass_mark: float
    min_replies: int
    sample: int
    seed: int
    review: str | None
    errors: str | None
    anonymise: bool
    pack: tuple[str, ...]
    color: str
    wanted: Wanted
    asked: Asked


def command() -> click.Command:
    """The command, with its help in the language that is in use now."""
    return click.Command(
        "score",
        callback=_callback,
        params=[
            click.Argument(["paths"], nargs=-1, metavar=_("[EXPORT]...")),
            *_result_options(),
            *_run_options(),
            *export_options.export_options(),
            click.Option(
                ["--pack"],
                metavar=_("NAME|PATH"),
                multiple=True,
                help=_("A rule pack, may be repeated; by default those of the settings, else all."),
            ),
            *settings_options(),
            lang_option(),
        ],
        options_metavar=_("[OPTIONS]"),
        short_help=_("Score exported chats and write a report."),
        help=_(
            "Score the replies in exports of a helpdesk or messenger, and write a report.\n\n"
            "EXPORT is a file or a folder: a table (CSV, XLSX, Parquet, JSON, JSON Lines) or what "
            "Zendesk, Intercom, Telegram and others write. Results are kept in a store, so that a "
            "stopped run can go on and later reports know the trend. Without EXPORT, the report "
            "about the last run of the store is written again."
        ),
        epilog=_epilog(),
    )


def _epilog() -> str:
    examples = _(
        "Examples:\n"
        "  replylint score chats.csv\n"
        "  replylint score exports/ -o monday.html -o monday.xlsx --by team\n"
        "  replylint score chats.jsonl --resume\n"
        "  replylint score chats.csv --review sample.xlsx --sample 60 --seed 7"
    )
    codes = _(
        "Exit codes:\n"
        "  0  the score is not below --fail-under\n"
        "  1  it is below\n"
        "  2  wrong use, or no reply could be judged"
    )
    return f"{_AS_IT_STANDS}{examples}\n\n{_AS_IT_STANDS}{codes}"


def _result_options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--output", "-o"],
            metavar=_("FILE"),
            multiple=True,
            help=_(
                "Where results go, by ending: .html is the report, .xlsx .csv .jsonl .parquet are "
                "tables; may be repeated. By default report.html."
            ),
        ),
        click.Option(
            ["--by"],
            type=click.Choice(["agent", "team", "channel", "tag", "week", "day"]),
            default="agent",
            show_default=True,
            help=_("What the table in the terminal groups by."),
        ),
        click.Option(
            ["--fail-under"],
            type=click.FloatRange(0, 100),
            help=_("Exit with 1 when the IQS of all replies is below this."),
        ),
        click.Option(
            ["--pass-mark"],
            type=click.FloatRange(0, 100),
            default=80.0,
            show_default=True,
            help=_("The score from which on a reply passes."),
        ),
        click.Option(
            ["--min-replies"],
            type=click.IntRange(1),
            default=30,
            show_default=True,
            help=_("Agents with fewer replies are not ranked."),
        ),
        click.Option(
            ["--review"],
            metavar=_("FILE"),
            help=_(
                "Write the sample for people to judge, .xlsx or .csv; `replylint calibrate` takes "
                "it back."
            ),
        ),
        click.Option(
            ["--sample"],
            type=click.IntRange(0, 1000),
            default=40,
            show_default=True,
            help=_("How many replies to draw for review: half at random, half by risk."),
        ),
        click.Option(
            ["--seed"],
            type=int,
            default=1,
            show_default=True,
            help=_("Another number draws other replies."),
        ),
        click.Option(
            ["--errors"],
            metavar=_("FILE"),
            help=_(
                "Where rows that could not be read are listed; by default beside the first "
                "output, as NAME.errors.csv."
            ),
        ),
        click.Option(
            ["--anonymise", "--anonymize"],
            is_flag=True,
            help=_("Hide names, phones, addresses and order numbers in all results."),
        ),
        click.Option(
            ["--color"],
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            show_default=True,
            help=_("Colours in the terminal; auto means in a terminal only."),
        ),
    ]


def _run_options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--store"],
            metavar=_("FILE"),
            help=_("The store (DuckDB) that runs are kept in; by default {name}.").format(
                name=STORE
            ),
        ),
        click.Option(["--no-store"], is_flag=True, help=_("Keep nothing: no trend, no --resume.")),
        click.Option(
            ["--resume"],
            is_flag=True,
            help=_("Go on with the last run where it was stopped; the files must be the same."),
        ),
        click.Option(
            ["--workers"],
            type=click.IntRange(1),
            help=_("How many processes judge; by default one for each core."),
        ),
    ]


def _callback(**values: Any) -> None:
    asked = Asked.taken_from(values)
    reading = {name: values.pop(name) for name in export_options.NAMES}
    wanted = export_options.wanted_of(reading)
    click.get_current_context().exit(score(Options(**values, wanted=wanted, asked=asked)))


def score(options: Options) -> int:
    """Do what the command line asks for; the exit code."""
    outputs = _outputs(options)
    with _store(options) as store:
        run = _scored(options, store) if options.paths else _last(store)
        return _told(options, outputs, store, run)


def _outputs(options: Options) -> list[Path]:
    outputs = [Path(name) for name in options.output or (REPORT,)]
    for path in outputs:
        _check_ending(path, _ENDINGS)
    if options.review is not None:
        _check_ending(Path(options.review), _REVIEW_ENDINGS)
    for path in map(Path, options.paths):
        if not path.exists():
            raise UsageError(_("there is no such file or folder"), Place(str(path)))
    return outputs


def _check_ending(path: Path, endings: tuple[str, ...]) -> None:
    if path.suffix.lower() not in endings:
        message = _("the ending must be one of {endings}").format(endings=" ".join(endings))
        raise UsageError(message, Place(str(path)))


@contextmanager
def _store(options: Options) -> Iterator[Store]:
    from replylint.store.store import Store

    if options.no_store:
        if options.store is not None or options.resume or not options.paths:
            raise UsageError(_("--no-store excludes --store, --resume and a call without EXPORT"))
        with TemporaryDirectory(prefix="replylint-") as folder, Store(Path(folder, STORE)) as store:
            yield store
        return
    path = Path(options.store or STORE)
    if not options.paths and not path.exists():
        raise UsageError(_("nothing to score: name an export (a file or a folder)"))
    with Store(path) as store:
        yield store


def _last(store: Store) -> Run:
    from replylint.scoring.runs import last_whole

    run = last_whole(store)
    if run is None:
        raise UsageError(_("no run in this store has come to its end"), Place(str(store.path)))
    return run


def _scored(options: Options, store: Store) -> Run:
    """Carry out the run, or the rest of it."""
    from replylint.scoring.counting import Counting
    from replylint.scoring.run import Progress, carry_out

    plan, run = _begun(options, store)
    if run.finished_at is not None:
        streams.tell(_("Run {run} is whole already; nothing is left to score.").format(run=run.run))
        return run
    reached = Progress()

    def tell(progress: Progress) -> None:
        nonlocal reached
        reached = progress
        teller.told(progress.replies)

    with Counting(plan.inputs, plan.wanted) as counting:
        try:
            with ProgressTeller(lambda: counting.total) as teller:
                carry_out(plan, store, run, tell=tell, note=teller.note)
        except KeyboardInterrupt:
            text = _("Stopped after {count} replies; go on with: --resume")
            if not options.no_store:
                streams.tell(text.format(count=reached.replies))
            raise
    return _again(store, run)


def _begun(options: Options, store: Store) -> tuple[Plan, Run]:
    from replylint.exports.reading import read_exports
    from replylint.linter import Linter
    from replylint.scoring.identity import identity_of, used_packs
    from replylint.scoring.run import Plan
    from replylint.scoring.runs import resumed, started, unfinished

    settings, suppressions = settings_asked(options.asked), suppressions_asked(options.asked)
    linter = Linter(options.pack or None, settings=settings, suppressions=suppressions)
    inputs = tuple(Path(name) for name in options.paths)
    plan = Plan(
        inputs,
        options.wanted.filled(settings.exports),
        settings,
        options.pack or None,
        tuple(suppressions),
        options.workers or _cores(),
    )
    read_exports(inputs, plan.wanted)  # says what makes no sense before a run is begun
    identity = identity_of(inputs, plan.wanted, linter, suppressions)
    run = resumed(store, identity) if options.resume else None
    if run is not None:
        return plan, run
    stopped = unfinished(store)
    if stopped is not None and not identity.differences(stopped.identity):
        text = _("note: run {run} over the same files was stopped; --resume would have gone on")
        streams.tell(text.format(run=stopped.run))
    profile = settings.profile.name if settings.profile else None
    return plan, started(store, identity, inputs, used_packs(linter), profile)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _again(store: Store, run: Run) -> Run:
    """The run as it stands in the store now."""
    from replylint.store.runs import runs

    return next(other for other in runs(store) if other.run == run.run)


def _told(options: Options, outputs: list[Path], store: Store, run: Run) -> int:
    """Write all results; the exit code."""
    from replylint.commands.score_table import tell_scores
    from replylint.scoring.anonymous import Names

    names = Names(store, run.run, hidden=options.anonymise)
    page = Page(streams.output(options.color))
    whole = tell_scores(
        page,
        store,
        run.run,
        names,
        by=options.by,
        pass_mark=options.pass_mark,
        least=options.min_replies,
    )
    page.text()
    _tell_unread(options, outputs, store, run, page)
    if whole is None:
        return NOTHING
    _write(options, outputs, store, run, names)
    for path in (*outputs, *([Path(options.review)] if options.review else [])):
        page.text(_("Written: {path}").format(path=path))
    if not options.no_store:
        text = _("Stored as run {run} in {path}, with the texts of all messages")
        page.text(text.format(run=run.run, path=store.path), style="dim")
    return _code(options, whole)


def _code(options: Options, whole: Scorecard) -> int:
    if options.fail_under is None or whole.iqs.value >= options.fail_under:
        return GOOD
    text = _("IQS {iqs} is below {mark}")
    streams.tell(text.format(iqs=f"{whole.iqs.value:.1f}", mark=options.fail_under))
    return BELOW


def _tell_unread(options: Options, outputs: list[Path], store: Store, run: Run, page: Page) -> None:
    from replylint.scoring.unread import unread_csv

    count, text = unread_csv(store, run.run)
    if not count:
        return
    path = Path(options.errors) if options.errors else outputs[0].with_suffix(".errors.csv")
    write_file(path, text)
    told = plural(
        "{count} row could not be read; see {path}",
        "{count} rows could not be read; see {path}",
        count,
    )
    page.text(told.format(count=count, path=path), style="yellow")


def _write(options: Options, outputs: list[Path], store: Store, run: Run, names: Any) -> None:
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
