"""The plan asks fewer rules and finds exactly what asking all of them finds."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from replylint.checks.plan import Plan
from replylint.conversation import Conversation
from replylint.linter import Linter
from replylint.signals.reading import Reading
from replylint.text.document import Document
from strategies import replies
from support import write_pack

PACK = """signals:
  refusal: {match: ["не {мочь} ..2 {помочь}", "#url"]}
  sorry: {match: ["{жаль}", "извините"]}
  both: {all: {of: [refusal, sorry], within: reply}}
  either: {any: [refusal, sorry]}
  around: {near: {of: [refusal, sorry], words: 5}}
  chain: {match: ["&sorry .. &refusal"]}
  shouted: {regex: "!{2,}"}
rules:
"""
KINDS = {
    "forbid": "forbid: {}",
    "when": "when: {}\n    require: sorry",
    "require": "require: {}",
}
EXAMPLES = "examples: {bad: ['[[да]]', '[[да]]', '[[да]]'], good: ['нет', 'нет', 'нет']}"
TOLD = f"    message: m\n    why: w\n    source: s\n    {EXAMPLES}\n"
SIGNALS = ["refusal", "sorry", "both", "either", "around", "chain", "shouted"]
CONDITIONS = ["", "channels: [chat]", "channels: [-chat]", "needs: customer", "if-customer: sorry"]
FRAGMENTS = [
    "Извините",
    "мне жаль",
    "не можем вам помочь",
    "не могу",
    "https://a.ru",
    "да",
    "нет!!",
]
texts = st.lists(st.sampled_from(FRAGMENTS), max_size=6).map(". ".join)


def _rules():
    for kind, form in KINDS.items():
        for signal in SIGNALS:
            for number, condition in enumerate(CONDITIONS):
                yield (
                    f"  {kind}-{signal}-{number}:\n    category: blame\n    severity: warning\n"
                    f"    {form.format(signal)}\n    {condition}\n" + TOLD
                )
    yield (
        "  swapped:\n    category: officialese\n    severity: warning\n"
        '    swap: {"{жаль}": "печально", "извините": "простите"}\n' + TOLD
    )


@pytest.fixture(scope="module")
def probe(tmp_path_factory):
    path = write_pack(tmp_path_factory.mktemp("plan"), PACK + "".join(_rules()))
    return Linter([path])


@pytest.fixture(scope="module")
def shipped():
    return Linter(["ru"])


def found(rules, document, book, reply):
    reading = Reading(document, book, reply)
    return [finding for rule in rules(reading) for finding in rule.findings(reading)]


def agree(linter, reply):
    [book] = [book for book in linter.books if book.language == "ru"]
    plan, document = Plan(book.rules, book.signals), Document(reply.reply)
    planned = found(plan.rules_for, document, book.signals, reply)
    assert planned == found(lambda _reading: book.rules, document, book.signals, reply)
    return planned


@given(texts, st.none() | texts, st.sampled_from([None, "chat", "email"]))
def test_every_kind_of_judgement_and_signal(probe, reply, customer, channel):
    agree(probe, Conversation.of(reply, customer=customer, channel=channel))


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(replies, st.none() | replies)
def test_the_shipped_rules_on_generated_replies(shipped, reply, customer):
    agree(shipped, Conversation.of(reply, customer=customer))


def test_the_shipped_rules_on_their_examples(shipped):
    [book] = shipped.books
    examples = [example for rule in book.rules for example in rule.examples][::25]
    assert sum(len(agree(shipped, example.conversation())) for example in examples) > 20


def test_most_rules_are_not_asked(shipped):
    [book] = shipped.books
    reading = Reading(Document("Заказ уже едет, курьер позвонит за час."), book.signals)
    assert len(list(Plan(book.rules, book.signals).rules_for(reading))) < len(book.rules) / 4


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(texts)
def test_a_signal_stands_where_it_is_found(probe, text):
    [book] = [book for book in probe.books if book.language == "ru"]
    document = Document(text)
    for name in SIGNALS:
        full = next(known for known in book.signals.signals if known.endswith(f".{name}"))
        stands = Reading(document, book.signals).stands(full)
        assert stands == bool(Reading(document, book.signals).find(full))
