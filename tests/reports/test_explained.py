from replylint.explanation import (
    Comparison,
    Explanation,
    NearestSentence,
    QuestionSeen,
    Side,
    Verdict,
)
from replylint.reports.explained import explained_lines
from replylint.reports.machine import explanation_record
from replylint.reports.paint import Paint

NEAREST = NearestSentence("Привезём завтра.", 0, 15, ("time",), ("привезти",), 0.41)
WHEN = QuestionSeen("Когда привезут?", "when", ("time",), NEAREST, Verdict.ANSWERED, 0.05)
LEFT = QuestionSeen("Почём?", "price", ("money",), NEAREST, Verdict.UNANSWERED, 0.93)
ALONE = QuestionSeen("Где?", "where", ("place",), None, Verdict.UNSURE, None)
SIDES = (Side("reply", "ask-order", "номер"), Side("customer", "gave-order", "заказ 4417"))
KNOWN = Comparison(0, "asks-known-number", SIDES)


def lines(*questions, comparisons=()):
    explanation = Explanation(questions, comparisons)
    return "\n".join(explained_lines(explanation, [3], Paint(coloured=False), 80))


def test_an_answer_and_its_reasons():
    assert lines(WHEN) == (
        "The customer's questions\n"
        "    “Когда привезут?” · asks when\n"
        "        taken for the answer: “Привезём завтра.” (95% sure)\n"
        "        it has what was asked for: a day or time; the same words: привезти;\n"
        "        likeness of meaning (sentence vectors): 0.41"
    )


def test_a_question_left():
    assert "nothing is taken for an answer (93% sure); the nearest is “Прив" in lines(LEFT)
    assert "no sentence of the reply could answer it" in lines(ALONE)


def test_what_a_finding_compared():
    assert lines(comparisons=(KNOWN,)) == (
        "What the findings compared\n"
        "    3 asks-known-number\n"
        "        in the reply (ask-order): “номер”\n"
        "        in the customer's words (gave-order): “заказ 4417”"
    )


def test_nothing_to_explain():
    assert lines() == "Nothing here was judged beside another message."


def test_the_record():
    record = explanation_record(Explanation((WHEN,), (KNOWN,)))
    [question] = record["questions"]
    assert question["verdict"] == "answered"
    assert question["nearest"]["similarity"] == 0.41
    [comparison] = record["comparisons"]
    assert comparison["sides"][1] == {
        "where": "customer",
        "signal": "gave-order",
        "text": "заказ 4417",
    }
    assert explanation_record(None) is None
