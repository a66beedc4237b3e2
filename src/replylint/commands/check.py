"""`replylint check`: replies go in, findings come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from replylint import __version__
from replylint.baseline import Baseline, read_baseline
from replylint.changes import changes_since, only_changed
from replylint.channels import channel_doubt, channel_name
from replylint.commands import streams
from replylint.commands.cache_option import judged_before
from replylint.commands.check_options import (
    Options,
    input_options,
    narrowing_options,
    output_options,
    speed_options,
)
from replylint.commands.choosing import AS_IT_STANDS
from replylint.commands.failure import FAILED, bug
from replylint.commands.language import lang_option
from replylint.commands.order import Event, in_order
from replylint.commands.preparing import linter_with
from replylint.commands.settings_options import (
    Asked,
    settings_asked,
    settings_options,
    suppressions_asked,
    told_by,
)
from replylint.errors import Place, Problem, ReplylintError, UsageError
from replylint.finding import OTHER_LANGUAGE, Result, Severity
from replylint.reports.registry import REPORTS
from replylint.reports.report import PackName, Report, Tool
from replylint.reports.text import TextReport
from replylint.sources.item import Defaults, Item, Note
from replylint.sources.paths import Inputs, customer_text, read_paths
from replylint.sources.text import reply_item
from replylint.translation import _, plural

if TYPE_CHECKING:
    from replylint.linter import Linter
    from replylint.settings.settings import Settings

CLEAN, FOUND = 0, 1
"""The exit codes of a run that went well: nothing to report, and findings that count."""


resident_in_settings: str | None = None
"""What the settings of the last run say about a resident process."""


def command() -> click.Command:
    """The command, with its help in the language that is in use now."""
    return click.Command(
        "check",
        callback=_callback,
        params=[
            click.Argument(["paths"], nargs=-1, metavar=_("[PATH]...")),
            *input_options(),
            *settings_options(),
            *output_options(),
            *narrowing_options(),
            *speed_options(),
            lang_option(),
        ],
        options_metavar=_("[OPTIONS]"),
        short_help=_("Check replies and say what to improve."),
        help=_help(),
        epilog=_epilog(),
    )


def _help() -> str:
    return _(
        "Check replies to customers before they are sent.\n\n"
        "PATH is a text file with one reply, a JSON or JSON Lines file with conversations, or a "
        "folder of such files. Without PATH, or with “-”, the reply is read from standard input."
    )


def _epilog() -> str:
    examples = _(
        "Examples:\n"
        "  replylint check draft.txt --customer question.txt\n"
        "  printf 'Calm down, please.' | replylint check\n"
        "  replylint check --input jsonl --format jsonl - < export.jsonl"
    )
    codes = _(
        "Exit codes:\n"
        "  0  no findings of the severity in --fail-on or above\n"
        "  1  there are such findings\n"
        "  2  wrong use, or something could not be read"
    )
    return f"{AS_IT_STANDS}{examples}\n\n{AS_IT_STANDS}{codes}"


def _callback(**values: Any) -> None:
    asked = Asked.taken_from(values)
    click.get_current_context().exit(check(Options(**values, asked=asked)))


def check(options: Options) -> int:
    """Do what the command line asks for; the exit code."""
    settings = settings_asked(options.asked)
    items = _items(options, settings)
    global resident_in_settings
    resident_in_settings = settings.resident
    suppressions = suppressions_asked(options.asked)
    linter = linter_with(options.pack, settings, suppressions)
    baseline = None if options.baseline is None else read_baseline(Path(options.baseline))
    streams.tell_unused((*linter.unusable_models(), *linter.unreadable_macros()))
    report = REPORTS[options.format](streams.output(options.color), _tool(linter))
    threshold = _Threshold(linter, options)
    if isinstance(report, TextReport) and options.show != "all":
        report.shown_from = threshold.of if options.show == "failing" else threshold.advice
    try:
        with judged_before(linter, options.no_cache) as known:
            many = partial(
                linter.check_many, workers=options.workers, known=known, explain=options.explain
            )
            events = _without_known(in_order(items, many), baseline, linter)
            code, replies = _report(events, report, threshold)
    except Exception as error:
        if not isinstance(error, OSError):
            report.error(error if isinstance(error, ReplylintError) else bug(error))
            report.finish()
        raise
    report.finish()
    if options.changed and not replies and code == CLEAN:
        text = _("nothing to check: git has touched no reply here since {base}")
        streams.tell(f"replylint: {text.format(base=options.changed)}")
    for problem in linter.idle_suppressions():
        _tell_idle(problem)
    for problem in () if options.changed else linter.unmatched_suppressions():
        _tell_idle(problem)
    if baseline is not None:
        _tell_fixed(baseline, options)
    return code


def _without_known(
    events: Iterator[Event], baseline: Baseline | None, linter: Linter
) -> Iterator[Event]:
    """The events with the findings of the baseline let be."""
    for event in events:
        if baseline is None or not isinstance(event, tuple):
            yield event
        else:
            result, place = event
            yield baseline.take(result, linter.for_path(result.source).settings.penalties), place


def _tell_fixed(baseline: Baseline, options: Options) -> None:
    """A note about findings of the baseline that are gone, unless not everything was checked."""
    fixed = [] if options.changed else baseline.fixed(options.paths)
    if fixed:
        text = plural(
            "{count} finding of the baseline is fixed (“{text}” in {source}); take it out: "
            "replylint baseline update",
            "{count} findings of the baseline are fixed (the first: “{text}” in {source}); take "
            "them out: replylint baseline update",
            len(fixed),
        )
        first = fixed[0]
        text = text.format(count=len(fixed), text=first.text, source=first.source)
        streams.tell_note(Note(Place(str(options.baseline)), text))


def _tool(linter: Linter) -> Tool:
    settings = linter.settings
    return Tool(
        "replylint",
        __version__,
        [PackName(pack.name, pack.version, pack.language) for pack in linter.packs],
        settings.profile.name if settings.profile else None,
        [path.as_posix() for path in settings.sources],
    )


class _Threshold:
    """The severity from which on a finding counts: of the command line, else of the settings."""

    def __init__(self, linter: Linter, options: Options) -> None:
        self._linter = linter
        self._asked = None if options.fail_on is None else Severity.of(options.fail_on)

    def of(self, result: Result) -> Severity:
        """The severity from which on the findings of this result count."""
        if self._asked is not None:
            return self._asked
        return self._linter.for_path(result.source).settings.fail_on

    def advice(self, result: Result) -> Severity:
        """As ``of``, but a suggestion at most: the findings that are more than notes."""
        return min(self.of(result), Severity.SUGGESTION)

    def reached(self, result: Result) -> bool:
        """Whether a finding of this result counts."""
        worst = result.worst
        return worst is not None and worst >= self.of(result)


def _items(options: Options, settings: Settings) -> Iterable[Item]:
    """Everything to check, in order, read when it is asked for; raises when nothing is given."""
    paths = options.paths or (() if options.text is not None else _usual_paths(options, settings))
    stdin = streams.standard_input()
    if "-" in paths and stdin is None:
        raise UsageError(
            _("nothing to check: name a file or a folder, pipe a reply in, or use --text")
        )
    if paths.count("-") > 1:
        raise UsageError(_("standard input can be read only once; leave one “-” out"))
    if "-" in paths and stdin is not None:
        streams.await_typing(stdin)
    notes: list[Note] = []
    customer = None
    if options.customer is not None:
        customer, notes = customer_text(options.customer)
    doubt = channel_doubt(options.channel)
    if doubt is not None:
        notes.append(Note(Place("--channel"), doubt))
    defaults = Defaults(customer, channel_name(options.channel))
    told = partial(told_by, settings)
    changes = None if options.changed is None else changes_since(options.changed)
    wanted: Callable[[Path], bool] = (lambda _path: True) if changes is None else changes.has_file
    format = None if options.input == "auto" else options.input
    inputs = Inputs(paths, format, defaults, told, wanted)
    given = [] if options.text is None else [reply_item(options.text, "<text>", defaults)]
    read = read_paths(inputs, stdin)
    return chain(notes, given, read if changes is None else only_changed(read, changes))


def _usual_paths(options: Options, settings: Settings) -> tuple[str, ...]:
    """Standard input; where git says what to check, the team's library, else the current folder."""
    if options.changed is None:
        return ("-",)
    library = settings.choices.library
    return (".",) if library is None else tuple(map(str, library.paths))


def _report(events: Iterator[Event], report: Report, threshold: _Threshold) -> tuple[int, int]:
    """Tell the report and standard error everything; the exit code and how many replies it was."""
    code, replies = CLEAN, 0
    foreign: list[Place] = []
    for event in events:
        if isinstance(event, Note):
            streams.tell_note(event)
        elif isinstance(event, ReplylintError):
            report.error(event)
            streams.tell_error(event)
            code = FAILED
        else:
            result, place = event
            replies += 1
            if result.language == OTHER_LANGUAGE:
                foreign.append(place)
            report.result(result, place)
            _tell_failures(result, place)
            for problem in result.idle_suppressions:
                _tell_idle(problem, None if result.lines else place)
            found = FOUND if threshold.reached(result) else CLEAN
            code = max(code, FAILED if result.failures else found)
    _tell_foreign(foreign)
    return code, replies


def _tell_foreign(places: Sequence[Place]) -> None:
    """A note about replies in languages that no pack is for, at the first of them."""
    if places:
        text = plural(
            "{count} reply is in neither Russian nor English, so it was not checked",
            "{count} replies are in neither Russian nor English, so they were not checked",
            len(places),
        )
        streams.tell_note(Note(places[0], text.format(count=len(places))))


def _tell_idle(problem: Problem, place: Place | None = None) -> None:
    """A note about a decision that does nothing; a comment in a record has the record's place."""
    where = place if place is not None and place.line is not None else problem.place
    streams.tell_note(Note(where, problem.message))


def _tell_failures(result: Result, place: Place) -> None:
    for failure in result.failures:
        text = _("the rule {rule} could not judge this reply: {reason}")
        text = text.format(rule=failure.rule, reason=failure.message)
        streams.tell_error(ReplylintError(text, place))
