import pytest

from replylint.finding import Severity
from support import forbidding, found, rule

SIGNALS = 'signals:\n  remedy: {match: ["вернули деньги"]}\nrules:\n'


def severities(linter, reply):
    return [finding.severity.label for finding in linter.check(reply).findings]


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("Мы не можем.", ["не можем"]),
        ("Мы не можем не отметить.", []),
        ("Не можем не отметить, что не можем.", ["не можем"]),
    ],
)
def test_an_exception_drops_what_it_overlaps(lint, reply, expected):
    linter = lint(forbidding("не можем", **{"except": '["не можем не"]'}))
    assert found(linter, reply) == expected


def test_an_exception_can_be_a_signal(lint):
    linter = lint(SIGNALS + rule('forbid: ["деньги"]', **{"except": "remedy"}))
    assert found(linter, "Деньги? Вернули деньги.") == ["Деньги"]


@pytest.mark.parametrize(
    ("unless", "alone", "excused"),
    [
        ("remedy", ["error"], []),
        ('["вернули"]', ["error"], []),
        ("{signal: remedy}", ["error"], []),
        ('{match: ["вернули"]}', ["error"], []),
        ("{signal: remedy, downgrade: suggestion}", ["error"], ["suggestion"]),
        ("{signal: remedy, within: sentence}", ["error"], ["error"]),
        ("{signal: remedy, within: next 1 sentence}", ["error"], []),
        ("[{signal: remedy, downgrade: info}, {match: [тише]}]", ["error"], ["info"]),
        ("[{signal: remedy, downgrade: info}, {match: [деньги]}]", ["error"], []),
    ],
)
def test_a_condition_excuses(lint, unless, alone, excused):
    linter = lint(SIGNALS + rule('forbid: ["успокойтесь"]', unless=unless))
    assert severities(linter, "Успокойтесь.") == alone
    assert severities(linter, "Успокойтесь. Вернули деньги.") == excused


def test_several_downgrades_give_the_mildest(lint):
    unless = "[{signal: remedy, downgrade: warning}, {match: [деньги], downgrade: suggestion}]"
    linter = lint(SIGNALS + rule('forbid: ["тише"]', unless=unless))
    assert severities(linter, "Тише. Вернули деньги.") == ["suggestion"]


SOFTER = """
      - {signal: remedy, downgrade: warning, message: "«{match}» и деньги: начните с денег."}
      - {match: [деньги], downgrade: suggestion, message: "Второе"}
      - {match: [спасибо], downgrade: info}"""


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("Тише.", ("error", "«Тише» режет слух.")),
        ("Тише. Вернули деньги.", ("suggestion", "«Тише» и деньги: начните с денег.")),
        ("Тише. Где деньги?", ("suggestion", "Второе")),
        ("Тише. Деньги, спасибо.", ("info", "Второе")),
        ("Тише, спасибо.", ("info", "«Тише» режет слух.")),
    ],
)
def test_a_condition_that_softens_may_say_it_otherwise(lint, reply, expected):
    linter = lint(SIGNALS + rule('forbid: ["тише"]', unless=SOFTER))
    [finding] = linter.check(reply).findings
    assert (finding.severity.label, finding.message) == expected


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("Жаль, но не можем. Не можем, и всё.", [("error", 19)]),
        ("Не можем. Жаль, но не можем.", [("error", 0)]),
        ("Жаль, но не можем. Жаль, не можем.", [("suggestion", 9)]),
    ],
)
def test_of_several_places_the_first_of_the_gravest_is_told(lint, reply, expected):
    unless = "{match: [жаль], within: sentence, downgrade: suggestion}"
    linter = lint(forbidding("не можем", each="false", unless=unless))
    findings = linter.check(reply).findings
    assert [(finding.severity.label, finding.start) for finding in findings] == expected


def test_a_softer_message_fills_in_what_the_judgement_adds(lint):
    unless = '{match: [лист], downgrade: info, message: "«{match}» → {better}"}'
    linter = lint("rules:\n" + rule('swap: {"плохо": хорошо}', unless=unless))
    [finding] = linter.check("Лист плохо напечатан.").findings
    assert finding.message == "«плохо» → хорошо"


def test_a_finding_tells_everything(lint):
    linter = lint(
        forbidding(
            "{успокоиться:impr}",
            name="calm",
            category="dismissed-feelings",
            severity="warning",
            why="Это приказ.",
            suggest='["Понимаю.", "Уже проверяю."]',
        )
    )
    [finding] = linter.check("Да 🙂\r\nНу Успокойтесь\nуже.").findings
    assert finding.rule == "calm"
    assert finding.pack == "ru/probe"
    assert finding.category == "dismissed-feelings"
    assert finding.criterion == "respect"
    assert finding.severity is Severity.WARNING
    assert finding.message == "«Успокойтесь» режет слух."
    assert finding.why == "Это приказ."
    assert finding.suggestions == ("Понимаю.", "Уже проверяю.")
    assert finding.text == "Успокойтесь"
    assert (finding.start, finding.end) == (9, 20)
    assert (finding.line, finding.column) == (2, 4)
    assert (finding.end_line, finding.end_column) == (2, 15)


def test_a_finding_over_two_lines_ends_on_the_second(lint):
    reply = "Мы проверили ваш заказ и видим, что курьер сегодня не\nможем"
    [finding] = lint(forbidding("не можем")).check(reply).findings
    assert (finding.line, finding.column) == (1, 52)
    assert (finding.end_line, finding.end_column) == (2, 6)


def test_findings_stand_in_the_order_of_the_text_and_the_graver_first(lint):
    linter = lint(
        "rules:\n"
        + rule('forbid: ["тише"]', "mild", severity="info", category="lecturing")
        + rule('forbid: ["тише"]', "grave", severity="critical")
        + rule('forbid: ["ну"]', "early")
    )
    rules = [finding.rule for finding in linter.check("Ну тише, ну.").findings]
    assert rules == ["early", "grave", "mild", "early"]


def test_braces_in_the_text_are_left_alone(lint):
    linter = lint(forbidding("плохо #placeholder"))
    [finding] = linter.check("плохо {{match}}").findings
    assert finding.message == "«плохо {{match}}» режет слух."


def test_braces_in_the_words_of_the_reply_are_left_alone_too(lint):
    linter = lint(
        "rules:\n"
        + rule("limit: {measure: words_per_sentence, max: 3}", message="'«{match}»: {value} слов'")
    )
    [finding] = linter.check("Наш код {value} вам поможет").findings
    assert finding.message == "«Наш код {value} вам поможет»: 5 слов"
