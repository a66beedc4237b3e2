"""`replylint calibrate`: takes the sample back from its reviewers and says which rules to trust."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from replylint.commands import streams
from replylint.commands.choosing import color_option
from replylint.commands.failure import FAILED
from replylint.commands.language import lang_option
from replylint.commands.page import Page
from replylint.errors import InputError, UsageError
from replylint.numerals import decimal, shortest, whole
from replylint.reports.cells import cells_of, width_of
from replylint.translation import _, plural

if TYPE_CHECKING:
    from replylint.scoring.calibration import Agreement, Calibration, RulePrecision, Verdict
    from replylint.scoring.statistics import Estimate


def command() -> click.Command:
    """The command, with its help in the language that is in use now."""
    return click.Command(
        "calibrate",
        callback=_callback,
        params=[
            click.Argument(["paths"], nargs=-1, required=True, metavar=_("VERDICTS...")),
            click.Option(
                ["--min-precision"],
                type=click.FloatRange(0, 1),
                metavar=_("N"),
                default=0.8,
                show_default=True,
                help=_("A rule that is surely right less often than this should be off."),
            ),
            color_option(_("Colours in the terminal; auto means in a terminal only.")),
            lang_option(),
        ],
        options_metavar=_("[OPTIONS]"),
        short_help=_("Say from people's verdicts which rules to trust."),
        help=_(
            "Take back the sample of `replylint score --review` with people's verdicts in it: how "
            "often each rule is right, how far the reviewers agree, and which rules to switch "
            "off.\n\n"
            "VERDICTS are the sheets, XLSX or CSV; several reviewers hand in one each."
        ),
    )


def _callback(paths: tuple[str, ...], min_precision: float, color: str, **_more: Any) -> None:
    from replylint.scoring.calibration import calibrate

    verdicts, errors = _read([Path(name) for name in paths])
    for error in errors:
        streams.tell_error(error)
    if not verdicts:
        raise UsageError(_("no verdict is filled in; write yes or no into the column that asks"))
    page = Page(streams.output(color))
    _tell(page, calibrate(verdicts, min_precision))
    click.get_current_context().exit(FAILED if errors else 0)


def _read(paths: Sequence[Path]) -> tuple[list[Verdict], list[InputError]]:
    from replylint.scoring.verdicts import read_verdicts

    verdicts: list[Verdict] = []
    errors: list[InputError] = []
    for path in paths:
        for one in read_verdicts(path):
            if isinstance(one, InputError):
                errors.append(one)
            else:
                verdicts.append(one)
    return verdicts, errors


def _tell(page: Page, found: Calibration) -> None:
    from replylint.scoring.calibration import Advice

    if found.all_rules is not None:
        text = plural("{count} finding judged", "{count} findings judged", found.findings)
        right = _("right: {share}").format(share=_share(found.all_rules))
        page.text(f"{text.format(count=found.findings)}, {right}", style="bold")
    if found.missed is not None:
        text = plural(
            "{count} reply asked about, something was missed in {share}",
            "{count} replies asked about, something was missed in {share}",
            found.replies,
        )
        page.text(text.format(count=found.replies, share=_share(found.missed)))
    if found.rules:
        page.heading(_("Rules, the least right first"))
        lines = [_rule_line(rule) for rule in found.rules]
        widths = [max(width_of(cells_of(line[n])) for line in lines) for n in range(3)]
        for line in lines:
            page.columns([*zip(line[:3], widths, ("",) * 3, strict=True), (line[3], 0, line[4])])
    if found.agreements:
        page.heading(_("Agreement of reviewers"))
        for agreement in found.agreements:
            _tell_agreement(page, agreement)
    off = [rule.rule for rule in found.rules if rule.advice is Advice.OFF]
    if off:
        page.heading(_("To switch off, in replylint.yaml"))
        page.raw("rules:")
        for name in off:
            page.raw(f"{name}: off", indent=2)


def _rule_line(rule: RulePrecision) -> tuple[str, str, str, str, str]:
    """The rule, how many findings, how often right, what to do, and the style of the last."""
    from replylint.scoring.calibration import Advice

    advice = {
        Advice.KEEP: ("", ""),
        Advice.WATCH: (_("watch it"), "yellow"),
        Advice.OFF: (_("switch it off"), "red"),
    }
    text, style = advice[rule.advice]
    count = plural("{count} finding", "{count} findings", rule.findings)
    return rule.rule, count.format(count=rule.findings), _share(rule.precision), text, style


def _tell_agreement(page: Page, one: Agreement) -> None:
    from replylint.scoring.calibration import GOOD_KAPPA

    count = plural("{count} verdict in common", "{count} verdicts in common", one.common)
    text = _("{first} and {second}: κ = {kappa}, equal in {share}% of {common}").format(
        first=one.first,
        second=one.second,
        kappa=_("not defined") if one.kappa is None else decimal(one.kappa, 2),
        share=whole(100 * one.equal),
        common=count.format(count=one.common),
    )
    low = one.kappa is not None and one.kappa < GOOD_KAPPA
    page.text(text, style="yellow" if low else "")
    if low:
        page.text(
            _(
                "Below {good}: talk about the cases you judged differently before you trust "
                "these numbers."
            ).format(good=shortest(GOOD_KAPPA)),
            indent=2,
        )


def _share(estimate: Estimate) -> str:
    low, high = whole(100 * estimate.low), whole(100 * estimate.high)
    share = whole(100 * estimate.value)
    return _("{share}% ({low}–{high}%)").format(share=share, low=low, high=high)
