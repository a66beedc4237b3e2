"""What a judgement beside other messages went by."""

from dataclasses import replace
from datetime import datetime

from replylint.conversation import Conversation, Message, Role
from replylint.explanation import Verdict
from replylint.linter import Linter

ASKED = "Заказ № 60213, когда привезут? И можно ли оплатить картой?"


def explained(linter, reply, customer):
    return linter.check(reply, customer=customer, explain=True).explanation


def test_nothing_is_explained_unless_asked_for(shipped):
    assert shipped.check("Привезём завтра.", customer=ASKED).explanation is None


def test_each_question_with_its_answer_and_why(shipped):
    reply = "Заказ привезём завтра к обеду. Да, картой оплатить можно."
    when, card = explained(shipped, reply, ASKED).questions
    assert (when.asks, card.asks) == ("when", "whether")
    assert when.nearest.text == "Заказ привезём завтра к обеду."
    assert "time" in when.nearest.gives
    assert reply[card.nearest.start : card.nearest.end] == "Да, картой оплатить можно"
    assert {"карта", "оплатить"} <= set(card.nearest.shared)
    assert {when.verdict, card.verdict} == {Verdict.ANSWERED}
    assert -1 <= card.nearest.similarity <= 1


def test_a_question_left(shipped):
    reply = "Ваше обращение зарегистрировано. Благодарим за понимание."
    when, _card = explained(shipped, reply, ASKED).questions
    assert when.verdict is Verdict.UNANSWERED
    assert when.unanswered > 0.6


def test_findings_say_what_they_compared(shipped):
    result = shipped.check("Сообщите номер заказа.", customer=ASKED, explain=True)
    told = {one.rule: one for one in result.explanation.comparisons}
    comparison = told["asks-known-number"]
    assert result.findings[comparison.finding].rule == "asks-known-number"
    ours, theirs = comparison.sides
    assert (ours.where, ours.signal, ours.text) == ("reply", "ask-order", "номер заказа")
    assert (theirs.where, theirs.signal) == ("customer", "gave-order")
    assert "60213" in theirs.text


def test_an_earlier_message_is_a_side(shipped):
    before = (
        Message(Role.AGENT, "Ответим до 15:00.", datetime(2026, 3, 2, 11)),
        Message(Role.CUSTOMER, "Жду"),
    )
    reply = Conversation("Платёж нашли.", before, sent_at=datetime(2026, 3, 2, 17, 40))
    comparisons = shipped.check(reply, explain=True).explanation.comparisons
    [late] = [one for one in comparisons if one.rule == "later-than-promised"]
    assert [(side.where, side.text) for side in late.sides] == [("earlier", "Ответим до 15:00.")]


def test_without_models_words_decide(shipped):
    linter = shipped.with_settings(replace(shipped.settings, learned=False))
    [question] = explained(linter, "Приедет завтра.", "Когда приедет мастер?").questions
    assert (question.verdict, question.unanswered) == (Verdict.ANSWERED, None)
    assert question.nearest.similarity is None


def test_english_replies_are_explained():
    linter = Linter(["en"])
    [question] = explained(linter, "It arrives on Friday.", "When does it arrive?").questions
    assert (question.asks, question.nearest.gives) == ("when", ("time",))
    assert question.unanswered is None


def test_no_customer_nothing_to_compare(shipped):
    explanation = shipped.check("Привезём завтра.", explain=True).explanation
    assert explanation.questions == explanation.comparisons == ()
