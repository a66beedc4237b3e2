"""One JSON object a line: a result, or an error in its place."""

from __future__ import annotations

from replylint.errors import Place, ReplylintError
from replylint.finding import Result
from replylint.reports.machine import dumps, error_record, result_record
from replylint.reports.report import Output, Tool


class JsonlReport:
    """Lines in the order of the input, with no envelope and no summary."""

    def __init__(self, output: Output, tool: Tool) -> None:
        self._write = output.stream.write

    def result(self, result: Result, place: Place) -> None:
        """Write one result on one line."""
        self._write(dumps(result_record(result)) + "\n")

    def error(self, error: ReplylintError) -> None:
        """Write ``{"error": …}`` on one line."""
        self._write(dumps({"error": error_record(error)}) + "\n")

    def finish(self) -> None:
        """Nothing comes after the last line."""
