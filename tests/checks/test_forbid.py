from support import forbidding, found, rule


def test_every_match_is_a_finding(lint):
    linter = lint(forbidding("успокойтесь"))
    assert found(linter, "Успокойтесь! Ну успокойтесь.") == ["Успокойтесь", "успокойтесь"]


def test_a_reply_without_it_is_clean(lint):
    assert found(lint(forbidding("успокойтесь")), "Всё хорошо.") == []


def test_a_named_signal_can_be_forbidden(lint):
    linter = lint('signals:\n  calm: {match: ["тише"]}\nrules:\n' + rule("forbid: calm"))
    assert found(linter, "Тише, тише.") == ["Тише", "тише"]


def test_a_signal_of_a_used_pack_can_be_forbidden(pack, lint):
    pack('signals:\n  calm: {match: ["тише"]}\n', "ru/other")
    linter = lint("rules:\n" + rule('forbid: ["&calm .. там"]'), uses=["ru/other"])
    assert found(linter, "Тише вы там!") == ["Тише вы там"]
