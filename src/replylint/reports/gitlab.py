"""The code quality report of GitLab, which merge requests show."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import Any

from replylint.errors import Place, ReplylintError
from replylint.finding import Result, Severity
from replylint.fingerprints import fingerprint
from replylint.reports.location import Spots, message_of, path_of, titled
from replylint.reports.machine import escaped
from replylint.reports.report import Output, Tool

_SEVERITIES = {
    Severity.INFO: "info",
    Severity.SUGGESTION: "minor",
    Severity.WARNING: "major",
    Severity.ERROR: "critical",
    Severity.CRITICAL: "blocker",
}


class GitlabReport:
    """A list of issues; the marks by which GitLab knows them do not change when lines move."""

    def __init__(self, output: Output, tool: Tool) -> None:
        self._write = output.stream.write
        self._issues: list[dict[str, Any]] = []
        self._seen: Counter[str] = Counter()

    def result(self, result: Result, place: Place) -> None:
        """Keep the findings of one result."""
        spots = Spots(result, place)
        for finding in result.findings:
            span = spots.of(finding)
            self._issue(
                finding.full_rule,
                titled(result, message_of(finding)),
                _SEVERITIES[finding.severity],
                Place(result.source, span.start.line, span.start.column),
                fingerprint(result.reply, finding),
            )

    def error(self, error: ReplylintError) -> None:
        """Keep what could not be read as an issue."""
        place = error.place or Place("-")
        mark = hashlib.sha256(error.message.encode("utf-8", "replace")).hexdigest()[:32]
        self._issue("replylint:unreadable", error.message, "critical", place, mark)

    def _issue(self, name: str, message: str, severity: str, place: Place, mark: str) -> None:
        mark = f"{path_of(place.source)}:{mark}"
        self._seen[mark] += 1
        unique = hashlib.sha256(f"{mark}:{self._seen[mark]}".encode()).hexdigest()[:32]
        location = {"path": path_of(place.source), "lines": {"begin": place.line or 1}}
        self._issues.append(
            {
                "type": "issue",
                "check_name": name,
                "description": message,
                "categories": ["Style"],
                "severity": severity,
                "fingerprint": unique,
                "location": location,
            }
        )

    def finish(self) -> None:
        """Write the list."""
        self._write(escaped(json.dumps(self._issues, ensure_ascii=False, indent=1)) + "\n")
