"""Names in braces in what a rule says: a slip of the pen is found when the pack is read."""

import pytest

from replylint.linter import Linter
from support import forbidding, found, head, linter_of, marked, problems_of, rule, told, write_pack

KNOWN = "; known: {match}"


@pytest.mark.parametrize(
    ("keys", "expected", "shown"),
    [
        (
            {"message": '"«{macth}» режет слух"'},
            "9:16 nothing fills in “{macth}” here; did you mean “match”?",
            "{macth}",
        ),
        (
            {"message": "'{Match}!'"},
            "9:15 nothing fills in “{Match}” here; did you mean",
            "{Match}",
        ),
        ({"message": '"{ match }"'}, "9:15 nothing fills in “{ match }” here", "{ match }"),
        (
            {"message": '"«{слово}» режет слух"'},
            f"9:16 nothing fills in “{{слово}}” here{KNOWN}",
            "{слово}",
        ),
        ({"why": '"{имя} обидно"'}, f"10:11 nothing fills in “{{имя}}” here{KNOWN}", "{имя}"),
        ({"message": '"{name}!"'}, f"9:15 nothing fills in “{{name}}” here{KNOWN}", "{name}"),
        ({"message": '"{better}"'}, f"9:15 nothing fills in “{{better}}” here{KNOWN}", "{better}"),
        ({"why": '"«{mach}» обидно"'}, "10:12 nothing fills in “{mach}” here", "{mach}"),
        ({"suggest": '"Не {matsh}"'}, "10:18 nothing fills in “{matsh}” here", "{matsh}"),
        (
            {"unless": '[да, {match: [а], downgrade: info, message: "{mach}"}]'},
            "10:58 nothing fills in “{mach}” here; did you mean “match”?",
            "{mach}",
        ),
        (
            {"unless": '{match: [а], downgrade: info, message: "«{mach}»"}'},
            "10:54 nothing fills in “{mach}” here; did you mean “match”?",
            "{mach}",
        ),
        ({"suggest": '["а", "{matsh}"]'}, "10:21 nothing fills in “{matsh}” here", "{matsh}"),
    ],
)
def test_a_name_that_nothing_fills_in_is_a_problem(pack, keys, expected, shown):
    [problem] = problems_of(pack(forbidding("плохо", **keys)))
    assert told(problem).startswith(expected)
    assert marked(problem) == shown


@pytest.mark.parametrize(
    ("judgement", "message"),
    [
        ("limit: {measure: words, max: 3}", "{value} {min} {max} {match}"),
        ('swap: {"плохо": хорошо}', "{better} {match}"),
        ("compare: questions", "{question}"),
        ("compare: facts", "{earlier}"),
        ("compare: promises", "{late} {due}"),
        ("check: doubled-word", "{anything}"),
        ('forbid: ["плохо"]', "{{имя}} { } {} {1} {{name}}"),
    ],
)
def test_each_judgement_has_names_of_its_own(tmp_path, judgement, message):
    linter_of(tmp_path, "rules:\n" + rule(judgement, message=f'"{message}"'))


def test_a_slip_is_found_where_a_plugin_fills_in_names_too(pack):
    body = "rules:\n" + rule("check: doubled-word", message='"{matc}"')
    assert "did you mean “match”?" in told(problems_of(pack(body))[0])


def test_a_suggestion_may_hold_placeholders_of_the_team(tmp_path):
    linter_of(
        tmp_path, forbidding("плохо", suggest='["Здравствуйте, {name}!", "{имя}, добрый день"]')
    )


def test_a_slip_in_a_change_is_found_in_the_pack_that_changes(tmp_path):
    write_pack(tmp_path, forbidding("плохо"), "acme/base")
    path = tmp_path / "own.yml"
    path.write_text(
        head("acme/own") + "extends: [acme/base]\nchange:\n  rules:\n"
        '    probe: {message: "{macht}", add: {suggest: ["{mathc}"]}}\n',
        encoding="utf-8",
    )
    problems = problems_of(path)
    assert [marked(problem) for problem in problems] == ["{macht}", "{mathc}"]
    assert {problem.place.source for problem in problems} == {str(path)}


def test_reason_and_suggestion_are_filled_in_like_the_message(tmp_path):
    keys = {"why": '"«{match}» обидно"', "suggest": '"Вместо «{match}» …"'}
    linter = linter_of(tmp_path, forbidding("плохо", **keys))
    assert found(linter, "Плохо.") == ["Плохо"]
    [finding] = linter.check("Плохо.").findings
    assert finding.why == "«Плохо» обидно"
    assert finding.suggestions == ("Вместо «Плохо» …",)


def test_our_own_packs_name_only_what_is_filled_in():
    Linter()
