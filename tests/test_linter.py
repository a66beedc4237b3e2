import copy
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path, PurePosixPath
from pickle import dumps, loads

import pytest
from hypothesis import given, settings

from replylint import Linter as PublicLinter
from replylint.conversation import Conversation, Message
from replylint.errors import PackError, Place, Written
from replylint.finding import CATEGORIES, Criterion, Severity
from replylint.linter import Linter
from replylint.settings.choices import Choices
from replylint.settings.settings import Override, Settings
from replylint.suppressions.suppression import Suppression
from replylint.text.document import Document
from strategies import replies, texts
from support import forbidding, found, write_pack

CALM = forbidding("успокойтесь", "{помочь}", category="dismissed-feelings")


def simple_line_and_column(text, position):
    before = text[:position].replace("\r\n", " \n").replace("\r", "\n")
    if text[:position].endswith("\r") and text[position : position + 1] == "\n":
        before = before[:-1] + " "
    return before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1


def check_all(linter, text):
    result = linter.check(text)
    assert result.failures == ()
    assert result.reply == text
    for finding in result.findings:
        assert finding.text == text[finding.start : finding.end]
        assert (finding.line, finding.column) == simple_line_and_column(text, finding.start)
        assert (finding.end_line, finding.end_column) == simple_line_and_column(text, finding.end)
        for edit in finding.edits:
            assert 0 <= edit.start <= edit.end <= len(text)
    assert [f.start for f in result.findings] == sorted(f.start for f in result.findings)
    return result


@settings(max_examples=150)
@given(texts)
def test_any_text_is_checked_without_a_failure(shipped, text):
    check_all(shipped, text)


@settings(max_examples=150)
@given(replies)
def test_every_finding_stands_where_it_says(shipped, text):
    check_all(shipped, text)


@settings(max_examples=60)
@given(texts, texts)
def test_any_customer_is_read_without_a_failure(shipped, text, customer):
    assert shipped.check(text, customer=customer, channel=customer[:5]).failures == ()


@settings(max_examples=60)
@given(texts)
def test_checking_twice_gives_the_same(shipped, text):
    assert shipped.check(text) == shipped.check(text)


def test_line_ends_do_not_change_what_is_found(shipped):
    lines = ["Здравствуйте!", "", "Успокойтесь, пожалуйста.", "Мы ничем не можем помочь."]
    seen = []
    for line_end in ("\n", "\r\n", "\r"):
        result = check_all(shipped, line_end.join(lines))
        seen.append([(f.rule, f.line, f.column, f.text) for f in result.findings])
    assert seen[0] == seen[1] == seen[2]
    assert {f[1] for f in seen[0]} == {3, 4}


def test_the_reply_of_the_issue_is_reported(shipped):
    result = shipped.check("Успокойтесь, пожалуйста. Мы ничем не можем вам помочь.")
    assert {"dismissed-feelings", "missing-alternative", "missing-reason"} <= {
        finding.category for finding in result.findings
    }
    assert result.findings[0].text == "Успокойтесь"
    assert result.score < 50


@pytest.mark.parametrize(
    "reply",
    [
        "Здравствуйте, Ольга! Возврат уже оформили, деньги придут на карту до пятницы.",
        "",
        " \n",
        "🙂",
    ],
)
def test_a_good_reply_is_clean(shipped, reply):
    result = shipped.check(reply)
    assert result.findings == ()
    assert (result.score, result.plain_score, result.critical) == (100.0, 100.0, False)


def test_a_text_without_a_pack_of_its_language_is_clean(lint):
    result = lint(CALM).check("Please calm down right now.")
    assert (result.language, result.findings) == ("en", ())


def test_a_result_hands_through_what_came_in(lint):
    result = lint(CALM).check(Conversation("Успокойтесь.", id="7", source="a.jsonl"))
    assert (result.id, result.source, result.reply) == ("7", "a.jsonl", "Успокойтесь.")
    assert result.language == "ru"
    assert result.worst is Severity.ERROR


def test_the_score_follows_the_settings(pack):
    choices = Choices(penalties={Severity.ERROR: 0.5})
    linter = Linter([pack(CALM)], settings=Settings(choices=choices))
    result = linter.check("Успокойтесь, поможем.")
    assert result.score == 25.0
    assert result.criteria[CATEGORIES["dismissed-feelings"].value] == 25.0
    assert result.criteria[Criterion.HELP.value] == 100.0


def test_many_replies_are_checked_one_at_a_time_in_order(lint):
    asked = []

    def replies_():
        for number in range(1000):
            asked.append(number)
            yield Conversation("Успокойтесь." if number % 2 else "Хорошо.", id=str(number))

    results = lint(CALM).check_many(replies_())
    first = [next(results) for _ in range(3)]
    assert [(r.id, len(r.findings)) for r in first] == [("0", 0), ("1", 1), ("2", 0)]
    assert asked == [0, 1, 2]


def test_a_rule_that_breaks_is_named_and_the_others_go_on(lint, monkeypatch):
    linter = lint(CALM + forbidding("хорошо", name="other").removeprefix("rules:\n"))

    def broken(self, reading):
        raise ZeroDivisionError("сломано")

    first = linter.packs[0].rules[0]
    monkeypatch.setattr(type(first.check), "violations", broken)
    result = linter.check("Успокойтесь, хорошо.")
    assert [failure.rule for failure in result.failures] == ["ru/probe:probe", "ru/probe:other"]
    assert result.failures[0].message == "ZeroDivisionError: сломано"


def test_packs_are_told_with_their_rules(lint):
    [pack] = lint(CALM).packs
    assert (pack.name, pack.title, pack.language, pack.version) == (
        "ru/probe",
        "Проба",
        "ru",
        "1.0.0",
    )
    assert [rule.id for rule in pack.rules] == ["probe"]


def test_no_word_is_reported_outside_its_document(lint):
    linter = lint(CALM)
    text = "ПОМОООЖЕМ! У\u0301спокойтесь; помо\u00adжем, поможеm."
    assert found(linter, text) == ["ПОМОООЖЕМ", "У\u0301спокойтесь", "помо\u00adжем", "поможеm"]
    assert len(Document(text).words) == 4


MIXED = "Your order 4417 ships tomorrow. Успокойтесь, пожалуйста. Please send the order number."


def test_a_reply_in_two_languages_is_judged_in_both(shipped):
    result = shipped.check(MIXED, customer="Where is my order 4417?", explain=True)
    assert result.language == "en"
    assert [(f.pack, f.text, f.start) for f in result.findings if f.pack == "ru/tone"] == [
        ("ru/tone", "Успокойтесь", 32)
    ]
    assert result.explanation is not None
    assert result.score < 70


def test_without_packs_of_the_other_language_its_sentences_are_left_out():
    assert Linter(["en"]).check(MIXED).findings == ()
    assert Linter(["ru"]).check(MIXED).findings == ()


def test_the_linter_is_public():
    assert PublicLinter is Linter


@pytest.mark.parametrize("given", ["чат", "Чат", "live chat", "chat"])
def test_a_channel_goes_by_its_usual_name_whoever_calls(tmp_path, given):
    rule = forbidding("окей").replace("forbid:", "channels: [email]\n    forbid:", 1)
    linter = Linter([write_pack(tmp_path, rule)])
    assert not linter.check("Окей, сделаем.", channel=given).findings
    assert linter.check("Окей, сделаем.", channel="почта").findings


@pytest.mark.parametrize("named", ["instagram", "avito-chat", "авито", "Мой чат"])
@pytest.mark.parametrize("given", ["Instagram", "avito_chat", "АВИТО", "мой  чат"])
def test_a_channel_of_a_team_s_own_is_known_however_it_is_written(tmp_path, named, given):
    rule = forbidding("окей").replace("forbid:", f"channels: [{named}]\n    forbid:", 1)
    found = Linter([write_pack(tmp_path, rule)]).check("Окей.", channel=given).findings
    same = named.lower().replace(" ", "-") == "-".join(given.lower().replace("_", " ").split())
    assert bool(found) == same


def test_channels_that_no_rule_knows_leave_nothing_behind(tmp_path):
    linter = Linter([write_pack(tmp_path, forbidding("окей"))])
    [(_signals, plan)] = linter._by_language.values()
    for number in range(50):
        assert linter.check("Окей.", channel=f"ticket {number}").findings
    assert len(plan._chosen) == 1


def test_the_linter_of_a_file_is_its_own_though_another_is_asked_for_meanwhile(lint):
    """As by another thread, at the moment when it hurts most."""
    override = Override(("other.txt",), Path("/"), Choices(channel="chat"))
    linter = lint(forbidding("тише")).with_settings(Settings(overrides=(override,)))

    class Interrupted(PurePosixPath):
        def __str__(self):
            linter.for_path("/other.txt")
            return super().__str__()

    assert linter.for_path("/other.txt").settings.choices.channel == "chat"
    assert linter.for_path("/own.txt") is linter
    assert linter.for_path(Interrupted("/own.txt")) is linter


def test_several_threads_get_what_one_gets(pack):
    path = pack(forbidding("не можем", "успокойтесь"))
    told = [f"Мы не можем: причин {n}. Успокойтесь{'!' * (n % 3)}" for n in range(40)]
    expected = list(Linter([path]).check_many(told))
    linter = Linter([path])
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            several = list(pool.map(lambda _: [linter.check(one) for one in told], range(8)))
    finally:
        sys.setswitchinterval(interval)
    assert all(results == expected for results in several)


@pytest.mark.parametrize("more", [{"customer": "Где заказ?"}, {"channel": "chat"}])
def test_what_a_conversation_has_itself_is_not_given_beside_it(lint, more):
    with pytest.raises(TypeError, match="in the conversation itself"):
        lint(forbidding("тише")).check(Conversation("Тише."), **more)


def test_a_plain_word_for_the_role_and_a_list_of_messages_are_heard(lint):
    linter = lint(forbidding("тише", needs="customer"))
    reply = Conversation("Тише.", [Message("customer", "Где заказ?")])
    assert len(linter.check(reply).findings) == 1
    assert [len(result.findings) for result in linter.check_many([reply, reply])] == [1, 1]


def test_one_pack_may_be_given_alone(tmp_path):
    path = write_pack(tmp_path, CALM)
    assert [pack.name for pack in Linter(path).packs] == ["ru/probe"]
    assert [pack.name for pack in Linter(str(path)).packs] == ["ru/probe"]


def test_no_pack_at_all_is_an_error():
    with pytest.raises(PackError, match="no pack is named"):
        Linter([])


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"packs": 5}, "packs"),
        ({"packs": ["ru", None]}, r"packs\[1\]"),
        ({"settings": Choices()}, "settings"),
        ({"settings": {}}, "settings"),
        ({"suppressions": ["calm-down"]}, r"suppressions\[0\]"),
    ],
)
def test_a_wrong_argument_of_a_linter_is_named(given, named):
    with pytest.raises(TypeError, match=f"“{named}” takes"):
        Linter(**given)


def test_other_settings_must_be_settings(shipped):
    with pytest.raises(TypeError, match="“settings” takes Settings, not Choices"):
        shipped.with_settings(Choices())


def settled(path):
    """A linter with a decision, made with some settings and then given others."""
    decision = Suppression("probe", "так надо", Written(Place("probe")), text="Успокойтесь")
    linter = Linter([path], settings=Settings(choices=Choices()), suppressions=[decision])
    return linter.with_settings(Settings(choices=Choices(penalties={"error": 0.5})))


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda one: loads(dumps(one))])
def test_a_copy_of_a_linter_judges_as_it_does(tmp_path, copied):
    linter = settled(write_pack(tmp_path, CALM))
    text = "Успокойтесь. Мы поможем."
    other = copied(linter)
    assert other is not linter
    assert other.check(text) == linter.check(text)
    assert other.check(text).score == 50
    assert len(other.check(text).suppressed) == 1


def test_a_copy_shares_the_packs(shipped):
    assert copy.deepcopy(shipped).books is shipped.books


def test_a_linter_goes_to_a_process_that_is_spawned(tmp_path):
    linter = settled(write_pack(tmp_path, CALM))
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        assert pool.submit(linter.check, "Успокойтесь. Мы поможем.").result().score == 50


def test_a_service_that_logs_everything_hears_nothing_of_checking():
    code = """
import logging
logging.basicConfig(level=logging.DEBUG)
from replylint import Linter
linter = Linter()
linter.check("Успокойтесь, пожалуйста.", customer="Где мой заказ?")
"""
    heard = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert (heard.stdout, heard.stderr) == (b"", b"")
