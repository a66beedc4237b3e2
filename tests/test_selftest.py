import pytest

from replylint.selftest import count_examples, run_examples, seen
from support import forbidding, rule

GOOD = forbidding("плохо")


def failures(linter):
    return [failure.message for failure in run_examples(linter)]


def with_examples(bad, good, body=GOOD):
    return body.replace('["[[плохо]]"]', bad).replace('["хорошо"]', good)


def test_examples_that_are_judged_as_they_say_pass(lint):
    body = with_examples('["Так [[плохо]] и [[плохо]]."]', '["Всё хорошо."]')
    assert failures(lint(body)) == []


@pytest.mark.parametrize(
    ("bad", "good", "message"),
    [
        ('["[[Хорошо]]"]', '["да"]', "expected “Хорошо”, found nothing"),
        ('["Это [[так плохо]]"]', '["да"]', "expected “так плохо”, found “плохо”"),
        ('["[[Плохо]], плохо"]', '["да"]', "expected “Плохо”, found “Плохо”, “плохо”"),
        ('["[[Плохо]], [[да]]"]', '["да"]', "expected “Плохо”, “да”, found “Плохо”"),
        ('["[[Плохо]]"]', '["Так плохо"]', "expected nothing, found “плохо”"),
    ],
)
def test_an_example_that_is_judged_otherwise_fails(lint, bad, good, message):
    assert failures(lint(with_examples(bad, good))) == [message]


@pytest.mark.parametrize(
    ("severity", "fails"),
    [("suggestion", False), ("warning", True), ("error", True)],
)
def test_another_rule_of_the_pack_must_not_spoil_a_good_example(lint, severity, fails):
    body = with_examples('["[[Плохо]]"]', '["Так нельзя"]') + forbidding(
        "нельзя", name="other", severity=severity
    ).removeprefix("rules:\n").replace("[[плохо]]", "[[нельзя]]")
    expected = ["other rules of the pack find: other “нельзя”"] if fails else []
    assert failures(lint(body)) == expected


def test_the_customer_of_an_example_is_heard(lint):
    body = with_examples('[{customer: "Ау?", reply: "[[Плохо]]"}]', '[{reply: "Да."}]')
    linter = lint(body)
    [rule] = linter.packs[0].rules
    assert [example.customer for example in rule.examples] == ["Ау?", None]
    assert failures(linter) == []


def test_a_failure_tells_place_text_and_words(lint):
    [failure] = run_examples(lint(with_examples('["[[Хорошо]]"]', '["да"]')))
    shown = str(failure)
    assert shown.startswith(f"{failure.pack.path}:12: probe: expected “Хорошо”")
    assert "\n    Хорошо\n" in shown
    assert "хорошо" in shown.rpartition("\n")[2]


def test_examples_are_counted(lint):
    linter = lint(with_examples('["[[Плохо]]", "[[Плохо]]!"]', '["да"]'))
    assert count_examples(linter.packs) == 3


def test_the_words_of_a_text_are_shown_with_their_zone_and_grammemes():
    line = seen("Здравствуйте! Можем.").splitlines()
    assert line[0].split()[:2] == ["здравствуйте", "greeting"]
    assert line[1].split()[:2] == ["можем", "body"]
    assert "1per" in line[1]


def swapping(pairs, bad, good='["хорошо"]'):
    body = "rules:\n" + rule(f"swap: {pairs}")
    return with_examples(bad, good, body)


@pytest.mark.parametrize(
    ("pairs", "bad"),
    [
        ('{"{кушать}": "{есть}"}', '["Вы [[кушаете]]?", "[[Кушали]] и [[кушали]]."]'),
        ('{"плохо": "нехорошо"}', '["[[Плохо]]."]'),
    ],
)
def test_an_edit_that_mends_passes(lint, pairs, bad):
    assert failures(lint(swapping(pairs, bad))) == []


@pytest.mark.parametrize(
    ("pairs", "bad", "edit"),
    [
        ('{"{кушать}": "{кушать}"}', '["Вы [[кушаете]]?"]', "кушаете"),
        ('{"плохо": "очень", "очень": "плохо"}', '["[[Плохо]] нам."]', "Очень"),
    ],
)
def test_an_edit_that_does_not_mend_fails(lint, pairs, bad, edit):
    assert failures(lint(swapping(pairs, bad))) == [f"the edit “{edit}” does not mend it"]


def test_a_rule_that_breaks_on_an_example_fails(lint):
    body = "signals:\n  x: {regex: '(а|аа)+$'}\n" + with_examples(
        f'["{"а" * 80}б [[плохо]]"]', '["Да."]', forbidding("плохо", unless="x")
    )
    [message] = failures(lint(body))
    assert message.startswith("the rule broke: TimeoutError")


def test_the_channel_of_an_example_is_heard(lint):
    body = forbidding("плохо", channels="[email]")
    bad = '[{channel: email, reply: "[[Плохо]]"}]'
    good = '[{channel: chat, reply: "Плохо."}, "Плохо."]'
    assert failures(lint(with_examples(bad, good, body))) == []


def test_what_is_absent_is_expected_at_the_very_start(lint):
    body = "rules:\n" + rule('require: ["спасибо"]')
    assert failures(lint(with_examples('["Плохо."]', '["Спасибо!"]', body))) == []
    assert failures(lint(with_examples('["Спасибо!"]', '["Плохо."]', body))) == [
        "expected the very start of the reply, found nothing",
        "expected nothing, found the very start of the reply",
    ]


def test_only_the_packs_that_are_asked_for_are_run(pack, lint):
    pack(with_examples('["[[Хорошо]]"]', '["да"]'), "ru/base")
    linter = lint(with_examples('["[[Плохо]]"]', '["да"]'), uses=["ru/base"])
    assert [len(list(run_examples(linter, [one]))) for one in linter.packs] == [1, 0]
    assert len(list(run_examples(linter))) == 1


@pytest.mark.parametrize(
    ("bad", "by_marks"),
    [('["[[Плохо!]]"]', True), ('["[[Так плохо]]"]', False), ('["[[Плохо]], плохо"]', False)],
)
def test_a_difference_in_marks_alone_is_told(lint, bad, by_marks):
    [failure] = run_examples(lint(with_examples(bad, '["да"]')))
    assert failure.by_marks is by_marks
