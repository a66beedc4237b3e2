"""Everything in `examples/` is run: what is good is clean, what is bad is found."""

import json
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from replylint.conversation import Conversation
from replylint.exports.chat import Chat, Wanted
from replylint.exports.reading import read_exports
from replylint.linter import Linter
from replylint.selftest import run_examples
from replylint.sources.item import Note
from replylint.sources.paths import Inputs, read_paths

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFTS = sorted(EXAMPLES.glob("drafts/*.txt"))
EXPECTED = {
    "refund-refused": {"calm-down", "already-told-you", "refusal-without-alternative"},
    "parcel-lost": {"your-opinion-matters", "apologises-emptily", "soon"},
    "login-code": {"asks-secret-code"},
    "wifi-router": {"you-did-wrong", "do-not-be-nervous", "trouble-made-small"},
    "en-late-refund": {"calm-down", "already-told-you", "refusal-without-alternative"},
}
RUN = "from replylint.commands.main import main; main()"
CLEAN_CHATS = {"c-02", "c-03", "c-06", "c-08", "c-10"}


def rules_of(result):
    assert result.failures == ()
    return {finding.rule for finding in result.findings}


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_a_draft_is_judged_as_its_name_says(path, shipped):
    found = rules_of(shipped.check(path.read_text(encoding="utf-8")))
    if path.stem.endswith("-better"):
        assert found == set()
    else:
        assert found >= EXPECTED[path.stem]


def test_every_better_draft_answers_a_worse_one():
    names = {path.stem for path in DRAFTS}
    assert {name.removesuffix("-better") for name in names} == set(EXPECTED)


def read(path):
    return list(read_paths(Inputs((str(path),)), None))


def test_the_conversation_is_read_whole_and_its_private_note_is_not_the_customers(shipped):
    data = json.loads((EXAMPLES / "conversation.json").read_text(encoding="utf-8"))
    assert {message["role"] for message in data["messages"]} == {"customer", "agent"}
    [item] = read(EXAMPLES / "conversation.json")
    assert "вечер" not in (item.conversation.customer or "")
    assert "cannot-help" in rules_of(shipped.check(item.conversation))


def test_the_good_chats_are_clean_and_the_bad_ones_are_found(shipped):
    items = read(EXAMPLES / "chats.jsonl")
    assert len(items) == 10
    clean = {
        item.conversation.id for item in items if not rules_of(shipped.check(item.conversation))
    }
    assert clean == CLEAN_CHATS


def test_the_custom_pack_passes_its_examples_and_those_of_its_changes():
    linter = Linter([EXAMPLES / "custom-pack" / "acme.yml"])
    own = [str(f) for f in run_examples(linter) if f.pack.name == "acme" or f.rule.changed_by]
    assert own == []


def test_the_custom_pack_changes_what_check_says(shipped):
    linter = Linter(["ru", EXAMPLES / "custom-pack" / "acme.yml"])
    draft = (EXAMPLES / "custom-pack" / "draft.txt").read_text(encoding="utf-8")
    before, after = shipped.check(draft), linter.check(draft)
    assert rules_of(after) - rules_of(before) == {
        "hotel-jargon",
        "guest-not-client",
        "offer-the-luggage-room",
    }
    assert after.critical
    assert not before.critical
    assert rules_of(shipped.check("Я вас услышал.")) == {"heard-you"}
    assert rules_of(linter.check("Я вас услышал.")) == set()
    bot = Conversation("Ожидайте.", channel="bot")
    assert "wait-for-it" in rules_of(shipped.check(bot))
    assert "wait-for-it" not in rules_of(linter.check(bot))


def test_the_settings_of_the_custom_pack_are_found():
    done = subprocess.run(
        [sys.executable, "-c", RUN, "check", "--format", "json", "draft.txt"],
        cwd=EXAMPLES / "custom-pack",
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    packs = {pack["name"] for pack in json.loads(done.stdout)["tool"]["packs"]}
    assert {"acme", "ru/tone"} <= packs


def test_the_script_for_the_library_runs(capsys):
    runpy.run_path(str(EXAMPLES / "check_drafts.py"))
    lines = capsys.readouterr().out.splitlines()
    assert any("refund-refused.txt" in line for line in lines)
    assert lines[-1].startswith("acme:guest-not-client")


def test_the_export_is_read_whole():
    chats = list(read_exports([EXAMPLES / "chats"], Wanted()))
    chats = [item for item in chats if not isinstance(item, Note)]
    assert all(isinstance(chat, Chat) for chat in chats)
    replies = [reply for chat in chats for reply in chat.replies()]
    assert (len(chats), len(replies)) == (300, 428)
    assert {chat.channel for chat in chats} == {"chat", "email"}
    assert {chat.team for chat in chats} == {"Первая линия", "Претензии"}
    assert len({reply.author for reply in replies}) == 6
    days = {reply.sent_at.date() for reply in replies}
    assert (max(days) - min(days)).days >= 28
