"""The fixed words of the text report, in the language of the program."""

from __future__ import annotations

from collections.abc import Mapping

from replylint.finding import Severity
from replylint.reports.summary import Summary
from replylint.translation import _, plural


def severity_word(severity: Severity) -> str:
    """The severity as a person reads it."""
    words = {
        Severity.INFO: _("note"),
        Severity.SUGGESTION: _("suggestion"),
        Severity.WARNING: _("warning"),
        Severity.ERROR: _("error"),
        Severity.CRITICAL: _("critical"),
    }
    return words[severity]


def channel_word(channel: str | None) -> str | None:
    """The channel as a person reads it; one that rules do not know stays as it is."""
    words = {
        "chat": _("chat"),
        "email": _("e-mail"),
        "review": _("review"),
        "telegram": "Telegram",
        "whatsapp": "WhatsApp",
        "vk": _("VK"),
    }
    return None if channel is None else words.get(channel, channel)


def yes_or_no(answer: bool) -> str:
    """The answer in a cell of a table."""
    return _("yes") if answer else _("no")


def score_of(score: float) -> str:
    """A score out of 100, rounded down so that only a faultless reply has 100."""
    return f"{int(score)}/100"


def found(count: int) -> str:
    """How many findings there are."""
    return plural("{count} finding", "{count} findings", count).format(count=count)


def let_be(count: int) -> str:
    """How many findings a person decided to let be."""
    text = plural("{count} finding suppressed", "{count} findings suppressed", count)
    return text.format(count=count)


def count_of(severity: Severity, count: int) -> str:
    """How many findings of one severity there are."""
    texts = {
        Severity.INFO: plural("{count} note", "{count} notes", count),
        Severity.SUGGESTION: plural("{count} suggestion", "{count} suggestions", count),
        Severity.WARNING: plural("{count} warning", "{count} warnings", count),
        Severity.ERROR: plural("{count} error", "{count} errors", count),
        Severity.CRITICAL: plural("{count} critical finding", "{count} critical findings", count),
    }
    return texts[severity].format(count=count)


def counted(by_severity: Mapping[Severity, int]) -> str:
    """How many findings of each severity there are, the gravest first."""
    return ", ".join(
        count_of(severity, by_severity[severity])
        for severity in reversed(Severity)
        if by_severity.get(severity)
    )


def summary_line(summary: Summary) -> str:
    """The counts over several replies, in one or two sentences."""
    parts = (
        _checked(summary),
        _failed(summary),
        _mean(summary),
        _suppressed(summary),
        _errors(summary),
    )
    return " ".join(part for part in parts if part)


def _checked(summary: Summary) -> str:
    count = summary.replies
    checked = plural("{count} reply checked", "{count} replies checked", count)
    if not summary.findings:
        tail = _("no findings") if summary.with_failures else _("nothing to improve")
    else:
        by_severity = counted(summary.by_severity)
        text = _("{clean} clean, {other} with findings ({by_severity})")
        if summary.noted:
            text = _(
                "{clean} clean, {noted} with notes only, {other} with findings ({by_severity})"
            )
        tail = text.format(
            clean=summary.clean,
            noted=summary.noted,
            other=summary.with_findings - summary.noted,
            by_severity=by_severity,
        )
    return f"{checked.format(count=count)}: {tail}."


def _failed(summary: Summary) -> str:
    if not summary.with_failures:
        return ""
    text = plural(
        "On {count} reply a rule broke, so it is not judged whole.",
        "On {count} replies a rule broke, so they are not judged whole.",
        summary.with_failures,
    )
    return text.format(count=summary.with_failures)


def _mean(summary: Summary) -> str:
    if summary.mean_score is None:
        return ""
    return _("Mean score {score}.").format(score=score_of(summary.mean_score))


def _suppressed(summary: Summary) -> str:
    return f"{let_be(summary.suppressed)}." if summary.suppressed else ""


def _errors(summary: Summary) -> str:
    if not summary.errors:
        return ""
    text = plural("{count} input was not read.", "{count} inputs were not read.", summary.errors)
    return text.format(count=summary.errors)
