import json
import re
from pathlib import Path

import pytest

import replylint
from replylint.errors import InputError, Place
from replylint.finding import RuleFailure, Severity, Suppressed
from replylint.reports.json import JsonReport
from replylint.reports.jsonl import JsonlReport
from reports.samples import finding, result, written

REPLY = "Прошу, успокойтесь 😊."
BAD = result(REPLY, finding(REPLY, "успокойтесь"), id="c-1", failures=[RuleFailure("x", "y")])
LET_BE = result(
    "Едет.",
    source="b.txt",
    suppressed=[Suppressed(finding("Едет.", "Едет"), "так надо", Place("i.yaml", 2, 9))],
)
ERROR = InputError("broken", Place("a.jsonl", 3, 5))


def test_the_whole_envelope():
    told = json.loads(written(JsonReport, BAD, ERROR, LET_BE))
    assert list(told) == ["version", "tool", "results", "errors", "summary"]
    assert told["version"] == 1
    assert told["tool"] == {
        "name": "replylint",
        "version": "0.1.0",
        "packs": [{"name": "ru/tone", "version": "1.0.0", "language": "ru"}],
        "profile": "chat",
        "settings": ["replylint.yaml"],
    }
    assert told["errors"] == [{"source": "a.jsonl", "line": 3, "column": 5, "message": "broken"}]
    assert told["summary"] == {
        "replies": 2,
        "clean": 1,
        "with_findings": 1,
        "with_failures": 1,
        "findings": 1,
        "suppressed": 1,
        "by_severity": {"info": 0, "suggestion": 0, "warning": 0, "error": 1, "critical": 0},
        "by_category": {"dismissed-feelings": 1},
        "mean_score": 82.5,
        "critical": 0,
        "errors": 1,
    }
    first, second = told["results"]
    assert second["source"] == "b.txt"
    assert second["findings"] == []
    assert first == {
        "source": "draft.txt",
        "id": "c-1",
        "language": "ru",
        "score": 65.0,
        "plain_score": 65.0,
        "critical": False,
        "criteria": {
            "respect": 65.0,
            "help": 100.0,
            "ownership": 100.0,
            "attention": 100.0,
            "clarity": 100.0,
            "literacy": 100.0,
            "safety": 100.0,
        },
        "findings": [
            {
                "rule": "calm-down",
                "pack": "ru/tone",
                "category": "dismissed-feelings",
                "criterion": "respect",
                "severity": "error",
                "message": "«успокойтесь» звучит как приказ.",
                "why": "Клиент слышит, что его проблему не считают проблемой.",
                "text": "успокойтесь",
                "start": 7,
                "end": 18,
                "line": 1,
                "column": 8,
                "end_line": 1,
                "end_column": 19,
                "suggestions": ["Понимаю, уже проверяю."],
                "edits": [{"start": 7, "end": 18, "text": ""}],
                "context": None,
                "in_file": None,
                "learned": None,
            }
        ],
        "failures": [{"rule": "x", "message": "y"}],
        "suppressed": [],
        "explanation": None,
    }
    [suppressed] = second["suppressed"]
    assert suppressed["finding"]["text"] == "Едет"
    assert suppressed["reason"] == "так надо"
    assert suppressed["place"] == {"source": "i.yaml", "line": 2, "column": 9}


def test_nothing_to_report_is_still_an_envelope():
    told = json.loads(written(JsonReport))
    assert (told["results"], told["errors"]) == ([], [])
    assert told["summary"]["mean_score"] is None


def test_a_critical_finding_is_counted():
    critical = result(REPLY, finding(REPLY, "успокойтесь", severity=Severity.CRITICAL))
    told = json.loads(written(JsonReport, critical))
    assert told["summary"]["critical"] == 1
    assert told["results"][0]["score"] == 0
    assert told["results"][0]["plain_score"] == 100


def test_lines_keep_the_order_and_errors_stand_in_their_place():
    lines = written(JsonlReport, BAD, ERROR, result("Едет.")).splitlines()
    first, second, third = map(json.loads, lines)
    assert first["id"] == "c-1"
    assert second == {"error": {"source": "a.jsonl", "line": 3, "column": 5, "message": "broken"}}
    assert third["score"] == 100


def test_letters_are_readable_and_lone_surrogates_are_escaped():
    reply = "Прошу\ud83d, \udc00\u2028"
    text = written(JsonlReport, result(reply, finding(reply, "Прошу\ud83d")))
    text.encode("utf-8")
    assert "Прошу\\ud83d" in text
    assert json.loads(text)["findings"][0]["text"] == "Прошу\ud83d"


@pytest.mark.parametrize("page", ["output.md", "output.ru.md"])
def test_every_field_is_in_the_contract(page):
    contract = (Path(__file__).parents[2] / "docs" / page).read_text(encoding="utf-8")
    documented = set(re.findall(r"`([a-z_]+)(?=[`.])", contract)) | set(
        re.findall(r"\.([a-z_]+)`", contract)
    )

    def keys(value):
        if isinstance(value, dict):
            yield from value
            value = list(value.values())
        if isinstance(value, list):
            for item in value:
                yield from keys(item)

    told = json.loads(written(JsonReport, BAD, ERROR, LET_BE))
    told["summary"]["by_category"] = told["summary"]["by_severity"] = {}
    assert set(keys(told)) <= documented


def test_a_program_gets_what_the_report_writes(shipped):
    result = shipped.check("Успокойтесь, пожалуйста.", customer="Где?", explain=True)
    [told] = json.loads(written(JsonReport, result))["results"]
    assert json.loads(json.dumps(replylint.result_record(result))) == told
