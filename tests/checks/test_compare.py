from support import linter_of, problems_of, rule, told

BODY = "rules:\n" + rule("compare: emoji", **{"except": '["спасибо .. #emoji"]'})


def test_only_the_customers_public_words_are_compared(lint):
    linter = lint(BODY)
    assert [f.text for f in linter.check("Едем 🙂", customer="Где вы?").findings] == ["🙂"]
    assert linter.check("Едем 🙂").findings == ()


def test_conditions_hold_for_comparisons_too(tmp_path):
    linter = linter_of(tmp_path, BODY)
    result = linter.check("Спасибо вам 🙂 Едем 🚚", customer="Где вы?")
    assert [finding.text for finding in result.findings] == ["🚚"]


def test_an_aspect_that_is_none_is_refused(pack):
    [problem] = problems_of(pack("rules:\n" + rule("compare: emojy")))
    assert told(problem).startswith("10:14 “emojy” is not one of: address, emoji, ")
    assert problem.message.endswith("did you mean “emoji”?")
