"""Workflow commands of GitHub Actions, which become annotations on the lines of a change."""

from __future__ import annotations

from replylint.errors import Place, ReplylintError
from replylint.finding import Result, Severity
from replylint.reports.location import Spots, is_grave, message_of, path_of, titled
from replylint.reports.report import Output, Tool
from replylint.reports.summary import Summary
from replylint.reports.words import summary_line


class GithubReport:
    """A line for each finding and error, and the counts as a plain last line."""

    def __init__(self, output: Output, tool: Tool) -> None:
        self._stream = output.stream
        self._summary = Summary()

    def result(self, result: Result, place: Place) -> None:
        """Write the findings of one result; columns count code units of UTF-16."""
        self._summary.add(result)
        spots = Spots(result, place)
        for finding in result.findings:
            span = spots.of(finding)
            values: dict[str, str | int] = {"file": path_of(result.source), "line": span.start.line}
            values["endLine"] = max(span.end.line, span.start.line)
            if span.start.line == span.end.line:
                values["col"] = span.start.utf16
                values["endColumn"] = max(span.end.utf16, span.start.utf16)
            values["title"] = finding.full_rule
            self._command(_kind(finding.severity), values, titled(result, message_of(finding)))

    def error(self, error: ReplylintError) -> None:
        """Write what could not be read."""
        self._summary.errors += 1
        values: dict[str, str | int] = {}
        if error.place is not None and error.place.source:
            values["file"] = path_of(error.place.source)
            if error.place.line is not None:
                values["line"] = error.place.line
        self._command("error", values, error.message)

    def finish(self) -> None:
        """Write the counts, which no annotation is made of."""
        if self._summary.replies:
            self._stream.write(summary_line(self._summary) + "\n")

    def _command(self, kind: str, values: dict[str, str | int], message: str) -> None:
        told = ",".join(f"{key}={_value(str(value))}" for key, value in values.items())
        self._stream.write(f"::{kind}{' ' if told else ''}{told}::{_data(message)}\n")


def _kind(severity: Severity) -> str:
    if is_grave(severity):
        return "error"
    return "warning" if severity is Severity.WARNING else "notice"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
