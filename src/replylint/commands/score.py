"""`replylint score`: exports go in, a report about the quality of replies comes out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from replylint.commands import export_options, streams
from replylint.commands.choosing import AS_IT_STANDS, pack_option
from replylint.commands.language import lang_option
from replylint.commands.preparing import linter_with
from replylint.commands.progress import ProgressTeller
from replylint.commands.score_options import (
    STORE,
    Options,
    outputs_of,
    result_options,
    run_options,
)
from replylint.commands.score_results import tell_results
from replylint.commands.settings_options import (
    Asked,
    settings_asked,
    settings_options,
    suppressions_asked,
)
from replylint.errors import Place, UsageError
from replylint.numerals import whole
from replylint.translation import _

if TYPE_CHECKING:
    from replylint.scoring.run import Plan
    from replylint.store.runs import Run
    from replylint.store.store import Store


def command() -> click.Command:
    """The command, with its help in the language that is in use now."""
    return click.Command(
        "score",
        callback=_callback,
        params=[
            click.Argument(["paths"], nargs=-1, metavar=_("[EXPORT]...")),
            *result_options(),
            *run_options(),
            *export_options.export_options(),
            pack_option(),
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
    return f"{AS_IT_STANDS}{examples}\n\n{AS_IT_STANDS}{codes}"


def _callback(**values: Any) -> None:
    asked = Asked.taken_from(values)
    reading = {name: values.pop(name) for name in export_options.NAMES}
    wanted = export_options.wanted_of(reading)
    context = click.get_current_context()
    told = context.get_parameter_source("sample") is not ParameterSource.DEFAULT
    options = Options(**values, sample_told=told, wanted=wanted, asked=asked)
    context.exit(score(options))


def score(options: Options) -> int:
    """Do what the command line asks for; the exit code."""
    outputs = outputs_of(options)
    with _store(options) as store:
        run = _scored(options, store) if options.paths else _last(store)
        return tell_results(options, outputs, store, run)


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
        if run.done and not reached.kept:
            text = _("going on with run {run}; done already: {count}")
            streams.tell(text.format(run=run.run, count=whole(progress.replies)))
        reached = progress
        teller.told(progress.replies)

    with Counting(plan.inputs, plan.wanted) as counting:
        teller = ProgressTeller(lambda: counting.total, _faster(plan))
        try:
            with teller:
                carry_out(plan, store, run, tell=tell, note=teller.note)
        except KeyboardInterrupt:
            text = _("Stopped after {count} replies; go on with: --resume")
            if not options.no_store:
                streams.tell(text.format(count=whole(reached.replies)))
            raise
    summary = teller.summary()
    if summary is not None:
        streams.tell(summary)
    return _again(store, run)


def _faster(plan: Plan) -> str | None:
    """How a run would go faster; None when everything slow is left out already."""
    if not plan.settings.learned:
        return None
    return _("note: with --no-learned this goes faster, and finds only what rules have words for")


def _begun(options: Options, store: Store) -> tuple[Plan, Run]:
    from replylint.exports.reading import read_exports
    from replylint.scoring.identity import identity_of, used_packs
    from replylint.scoring.run import Plan
    from replylint.scoring.runs import resumed, started, unfinished

    settings, suppressions = settings_asked(options.asked), suppressions_asked(options.asked)
    linter = linter_with(options.pack, settings, suppressions)
    streams.tell_unused(linter.unreadable_macros())
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
