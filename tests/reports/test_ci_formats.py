"""The reports for CI: their shape as documented, and places right behind Cyrillic and emoji."""

import json
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from jsonschema import validate

from replylint import Linter
from replylint.errors import InputError, Place
from replylint.finding import Severity
from replylint.macros.names import Fields
from replylint.macros.registry import read_macros
from replylint.reports.checkstyle import CheckstyleReport
from replylint.reports.github import GithubReport
from replylint.reports.gitlab import GitlabReport
from replylint.reports.junit import JunitReport
from replylint.reports.location import title_of, titled, uri_of
from replylint.reports.markdown import MarkdownReport
from replylint.reports.rdjsonl import RdjsonlReport
from replylint.reports.registry import REPORTS
from replylint.reports.sarif import SarifReport
from replylint.sources.item import Defaults
from replylint.sources.macros import _entry
from reports.samples import finding, result, written
from strategies import short_texts

LIBRARY = "macros:\n- title: Привет\n  text: |\n    Здравствуйте! 😀\n    Ох 😀, успокойтесь.\n"
WORDS = "успокойтесь"
LINE, POINTS, UTF16, UTF8 = 5, 11, 12, 16
ERROR = InputError("no replies", Place("пусто.yml", 3, 1))

REGION = {
    "type": "object",
    "required": ["startLine", "startColumn", "endLine", "endColumn"],
    "properties": {
        name: {"type": "integer", "minimum": 1}
        for name in ("startLine", "startColumn", "endLine", "endColumn")
    },
}
TEXT = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string", "minLength": 1}},
}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message", "ruleId", "locations"],
                            "properties": {
                                "message": TEXT,
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "locations": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "properties": {
                                            "physicalLocation": {
                                                "type": "object",
                                                "required": ["artifactLocation", "region"],
                                                "properties": {"region": REGION},
                                            }
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


@pytest.fixture(scope="module")
def event():
    (macro,) = read_macros(LIBRARY, "макросы.yml", "yaml", Fields())
    entry = _entry(macro, "макросы.yml", Defaults())
    judged = Linter(["ru/tone"]).check(entry.conversation)
    assert [f.text for f in judged.findings] == [WORDS]
    return judged, entry.place


def test_sarif_points_into_a_block_scalar_after_cyrillic_and_emoji(event):
    log = json.loads(written(SarifReport, event, ERROR))
    validate(log, SARIF)
    (run,) = log["runs"]
    (found,) = run["results"]
    location = found["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == uri_of("макросы.yml")
    assert location["region"] == {
        "startLine": LINE,
        "startColumn": UTF16,
        "endLine": LINE,
        "endColumn": UTF16 + len(WORDS),
        "snippet": {"text": WORDS},
    }
    assert run["tool"]["driver"]["rules"][found["ruleIndex"]]["id"] == found["ruleId"]
    assert run["invocations"][0]["executionSuccessful"] is False


def test_sarif_tells_edits_and_suppressions():
    reply = "Ох, успокойтесь."
    run = json.loads(written(SarifReport, result(reply, finding(reply, WORDS))))["runs"][0]
    (found,) = run["results"]
    (change,) = found["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["deletedRegion"]["startColumn"] == 5


def test_github_annotations(event):
    first, second, last = written(GithubReport, event, ERROR).splitlines()
    head, message = first.removeprefix("::error ").split("::", 1)
    told = dict(part.split("=") for part in head.split(","))
    assert told["file"] == "макросы.yml"
    assert (told["line"], told["col"]) == (str(LINE), str(UTF16))
    assert told["title"] == "ru/tone%3Acalm-down"
    assert "%0A" in message
    assert second == "::error file=пусто.yml,line=3::no replies"
    assert last.startswith("1 reply checked")


def test_gitlab_code_quality(event):
    issues = json.loads(written(GitlabReport, event, event, ERROR))
    assert issues[0]["location"] == {"path": "макросы.yml", "lines": {"begin": LINE}}
    assert {issue["severity"] for issue in issues} <= {
        "info",
        "minor",
        "major",
        "critical",
        "blocker",
    }
    assert len({issue["fingerprint"] for issue in issues}) == 3
    for issue in issues:
        assert set(issue) >= {"description", "check_name", "fingerprint", "severity", "location"}


def test_junit(event):
    root = ElementTree.fromstring(written(JunitReport, event, result("Едет."), ERROR))
    first, second, third = root
    assert root.tag == "testsuites"
    assert (first.get("tests"), first.get("failures"), first.get("errors")) == ("1", "1", "0")
    (case,) = first.findall("testcase")
    assert case.get("name") == "Привет"
    assert f"макросы.yml:{LINE}:{POINTS}" in case.find("failure").text
    assert second.get("failures") == "0"
    assert third.find("testcase/error").get("message") == "no replies"


def test_checkstyle(event):
    root = ElementTree.fromstring(written(CheckstyleReport, event, ERROR))
    (error,) = root.find("file")
    assert (error.get("line"), error.get("column")) == (str(LINE), str(POINTS))
    assert error.get("severity") == "error"
    assert error.get("source") == "replylint.ru/tone:calm-down"


def test_rdjsonl(event):
    first, second = map(json.loads, written(RdjsonlReport, event, ERROR).splitlines())
    assert first["location"]["path"] == "макросы.yml"
    assert first["location"]["range"] == {
        "start": {"line": LINE, "column": UTF8},
        "end": {"line": LINE, "column": UTF8 + 2 * len(WORDS)},
    }
    assert first["severity"] == second["severity"] == "ERROR"
    assert second["location"]["range"] == {"start": {"line": 3}}


def test_markdown(event):
    text = written(MarkdownReport, event, ERROR)
    assert f"| `макросы.yml:{LINE}:{POINTS}` Привет | error |" in text
    assert "пусто.yml:3:1: no replies" in text
    many = result("x " * 30, *(finding("x " * 30, "x", start=2 * n) for n in range(30)))
    assert "10 more findings." in written(MarkdownReport, many)
    assert written(MarkdownReport, result("Едет.")).startswith("### ✅")


@pytest.mark.parametrize("name", ["sarif", "github", "gitlab", "junit", "checkstyle", "rdjsonl"])
@given(text=short_texts)
def test_any_text_can_be_written(name, text):
    reply = text + "успокойтесь" + text
    event = result(reply, finding(reply, WORDS, severity=Severity.WARNING), id=text, source="a,b:c")
    out = written(REPORTS[name], event).encode("utf-8", "backslashreplace").decode()
    if name in ("junit", "checkstyle"):
        ElementTree.fromstring(out.encode())
    elif name == "github":
        assert re.match(r"::warning file=a%2Cb%3Ac,line=\d+", out)
    elif name == "rdjsonl":
        assert [json.loads(line) for line in out.split("\n")[:-1]]
    else:
        json.loads(out)


@pytest.mark.parametrize(
    "report", [CheckstyleReport, GithubReport, GitlabReport, MarkdownReport, RdjsonlReport]
)
def test_findings_are_told_with_the_name_of_their_macro(report, event):
    assert "Привет" in written(report, event)
    nameless = result("Ох, успокойтесь.", finding("Ох, успокойтесь.", WORDS))
    assert "«" not in titled(nameless, "message")


def test_the_name_of_a_reply_is_cut_to_one_short_line():
    assert titled(result("Да.", id="Привет,\nмир"), "Да.") == "«Привет, мир»: Да."
    assert len(title_of(result("Да.", id="слово " * 30))) <= 60
