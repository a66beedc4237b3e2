from pathlib import Path

import pytest

from replylint.errors import Place, SettingsError, Written
from replylint.finding import Severity
from replylint.linter import Linter
from replylint.packs.choosing import KnownNames, check_settings
from replylint.packs.shipped import profiles_folder
from replylint.settings.choices import Choices, RuleChoice
from replylint.settings.loading import load_settings
from replylint.settings.profiles import profile_names
from replylint.settings.settings import Settings
from support import rule, write_pack

OFF, ON = RuleChoice(off=True), RuleChoice(off=False)
INFO, CRITICAL = RuleChoice(severity=Severity.INFO), RuleChoice(severity=Severity.CRITICAL)
OPTIONS = 'options:\n  form: {title: Обращение, values: ["вы", "ты"], default: "вы"}\n'
RULES = "rules:\n" + rule('forbid: ["плохо"]', "one") + rule('forbid: ["ужас"]', "two")
NORMS = rule('forbid: ["тебе"]', "formal", options='{form: "вы"}')
NORMS += rule('forbid: ["вам"]', "friendly", options='{form: "ты"}')


@pytest.fixture
def path(tmp_path):
    return write_pack(tmp_path, OPTIONS + RULES + NORMS)


@pytest.fixture
def severities(path):
    """The severities of the rules “one” and “two” under layers of choices, None when off."""

    def severities(*layers, **more):
        choices = Choices()
        for layer in layers:
            choices = Choices(rules=layer).over(choices)
        result = Linter([path], settings=Settings(choices=choices)).check("плохо ужас", **more)
        found = {finding.rule: finding.severity.label for finding in result.findings}
        return found.get("one"), found.get("two")

    return severities


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ({}, ("error", "error")),
        ({"one": OFF}, (None, "error")),
        ({"ru/probe:one": OFF}, (None, "error")),
        ({"blame": OFF}, (None, None)),
        ({"ru/probe": OFF}, (None, None)),
        ({"blame": INFO, "one": CRITICAL}, ("critical", "info")),
        ({"one": INFO, "ru/probe:one": CRITICAL}, ("critical", "error")),
        ({"ru/probe": INFO, "blame": CRITICAL}, ("critical", "critical")),
        ({"blame": OFF, "one": ON}, ("error", None)),
        ({"blame": OFF, "one": INFO}, ("info", None)),
        ({"ru/probe": INFO, "blame": OFF}, (None, None)),
        ({"ru/probe": OFF, "blame": ON}, ("error", "error")),
        ({"one": OFF, "ru/probe:one": ON}, ("error", "error")),
    ],
)
def test_in_one_file_the_most_exact_name_wins(severities, rules, expected):
    assert severities(rules) == expected
    assert severities(dict(reversed(rules.items()))) == expected


@pytest.mark.parametrize(
    ("far", "near", "expected"),
    [
        ({"one": CRITICAL}, {"blame": INFO}, ("info", "info")),
        ({"one": CRITICAL}, {"blame": OFF}, (None, None)),
        ({"one": OFF}, {"one": INFO}, ("info", "error")),
        ({"one": OFF}, {"blame": ON}, ("error", "error")),
        ({"one": OFF}, {"blame": INFO}, (None, "info")),
        ({"blame": OFF}, {"blame": INFO}, ("info", "info")),
        ({"blame": OFF}, {"ru/probe": INFO}, (None, None)),
        ({"blame": OFF}, {"two": ON}, (None, "error")),
        ({"blame": CRITICAL}, {"one": RuleChoice(channels=("chat",))}, (None, "critical")),
    ],
)
def test_what_is_nearer_goes_before_what_is_more_exact(severities, far, near, expected):
    assert severities(far, near) == expected


def test_channels_are_chosen(severities):
    only = {"one": RuleChoice(channels=("chat",)), "two": RuleChoice(channels=("-chat",))}
    assert severities(only) == (None, "error")
    assert severities(only, channel="chat") == ("error", None)
    assert severities(only, channel="email") == (None, "error")


@pytest.mark.parametrize(("options", "found"), [({}, "formal"), ({"form": "ты"}, "friendly")])
def test_an_option_switches_the_sides_of_a_norm(path, options, found):
    linter = Linter([path], settings=Settings(choices=Choices(options=options)))
    assert [f.rule for f in linter.check("тебе вам").findings] == [found]


@pytest.mark.parametrize(
    ("choices", "message"),
    [
        (Choices(rules={"onee": OFF}), "no rule, category or pack “onee”; did you mean “one”?"),
        (Choices(rules={"calm-dwn": OFF}), "“calm-dwn”; did you mean “calm-down”?"),
        (Choices(rules={"ru/probe:three": OFF}), "no rule, category or pack “ru/probe:three”"),
        (Choices(options={"from": "вы"}), "no option “from”; did you mean “form”?"),
        (Choices(options={"form": "Вы"}), "the option “form” can be вы, ты, not “Вы”"),
    ],
)
def test_what_no_pack_has_is_an_error(path, choices, message):
    with pytest.raises(SettingsError) as caught:
        Linter([path], settings=Settings(choices=choices))
    assert message in str(caught.value)


@pytest.mark.parametrize("name", ["calm-down", "ru/tone:calm-down", "ru/tone", "overdue-promise"])
def test_what_is_shipped_may_be_named_though_it_is_not_loaded(path, name):
    Linter([path], settings=Settings(choices=Choices(rules={name: OFF})))


def test_what_the_settings_load_may_be_named_though_other_packs_are_asked_for(path):
    choices = Choices(rules={"one": OFF}, options={"form": "ты"})
    Linter(["en/tone"], settings=Settings(packs=(path,), choices=choices))
    with pytest.raises(SettingsError):
        Linter(["en/tone"], settings=Settings(packs=(Path("none.yml"),), choices=choices))


def test_what_is_wrong_has_its_place_and_is_told_once(path):
    written = Written(Place("a.yaml", 3, 5), "  3 | onee")
    rules = {"onee": RuleChoice(off=True, written=written)}
    settings = Settings(choices=Choices(rules=rules), unused=[Choices(rules=rules)])
    with pytest.raises(SettingsError) as caught:
        Linter([path], settings=settings)
    [problem] = caught.value.problems
    assert (str(problem.place), problem.excerpt) == ("a.yaml:3:5", "  3 | onee")


def test_there_are_the_profiles_of_the_contract():
    assert profile_names(profiles_folder()) == ("chat", "email", "macro", "review")


@pytest.mark.parametrize("name", ["chat", "email", "macro", "review"])
def test_every_profile_fits_the_shipped_packs(shipped, name):
    settings = load_settings([], profile=name, profiles_folder=profiles_folder())
    assert settings.choices.channel == name
    [layer] = [layer for layer in settings.choices.rule_layers if layer]
    known = KnownNames(shipped.packs, ())
    check_settings(settings, known)
    assert [known.why_no_rule(rule) for rule in layer] == [None] * len(layer)
    for chosen, choice in layer.items():
        severities = {
            rule.severity
            for pack in shipped.packs
            for rule in pack.rules
            if chosen in (rule.id, rule.category)
        }
        assert not severities or severities != {choice.severity}, f"{chosen}: nothing changes"


def test_the_teams_own_words_reach_the_rules_of_spelling(tmp_path):
    body = "rules:\n" + rule(
        "check: {name: misspelt, with: {words: [закза]}}", category="spelling", message="м"
    )
    path = write_pack(tmp_path, body)
    reply = "Привезём закза и програму, извените."

    def found(*words):
        linter = Linter([path], settings=Settings(choices=Choices(words=words)))
        return [finding.text for finding in linter.check(reply).findings]

    assert found() == ["програму", "извените"]
    assert found("програма") == ["извените"]


def test_words_add_up_over_layers():
    near, far = Choices(words=("а",)), Choices(words=("б",))
    assert near.over(far).words == ("б", "а")
