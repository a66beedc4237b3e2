import math
from dataclasses import fields
from pathlib import Path

import pytest

from replylint.finding import Severity
from replylint.settings.choices import Choices, ExportChoices
from replylint.settings.settings import PENALTIES, Override, Profile, Settings


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


def test_the_last_override_that_fits_wins(tmp_path):
    overrides = [
        Override(("**/*.txt",), tmp_path, Choices(channel="email", options={"emoji": "да"})),
        Override(("a/*",), tmp_path, Choices(channel="chat")),
        Override(("b/*",), tmp_path, Choices(channel="review")),
    ]
    settings = Settings(choices=Choices(channel="macro"), overrides=overrides)
    chosen = settings.for_path(tmp_path / "a" / "x.txt").choices
    assert (chosen.channel, chosen.options) == ("chat", {"emoji": "да"})
    assert settings.overrides_for(tmp_path / "b" / "x.md") == (2,)
    assert settings.for_path(Path("/elsewhere/x.txt")).choices.channel == "macro"


@pytest.mark.parametrize("name", ["<stdin>", "<text>"])
def test_what_is_no_file_is_named_by_no_override(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    settings = Settings(overrides=[Override(("*",), tmp_path, Choices(channel="email"))])
    assert settings.overrides_for(name) == ()


def test_the_profile_of_an_override_takes_the_place_of_the_other_beneath_the_own_choices(tmp_path):
    email = Profile("email", Choices(channel="email", options={"length": "long"}))
    macro = Profile("macro", Choices(channel="macro", fail_on=Severity.ERROR))
    own = Choices(fail_on=Severity.WARNING)
    override = Override(("m/**",), tmp_path, Choices(options={"address": "вы"}), macro)
    settings = Settings.of(own, email, overrides=[override])
    assert (settings.choices.channel, settings.fail_on) == ("email", Severity.WARNING)
    there = settings.for_path(tmp_path / "m" / "x.txt")
    assert there.profile is macro
    assert there.choices.channel == "macro"
    assert there.choices.options == {"address": "вы"}
    assert there.fail_on is Severity.WARNING


def test_everything_else_stays_where_overrides_or_another_profile_hold(tmp_path):
    macro = Profile("macro", Choices(channel="macro"))
    settings = Settings.of(
        Choices(channel="chat"),
        None,
        packs=("ru/tone",),
        overrides=[Override(("**/*.txt",), tmp_path, Choices(), macro)],
        sources=(tmp_path / "replylint.yaml",),
        unused=[Choices(channel="email")],
        exports=ExportChoices(format="zendesk"),
        learned=False,
        repetitions=True,
        resident="never",
    )
    changed = {"choices", "profile", "own"}
    gone = {"overrides", "unused"}
    here = settings.with_profile(macro)
    assert (here.profile, here.own, here.choices.channel) == (macro, settings.own, "chat")
    for others in (here, settings.for_path(tmp_path / "x.txt")):
        for field in fields(Settings):
            kept = getattr(settings, field.name)
            assert kept != getattr(Settings(), field.name) or field.name in changed, field.name
            if field.name not in changed:
                expected = () if field.name in gone else kept
                assert getattr(others, field.name) == expected, field.name


@pytest.mark.parametrize(
    ("make", "named"),
    [
        (lambda: Settings(packs=5), "packs"),
        (lambda: Settings(choices={"rules": {}}), "choices"),
    ],
)
def test_a_wrong_argument_is_named_where_it_is_given(make, named):
    with pytest.raises(TypeError, match=f"“{named}” takes"):
        make()


def test_one_pack_may_stand_alone():
    assert Settings(packs="ru").packs == ("ru",)
