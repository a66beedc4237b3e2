import json
from pathlib import Path

import pytest

from commands.conftest import BAD, GOOD
from replylint import linter as linter_module
from replylint.finding import RuleFailure


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def test_standard_input_with_findings(check):
    called = check(stdin=BAD)
    assert called.code == 1
    assert called.err == ""
    assert "    │ 1~~~~~~~~~~                 2~~~~~~~~~~~~~~~~~~\n" in called.out
    assert "calm-down" in called.out
    assert "no-way-on" in called.out
    assert "\x1b" not in called.out


def test_a_good_reply_is_one_line(check):
    called = check(stdin=GOOD)
    assert (called.code, called.err) == (0, "")
    assert called.out == "All is well: nothing to improve. 100/100\n"


def test_the_shipped_packs_find_what_the_house_was_built_for(call):
    text = "Успокойтесь, пожалуйста. Мы ничем не можем вам помочь."
    called = call("check", "--format", "json", stdin=text)
    assert called.code == 1
    told = json.loads(called.out)
    assert {pack["language"] for pack in told["tool"]["packs"]} >= {"ru"}
    found = {finding["category"]: finding for finding in told["results"][0]["findings"]}
    assert set(found) >= {
        "dismissed-feelings",
        "refusal",
        "missing-alternative",
        "missing-reason",
    }
    for finding in found.values():
        assert text[finding["start"] : finding["end"]] == finding["text"]


def test_text_files_folders_and_standard_input(check):
    Path("in").mkdir()
    Path("in/a.txt").write_text(BAD, encoding="utf-8")
    Path("in/b.txt").write_text(GOOD, encoding="utf-8")
    called = check("in", "-", "--format", "jsonl", stdin=GOOD)
    assert called.code == 1
    assert [line["source"] for line in lines(called.out)] == [
        str(Path("in/a.txt")),
        str(Path("in/b.txt")),
        "<stdin>",
    ]


def test_text_in_the_command_line(check):
    assert check("--text", BAD).code == 1
    assert check("--text", GOOD).code == 0
    assert "the reply is empty" in check("--text", " ").err


@pytest.mark.parametrize(
    ("severity", "code"), [("info", 1), ("warning", 1), ("error", 0), ("critical", 0)]
)
def test_fail_on(check, severity, code):
    called = check("--fail-on", severity, "--text", "Мы не можем вам помочь.")
    assert called.code == code
    assert "no-way-on" in called.out


def test_conversations_in_json(check):
    record = {"id": "c-1", "customer": "Где заказ?", "reply": BAD}
    called = check("--input", "json", "--format", "json", stdin=json.dumps(record))
    [result] = json.loads(called.out)["results"]
    assert (result["id"], result["source"]) == ("c-1", "<stdin>")


def test_an_error_in_one_line_does_not_lose_the_others(check):
    stdin = "\n".join(
        [
            json.dumps({"id": 1, "reply": BAD}),
            "{broken",
            json.dumps({"id": 2, "replly": BAD}),
            json.dumps({"id": 3, "reply": GOOD}),
        ]
    )
    called = check("--input", "jsonl", "--format", "jsonl", stdin=stdin)
    assert called.code == 2
    told = lines(called.out)
    assert [line.get("id") for line in told] == ["1", None, None, "3"]
    assert told[1]["error"] == {
        "source": "<stdin>",
        "line": 2,
        "column": 2,
        "message": "broken JSON: a key in double quotes is expected here",
    }
    assert called.err.splitlines() == [
        "<stdin>:2:2: broken JSON: a key in double quotes is expected here",
        "<stdin>:3: the key “reply” is missing; did you mean it by “replly”?",
    ]


def test_errors_in_the_json_report(check):
    called = check("none.txt", "-", "--format", "json", stdin=GOOD)
    told = json.loads(called.out)
    assert called.code == 2
    assert [error["source"] for error in told["errors"]] == ["none.txt"]
    assert told["summary"]["replies"] == 1
    assert told["summary"]["errors"] == 1


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("binary.txt", b"a\0b", "binary"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0", "PNG"),
        ("latin.txt", "déjà vu, très bien".encode("latin-1"), "neither UTF-8 nor cp1251"),
        ("empty.txt", b" \n", "empty"),
        ("broken.json", b'{"reply": "a"', "broken JSON"),
    ],
)
def test_bad_input_is_one_clear_line(check, name, data, message):
    Path(name).write_bytes(data)
    called = check(name)
    assert called.code == 2
    assert called.out == ""
    [line] = called.err.splitlines()
    assert line.startswith(f"{name}:")
    assert message in line


def test_a_missing_file_and_an_empty_folder(check):
    Path("empty").mkdir()
    called = check("none.txt", "empty")
    assert called.code == 2
    assert len(called.err.splitlines()) == 2


def test_cp1251_is_accepted_with_a_note(check):
    Path("old.txt").write_bytes(BAD.encode("cp1251"))
    called = check("old.txt")
    assert called.code == 1
    assert called.err.startswith("old.txt: note: not UTF-8, read as cp1251")


def test_the_customer_comes_from_text_or_file(check, monkeypatch):
    seen = []
    real = linter_module.Linter.check_many

    def spy(self, conversations, **_more):
        kept = list(conversations)
        seen.extend(kept)
        return real(self, kept)

    monkeypatch.setattr(linter_module.Linter, "check_many", spy)
    Path("question.txt").write_text("Где заказ?", encoding="utf-8")
    for given in ("Где заказ?", "question.txt", "@question.txt"):
        check("--customer", given, "--channel", "chat", "--text", GOOD)
    assert [conversation.customer for conversation in seen] == ["Где заказ?"] * 3
    assert seen[0].channel == "chat"
    missing = check("--customer", "@none.txt", "--text", GOOD)
    assert missing.code == 2
    assert missing.err == "none.txt: there is no such file or folder; check the name\n"


def test_a_broken_pack_is_shown_with_every_problem(call):
    Path("bad.yml").write_text(
        "pack: ru/bad\ntitle: x\nlanguage: ru\nversion: 1.0.0\nrulez: {}\n", encoding="utf-8"
    )
    called = call("check", "--pack", "bad.yml", "--text", GOOD)
    assert called.code == 2
    assert called.out == ""
    assert called.err.startswith("bad.yml:5:1: ")
    assert "rules" in called.err


def test_a_pack_that_is_not_there(call):
    called = call("check", "--pack", "nope", "--text", GOOD)
    assert called.code == 2
    assert "nope" in called.err
    assert len(called.err.splitlines()) == 1


def test_a_rule_that_fails_is_told_and_the_code_is_2(check, monkeypatch):
    real = linter_module.Linter.check_many

    def failing(self, conversations, **_more):
        from dataclasses import replace

        for result in real(self, conversations, **_more):
            yield replace(result, failures=(RuleFailure("calm-down", "no memory"),))

    monkeypatch.setattr(linter_module.Linter, "check_many", failing)
    called = check("--text", GOOD)
    assert called.code == 2
    assert "the rule calm-down could not judge this reply: no memory" in called.err
    assert "All is well" not in called.out


def test_an_unexpected_exception_is_one_line_and_the_json_stays_whole(check, monkeypatch):
    def breaking(self, conversations, **_more):
        raise ZeroDivisionError("oops\nmore")
        yield

    monkeypatch.setattr(linter_module.Linter, "check_many", breaking)
    called = check("--format", "json", "--text", GOOD)
    assert called.code == 2
    assert "bug of replylint (ZeroDivisionError: oops more)" in called.err
    assert len(called.err.splitlines()) == 1
    assert len(json.loads(called.out)["errors"]) == 1


def test_the_traceback_is_there_for_those_who_ask(check, monkeypatch):
    def breaking(self, conversations, **_more):
        raise ZeroDivisionError

    monkeypatch.setattr(linter_module.Linter, "check_many", breaking)
    monkeypatch.setenv("REPLYLINT_DEBUG", "1")
    assert "Traceback" in check("--text", GOOD).err


def test_ctrl_c_is_quiet(check, monkeypatch):
    def interrupted(self, conversations, **_more):
        raise KeyboardInterrupt

    monkeypatch.setattr(linter_module.Linter, "check_many", interrupted)
    called = check("--text", GOOD)
    assert (called.code, called.out, called.err) == (130, "", "")


def test_a_full_disk_is_one_line(check, monkeypatch):
    import errno

    def full(self, conversations, **_more):
        raise OSError(errno.ENOSPC, "no space is left on the disk")

    monkeypatch.setattr(linter_module.Linter, "check_many", full)
    called = check("--text", GOOD)
    assert (called.code, called.err) == (
        2,
        "replylint: cannot go on: no space is left on the disk\n",
    )


def test_colour_when_asked(check):
    assert "\x1b[4;31mУспокойтесь" in check("--color", "always", "--text", BAD).out


def test_lone_surrogates_do_not_crash(check):
    stdin = '{"reply": "Успокойтесь \\ud83d"}'
    for format in ("text", "json", "jsonl"):
        called = check("--input", "jsonl", "--format", format, stdin=stdin)
        assert called.code == 1, called.err


def test_columns_set_the_width(check, monkeypatch):
    monkeypatch.setenv("COLUMNS", "50")
    assert max(len(line) for line in check("--text", BAD).out.splitlines()) <= 50


def test_messages_are_russian_and_the_rest_follows_the_language(check):
    called = check("--lang", "ru", "--text", BAD)
    assert "Напишите лучше:" in called.out
    assert "2 замечания" in called.out
    assert check("--lang", "ru", "none.txt").err == (
        "none.txt: такого файла или папки нет; проверьте имя\n"
    )


def test_two_times_standard_input_is_refused(check):
    called = check("-", "-", stdin=GOOD)
    assert called.code == 2
    assert "only once" in called.err


def test_nothing_to_read_is_said_in_one_line(check, monkeypatch):
    from replylint.commands import streams

    monkeypatch.setattr(streams, "standard_input", lambda: None)
    called = check()
    assert called.code == 2
    assert called.err.startswith("replylint: nothing to check:")


def test_a_reply_in_a_third_language_is_not_checked_and_not_praised(call):
    called = call("check", stdin="Сәлеметсіз бе! Сіздің тапсырысыңыз жолда, бүгін келеді.")
    assert (called.code, called.out) == (0, "Not checked.\n")
    assert called.err == (
        "<stdin>: note: 1 reply is in neither Russian nor English, so it was not checked\n"
    )
