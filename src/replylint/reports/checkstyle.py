"""Checkstyle's XML, which many CI systems read."""

from __future__ import annotations

from replylint.errors import Place, ReplylintError
from replylint.finding import Result, Severity
from replylint.reports.location import Spots, is_grave, message_of, path_of, titled
from replylint.reports.report import Output, Tool
from replylint.reports.xml import HEAD, opening

_VERSION = "4.3"


class CheckstyleReport:
    """The findings by file; columns count code points."""

    def __init__(self, output: Output, tool: Tool) -> None:
        self._write = output.stream.write
        self._files: dict[str, list[str]] = {}

    def result(self, result: Result, place: Place) -> None:
        """Keep the findings of one result; a clean file is named too."""
        found = self._files.setdefault(path_of(result.source), [])
        spots = Spots(result, place)
        for finding in result.findings:
            start = spots.of(finding).start
            found.append(
                opening(
                    "error",
                    closed=True,
                    line=start.line,
                    column=start.column,
                    severity=_severity(finding.severity),
                    message=titled(result, message_of(finding)),
                    source=f"replylint.{finding.full_rule}",
                )
            )

    def error(self, error: ReplylintError) -> None:
        """Keep what could not be read."""
        place = error.place or Place("-")
        found = self._files.setdefault(path_of(place.source), [])
        found.append(
            opening(
                "error",
                closed=True,
                line=place.line or 1,
                column=place.column,
                severity="error",
                message=error.message,
                source="replylint.unreadable",
            )
        )

    def finish(self) -> None:
        """Write everything."""
        self._write(HEAD + opening("checkstyle", version=_VERSION) + "\n")
        for path, errors in self._files.items():
            self._write(f" {opening('file', name=path)}\n")
            self._write("".join(f"  {error}\n" for error in errors))
            self._write(" </file>\n")
        self._write("</checkstyle>\n")


def _severity(severity: Severity) -> str:
    if is_grave(severity):
        return "error"
    return "warning" if severity is Severity.WARNING else "info"
