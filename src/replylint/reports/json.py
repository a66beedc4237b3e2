"""One JSON object for the whole run, written as the results come."""

from __future__ import annotations

from replylint.errors import Place, ReplylintError
from replylint.finding import Result
from replylint.reports.machine import (
    VERSION,
    dumps,
    error_record,
    result_record,
    summary_record,
    tool_record,
)
from replylint.reports.report import Output, Tool
from replylint.reports.summary import Summary


class JsonReport:
    """The envelope with ``results``, ``errors`` and ``summary``; one result stands on one line."""

    def __init__(self, output: Output, tool: Tool) -> None:
        self._write = output.stream.write
        self._summary = Summary()
        self._errors: list[ReplylintError] = []
        self._write(f'{{"version": {VERSION},\n "tool": {dumps(tool_record(tool))},\n "results": [')

    def result(self, result: Result, place: Place) -> None:
        """Write one result."""
        self._write(",\n  " if self._summary.replies else "\n  ")
        self._write(dumps(result_record(result)))
        self._summary.add(result)

    def error(self, error: ReplylintError) -> None:
        """Keep an error for the list after the results."""
        self._errors.append(error)
        self._summary.errors += 1

    def finish(self) -> None:
        """Write the errors and the summary, and close the object."""
        errors = [error_record(error) for error in self._errors]
        self._write(f'],\n "errors": {dumps(errors)},\n')
        self._write(f' "summary": {dumps(summary_record(self._summary))}}}\n')
