import pytest

from replylint.checks.conditions import Channels
from replylint.conversation import Conversation, Message, Role
from replylint.linter import Linter
from replylint.settings import Choices, RuleChoice, Settings
from support import forbidding, linter_of

SIGNALS = 'signals:\n  number: {match: ["#order"]}\n'


@pytest.mark.parametrize(
    ("names", "admitted", "refused"),
    [
        ([], ["chat", "email", None], []),
        (["chat"], ["chat"], ["email", None]),
        (["chat", "email"], ["chat", "email"], ["review", None]),
        (["-review"], ["chat", None], ["review"]),
        (["chat", "-chat"], [], ["chat", "email", None]),
        (["-chat", "-review"], ["email", None], ["chat", "review"]),
    ],
)
def test_channels_admit(names, admitted, refused):
    channels = Channels.of(names)
    assert [channels.admit(name) for name in admitted] == [True] * len(admitted)
    assert [channels.admit(name) for name in refused] == [False] * len(refused)


@pytest.mark.parametrize(
    ("channels", "channel", "expected"),
    [
        ("[email]", "email", 1),
        ("[email]", "chat", 0),
        ("[email]", None, 0),
        ("[-email]", "email", 0),
        ("[-email]", None, 1),
    ],
)
def test_a_rule_judges_in_its_channels(lint, channels, channel, expected):
    result = lint(forbidding("плохо", channels=channels)).check("Плохо.", channel=channel)
    assert len(result.findings) == expected


def test_a_team_can_choose_other_channels(pack):
    path = pack(forbidding("плохо", channels="[email]"))
    choices = Choices(rules={"probe": RuleChoice(channels=("chat",))})
    linter = Linter([path], settings=Settings(choices=choices))
    assert len(linter.check("Плохо.", channel="chat").findings) == 1
    assert linter.check("Плохо.", channel="email").findings == ()


CUSTOMER = {
    "needs": {"needs": "customer"},
    "if": {"if-customer": "number"},
    "if-patterns": {"if-customer": '["{номер} заказа"]'},
    "unless": {"unless-customer": "number"},
    "both": {"if-customer": "number", "unless-customer": '["другой заказ"]'},
    "needs-unless": {"needs": "customer", "unless-customer": "number"},
    "zoned": {"if-customer": '["{номер} заказа"]', "zones": "[signature]"},
}


@pytest.fixture(scope="module")
def linters(tmp_path_factory):
    return {
        name: linter_of(tmp_path_factory.mktemp(name), SIGNALS + forbidding("пришлите", **keys))
        for name, keys in CUSTOMER.items()
    }


@pytest.mark.parametrize(
    ("condition", "customer", "expected"),
    [
        ("needs", None, 0),
        ("needs", "Ау?", 1),
        ("if", None, 0),
        ("if", "Где он?", 0),
        ("if", "Где заказ 4417?", 1),
        ("if-patterns", "Дал вам номер заказа.", 1),
        ("if-patterns", "Где он?", 0),
        ("unless", None, 1),
        ("unless", "Где он?", 1),
        ("unless", "Где заказ 4417?", 0),
        ("both", "Где заказ 4417?", 1),
        ("both", "Где заказ 4417 и другой заказ?", 0),
        ("both", "Где другой заказ?", 0),
        ("needs-unless", None, 0),
        ("needs-unless", "Где он?", 1),
        ("needs-unless", "Где заказ 4417?", 0),
    ],
)
def test_the_customers_words_decide(linters, condition, customer, expected):
    findings = linters[condition].check("Пришлите номер.", customer=customer).findings
    assert len(findings) == expected


def test_the_zones_of_a_rule_are_about_the_reply_only(linters):
    reply = "Ждём.\nС уважением, пришлите"
    assert len(linters["zoned"].check(reply, customer="Дал вам номер заказа.").findings) == 1
    assert linters["zoned"].check(reply, customer="Где он?").findings == ()


def test_private_notes_and_other_people_are_not_the_customer(linters):
    before = (
        Message(Role.CUSTOMER, "Заказ 4417", private=True),
        Message(Role.AGENT, "Заказ 4417"),
        Message(Role.BOT, "Заказ 4417"),
    )
    assert linters["if"].check(Conversation("Пришлите.", before)).findings == ()
    before += (Message(Role.CUSTOMER, "Заказ 4417"), Message(Role.CUSTOMER, "Ну?"))
    assert len(linters["if"].check(Conversation("Пришлите.", before)).findings) == 1


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("Тише.", ["error"]),
        ("Тише. Жаль.", ["warning"]),
        ("Тише. Жаль. Чиним.", ["info"]),
        ("Тише. Чиним. Жаль. Вернули.", []),
        ("Совсем тише. Жаль.", []),
        ("Совсем тише. Тише.", ["error"]),
    ],
)
def test_exceptions_go_first_then_what_excuses_then_what_softens(lint, reply, expected):
    unless = (
        "[{match: [жаль], downgrade: warning}, {match: [чиним], downgrade: info}, "
        "{match: [вернули]}]"
    )
    linter = lint(forbidding("тише", unless=unless, **{"except": '["совсем тише"]'}))
    result = linter.check(reply)
    assert [finding.severity.label for finding in result.findings] == expected


def test_what_excuses_is_looked_for_near_each_finding(lint):
    linter = lint(forbidding("тише", unless="{match: [жаль], within: sentence}"))
    findings = linter.check("Тише. Тише, жаль. Тише.").findings
    assert [finding.start for finding in findings] == [0, 18]
