import json
from pathlib import Path

import pytest

from replylint.finding import CATEGORIES


def test_rules_by_pack(call, pack):
    called = call("rules", "list", "--pack", pack)
    assert (called.code, called.err) == (0, "")
    assert called.out == (
        "ru/proba · Проба · 1.2.3\n"
        " error       «{match}» звучит как приказ не чувствовать.\n"
        "             calm-down · dismissed-feelings\n"
        " warning     Отказ без выхода.\n"
        "             no-way-on · missing-alternative\n"
        "\n"
        "2 rules.\n"
    )


def test_in_russian(call, pack):
    called = call("rules", "list", "--pack", pack, "--lang", "ru")
    assert " ошибка          «{match}» звучит" in called.out
    assert called.out.endswith("2 правила.\n")


@pytest.mark.parametrize(("lang", "first"), [("ru", "ru/"), ("en", "en/")])
def test_the_packs_of_the_readers_language_come_first_and_fit_the_screen(call, lang, first):
    lines = call("rules", "list", "--lang", lang).out.splitlines()
    assert lines[0].startswith(first)
    assert max(map(len, lines)) <= 80


def test_only_a_category(call, pack):
    called = call("rules", "list", "--pack", pack, "--category", "missing-alternative")
    assert "no-way-on" in called.out
    assert "calm-down" not in called.out


def test_for_programs(call, pack):
    told = json.loads(call("rules", "list", "--pack", pack, "--format", "json").out)
    (one,) = told["packs"]
    assert (told["version"], one["name"], one["path"]) == (1, "ru/proba", pack)
    first = one["rules"][0]
    assert (first["full_id"], first["severity"], first["on"]) == (
        "ru/proba:calm-down",
        "error",
        True,
    )
    assert first["criterion"] == "respect"


def test_what_settings_and_other_packs_change(call, pack):
    Path("acme.yml").write_text(
        "pack: acme\ntitle: Наши\nlanguage: ru\nextends: [ru/proba]\n"
        "change: {rules: {calm-down: {severity: info, channels: [chat, -review]}}}\n",
        encoding="utf-8",
    )
    Path("replylint.yaml").write_text(
        f"root: true\npacks: ['{pack}', acme.yml]\nrules: {{no-way-on: off}}\n", encoding="utf-8"
    )
    called = call("rules", "list")
    assert " off         Отказ без выхода.\n             no-way-on " in called.out
    assert "switched off in the settings" in called.out
    assert " note        «{match}» звучит" in called.out
    assert "only in the channels: chat" in called.out
    assert "never in the channels: review" in called.out
    assert "changed by acme" in called.out
    assert called.out.endswith("2 rules, 1 off.\n")


def test_disputed_norms_tell_which_side_is_on(call):
    Path("a.yml").write_text(
        "pack: acme\ntitle: Наши\nlanguage: ru\n"
        "options: {voice: {title: Мы или я, values: [we, i], default: we}}\n"
        "rules:\n  say-we:\n    category: structure\n    options: {voice: [i]}\n"
        "    forbid: ['мы']\n    message: m\n    examples: {bad: ['[[мы]]'], good: [я]}\n",
        encoding="utf-8",
    )
    called = call("rules", "list", "--pack", "a.yml")
    assert "disputed norm voice: on with i; it is we" in called.out
    assert "the option “voice” is “we”" in called.out


def test_the_shipped_packs_fit_into_80_columns(call):
    called = call("rules", "list", "--lang", "ru")
    assert called.code == 0
    assert max(map(len, called.out.splitlines())) <= 80
    assert "\x1b" not in called.out


def test_colours_when_asked(call, pack):
    assert "\x1b[" in call("rules", "list", "--pack", pack, "--color", "always").out


@pytest.mark.parametrize("content", ["pack: [\n", "pack: acme\n", "- a\n"])
def test_a_broken_pack_is_told_with_its_place(call, content):
    Path("a.yml").write_text(content, encoding="utf-8")
    called = call("rules", "list", "--pack", "a.yml")
    assert called.code == 2
    assert called.err.startswith("a.yml:")
    assert "Traceback" not in called.err


def test_an_unknown_category(call):
    called = call("rules", "list", "--category", "blam")
    assert called.code == 2
    assert next(iter(CATEGORIES)) in called.err


def test_nothing_in_a_pack_can_steer_the_terminal(call):
    Path("a.yml").write_text(
        'pack: acme\ntitle: "a\\e[31m"\nlanguage: ru\nrules:\n  x:\n    category: blame\n'
        '    forbid: ["плохо"]\n    title: "b\\e]0;c\\a"\n    message: m\n'
        '    examples: {bad: ["[[плохо]]"], good: ["\\e[2J"]}\n',
        encoding="utf-8",
    )
    for arguments in (["list"], ["show", "x"], ["test"]):
        flag = [] if arguments == ["test"] else ["--pack"]
        called = call("rules", *arguments, *flag, "a.yml")
        assert "\x1b" not in called.out + called.err
        assert "\a" not in called.out + called.err
