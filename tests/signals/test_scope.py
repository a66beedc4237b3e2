import pytest

from replylint.conversation import Conversation, Message, Role
from replylint.signals.scope import REPLY, Reach, Scope
from support import found, rule


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("sentence", Scope(Reach.SENTENCES)),
        ("next 1 sentence", Scope(Reach.SENTENCES, 0, 1)),
        ("next 2 sentences", Scope(Reach.SENTENCES, 0, 2)),
        ("near 2 sentences", Scope(Reach.SENTENCES, 2, 2)),
        ("next 12 sentences", Scope(Reach.SENTENCES, 0, 12)),
        ("paragraph", Scope(Reach.PARAGRAPH)),
        ("reply", REPLY),
        ("thread", Scope(Reach.THREAD)),
    ],
)
def test_this_notation_is_read(text, scope):
    assert Scope.of(text) == scope


@pytest.mark.parametrize(
    "text",
    ["", "sentences", "next sentence", "next 0 sentences", "next -1 sentences", "far 2 sentences"],
)
def test_any_other_notation_is_a_value_error(text):
    with pytest.raises(ValueError, match=text or "^$"):
        Scope.of(text)


REFUSAL = "Раз. Два. Отказ. Три. Четыре.\n\nПять."


@pytest.mark.parametrize(
    ("within", "reached"),
    [
        ("sentence", {"отказ"}),
        ("next 1 sentence", {"отказ", "три"}),
        ("next 2 sentences", {"отказ", "три", "четыре"}),
        ("near 1 sentence", {"два", "отказ", "три"}),
        ("near 2 sentences", {"раз", "два", "отказ", "три", "четыре"}),
        ("paragraph", {"раз", "два", "отказ", "три", "четыре"}),
        ("reply", {"раз", "два", "отказ", "три", "четыре", "пять"}),
    ],
)
@pytest.mark.parametrize("word", ["раз", "два", "отказ", "три", "четыре", "пять"])
def test_what_stands_within_a_scope_is_reached(lint, within, reached, word):
    judgement = f'when: ["отказ"]\n    require: ["{word}"]\n    within: {within}'
    linter = lint("rules:\n" + rule(judgement))
    assert found(linter, REFUSAL) == ([] if word in reached else ["Отказ"])


@pytest.mark.parametrize(
    ("role", "private", "expected"),
    [
        (Role.AGENT, False, []),
        (Role.AGENT, True, ["Отказ"]),
        (Role.CUSTOMER, False, ["Отказ"]),
    ],
)
def test_a_thread_is_the_reply_and_the_agents_earlier_messages(lint, role, private, expected):
    linter = lint("rules:\n" + rule('when: ["отказ"]\n    require: ["зато"]\n    within: thread'))
    before = (Message(role, "Зато вот.", private=private),)
    assert found(linter, Conversation("Отказ.", before)) == expected
    assert found(linter, "Отказ. Зато вот.") == []


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        ("sentence", ["Тише"]),
        ("next 1 sentence", ["Тише"]),
        ("near 1 sentence", []),
    ],
)
def test_marks_belong_to_the_sentence_that_they_end(lint, within, expected):
    signals = "signals:\n  shout: {regex: '!!'}\nrules:\n"
    judgement = f'when: ["тише"]\n    require: shout\n    within: {within}'
    linter = lint(signals + rule(judgement))
    assert found(linter, "Раз!! Тише. Вот.") == expected
    assert found(linter, "Раз. Тише!! Вот.") == []


@pytest.mark.parametrize("within", ["sentence", "paragraph", "next 1 sentence"])
def test_what_runs_over_several_sentences_stands_in_each(lint, within):
    signals = "signals:\n  whole: {measure: {measure: words, min: 9}}\nrules:\n"
    judgement = f'when: ["тише"]\n    require: whole\n    within: {within}'
    assert found(lint(signals + rule(judgement)), "Раз. Два.\n\nТише.") == []
