import pytest

from replylint.checks.conditions import Channels
from replylint.conversation import Conversation, Message, Role
from replylint.finding import Quote
from support import found, rule

CUSTOMER = Role.CUSTOMER


def linter(lint, **keys):
    return lint("rules:\n" + rule('forbid: ["номер"]', **keys))


def texts(linter, *before):
    return [f.text for f in linter.check(Conversation("Пришлите номер.", before)).findings]


def test_the_customers_words_are_quoted(lint):
    judge = linter(lint, **{"if-customer": '["заказ #number"]'})
    result = judge.check("Пришлите номер.", customer="Здравствуйте! Заказ 4512 не пришёл... Где?")
    [finding] = result.findings
    assert finding.context == Quote("customer", "Заказ 4512 не пришёл...")


def test_without_such_a_condition_there_is_no_quote(lint):
    [finding] = linter(lint).check("Пришлите номер.", customer="Заказ 4512").findings
    assert finding.context is None


@pytest.mark.parametrize(("within", "expected"), [("thread", ["номер"]), ("turn", [])])
def test_what_was_answered_before_is_not_of_this_turn(lint, within, expected):
    condition = f'{{match: ["заказ"], within: {within}}}'
    judge = linter(lint, **{"if-customer": condition})
    answered = Message(CUSTOMER, "Мой заказ"), Message(Role.AGENT, "Смотрю.")
    assert texts(judge, *answered, Message(CUSTOMER, "Ну что?")) == expected
    assert texts(judge, *answered) == ["номер"]
    assert texts(judge, *answered, Message(CUSTOMER, "Это другой заказ")) == ["номер"]


def test_bots_and_notes_are_not_the_customer(lint):
    judge = linter(lint, **{"if-customer": '["заказ"]'})
    assert (
        texts(judge, Message(Role.BOT, "Ваш заказ?"), Message(CUSTOMER, "заказ", private=True))
        == []
    )


def test_an_attachment_is_something_that_the_customer_gave(lint):
    judge = lint(
        "signals:\n  file: {measure: {measure: attachments, max: 0}}\nrules:\n"
        + rule('forbid: ["номер"]', **{"if-customer": "file"})
    )
    assert texts(judge, Message(CUSTOMER, "вот", attachments=("a.jpg",))) == ["номер"]
    assert texts(judge, Message(CUSTOMER, "", attachments=("a.jpg",))) == ["номер"]
    assert texts(judge, Message(CUSTOMER, "вот")) == []


def test_each_false_reports_only_the_first_place(lint):
    judge = lint("rules:\n" + rule('forbid: ["номер"]', each="false"))
    assert found(judge, "Номер и ещё номер.") == ["Номер"]


def test_shared_words_count_what_comes_back(lint):
    judge = lint("rules:\n" + rule("limit: {measure: shared_words, min: 1}"))
    [finding] = judge.check("Мы рады вам.", customer="Доставка дивана задержалась").findings
    assert finding.start == 0
    assert judge.check("Диван доставим.", customer="Доставка дивана").findings == ()
    assert judge.check("Мы рады вам.").findings == ()


@pytest.mark.parametrize(
    ("names", "admitted"),
    [
        ([], True),
        (["macro"], True),
        (["review", "chat"], True),
        (["email"], False),
        (["-review"], False),
        (["-email"], True),
    ],
)
def test_a_reply_of_two_channels(names, admitted):
    assert Channels.of(names).admit("macro+review") is admitted
