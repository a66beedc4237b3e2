from replylint.finding import Severity
from replylint.settings.choices import Choices, RuleChoice


def test_choices_go_over_others_one_by_one_and_rules_lie_in_layers():
    mine = Choices(
        rules={"a": RuleChoice(off=True)},
        options={"address": "ты"},
        penalties={Severity.ERROR: 0.1},
        fail_on=Severity.INFO,
    )
    others = Choices(
        rules={"a": RuleChoice(severity=Severity.INFO), "b": RuleChoice(off=True)},
        options={"address": "вы", "emoji": "да"},
        channel="email",
        penalties={Severity.ERROR: 0.9, Severity.INFO: 0.2},
        fail_on=Severity.ERROR,
    )
    both = mine.over(others)
    assert both.rule_layers == (others.rules, mine.rules)
    assert both.options == {"address": "ты", "emoji": "да"}
    assert (both.channel, both.fail_on) == ("email", Severity.INFO)
    assert both.penalties == {Severity.ERROR: 0.1, Severity.INFO: 0.2}
    assert Choices().over(both).rule_layers == (others.rules, mine.rules, {})
    assert both.over(Choices()).rule_layers == (others.rules, mine.rules)
    assert both.over(Choices(rules={"c": RuleChoice()})).rule_layers[0] == {"c": RuleChoice()}
