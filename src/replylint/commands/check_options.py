"""The options of `replylint check`."""

from __future__ import annotations

from dataclasses import dataclass

import click

from replylint.commands.cache_option import cache_option
from replylint.commands.choosing import color_option
from replylint.commands.reading_options import reading_options
from replylint.commands.settings_options import Asked
from replylint.finding import SEVERITY_NAMES
from replylint.reports.registry import REPORTS
from replylint.translation import _


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
    fail_on: str | None
    show: str
    color: str
    baseline: str | None
    changed: str | None
    workers: int
    no_cache: bool
    explain: bool
    asked: Asked


def input_options() -> list[click.Parameter]:
    """The options about what is checked."""
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
        *reading_options(),
    ]


def output_options() -> list[click.Parameter]:
    """The options about what is told."""
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
            help=_(
                "The lowest severity that makes the exit code 1; by default that of the settings, "
                "else suggestion."
            ),
        ),
        click.Option(
            ["--show"],
            type=click.Choice(["advice", "all", "failing"]),
            default="advice",
            show_default=True,
            help=_(
                "Which findings the text report shows: “advice” only counts the notes (info), "
                "“failing” all below --fail-on."
            ),
        ),
        color_option(_("Colours in the text report; auto means in a terminal only.")),
        click.Option(
            ["--explain"],
            is_flag=True,
            help=_(
                "Show beside what the reply was judged: each question of the customer with the "
                "sentence that answers it and why, and the words that findings compared. In the "
                "formats text, json and jsonl."
            ),
        ),
    ]


def narrowing_options() -> list[click.Parameter]:
    """The options that let findings or replies be."""
    return [
        click.Option(
            ["--baseline"],
            metavar=_("FILE"),
            help=_("Let the findings of this file be; “replylint baseline update” writes it."),
        ),
        click.Option(
            ["--changed"],
            metavar=_("BASE"),
            help=_(
                "Check only what git has touched since this commit, or in this range; without "
                "PATH in the library of the settings, else in the current folder."
            ),
        ),
    ]


def speed_options() -> list[click.Parameter]:
    """What makes a run fast; ``--resident`` is obeyed before the commands are imported."""
    return [
        click.Option(
            ["--workers"],
            type=click.IntRange(0, 256),
            default=1,
            show_default=True,
            metavar=_("N"),
            help=_("So many processes check an export; 0 is one for each processor."),
        ),
        click.Option(
            ["--resident"],
            type=click.Choice(["auto", "never", "always"]),
            expose_value=False,
            help=_(
                "Let a resident process answer drafts: “auto” starts one but in CI, “never” "
                "uses none."
            ),
        ),
        cache_option(),
    ]
