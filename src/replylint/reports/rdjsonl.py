"""The diagnostics of reviewdog, one JSON object a line."""

from __future__ import annotations

from typing import Any

from replylint.errors import Place, ReplylintError
from replylint.finding import Result, Severity
from replylint.passage import FileSpan
from replylint.reports.location import Spots, is_grave, message_of, path_of, titled
from replylint.reports.machine import dumps
from replylint.reports.report import Output, Tool


class RdjsonlReport:
    """Findings as they come, with edits as suggestions; columns count bytes of UTF-8."""

    def __init__(self, output: Output, tool: Tool) -> None:
        self._write = output.stream.write
        self._source = {"name": tool.name}

    def result(self, result: Result, place: Place) -> None:
        """Write the findings of one result."""
        spots = Spots(result, place)
        for finding in result.findings:
            record = self._record(
                titled(result, message_of(finding)),
                result.source,
                _severity(finding.severity),
                finding.full_rule,
            )
            record["location"]["range"] = _range(spots.of(finding))
            suggestions = [
                {"range": _range(span), "text": edit.text}
                for edit in finding.edits
                if (span := spots.of_edit(edit)) is not None
            ]
            if suggestions:
                record["suggestions"] = suggestions
            self._write(dumps(record) + "\n")

    def error(self, error: ReplylintError) -> None:
        """Write what could not be read."""
        place = error.place or Place("-")
        record = self._record(error.message, place.source, "ERROR", "unreadable")
        if place.line is not None:
            record["location"]["range"] = {"start": {"line": place.line}}
        self._write(dumps(record) + "\n")

    def _record(self, message: str, source: str, severity: str, code: str) -> dict[str, Any]:
        return {
            "message": message,
            "location": {"path": path_of(source)},
            "severity": severity,
            "source": self._source,
            "code": {"value": code},
        }

    def finish(self) -> None:
        """Nothing comes after the last line."""


def _severity(severity: Severity) -> str:
    if is_grave(severity):
        return "ERROR"
    return "WARNING" if severity is Severity.WARNING else "INFO"


def _range(span: FileSpan) -> dict[str, dict[str, int]]:
    return {
        "start": {"line": span.start.line, "column": span.start.utf8},
        "end": {"line": span.end.line, "column": span.end.utf8},
    }
