"""Disputed norms: a pack declares them, a rule names the side it is for, a team chooses."""

import pytest

from replylint.errors import SettingsError
from replylint.linter import Linter
from replylint.settings.choices import Choices
from replylint.settings.settings import Settings
from support import found, listed, marked, problems_of, rule, told, write_pack

OPTIONS = """
options:
  speaker: {title: Кто говорит, values: [me, we, any], default: me}
"""
RULES = (
    "rules:\n"
    + rule('forbid: ["мы"]', "not-we", options="{speaker: me}")
    + rule('forbid: ["я"]', "not-me", options="{speaker: [we]}")
    + rule('forbid: ["они"]', "not-they", options="{speaker: [me, we]}")
    + rule('forbid: ["плохо"]', "always")
)
REPLY = "Я и мы, они: плохо."


def chosen(path, **options):
    return Linter([path], settings=Settings(choices=Choices(options=options)))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["мы", "они", "плохо"]),
        ({"speaker": "me"}, ["мы", "они", "плохо"]),
        ({"speaker": "we"}, ["Я", "они", "плохо"]),
        ({"speaker": "any"}, ["плохо"]),
    ],
)
def test_a_rule_is_on_for_the_side_that_is_chosen(pack, options, expected):
    assert found(chosen(pack(OPTIONS + RULES), **options), REPLY) == expected


def test_the_choice_changes_without_loading_again(pack):
    linter = chosen(pack(OPTIONS + RULES))
    other = linter.with_settings(Settings(choices=Choices(options={"speaker": "any"})))
    assert found(other, REPLY) == ["плохо"]
    assert found(linter, REPLY) == ["мы", "они", "плохо"]


@pytest.mark.parametrize("key", ["uses", "extends"])
def test_the_options_of_a_used_pack_are_known(tmp_path, key):
    write_pack(tmp_path, OPTIONS + "rules:\n" + rule('forbid: ["да"]', "x"), "ru/base")
    path = write_pack(tmp_path, f"{key}: [ru/base]\n" + RULES)
    assert found(chosen(path, speaker="we"), REPLY) == ["Я", "они", "плохо"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"speakr": "me"}, "there is no option “speakr”; did you mean “speaker”?"),
        ({"speaker": "they"}, "the option “speaker” can be me, we, any, not “they”"),
    ],
)
def test_what_no_pack_offers_cannot_be_chosen(pack, options, message):
    with pytest.raises(SettingsError) as caught:
        chosen(pack(OPTIONS + RULES), **options)
    [problem] = caught.value.problems
    assert problem.message == message


DECLARED = "  speaker: {title: Кто говорит, values: [me, we, any], default: me}"


@pytest.mark.parametrize(
    ("body", "expected", "shown"),
    [
        (
            OPTIONS + "rules:\n" + rule('forbid: ["а"]', options="{speakr: me}"),
            "13:15 no disputed norm is called “speakr”; did you mean “speaker”?",
            "s",
        ),
        (
            OPTIONS + "rules:\n" + rule('forbid: ["а"]', options="{speaker: they}"),
            "13:24 the values are: me, we, any",
            "t",
        ),
        (
            OPTIONS
            + "rules:\n"
            + rule('forbid: ["а"]', options=f"{{speaker: {listed(['me', 'x'])}}}"),
            "13:24 the values are: me, we, any",
            "[",
        ),
        (
            OPTIONS.replace("default: me", "default: they") + RULES,
            "7:56 “default” must be one of “values”",
            "d",
        ),
        (OPTIONS.replace("[me, we, any]", "[me]") + RULES, "7:41 at least 2", "["),
        (
            OPTIONS.replace("title: Кто говорит, ", "") + RULES,
            "7:3 the key “title” is missing",
            "s",
        ),
    ],
)
def test_an_option_is_refused_for(pack, body, expected, shown):
    problem = problems_of(pack(body))[0]
    assert told(problem).startswith(expected)
    assert marked(problem) == shown
