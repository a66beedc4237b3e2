"""The options of `replylint score`, and what they ask for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from replylint.commands.choosing import color_option
from replylint.commands.outputs import check_outputs
from replylint.errors import Place, UsageError
from replylint.translation import _

if TYPE_CHECKING:
    from replylint.commands.settings_options import Asked
    from replylint.exports.chat import Wanted

STORE = "replylint-runs.duckdb"
REPORT = "report.html"

_ENDINGS = (".html", ".xlsx", ".csv", ".jsonl", ".parquet")
_REVIEW_ENDINGS = (".xlsx", ".csv")


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for, as click hands it over.

    ``sample_told`` is whether somebody said how large the sample should be.
    """

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
    sample_told: bool
    wanted: Wanted
    asked: Asked


def result_options() -> list[click.Parameter]:
    """The options about what comes out."""
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
            type=click.Choice(["agent", "team", "channel", "tag", "month", "week", "day", "hour"]),
            default="agent",
            show_default=True,
            help=_("What the table in the terminal groups by."),
        ),
        click.Option(
            ["--fail-under"],
            type=click.FloatRange(0, 100),
            metavar=_("N"),
            help=_("Exit with 1 when the IQS of all replies is below this."),
        ),
        click.Option(
            ["--pass-mark"],
            type=click.FloatRange(0, 100),
            metavar=_("N"),
            default=80.0,
            show_default=True,
            help=_("The score from which on a reply passes."),
        ),
        click.Option(
            ["--min-replies"],
            type=click.IntRange(1),
            metavar=_("N"),
            default=30,
            show_default=True,
            help=_("Agents with fewer replies are not ranked."),
        ),
        *_sample_options(),
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
        color_option(_("Colours in the terminal; auto means in a terminal only.")),
    ]


def _sample_options() -> list[click.Parameter]:
    return [
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
            metavar=_("N"),
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
    ]


def run_options() -> list[click.Parameter]:
    """The options about the run and where it is kept."""
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
            metavar=_("N"),
            help=_("How many processes judge; by default one for each core."),
        ),
    ]


def outputs_of(options: Options) -> list[Path]:
    """The files that results go to; raises ``UsageError`` for those that cannot be written."""
    outputs = [Path(name) for name in options.output or (REPORT,)]
    for path in outputs:
        _check_ending(path, _ENDINGS)
    if options.review is not None:
        _check_ending(Path(options.review), _REVIEW_ENDINGS)
    for path in map(Path, options.paths):
        if not path.exists():
            raise UsageError(_("there is no such file or folder"), Place(str(path)))
    others = (options.review, str(errors_of(options, outputs)))
    check_outputs(
        [*outputs, *(Path(name) for name in others if name is not None)], map(Path, options.paths)
    )
    return outputs


def errors_of(options: Options, outputs: list[Path]) -> Path:
    """Where rows that could not be read are listed."""
    return Path(options.errors) if options.errors else outputs[0].with_suffix(".errors.csv")


def _check_ending(path: Path, endings: tuple[str, ...]) -> None:
    if path.suffix.lower() not in endings:
        message = _("the ending must be one of {endings}").format(endings=" ".join(endings))
        raise UsageError(message, Place(str(path)))
