"""Sentences in another language than most of the reply are judged by the rules of theirs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.linter import Linter
from replylint.settings.settings import Settings
from support import found, install_plugin, rule, write_pack

ENGLISH = "Your order ships tomorrow, the courier will call an hour before he comes."
RUSSIAN_PACK = """
signals:
  way-on: {match: ["зато"]}
  loud: {measure: {measure: exclamation_marks, max: 0}}
  silent: {not: way-on}
  dull: {not: {signal: way-on, within: sentence}}
  both: {all: {of: [bad, loud], within: reply}}
  bad: {match: ["ужас"]}
  no-way: {all: {of: [bad, silent], within: reply}}
  no-way-here: {all: {of: [bad, dull], within: sentence}}
rules:
"""


@pytest.fixture
def judge(tmp_path):
    """Writes one Russian rule and an English pack; gives what is found in a reply."""

    def judge(judgement, reply, **keys):
        russian = write_pack(tmp_path, RUSSIAN_PACK + rule(judgement, **keys), "ru/probe")
        english = tmp_path / "english.yml"
        english.write_text(
            "pack: en/probe\ntitle: T\nlanguage: en\n"
            'signals:\n  way-on: {match: ["instead"]}\nrules:\n'
            + rule('forbid: ["#money"]').replace("[[плохо]]", "[[$5]]"),
            encoding="utf-8",
        )
        return found(Linter([russian, english]), reply)

    return judge


@pytest.mark.parametrize(
    ("judgement", "expected"),
    [
        ('forbid: ["ужас"]', ["ужас"]),
        ('forbid: ["#number"]', []),
        ("forbid: way-on", []),
        ("forbid: loud", []),
        ("forbid: both", []),
        ("forbid: no-way", []),
        ("forbid: no-way-here", ["ужас"]),
        ('swap: {"ужас": беда}', ["ужас"]),
        ('require: ["спасибо"]', []),
        ("limit: {measure: words, max: 3}", []),
        ("when: bad\n    require: way-on", []),
        ("when: bad\n    require: way-on\n    within: sentence", ["ужас"]),
        ("check: doubled-word", ["вам вам"]),
    ],
)
def test_only_what_stands_in_a_sentence_is_found_there(judge, judgement, expected):
    assert judge(judgement, f"4417! {ENGLISH} Какой ужас, что вам вам!") == expected


@pytest.mark.parametrize(
    ("beside", "excused"), [(ENGLISH, False), ("Take the other one instead, please.", True)]
)
@pytest.mark.parametrize("within", ["reply", "near 1 sentence", "paragraph"])
def test_a_condition_is_met_in_either_language(judge, beside, excused, within):
    reply = f"{ENGLISH} {beside} Какой ужас."
    unless = f"{{signal: way-on, within: {within}}}"
    assert judge("forbid: bad", reply, unless=unless) == ([] if excused else ["ужас"])


def test_what_is_said_already_is_not_said_again(judge):
    assert judge('forbid: ["#money"]', f"{ENGLISH} Мы вернём вам $5.") == ["5"]


@pytest.mark.parametrize(("mark", "expected"), [("", []), ("finds = alone(finds)", ["ужас"])])
def test_a_plugin_is_asked_when_it_looks_at_each_sentence_alone(
    judge, tmp_path, monkeypatch, mark, expected
):
    code = (
        "from replylint.signals.plugin import sentence_by_sentence as alone\n"
        "def finds(document, conversation, parameters):\n"
        "    at = document.text.find('ужас')\n"
        "    return [(at, at + 4)] if at >= 0 else []\n"
    )
    name = f"beside_{bool(mark)}".lower()
    install_plugin(tmp_path, monkeypatch, name, code + mark, checks=f"{name} = {name}:finds")
    assert judge(f"check: {name}", f"{ENGLISH} Какой ужас.") == expected


PIECES = (
    *("Успокойтесь, пожалуйста.", "Мы ничего не можем сделать!", "Ждите\n", "😀", "e\u0308лка. "),
    *("Please calm down.", "We can't help you!", "Calm down\n", "\r\n\r\n", "«тише»", "{{name}}"),
    *("Ваш заказ едет завтра, курьер позвонит за час.", ENGLISH, " ", " — ", "4417", "> да нет\n"),
)


@given(reply=st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join))
def test_findings_of_both_languages_stand_in_order_at_their_words(words_only, reply):
    result = words_only.check(reply)
    places = [(finding.start, finding.end) for finding in result.findings]
    assert result.failures == ()
    assert [start for start, _end in places] == sorted(start for start, _end in places)
    assert len(set(result.findings)) == len(result.findings)
    for finding in result.findings:
        assert finding.text == reply[finding.start : finding.end]
        lines = reply[: finding.start].replace("\r\n", "\n").split("\n")
        assert finding.line == len(lines)


@given(
    before=st.lists(st.sampled_from(("😀", "e\u0308", "4417", "\r\n", ENGLISH)), max_size=4),
    after=st.lists(st.sampled_from(("😀", "\n", "4417.", ENGLISH)), max_size=4),
)
def test_the_place_is_that_of_the_reply(words_only, before, after):
    start = " ".join((ENGLISH, *before, ""))
    reply = " ".join((f"{start}Успокойтесь, пожалуйста.", *after))
    found = {(f.rule, f.start, f.text) for f in words_only.check(reply).findings}
    assert ("calm-down", len(start), "Успокойтесь") in found


@pytest.fixture(scope="module")
def words_only():
    return Linter(settings=Settings(learned=False))
