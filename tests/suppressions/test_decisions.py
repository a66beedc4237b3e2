from datetime import date

import pytest

from replylint.conversation import Conversation
from replylint.errors import Place, SettingsError, Written
from replylint.suppressions.suppression import Suppression


def decision(name, **more):
    return Suppression(name, "так надо", Written(Place("i.yaml", 2, 3)), **more)


def test_a_decision_of_the_file_may_be_narrow(checked, tmp_path):
    narrow = {"paths": ("a/*.txt",), "base": tmp_path, "id": "7", "text": "Плохо"}
    source = str(tmp_path / "a" / "x.txt")
    reply = "Плохо, плохо."
    assert checked(reply, decision("blame", **narrow), id="7", source=source)[0].findings == ()
    assert len(checked(reply, decision("blame", **narrow), id="8", source=source)[0].findings) == 2
    assert len(checked(reply, decision("blame", **narrow), id="7")[0].findings) == 2
    narrow["text"] = "хорошо"
    assert len(checked(reply, decision("blame", **narrow), id="7", source=source)[0].findings) == 2


def test_a_decision_holds_to_its_last_day(checked, today):
    assert checked("плохо", decision("bad-word", until=today))[0].findings == ()
    result, linter = checked("плохо", decision("bad-word", until=date(2025, 5, 4)))
    assert len(result.findings) == 1
    [idle] = linter.idle_suppressions()
    assert str(idle.place) == "i.yaml:2:3"
    assert "ended on 2025-05-04" in idle.message


def test_an_idle_decision_is_told_when_its_replies_were_checked(checked, tmp_path):
    narrow = decision("bad-word", paths=("a.txt",), base=tmp_path)
    _result, linter = checked("хорошо", decision("horror"), narrow)
    assert linter.idle_suppressions() == []
    linter.check("хорошо")
    assert ["horror" in idle.message for idle in linter.idle_suppressions()] == [True]
    linter.check(Conversation("хорошо", source=str(tmp_path / "a.txt")))
    assert len(linter.idle_suppressions()) == 2
    linter.check(Conversation("плохо ужас", source=str(tmp_path / "a.txt")))
    assert linter.idle_suppressions() == []


def test_a_decision_about_an_unknown_rule_is_an_error(checked):
    with pytest.raises(SettingsError, match="did you mean “horror”") as caught:
        checked("", decision("horor"))
    assert str(caught.value.place) == "i.yaml:2:3"


def test_a_decision_may_name_a_rule_that_is_not_loaded(checked):
    assert checked("плохо", decision("calm-down"))[0].suppressed == ()


def test_a_decision_for_a_reply_or_file_that_is_not_there_is_told(checked, tmp_path):
    (tmp_path / "a.yml").write_text("", encoding="utf-8")
    here = {"base": tmp_path, "paths": ("m/none.yml",)}
    _result, linter = checked(
        "Добро.",
        decision("bad-word", **here),
        decision("bad-word", id="Курьер груп"),
        decision("bad-word", id="Совсем другое"),
        decision("bad-word", id="Курьер груб"),
        decision("bad-word", base=tmp_path, paths=("**/*.yml",)),
        id="Курьер груб",
    )
    assert [problem.message for problem in linter.unmatched_suppressions()] == [
        "no file fits “m/none.yml”, so this decision lets nothing be",
        "no reply here has the id “Курьер груп”, so this decision lets nothing be; did you mean "
        "“Курьер груб”?",
    ]
