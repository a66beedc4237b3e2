import pytest

from support import forbidding, found

TWO_SENTENCES = "Мы не можем. Вы можете."


def test_the_same_words_are_found_once(lint):
    linter = lint(forbidding("не можем", "не {мочь}", "не можем помочь?"))
    assert found(linter, "Мы не можем помочь, не можем.") == ["не можем помочь", "не можем"]


@pytest.mark.parametrize(
    ("zones", "expected"),
    [
        ("[body]", ["плохо"]),
        ("[greeting]", ["Здравствуйте"]),
        ("[signature]", ["Плохо"]),
        ("[quote]", ["плохо"]),
        ("[greeting, body, signature]", ["Здравствуйте", "плохо", "Плохо"]),
    ],
)
def test_patterns_look_only_into_their_zones(lint, zones, expected):
    linter = lint(forbidding("плохо", "здравствуйте", zones=zones))
    reply = "Здравствуйте!\n> было плохо\nДа, плохо.\nС уважением, Плохо"
    assert found(linter, reply) == expected


def test_by_default_only_the_authors_own_words_count(lint):
    linter = lint(forbidding("плохо"))
    reply = "Вы пишете «всё очень плохо», это плохо.\n> плохо\n`плохо`\n-- \nПлохо"
    assert found(linter, reply) == ["плохо"]


def test_a_match_that_touches_its_zone_counts(lint):
    linter = lint(forbidding("вы пишете всё"))
    assert found(linter, "Вы пишете «всё очень плохо».") == ["Вы пишете «всё"]
