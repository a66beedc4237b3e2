from datetime import date

import pytest

from replylint.conversation import Conversation
from replylint.errors import Place, SettingsError, Written
from replylint.linter import Linter
from replylint.suppressions import Suppression, comments_in
from support import rule, write_pack

RULES = "rules:\n" + rule('forbid: ["плохо"]', "bad-word")
RULES += rule('forbid: ["ужас"]', "horror", category="lecturing")
TODAY = date(2025, 5, 5)


@pytest.fixture
def checked(tmp_path):
    """Checks a reply with two rules and these decisions; gives the result and the linter."""
    path = write_pack(tmp_path, RULES)

    def checked(reply, *suppressions, **more):
        linter = Linter([path], suppressions=suppressions, today=lambda: TODAY)
        return linter.check(Conversation(reply, **more)), linter

    return checked


def decision(name, **more):
    return Suppression(name, "так надо", Written(Place("i.yaml", 2, 3)), **more)


def left(result):
    return [(finding.text, finding.line) for finding in result.findings]


@pytest.mark.parametrize("name", ["bad-word", "ru/probe:bad-word", "blame", "ru/probe"])
def test_a_comment_lets_be_what_it_names(checked, name):
    result, _linter = checked(f"Всё плохо. <!-- replylint: ignore {name}: цитата: да -->")
    assert (result.findings, result.score) == ((), 100)
    [suppressed] = result.suppressed
    assert suppressed.finding.text == "плохо"
    assert suppressed.reason == "цитата: да"
    assert str(suppressed.place) == "<text>:1:12"
    assert result.idle_suppressions == ()


def test_a_comment_covers_its_line_only(checked):
    reply = "плохо\nплохо <!-- replylint: ignore bad-word: да -->\nплохо ужас"
    assert left(checked(reply)[0]) == [("плохо", 1), ("плохо", 3), ("ужас", 3)]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_comment_alone_covers_the_paragraph_below(checked, end):
    lines = ["плохо", "", " <!-- replylint: ignore bad-word,lecturing: да -->", "", "плохо", "ужас"]
    reply = end.join([*lines, "", "плохо"])
    assert left(checked(reply)[0]) == [("плохо", 1), ("плохо", 8)]


def test_two_comments_above_one_paragraph(checked):
    reply = (
        "<!-- replylint: ignore horror: а -->\n<!-- REPLYLINT : ignore bad-word : б -->\nплохо ужас"
    )
    result, _linter = checked(reply)
    assert [s.reason for s in result.suppressed] == ["б", "а"]


def test_a_comment_for_the_whole_text_and_over_several_lines(checked):
    result, _linter = checked(
        "плохо\n\n<!-- replylint: ignore-file\n bad-word:\n долгая\n причина -->"
    )
    assert [s.reason for s in result.suppressed] == ["долгая причина"]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("<!-- replylint: ignore bad-word -->", "gives no reason"),
        ("<!-- replylint: ignore bad-word: -->", "gives no reason"),
        ("<!-- replylint: ignore: причина -->", "cannot be understood"),
        ("<!-- replylint: disable bad-word: причина -->", "cannot be understood"),
        ("<!-- replylint ignore bad-word: причина -->", "cannot be understood"),
        ("<!-- replylint: ignore bad-word: причина", "cannot be understood"),
        ("<!-- replylint: ignore bad-wrod: причина -->", "did you mean “bad-word”?"),
        ("<!-- replylint: ignore horror: причина -->", "nothing is found here that “horror”"),
    ],
)
def test_a_comment_that_does_nothing_is_told(checked, comment, message):
    result, _linter = checked(f"плохо\n плохо {comment}")
    [idle] = result.idle_suppressions
    assert message in idle.message
    assert str(idle.place) == "<text>:2:8"
    assert len(result.findings) == 2


def test_other_comments_are_no_business_of_ours():
    assert comments_in("<!-- a --> <!-- ignore --> replylint: ignore x: y", "a") == ([], [])


def test_many_comments_cost_no_time():
    for piece in (
        "<!-- replylint: ignore a: b -->",
        "<!-- replylint:",
        "<!-- replylint: ignore a,",
    ):
        comments_in(piece * 5000, "a")


def test_a_decision_of_the_file_may_be_narrow(checked, tmp_path):
    narrow = {"paths": ("a/*.txt",), "base": tmp_path, "id": "7", "text": "Плохо"}
    source = str(tmp_path / "a" / "x.txt")
    reply = "Плохо, плохо."
    assert checked(reply, decision("blame", **narrow), id="7", source=source)[0].findings == ()
    assert len(checked(reply, decision("blame", **narrow), id="8", source=source)[0].findings) == 2
    assert len(checked(reply, decision("blame", **narrow), id="7")[0].findings) == 2
    narrow["text"] = "хорошо"
    assert len(checked(reply, decision("blame", **narrow), id="7", source=source)[0].findings) == 2


def test_a_decision_holds_to_its_last_day(checked):
    assert checked("плохо", decision("bad-word", until=TODAY))[0].findings == ()
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
