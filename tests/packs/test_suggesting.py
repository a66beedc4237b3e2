import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.packs.pattern import PatternError, parse_pattern
from replylint.packs.suggesting import id_for, is_pattern, suggested


@pytest.mark.parametrize(
    ("phrase", "language", "expected"),
    [
        ("не паникуйте", "ru", ["не паникуйте", "не {паниковать:impr}", "не {паниковать}"]),
        ("мы не можем", "ru", ["мы не можем", "мы не {мочь:1per}", "мы не {мочь}"]),
        ("Ваша ошибка", "ru", ["Ваша ошибка", "{ваш} {ошибка}"]),
        (
            "вы должны были прочитать",
            "ru",
            [
                "вы должны были прочитать",
                "вы {должный:ADJS} {быть:past} {прочитать:INFN}",
                "вы {должный} {быть} {прочитать}",
            ],
        ),
        ("они не знают", "ru", ["они не знают", "они не {знать:3per}", "они не {знать}"]),
        (
            "you were told",
            "en",
            ["you were told", "you {be:past} {tell:past}", "you {be} {tell}"],
        ),
        ("ну и что", "ru", ["ну и что"]),
        (
            "как только появится",
            "ru",
            ["как только появится", "как только {появиться:3per}", "как только {появиться}"],
        ),
        ("очень нужно завтра", "ru", ["очень нужно завтра"]),
        ("calm down", "en", None),
    ],
)
def test_patterns_for_a_phrase(phrase, language, expected):
    found = suggested(phrase, language)
    assert found[0] == phrase
    if expected is not None:
        assert found == expected


@given(st.text(max_size=40))
def test_whatever_is_suggested_can_be_read(phrase):
    for pattern in suggested(phrase, "ru"):
        parse_pattern(pattern)


@pytest.mark.parametrize(("text", "expected"), [("{мочь} .. &a", True), ("не надо", False)])
def test_patterns_are_told_from_phrases(text, expected):
    assert is_pattern(text) is expected


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Успокойтесь, пожалуйста!", "uspokoytes-pozhaluysta"),
        ("Calm down", "calm-down"),
        ("2 дня", ""),
        ("…", ""),
    ],
)
def test_ids(phrase, name):
    assert id_for(phrase) == name


def test_a_wrong_pattern_is_still_wrong():
    with pytest.raises(PatternError):
        parse_pattern("(")
