"""SARIF 2.1.0, which code hosts show beside the lines of a change."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from replylint.errors import Place, ReplylintError
from replylint.finding import Finding, Result, Severity
from replylint.fingerprints import fingerprint
from replylint.passage import FileSpan
from replylint.reports.location import Spots, message_of, uri_of
from replylint.reports.machine import escaped
from replylint.reports.report import Output, Tool

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {
    Severity.INFO: "note",
    Severity.SUGGESTION: "note",
    Severity.WARNING: "warning",
    Severity.ERROR: "error",
    Severity.CRITICAL: "error",
}


class SarifReport:
    """One log with one run; columns count code units of UTF-16, as the format has it by default."""

    def __init__(self, output: Output, tool: Tool) -> None:
        self._write = output.stream.write
        self._tool = tool
        self._results: list[dict[str, Any]] = []
        self._rules: list[dict[str, Any]] = []
        self._numbers: dict[str, int] = {}
        self._errors: list[dict[str, Any]] = []
        self._seen: Counter[str] = Counter()

    def result(self, result: Result, place: Place) -> None:
        """Keep the findings of one result; suppressed ones are told as such."""
        spots = Spots(result, place)
        for finding in result.findings:
            self._results.append(self._record(result, finding, spots))
        for let_be in result.suppressed:
            record = self._record(result, let_be.finding, spots)
            record["suppressions"] = [{"kind": "external", "justification": let_be.reason}]
            self._results.append(record)

    def _record(self, result: Result, finding: Finding, spots: Spots) -> dict[str, Any]:
        rule = finding.full_rule
        if rule not in self._numbers:
            self._numbers[rule] = len(self._rules)
            self._rules.append(_rule(rule, finding))
        mark = fingerprint(result.reply, finding)
        self._seen[mark] += 1
        location = _location(result.source, spots.of(finding), finding.text)
        if result.id:
            location["logicalLocations"] = [{"name": result.id}]
        record: dict[str, Any] = {
            "ruleId": rule,
            "ruleIndex": self._numbers[rule],
            "level": _LEVELS[finding.severity],
            "message": {"text": message_of(finding)},
            "locations": [location],
            "partialFingerprints": {"replylint/v1": f"{mark}:{self._seen[mark]}"},
        }
        replacements = [
            {"deletedRegion": _region(span), "insertedContent": {"text": edit.text}}
            for edit in finding.edits
            if (span := spots.of_edit(edit)) is not None
        ]
        if replacements and len(replacements) == len(finding.edits):
            change = {
                "artifactLocation": {"uri": uri_of(result.source)},
                "replacements": replacements,
            }
            record["fixes"] = [{"artifactChanges": [change]}]
        return record

    def error(self, error: ReplylintError) -> None:
        """Keep what could not be read as a notification."""
        notification: dict[str, Any] = {"level": "error", "message": {"text": error.message}}
        place = error.place
        if place is not None and place.source:
            physical: dict[str, Any] = {"artifactLocation": {"uri": uri_of(place.source)}}
            if place.line is not None:
                physical["region"] = {"startLine": place.line}
            notification["locations"] = [{"physicalLocation": physical}]
        self._errors.append(notification)

    def finish(self) -> None:
        """Write the log."""
        driver = {
            "name": self._tool.name,
            "version": self._tool.version,
            "rules": self._rules,
        }
        run = {
            "tool": {"driver": driver},
            "columnKind": "utf16CodeUnits",
            "invocations": [
                {
                    "executionSuccessful": not self._errors,
                    "toolExecutionNotifications": self._errors,
                }
            ],
            "results": self._results,
        }
        log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
        self._write(escaped(json.dumps(log, ensure_ascii=False, indent=1)) + "\n")


def _rule(rule: str, finding: Finding) -> dict[str, Any]:
    described: dict[str, Any] = {
        "id": rule,
        "name": finding.rule,
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
        "properties": {"tags": [finding.category, str(finding.criterion)]},
    }
    if finding.why:
        described["fullDescription"] = {"text": finding.why}
        described["help"] = {"text": finding.why}
    return described


def _region(span: FileSpan) -> dict[str, int]:
    return {
        "startLine": span.start.line,
        "startColumn": span.start.utf16,
        "endLine": span.end.line,
        "endColumn": span.end.utf16,
    }


def _location(source: str, span: FileSpan, text: str) -> dict[str, Any]:
    region: dict[str, Any] = dict(_region(span))
    if text:
        region["snippet"] = {"text": text}
    physical = {"artifactLocation": {"uri": uri_of(source)}, "region": region}
    return {"physicalLocation": physical}
