import pytest

from replylint.checks.violation import NOWHERE, Violation
from support import rule


def test_a_violation_has_nothing_more_unless_given():
    violation = Violation(NOWHERE)
    assert (dict(violation.details), violation.suggestions, violation.edits) == ({}, (), ())
    with pytest.raises(TypeError):
        violation.details["better"] = "x"


def test_what_is_absent_is_reported_at_the_very_start_of_the_reply(lint):
    linter = lint("rules:\n" + rule('require: ["добрый день"]', message="Нет приветствия{match}."))
    [finding] = linter.check("\n Ваш заказ едет.").findings
    assert (finding.start, finding.end, finding.text) == (0, 0, "")
    assert (finding.line, finding.column, finding.end_line, finding.end_column) == (1, 1, 1, 1)
    assert finding.message == "Нет приветствия."
