import os
from pathlib import Path

import pytest
import yaml

from replylint import Linter
from replylint.commands import init
from replylint.packs.shipped import profiles_folder
from replylint.settings.loading import load_settings

FILE = Path("replylint.yaml")


def data():
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_three_questions_make_a_file_that_loads(call, lang):
    called = call("init", "--lang", lang, stdin="2\n\nerror\n")
    assert (called.code, called.err) == (0, "")
    assert data() == {
        "root": True,
        "profile": "email",
        "fail-on": "error",
        "options": {"form-of-address": "вы"},
    }
    settings = load_settings([FILE], profiles_folder=profiles_folder())
    assert settings.profile.name == "email"
    text = FILE.read_text(encoding="utf-8")
    assert ("CI fails" in text) == (lang == "en")
    assert ("проверка в CI не проходит" in text) == (lang == "ru")
    assert ("What to do next" in called.out) == (lang == "en")
    assert ("Что дальше" in called.out) == (lang == "ru")


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("address", ["вы", "ты"])
def test_what_is_commented_out_loads_when_it_is_wanted(call, lang, address):
    call("init", "--lang", lang, "--yes", "--address", address)
    lines = FILE.read_text(encoding="utf-8").splitlines()
    keys = ("# rules:", "#   calm", "#   offi", "# packs:", "# overrides:", "#   - p", "#     pr")
    wanted = [line[2:] if line.startswith(keys) else line for line in lines]
    Path("rules").mkdir()
    Path("rules/our-company.yml").touch()
    FILE.write_text("\n".join(wanted), encoding="utf-8")
    settings = load_settings([FILE], profiles_folder=profiles_folder())
    assert settings.packs == ("ru", Path("rules/our-company.yml"))
    assert settings.for_path("macros/a/b.md").profile.name == "macro"
    assert {"calm-down", "officialese"} <= set(settings.choices.rules)


def test_flags_answer_for_scripts_and_check_follows_them(call):
    flags = ("--profile", "macro", "--address", "ты", "--fail-on", "error")
    assert call("init", *flags).code == 0
    assert data()["options"] == {"form-of-address": "ты"}
    called = call("check", "--text", "Как тебе удобно забрать посылку, {имя}?")
    assert (called.code, called.err) == (0, "")
    assert "All is well" in called.out
    assert call("check", "--no-config", "--text", "Как тебе удобно забрать посылку?").code == 1


def test_the_option_that_it_writes_is_one_of_the_packs():
    options = {name: o for pack in Linter(["ru"]).packs for name, o in pack.options.items()}
    assert {"вы", "Вы", "ты"} == set(options[init.FORM_OF_ADDRESS].values)


def test_yes_takes_the_defaults(call):
    assert call("init", "--yes").code == 0
    assert data() == {
        "root": True,
        "profile": "chat",
        "fail-on": "warning",
        "options": {"form-of-address": "вы"},
    }


def test_a_wrong_answer_is_asked_again_and_at_last_given_up(call):
    called = call("init", stdin="7\nnine\n4\n1\n1\n")
    assert called.code == 0
    assert called.out.count("number from 1 to 4") == 2
    assert data()["profile"] == "macro"
    assert data()["fail-on"] == "info"
    called = call("init", "--force", stdin="x\n" * 50)
    assert called.code == 2
    assert "see --help" in called.err


@pytest.mark.parametrize("stdin", ["", "1\n", "1\n1\n"])
def test_no_answer_is_an_error_and_nothing_is_written(call, stdin):
    called = call("init", stdin=stdin)
    assert called.code == 2
    assert called.err == "replylint: no answer; give the answers as options, or --yes\n"
    assert not FILE.exists()


def test_any_bytes_are_only_a_wrong_answer(call):
    called = call("init", stdin=b"\xff\xfe\x00\n" * 9)
    assert called.code == 2
    assert "bug" not in called.err


@pytest.mark.parametrize("name", ["replylint.yaml", "replylint.yml", ".replylint.yaml"])
def test_settings_that_are_there_stay(call, name):
    Path(name).write_text("channel: mine\n", encoding="utf-8")
    called = call("init", "--yes")
    assert called.code == 2
    assert called.err.startswith(f"{name}: settings are here already")
    assert Path(name).read_text(encoding="utf-8") == "channel: mine\n"
    assert [path.name for path in Path().iterdir()] == [name]


@pytest.mark.parametrize("text", ["[tool.replylint]\nroot = true\n", "[tool.replylint"])
def test_settings_in_the_project_file_count_too(call, text):
    Path("pyproject.toml").write_text(text, encoding="utf-8")
    assert call("init", "--yes").code == 2
    assert not FILE.exists()


def test_force_writes_over_and_says_what_is_no_longer_read(call):
    Path("replylint.yml").write_text("rulez: 1\n", encoding="utf-8")
    called = call("init", "--yes", "--force")
    assert called.code == 0
    assert called.err == (
        "replylint.yml: note: is no longer read, because replylint.yaml goes before it\n"
    )
    FILE.write_text("rulez: 1\n", encoding="utf-8")
    called = call("init", "--yes", "--force", "--profile", "review")
    assert (called.code, called.err) == (0, "")
    assert data()["profile"] == "review"


def test_a_dangling_link_is_not_followed(call, tmp_path):
    FILE.symlink_to(tmp_path / "elsewhere.yaml")
    assert call("init", "--yes").code == 2
    assert not (tmp_path / "elsewhere.yaml").exists()


@pytest.mark.skipif(os.name == "nt", reason="folders are always writable there")
def test_a_file_that_cannot_be_written(call):
    FILE.mkdir()
    called = call("init", "--yes", "--force")
    assert called.code == 2
    assert called.err.startswith("replylint.yaml: cannot be written")


@pytest.mark.parametrize("flag", ["--profile", "--address", "--fail-on"])
def test_a_wrong_flag_is_wrong_use(call, flag):
    called = call("init", flag, "nothing")
    assert called.code == 2
    assert not FILE.exists()


def test_the_first_line_names_a_schema_that_is_there_and_fits(call):
    import json

    from jsonschema import Draft202012Validator

    assert call("init", "--yes").code == 0
    line = FILE.read_text(encoding="utf-8").splitlines()[0]
    named = line.removeprefix("# yaml-language-server: $schema=")
    schema = json.loads(Path(named).read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(data())) == []


def test_the_schema_can_be_left_out(call):
    assert call("init", "--yes", "--no-schema").code == 0
    assert "$schema" not in FILE.read_text(encoding="utf-8")
    assert not Path(".replylint").exists()


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_folder_of_macros_is_the_library(call, lang):
    Path("macros").mkdir()
    Path("macros/hello.md").write_text("Здравствуйте! Заказ готов.", encoding="utf-8")
    called = call("init", "--lang", lang, "--yes")
    assert data()["library"] == ["macros"]
    assert data()["overrides"] == [{"paths": ["macros/**"], "profile": "macro"}]
    settings = load_settings([FILE], profiles_folder=profiles_folder())
    assert [path.name for path in settings.choices.library.paths] == ["macros"]
    assert "replylint library" in called.out
    assert call("library").code == 0
    assert call("baseline", "update").code == 0
