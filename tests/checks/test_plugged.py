import pytest

from replylint.checks.plugged import PluggedCheck
from replylint.signals.index import ProgramIndex
from replylint.signals.plugin import CHECKS, Plugged, load_plugin
from replylint.signals.reading import Reading, SignalBook
from replylint.text.document import Document
from support import install_plugin, linter_of, problems_of, rule, told

CODE = '''
def links(document, conversation, parameters):
    """Links beyond the number that is allowed, the last first."""
    found = sorted(document.entities("url"))
    places = [(document.starts[n], document.ends[n]) for n in found[parameters["most"] :]]
    return reversed(places)
'''
CHECK = "check: {name: plug-links, with: {most: 1}}"
REPLY = "Раз acme.com/a два acme.com/b три acme.com/c"


@pytest.fixture(autouse=True)
def plugin(tmp_path, monkeypatch):
    folder = tmp_path / "installed"
    folder.mkdir()
    install_plugin(
        folder,
        monkeypatch,
        "replylint_probe_check",
        CODE,
        checks="plug-links = replylint_probe_check:links",
    )


def test_every_place_of_the_function_is_a_finding_in_order(lint):
    result = lint("rules:\n" + rule(CHECK)).check(REPLY)
    assert [finding.text for finding in result.findings] == ["acme.com/b", "acme.com/c"]
    assert result.findings[0].message == "«acme.com/b» режет слух."


def test_conditions_hold_for_functions_too(lint):
    body = rule(CHECK, unless='["шесть"]', **{"except": '["два #url"]'})
    linter = lint("rules:\n" + body)
    assert [finding.text for finding in linter.check(REPLY).findings] == ["acme.com/c"]
    assert linter.check(f"{REPLY} шесть").findings == ()


def test_a_function_without_the_parameter_it_needs_is_a_failure(tmp_path):
    linter = linter_of(tmp_path, "rules:\n" + rule("check: plug-links"))
    [failure] = linter.check(REPLY).failures
    assert (failure.rule, failure.message) == ("ru/probe:probe", "KeyError: 'most'")


def test_a_function_that_is_not_there_is_told_at_its_place(pack):
    [problem] = problems_of(pack("rules:\n" + rule("check: plug-link")))
    assert told(problem) == (
        "10:12 no installed plugin offers “plug-link” among its checks; did you mean “plug-links”?"
    )


def test_checks_are_no_signals(pack):
    [problem] = problems_of(pack("signals:\n  a: {python: plug-links}\n"))
    assert "among its signals" in problem.message


MENDING = """
from replylint.finding import Edit
from replylint.signals.plugin import Found


def mends(document, conversation, parameters):
    better = parameters.get("better", "лад")
    yield Found(0, 3, (better,), (Edit(0, 3, better),), {"better": better})
"""


@pytest.fixture
def mending(tmp_path, monkeypatch):
    folder = tmp_path / "mending"
    folder.mkdir()
    points = "mends = replylint_probe_mends:mends"
    install_plugin(folder, monkeypatch, "replylint_probe_mends", MENDING, checks=points)


def test_a_function_can_tell_how_to_mend_what_it_finds(mending, lint):
    body = rule("check: mends", message="'{match} → {better}'", suggest='["сам"]')
    [finding] = lint("rules:\n" + body).check("рад нам").findings
    assert (finding.message, finding.suggestions) == ("рад → лад", ("лад", "сам"))
    assert [(edit.start, edit.end, edit.text) for edit in finding.edits] == [(0, 3, "лад")]


def test_a_check_can_be_told_more_than_the_pack_says(mending):
    check = PluggedCheck(Plugged(load_plugin(CHECKS, "mends"), {"better": "дар"}))
    reading = Reading(Document("рад нам"), SignalBook({}, ProgramIndex({}, lambda word: False), {}))
    assert [v.suggestions for v in check.violations(reading)] == [("дар",)]
    assert [v.suggestions for v in check.told({"better": "раз"}).violations(reading)] == [("раз",)]
