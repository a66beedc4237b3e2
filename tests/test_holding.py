import pytest

from replylint.selftest import run_examples
from support import rule

SIGNALS = "signals:\n  late: {match: [опаздываем], except: [не опаздываем]}\n"


def told(lint, judgement, bad, **keys):
    """What holds the rule back in its one bad example: condition, words found, what holds them."""
    body = SIGNALS + "rules:\n" + rule(judgement, **keys).replace('["[[плохо]]"]', f"[{bad}]")
    [failure] = run_examples(lint(body))
    return [(held.condition, held.match, held.by) for held in failure.held]


@pytest.mark.parametrize(
    ("keys", "bad", "expected"),
    [
        ({"channels": "[chat]"}, '"[[Плохо]]."', ("channels", "", "")),
        (
            {"channels": "[-chat]"},
            '{channel: "Чат на сайте", reply: "[[Плохо]]."}',
            ("channels", "", "chat"),
        ),
        ({"needs": "customer"}, '"[[Плохо]]."', ("needs", "", "")),
        ({"if-customer": "[фото]"}, '"[[Плохо]]."', ("needs", "", "")),
        (
            {"if-customer": "[чек]"},
            '{customer: "Вот фото", reply: "[[Плохо]]."}',
            ("if-customer", "", ""),
        ),
        (
            {"unless-customer": "[фото]"},
            '{customer: "Вот фото", reply: "[[Плохо]]."}',
            ("unless-customer", "", "фото"),
        ),
        ({"except": "[не плохо]"}, '"Не [[плохо]]."', ("except", "плохо", "Не плохо")),
        (
            {"unless": '{match: ["#date"], within: sentence}'},
            '"Завтра [[плохо]]. А 12 мая лучше."',
            ("unless", "плохо", "Завтра"),
        ),
        ({"zones": "[greeting]"}, '"Нам так [[плохо]]."', ("zones", "плохо", "body")),
        ({}, '"С уважением,\\nнам [[плохо]]"', ("zones", "плохо", "signature")),
        ({}, '"It is all your own fault, [[плохо]]."', ("language", "", "en")),
    ],
)
def test_the_condition_that_holds_a_finding_back_is_named(lint, keys, bad, expected):
    assert told(lint, "forbid: [плохо]", bad, **keys) == [expected]


def test_what_is_required_and_is_there_is_named(lint):
    judgement = 'when: [плохо]\n    require: ["#date"]'
    assert told(lint, judgement, '"[[Плохо]]. Завтра."') == [("require", "Плохо", "Завтра")]


def test_what_an_earlier_message_has_is_not_quoted(lint):
    keys = {"unless": '{match: ["#date"], within: thread}'}
    bad = (
        '{messages: [{role: agent, text: "Завтра."}, {role: customer, text: "А?"}], '
        'reply: "[[Плохо]]."}'
    )
    assert told(lint, "forbid: [плохо]", bad, **keys) == [("unless", "Плохо", "")]


def test_an_exception_of_the_signal_is_named(lint):
    held = told(lint, "forbid: late", '"Мы не [[опаздываем]]."')
    assert held == [("except", "опаздываем", "не опаздываем")]


@pytest.mark.parametrize("bad", ['"[[Хорошо]]."', '"Так [[нехорошо]]."'])
def test_nothing_holds_back_what_the_patterns_do_not_find(lint, bad):
    assert told(lint, "forbid: [плохо]", bad, unless='["#date"]') == []


def test_a_softened_finding_is_not_held_back(lint):
    keys = {"unless": '{match: ["#date"], within: reply, downgrade: info}'}
    assert told(lint, "forbid: [плохо]", '"Завтра [[так плохо]]."', **keys) == []
