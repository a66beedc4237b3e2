import os
import select
import sys
import time
from pathlib import Path

import pytest
import yaml

from commands.test_main import COMMAND
from replylint.linter import Linter

ANSWERS = {
    "--category": "dismissed-feelings",
    "--phrase": "не паникуйте",
    "--message": "«{match}»: приказ не чувствовать.",
    "--bad": "Пожалуйста, не паникуйте: едем.",
    "--good": "Паника тут ни к чему.",
}


def flags(**changed):
    answers = {**ANSWERS, **{f"--{name}": value for name, value in changed.items()}}
    return [part for flag, value in answers.items() if value for part in (flag, value)]


def test_a_new_pack_that_works_at_once(call):
    called = call("rules", "new", "no-panic", "--pack", "acme.yml", "--forms", *flags())
    assert (called.code, called.err) == (0, "")
    assert called.out == (
        "written: no-panic in acme.yml\n"
        "1 pack, 1 rule, 2 examples: all judged as they say.\n"
        "1 pattern: all are touched by examples.\n"
        "Use it: replylint check --pack ru --pack acme.yml\n"
    )
    text = Path("acme.yml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=pack.schema.json\n")
    assert Path("pack.schema.json").is_file()
    rule = yaml.safe_load(text)["rules"]["no-panic"]
    assert rule["forbid"] == ["не {паниковать:impr}"]
    assert rule["examples"]["bad"] == ["Пожалуйста, [[не паникуйте]]: едем."]
    found = Linter(["acme.yml"]).check("Не паникуй!").findings
    assert [finding.rule for finding in found] == ["no-panic"]
    assert sorted(path.name for path in Path().iterdir()) == ["acme.yml", "pack.schema.json"]


def test_a_second_rule_keeps_what_is_there(call):
    call("rules", "new", "no-panic", "--pack", "acme.yml", *flags())
    with Path("acme.yml").open("a", encoding="utf-8") as file:
        file.write("# последняя строка\n")
    before = Path("acme.yml").read_text(encoding="utf-8")
    called = call(
        "rules", "new", "--pack", "acme.yml", "--severity", "error", "--why", "Так грубо.",
        "--suggest", "Проверим.", "--suggest", "Уже едем.", "--title", "Крик",
        *flags(phrase="не {кричать}", bad="[[Не кричите]] на нас", message="x: \"y\" # z"),
    )  # fmt: skip
    assert called.code == 0
    after = Path("acme.yml").read_text(encoding="utf-8")
    rest = iter(after.splitlines())
    assert all(line in rest for line in before.splitlines())
    rules = yaml.safe_load(after)["rules"]
    assert list(rules) == ["no-panic", "ne-krichat"]
    assert rules["ne-krichat"]["suggest"] == ["Проверим.", "Уже едем."]
    assert rules["ne-krichat"]["message"] == 'x: "y" # z'
    assert "2 rules, 4 examples: all judged" in called.out


def test_in_russian(call):
    called = call("rules", "new", "a", "--pack", "a.yml", "--lang", "ru", "--no-schema", *flags())
    assert called.out.startswith("записано: a в a.yml\n")
    text = Path("a.yml").read_text(encoding="utf-8")
    assert "отмечает то, что надо найти" in text
    assert "schema" not in text
    assert not Path("pack.schema.json").exists()


def test_an_english_pack(call):
    called = call(
        "rules", "new", "--pack", "a.yml", "--forms",
        *flags(phrase="calm down", message="m", bad="Please calm down.", good="It calms me."),
    )  # fmt: skip
    assert called.code == 0
    data = yaml.safe_load(Path("a.yml").read_text(encoding="utf-8"))
    assert data["language"] == "en"
    assert list(data["rules"]) == ["calm-down"]


def test_examples_that_fail_are_told_and_the_file_is_there_to_mend(call):
    called = call("rules", "new", "a", "--pack", "a.yml", *flags(good="Не паникуйте!"))
    assert called.code == 1
    assert "expected nothing, found “Не паникуйте”" in called.out
    assert Path("a.yml").is_file()


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"message": "", "good": ""}, "missing: --message, --good"),
        ({"phrase": "("}, "the pattern “(” cannot be read"),
        ({"phrase": "{паникуйте}"}, "write “паниковать”"),
        ({"bad": "Всё хорошо."}, "finds nothing in the bad example “Всё хорошо.”"),
        ({"category": "blam"}, "'blam'"),
        ({"pack": "a.txt"}, "ends in .yml or .yaml"),
        ({"pack": "."}, "ends in .yml or .yaml"),
    ],
)
def test_nothing_is_written_when_something_is_wrong(call, changed, message):
    called = call("rules", "new", "a", *flags(**{"pack": "a.yml", **changed}))
    assert (called.code, called.out) == (2, "")
    assert message in called.err
    assert list(Path().iterdir()) == []


def test_a_wrong_id_and_one_that_is_taken(call):
    called = call("rules", "new", "Плохо", "--pack", "a.yml", *flags())
    assert called.code == 2
    assert "lower-case Latin letters" in called.err
    assert call("rules", "new", "a", "--pack", "a.yml", *flags()).code == 0
    before = Path("a.yml").read_bytes()
    called = call("rules", "new", "a", "--pack", "a.yml", *flags())
    assert called.code == 2
    assert "a.yml:9:3: there is a rule “a” already" in called.err
    assert Path("a.yml").read_bytes() == before


def test_a_broken_pack_is_left_alone(call):
    Path("a.yml").write_text("pack: a\nrules: [\n", encoding="utf-8")
    called = call("rules", "new", "a", "--pack", "a.yml", *flags())
    assert called.code == 2
    assert "a.yml:" in called.err
    assert Path("a.yml").read_text(encoding="utf-8") == "pack: a\nrules: [\n"


@pytest.mark.parametrize(
    ("first", "said"),
    [
        ("", "begin the file with “# yaml-language-server: $schema=pack.schema.json”"),
        ("# yaml-language-server: $schema=no.json\n", "replylint rules schema -o no.json"),
        ("# yaml-language-server: $schema=https://example.com/a.json\n", None),
    ],
)
def test_a_pack_without_a_schema_is_noted(call, first, said):
    text = first + "pack: a\ntitle: А\nlanguage: ru\n"
    Path("a.yml").write_text(text, encoding="utf-8")
    called = call("rules", "new", "a", "--pack", "a.yml", *flags())
    assert called.code == 0
    assert Path("a.yml").read_text(encoding="utf-8").startswith(text)
    assert (said in called.err) if said else called.err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")
def test_a_person_is_asked(tmp_path):
    import pty

    lines = [
        "p.yml", "не надо кричать", "2", "", "", "rudeness", "«{match}» грубо", "", "",
        "Просто текст", "", "Всё тихо", "", "Не надо кричать на нас", "",
    ]  # fmt: skip
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(tmp_path)
        os.environ.update(LANGUAGE="en", NO_COLOR="1")
        os.execv(sys.executable, [*COMMAND, "rules", "new"])
    shown = ""
    for line in lines:
        shown += _until_asked(terminal)
        os.write(terminal, f"{line}\n".encode())
    shown += _until_asked(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
    assert "2  не надо {кричать:INFN}" in shown
    assert "the rule finds nothing in the bad example “Просто текст”" in shown
    assert "all judged as they say" in shown
    rules = yaml.safe_load((tmp_path / "p.yml").read_text(encoding="utf-8"))["rules"]
    assert rules["ne-nado-krichat"]["examples"]["bad"] == ["[[Не надо кричать]] на нас"]


def _until_asked(terminal):
    """What the program writes until it asks for the next line, or ends."""
    data = b""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                more = os.read(terminal, 65536)
            except OSError:
                break
            if not more:
                break
            data += more
        elif data.rstrip(b"\r\n").endswith(b": "):
            break
    return data.decode("utf-8", errors="replace")
