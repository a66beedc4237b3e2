"""Each aspect in which a reply is compared with the customer's words."""

import pytest

from replylint.checks.comparisons import COMPARISONS
from replylint.conversation import Conversation, Message, Role
from support import linter_of, rule

MESSAGES = {"questions": "'{match}{question}'"}


@pytest.fixture(scope="module")
def linters(tmp_path_factory):
    russian = {
        (name, "ru"): linter_of(
            tmp_path_factory.mktemp(name),
            "rules:\n" + rule(f"compare: {name}", message=MESSAGES.get(name, "'{match}'")),
        )
        for name in COMPARISONS
    }
    english = {
        (name, "en"): linter_of(
            tmp_path_factory.mktemp(f"en-{name}"),
            "rules:\n" + rule(f"compare: {name}"),
            name="en/probe",
            language="en",
        )
        for name in ("emoji", "greeting", "language", "details", "questions")
    }
    return russian | english


def found(linter, customer, reply):
    result = linter.check(reply, customer=customer)
    assert result.failures == ()
    return [finding.text for finding in result.findings]


NOTHING, START = [], [""]


@pytest.mark.parametrize(
    ("aspect", "customer", "reply", "expected"),
    [
        ("address", "Где ваш курьер?", "Посмотри в личном кабинете, тебе туда.", ["Посмотри"]),
        ("address", "Где ваш курьер?", "Твой курьер едет к тебе.", ["Твой"]),
        ("address", "Ты где? Ответь мне!", "Твой курьер едет.", NOTHING),
        ("address", "Где ваш курьер?", "Ваш курьер едет к вам.", NOTHING),
        ("address", "Где заказ?", "Вы пишете: «ты мне его не привёз». Едем!", NOTHING),
        ("address", "> ты\nГде заказ?", "Твой заказ едет.", ["Твой"]),
        ("emoji", "Где заказ?", "Едет 🚚 к вам 🙂", ["🚚", "🙂"]),
        ("emoji", "Где заказ? 🙈", "Едет 🚚", NOTHING),
        ("emoji", "Где заказ?", "Едет.", NOTHING),
        ("greeting", "Добрый день! Где заказ?", "Уже едет.", START),
        ("greeting", "Добрый день! Где заказ?", "Здравствуйте! Уже едет.", NOTHING),
        ("greeting", "Где заказ?", "Уже едет.", NOTHING),
        ("language", "Where is my order?", "Заказ уже едет.", ["Заказ уже едет"]),
        ("language", "Где мой заказ?", "Заказ уже едет.", NOTHING),
        ("language", "12345", "Заказ уже едет.", NOTHING),
        ("language", "Where is my order?", "12345", NOTHING),
        ("details", "Кран на кухне течёт.", "Ваше мнение очень важно.", START),
        ("details", "Кран на кухне течёт.", "Мастер починит кран завтра.", NOTHING),
        ("details", "Кран на кухне течёт.", "Кухню осмотрим завтра.", NOTHING),
        ("details", "Заказ 4417 опять пропал", "По номеру 4417 ответим завтра.", NOTHING),
        ("details", "Здравствуйте! Подскажите", "Ваше мнение очень важно.", NOTHING),
        ("details", "Спасибо, кран!", "Ваше мнение очень важно.", NOTHING),
        ("questions", "Кран течёт. Когда приедет мастер?", "Ваше мнение очень важно.", START),
        ("questions", "Кран течёт. Когда приедет мастер?", "Мастер завтра в 9:00.", NOTHING),
        ("questions", "Когда приедет мастер? Какой у вас телефон офиса?", "Мастер завтра.", START),
        ("questions", "Приедет мастер.", "Ваше мнение очень важно.", NOTHING),
        ("questions", "Почему?", "Ваше мнение очень важно.", NOTHING),
        ("questions", "Мастер едет?! Офис закрыт?", "Ваше мнение очень важно.", [*START, *START]),
    ],
)
def test_the_reply_is_compared_with_the_customers_words(linters, aspect, customer, reply, expected):
    assert found(linters[aspect, "ru"], customer, reply) == expected


@pytest.mark.parametrize(
    ("aspect", "customer", "reply", "expected"),
    [
        ("emoji", "Where is my order?", "On its way 🙂", ["🙂"]),
        ("greeting", "Hello! Where is my order?", "On its way.", START),
        ("greeting", "Hello! Where is my order?", "Hi Ann! On its way.", NOTHING),
        ("language", "Где мой заказ?", "On its way.", ["On its way"]),
        ("language", "4417 👍", "On its way.", NOTHING),
        ("details", "The kitchen tap leaks.", "Your opinion is important to us.", START),
        ("details", "The kitchen tap leaks.", "We will mend the tap tomorrow.", NOTHING),
        ("details", "Hello, please help me", "Your opinion is important to us.", NOTHING),
        ("questions", "Tap leaks. When will the plumber come?", "We are always there.", START),
        ("questions", "Tap leaks. When will the plumber come?", "He comes at 9.", NOTHING),
    ],
)
def test_english_replies_are_compared_too(linters, aspect, customer, reply, expected):
    assert found(linters[aspect, "en"], customer, reply) == expected


@pytest.mark.parametrize("aspect", list(COMPARISONS))
def test_without_the_customers_words_nothing_is_compared(linters, aspect):
    assert found(linters[aspect, "ru"], None, "Ты где 🙂") == NOTHING


@pytest.mark.parametrize("aspect", list(COMPARISONS))
@pytest.mark.parametrize("text", ["", "🙂", "?", "> да", "\ud800"])
def test_any_texts_can_be_compared(linters, aspect, text):
    found(linters[aspect, "ru"], text, "Ты где?")
    found(linters[aspect, "ru"], "Ты где?", text)
    found(linters[aspect, "ru"], text, text)


@pytest.mark.parametrize(
    ("role", "private", "expected"),
    [
        (Role.AGENT, False, NOTHING),
        (Role.AGENT, True, START),
        (Role.BOT, False, START),
    ],
)
def test_the_agent_greets_once_in_a_conversation(linters, role, private, expected):
    before = (
        Message(Role.CUSTOMER, "Добрый день! Где заказ?"),
        Message(role, "Здравствуйте! Смотрим.", private=private),
        Message(Role.CUSTOMER, "Ну что?"),
    )
    result = linters["greeting", "ru"].check(Conversation("Уже едет.", before))
    assert [finding.text for finding in result.findings] == expected


def test_the_question_is_told(linters):
    result = linters["questions", "ru"].check(
        "Ваше мнение важно.", customer="Кран течёт. Когда приедет мастер? Жду."
    )
    [finding] = result.findings
    assert finding.message == "Когда приедет мастер"
    assert (finding.start, finding.end) == (0, 0)
