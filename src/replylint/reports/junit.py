"""JUnit's XML: each file is a suite, each reply a test that passes or fails."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from replylint.errors import Place, ReplylintError
from replylint.finding import Result, Severity
from replylint.reports.location import Spots, message_of, path_of
from replylint.reports.report import Output, Tool
from replylint.reports.words import severity_word
from replylint.reports.xml import HEAD, opening, xml_text


@dataclass(slots=True)
class _Suite:
    """The tests of one file, written already, and their counts."""

    cases: list[str] = field(default_factory=list)
    failures: int = 0
    errors: int = 0


class JunitReport:
    """A test fails when its reply has a finding that is more than a note."""

    def __init__(self, output: Output, tool: Tool) -> None:
        self._write = output.stream.write
        self._suites: dict[str, _Suite] = {}

    def _suite(self, source: str) -> _Suite:
        return self._suites.setdefault(path_of(source), _Suite())

    def result(self, result: Result, place: Place) -> None:
        """Keep one test."""
        suite = self._suite(result.source)
        name = result.id or f"{path_of(result.source)}:{place.line or 1}"
        inside = ""
        told = [finding for finding in result.findings if finding.severity > Severity.INFO]
        if told:
            suite.failures += 1
            spots = Spots(result, place)
            lines = [
                f"{path_of(result.source)}:{(at := spots.of(f).start).line}:{at.column}: "
                f"{severity_word(f.severity)}: {message_of(f)} [{f.full_rule}]"
                for f in told
            ]
            worst = max(told, key=lambda finding: finding.severity)
            failure = opening("failure", message=worst.message, type=worst.full_rule)
            inside = f"{failure}{xml_text(chr(10).join(lines))}</failure>"
        self._case(suite, name, result.source, inside)

    def error(self, error: ReplylintError) -> None:
        """Keep what could not be read as a test that broke."""
        place = error.place or Place("-")
        suite = self._suite(place.source)
        suite.errors += 1
        inside = opening("error", closed=True, message=error.message, type="unreadable")
        self._case(suite, str(place), place.source, inside)

    def _case(self, suite: _Suite, name: str, source: str, inside: str) -> None:
        head = opening("testcase", name=name, classname=path_of(source), time="0")
        suite.cases.append(f"{head}{inside}</testcase>")

    def finish(self) -> None:
        """Write all suites."""
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S")
        self._write(HEAD + opening("testsuites") + "\n")
        for number, (path, suite) in enumerate(self._suites.items()):
            head = opening(
                "testsuite",
                name=path,
                package="replylint",
                id=number,
                tests=len(suite.cases),
                failures=suite.failures,
                errors=suite.errors,
                skipped=0,
                time="0",
                timestamp=now,
                hostname="localhost",
            )
            self._write(f" {head}\n  <properties/>\n")
            self._write("".join(f"  {case}\n" for case in suite.cases))
            self._write("  <system-out/>\n  <system-err/>\n </testsuite>\n")
        self._write("</testsuites>\n")
