import pytest

from support import found, rule

REFUSAL = 'when: ["не можем"]\n    require: ["зато"]'


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("Не можем.", ["Не можем"]),
        ("Не можем. Зато привезём.", []),
        ("Зато привезём. Не можем.", []),
        ("Зато привезём.", []),
        ("Не можем. И не можем.", ["Не можем"]),
    ],
)
def test_where_one_stands_the_other_must(lint, reply, expected):
    assert found(lint("rules:\n" + rule(REFUSAL)), reply) == expected


def test_with_each_every_place_is_reported(lint):
    linter = lint("rules:\n" + rule(f"{REFUSAL}\n    within: sentence\n    each: true"))
    reply = "Не можем. Не можем, зато привезём. Не можем."
    result = linter.check(reply)
    assert [finding.start for finding in result.findings] == [0, 35]


def test_without_each_the_first_place_that_lacks_it_is_reported(lint):
    linter = lint("rules:\n" + rule(f"{REFUSAL}\n    within: sentence"))
    [finding] = linter.check("Не можем, зато привезём. Не можем. Не можем.").findings
    assert finding.start == 25


def test_required_patterns_count_only_in_the_zones_of_the_rule(lint):
    linter = lint("rules:\n" + rule(REFUSAL))
    assert found(linter, "> зато было\nНе можем.") == ["Не можем"]


def test_the_first_place_is_the_first_that_no_exception_drops(lint):
    linter = lint("rules:\n" + rule(REFUSAL, **{"except": '["не можем не"]'}))
    assert found(linter, "Не можем не отметить. Вернуть не можем.") == ["не можем"]
