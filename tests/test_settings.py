import math
from pathlib import Path

import pytest

from replylint.finding import Severity
from replylint.settings import PENALTIES, Choices, Override, RuleChoice, Settings


def test_the_default_penalties_are_those_of_the_contract():
    assert dict(Settings().penalties) == {
        Severity.INFO: 0.0,
        Severity.SUGGESTION: 0.03,
        Severity.WARNING: 0.15,
        Severity.ERROR: 0.35,
        Severity.CRITICAL: 1.0,
    }


def test_one_penalty_can_be_chosen_and_the_others_stay():
    settings = Settings(choices=Choices(penalties={Severity.WARNING: 0.5}))
    assert settings.penalties[Severity.WARNING] == 0.5
    assert settings.penalties[Severity.ERROR] == PENALTIES[Severity.ERROR]


@pytest.mark.parametrize("penalty", [-0.01, 1.01, math.nan, math.inf])
def test_a_penalty_outside_0_to_1_is_refused_by_name(penalty):
    with pytest.raises(ValueError, match=r"penalties\.error"):
        Settings(choices=Choices(penalties={Severity.ERROR: penalty}))


@pytest.mark.parametrize("penalty", [0, 0.5, 1])
def test_a_penalty_from_0_to_1_is_taken(penalty):
    settings = Settings(choices=Choices(penalties={Severity.ERROR: penalty}))
    assert settings.penalties[Severity.ERROR] == penalty


def test_a_run_fails_from_the_severity_that_was_chosen():
    assert Settings().fail_on is Severity.SUGGESTION
    assert Settings(choices=Choices(fail_on=Severity.INFO)).fail_on is Severity.INFO


def test_choices_go_over_others_one_by_one():
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
    chosen = mine.over(others)
    assert chosen.options == {"address": "ты", "emoji": "да"}
    assert chosen.channel == "email"
    assert chosen.penalties == {Severity.ERROR: 0.1, Severity.INFO: 0.2}
    assert chosen.fail_on is Severity.INFO


def test_the_rules_of_choices_over_each_other_stay_apart_the_farthest_first():
    far, near = {"a": RuleChoice(off=True)}, {"a": RuleChoice(severity=Severity.INFO)}
    chosen = Choices(rules=near).over(Choices()).over(Choices(rules=far))
    assert chosen.rule_layers == (far, near)


@pytest.mark.parametrize(
    ("glob", "path", "fits"),
    [
        ("macros/*.txt", "macros/a.txt", True),
        ("macros/*.txt", "macros/b/a.txt", False),
        ("macros/**/*.txt", "macros/b/c/a.txt", True),
        ("macros/**/*.txt", "macros/a.txt", True),
        ("macros/**", "macros/b/a.txt", True),
        ("**/*.txt", "a.txt", True),
        ("*.txt", "macros/a.txt", True),
        ("*.txt", "a.md", False),
        ("macros", "macros/a.txt", True),
        ("*.txt", "../a.txt", False),
    ],
)
def test_an_override_is_for_the_files_that_its_glob_names(tmp_path, glob, path, fits):
    choices = Choices(channel="email")
    settings = Settings(overrides=[Override((glob,), tmp_path, choices)])
    chosen = settings.for_path(tmp_path / path).choices.channel
    assert chosen == ("email" if fits else None)


def test_the_last_override_that_fits_wins(tmp_path):
    overrides = [
        Override(("**/*.txt",), tmp_path, Choices(channel="email", options={"emoji": "да"})),
        Override(("a/*",), tmp_path, Choices(channel="chat")),
        Override(("b/*",), tmp_path, Choices(channel="review")),
    ]
    settings = Settings(choices=Choices(channel="macro"), overrides=overrides)
    chosen = settings.for_path(tmp_path / "a" / "x.txt").choices
    assert (chosen.channel, chosen.options) == ("chat", {"emoji": "да"})
    assert settings.for_path(Path("/elsewhere/x.txt")).choices.channel == "macro"
    assert settings.for_path("<stdin>").choices.channel == "macro"
