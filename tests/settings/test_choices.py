import pytest

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


def test_choices_may_be_made_by_the_words_that_settings_files_have():
    choices = Choices(
        rules={
            "calm-down": "off",
            "ru/tone": False,
            "refusal": "on",
            "blame": "info",
            "pressure": Severity.ERROR,
            "lecturing": RuleChoice(severity="warning", channels="chat"),
            "rudeness": RuleChoice(channels=["chat", "-email"]),
        },
        penalties={"error": 1},
        fail_on="critical",
        words="ксоб",
    )
    assert choices.rules == {
        "calm-down": RuleChoice(off=True),
        "ru/tone": RuleChoice(off=True),
        "refusal": RuleChoice(off=False),
        "blame": RuleChoice(severity=Severity.INFO),
        "pressure": RuleChoice(severity=Severity.ERROR),
        "lecturing": RuleChoice(severity=Severity.WARNING, channels=("chat",)),
        "rudeness": RuleChoice(channels=("chat", "-email")),
    }
    assert choices.penalties == {Severity.ERROR: 1}
    assert choices.fail_on is Severity.CRITICAL
    assert choices.words == ("ксоб",)


@pytest.mark.parametrize(
    ("make", "error", "named"),
    [
        (lambda: RuleChoice(off="yes"), TypeError, "off"),
        (lambda: RuleChoice(severity=3), TypeError, "severity"),
        (lambda: RuleChoice(severity="loud"), ValueError, "severity"),
        (lambda: RuleChoice(channels=5), TypeError, "channels"),
        (lambda: RuleChoice(channels=["chat", None]), TypeError, r"channels\[1\]"),
        (lambda: Choices(rules=["calm-down"]), TypeError, "rules"),
        (lambda: Choices(rules={"calm-down": "loud"}), ValueError, r"rules\['calm-down'\]"),
        (lambda: Choices(rules={"calm-down": 5}), TypeError, r"rules\['calm-down'\]"),
        (lambda: Choices(options={"yo": True}), TypeError, r"options\['yo'\]"),
        (lambda: Choices(channel=["chat"]), TypeError, "channel"),
        (lambda: Choices(penalties={"loud": 1}), ValueError, "penalties"),
        (lambda: Choices(penalties={"error": "1"}), TypeError, r"penalties\.error"),
        (lambda: Choices(fail_on=True), TypeError, "fail_on"),
        (lambda: Choices(words=[1]), TypeError, r"words\[0\]"),
    ],
)
def test_a_wrong_choice_is_named_where_it_is_made(make, error, named):
    with pytest.raises(error, match=f"“{named}” takes"):
        make()
