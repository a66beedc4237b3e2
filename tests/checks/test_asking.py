from replylint.checks.asking import asked
from replylint.finding import RuleFailure


class Whole:
    full_id = "ru/probe:whole"

    def findings(self, reading):
        return [f"found in {reading}"]


class Broken:
    full_id = "ru/probe:broken"

    def findings(self, reading):
        yield "lost"
        raise ZeroDivisionError("сломано")


def test_a_rule_that_breaks_is_named_and_the_others_are_asked():
    findings, failures = asked([Whole(), Broken(), Whole()], "reply")
    assert findings.count("found in reply") == 2
    assert failures == [RuleFailure("ru/probe:broken", "ZeroDivisionError: сломано")]
