"""A short summary in Markdown, for the discussion of a change."""

from __future__ import annotations

import re

from replylint.errors import Place, ReplylintError
from replylint.finding import Finding, Result
from replylint.reports.location import Spots, path_of, title_of
from replylint.reports.report import Output, Tool
from replylint.reports.summary import Summary
from replylint.reports.words import severity_word, summary_line
from replylint.translation import _, plural

_MOST = 20
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


class MarkdownReport:
    """The counts, and a table of the gravest findings."""

    def __init__(self, output: Output, tool: Tool) -> None:
        self._write = output.stream.write
        self._summary = Summary()
        self._rows: list[tuple[int, int, str]] = []
        self._errors: list[str] = []

    def result(self, result: Result, place: Place) -> None:
        """Count one result and keep its findings."""
        self._summary.add(result)
        spots = Spots(result, place)
        for finding in result.findings:
            start = spots.of(finding).start
            row = _row(f"{path_of(result.source)}:{start.line}:{start.column}", result, finding)
            self._rows.append((-finding.severity, len(self._rows), row))

    def error(self, error: ReplylintError) -> None:
        """Keep what could not be read."""
        self._summary.errors += 1
        self._errors.append(f"- {_plain(str(error))}\n")

    def finish(self) -> None:
        """Write the summary."""
        amiss = self._rows or self._errors or self._summary.with_failures
        mark = "❌" if amiss else "✅"
        self._write(f"### {mark} replylint\n\n{_plain(summary_line(self._summary))}\n")
        if self._errors:
            self._write("\n" + "".join(self._errors))
        if not self._rows:
            return
        head = (_("Place"), _("Severity"), _("What is wrong"), _("Better to write"))
        self._write(f"\n| {' | '.join(head)} |\n|---|---|---|---|\n")
        for _severity, _number, row in sorted(self._rows)[:_MOST]:
            self._write(row)
        left = len(self._rows) - _MOST
        if left > 0:
            text = plural("{count} more finding.", "{count} more findings.", left)
            self._write("\n" + text.format(count=left) + "\n")


def _row(place: str, result: Result, finding: Finding) -> str:
    better = finding.suggestions[0] if finding.suggestions else ""
    cells = (
        f"`{place.replace('`', '')}` {_plain(title_of(result))}".rstrip(),
        severity_word(finding.severity),
        f"{_plain(finding.message)} `{finding.rule}`",
        _plain(better),
    )
    return f"| {' | '.join(cells)} |\n"


def _plain(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
