"""`replylint check`: replies go in, findings come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

import click

from replylint import __version__
from replylint.commands import streams
from replylint.commands.failure import FAILED, bug
from replylint.commands.language import lang_option
from replylint.commands.order import Event, in_order
from replylint.errors import Place, ReplylintError, UsageError
from replylint.finding import SEVERITY_NAMES, Result, Severity
from replylint.reports.registry import REPORTS
from replylint.reports.report import PackName, Report, Tool
from replylint.sources.item import Defaults, Item, Note
from replylint.sources.paths import Inputs, customer_text, read_paths
from replylint.sources.registry import READERS
from replylint.sources.text import reply_item
from replylint.translation import _

CLEAN, FOUND = 0, 1
"""The exit codes of a run that went well: nothing to report, and findings that count."""

_AS_IT_STANDS = "\b\n"
"""Before a paragraph of help, tells click to keep its lines."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for, as click hands it over."""

    paths: tuple[str, ...]
    text: str | None
    customer: str | None
    channel: str | None
    input: str
    pack: tuple[str, ...]
    format: str
    fail_on: str
    color: str


def command() -> click.Command:
    """The command, with its help in the language that is in use now."""
    return click.Command(
        "check",
        callback=_callback,
        params=[
            click.Argument(["paths"], nargs=-1, metavar=_("[PATH]...")),
            *_input_options(),
            *_output_options(),
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
    return f"{_AS_IT_STANDS}{examples}\n\n{_AS_IT_STANDS}{codes}"


def _input_options() -> list[click.Parameter]:
    return [
        click.Option(["--text"], metavar=_("TEXT"), help=_("A reply given right here.")),
        click.Option(
            ["--customer"],
            metavar=_("TEXT|FILE"),
            help=_("The customer's message before the reply; @FILE is always a file."),
        ),
        click.Option(
            ["--channel"],
            metavar=_("NAME"),
            help=_("Where the reply will be sent: chat, email, review …"),
        ),
        click.Option(
            ["--input"],
            type=click.Choice(["auto", *READERS]),
            default="auto",
            show_default=True,
            help=_("Format of what is read; auto goes by the ending of each file."),
        ),
        click.Option(
            ["--pack"],
            metavar=_("NAME|PATH"),
            multiple=True,
            help=_("A rule pack to use, may be repeated; by default all that come along."),
        ),
    ]


def _output_options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--format"],
            type=click.Choice(list(REPORTS)),
            default="text",
            show_default=True,
            help=_("Format of the report."),
        ),
        click.Option(
            ["--fail-on"],
            type=click.Choice(SEVERITY_NAMES),
            default="suggestion",
            show_default=True,
            help=_("The lowest severity that makes the exit code 1."),
        ),
        click.Option(
            ["--color"],
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            show_default=True,
            help=_("Colours in the text report; auto means in a terminal only."),
        ),
    ]


def _callback(**values: Any) -> None:
    click.get_current_context().exit(check(Options(**values)))


def check(options: Options) -> int:
    """Do what the command line asks for; the exit code."""
    items = _items(options)
    from replylint.linter import Linter

    linter = Linter(packs=options.pack or None)
    packs = [PackName(pack.name, pack.version, pack.language) for pack in linter.packs]
    tool = Tool("replylint", __version__, packs)
    report = REPORTS[options.format](streams.output(options.color), tool)
    try:
        code = _report(in_order(items, linter.check_many), report, Severity.of(options.fail_on))
    except Exception as error:
        if not isinstance(error, OSError):
            report.error(error if isinstance(error, ReplylintError) else bug(error))
            report.finish()
        raise
    report.finish()
    return code


def _items(options: Options) -> Iterable[Item]:
    """Everything to check, in order, read when it is asked for; raises when nothing is given."""
    paths = options.paths or (() if options.text is not None else ("-",))
    stdin = streams.standard_input()
    if "-" in paths and (stdin is None or (not options.paths and stdin.isatty())):
        raise UsageError(
            _("nothing to check: name a file or a folder, pipe a reply in, or use --text")
        )
    if paths.count("-") > 1:
        raise UsageError(_("standard input can be read only once; leave one “-” out"))
    notes: list[Note] = []
    customer = None
    if options.customer is not None:
        customer, notes = customer_text(options.customer)
    defaults = Defaults(customer, options.channel)
    inputs = Inputs(paths, None if options.input == "auto" else options.input, defaults)
    given = [] if options.text is None else [reply_item(options.text, "<text>", defaults)]
    return chain(notes, given, read_paths(inputs, stdin))


def _report(events: Iterator[Event], report: Report, fail_on: Severity) -> int:
    """Tell the report and standard error everything; the exit code."""
    code = CLEAN
    for event in events:
        if isinstance(event, Note):
            streams.tell_note(event)
        elif isinstance(event, ReplylintError):
            report.error(event)
            streams.tell_error(event)
            code = FAILED
        else:
            result, place = event
            report.result(result, place)
            _tell_failures(result, place)
            code = max(code, _code_of(result, fail_on))
    return code


def _code_of(result: Result, fail_on: Severity) -> int:
    if result.failures:
        return FAILED
    return FOUND if result.worst is not None and result.worst >= fail_on else CLEAN


def _tell_failures(result: Result, place: Place) -> None:
    for failure in result.failures:
        text = _("the rule {rule} could not judge this reply: {reason}")
        text = text.format(rule=failure.rule, reason=failure.message)
        streams.tell_error(ReplylintError(text, place))
