"""The library of examples: what is marked ✗ is found, everything else passes."""

from pathlib import Path

import pytest

from replylint import Linter, Severity
from replylint.sources.item import Entry
from replylint.sources.paths import Inputs, read_paths

FOLDER = Path(__file__).parents[2] / "examples" / "macros"


@pytest.fixture(scope="module")
def replies():
    items = list(read_paths(Inputs([str(FOLDER)]), None))
    assert all(isinstance(item, Entry) for item in items)
    return [item.conversation for item in items]


def test_there_are_three_formats_and_sixty_replies(replies):
    assert len(replies) == 60
    assert {Path(reply.source).suffix for reply in replies} == {".yml", ".json", ".csv"}


def test_the_bad_are_found_and_the_good_pass(replies):
    linter = Linter()
    for reply in replies:
        result = linter.check(reply)
        assert result.failures == ()
        grave = [f for f in result.findings if f.severity >= Severity.WARNING]
        assert bool(grave) is reply.id.startswith("✗"), (reply.id, grave)
        for finding in result.findings:
            assert finding.in_file is not None
            lines = Path(reply.source).read_text(encoding="utf-8").split("\n")
            start, end = finding.in_file
            if reply.macro.passage.is_as_written(finding.start, finding.end):
                assert lines[start.line - 1][start.column - 1 : end.column - 1] == finding.text
