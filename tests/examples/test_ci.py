"""The hook on a repository that the test makes: a bad macro is stopped, a mended one passes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CI = ROOT / "examples" / "ci"
PROGRAM = (sys.executable, "-c", "from replylint.commands.main import main; main()")
OLD = "macros:\n  - title: Старое\n    text: Успокойтесь, пожалуйста.\n"
BAD = OLD + "  - title: Ожидание\n    text: Ваше обращение очень важно для нас.\n"
GOOD = OLD + "  - title: Ожидание\n    text: Отвечаем по порядку, до вас дойдём к {время}.\n"


def run(*command, ok=True):
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert (done.returncode == 0) is ok, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository with an old macro in the baseline and the hook of the example installed."""
    pytest.importorskip("pre_commit")
    tools = tmp_path / "tools"
    tools.mkdir()
    program = tools / "replylint"
    program.write_text(
        f"#!{sys.executable}\nfrom replylint.commands.main import main\nmain()\n", encoding="utf-8"
    )
    program.chmod(0o755)
    here = tmp_path / "work"
    here.mkdir()
    monkeypatch.chdir(here)
    bin_folder = Path(sys.executable).parent
    monkeypatch.setenv("PATH", os.pathsep.join([str(tools), str(bin_folder), os.environ["PATH"]]))
    monkeypatch.setenv(
        "PYTHONPATH", os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    )
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LANG", "C.UTF-8")
    for name in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{name}_NAME", "Test")
        monkeypatch.setenv(f"{name}_EMAIL", "test@example.com")
    run("git", "init", "-q", "-b", "main")
    Path("replylint.yaml").write_text("root: true\n", encoding="utf-8")
    Path(".pre-commit-config.yaml").write_text(
        (CI / "pre-commit-config.yaml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    Path("macros").mkdir()
    Path("macros/ru.yml").write_text(OLD, encoding="utf-8")
    run("replylint", "baseline", "update", "macros")
    run("git", "add", "-A")
    run("git", "commit", "-q", "-m", "one")
    run(sys.executable, "-m", "pre_commit", "install")
    return here


def test_the_hook_stops_a_bad_macro_and_lets_the_mended_one_through(repository):
    Path("macros/ru.yml").write_text(BAD, encoding="utf-8")
    run("git", "add", "-A")
    told = run("git", "commit", "-q", "-m", "two", ok=False)
    assert "macros/ru.yml" in told
    assert "обращение" in told
    assert "Успокойтесь" not in told
    Path("macros/ru.yml").write_text(GOOD, encoding="utf-8")
    run("git", "add", "-A")
    run("git", "commit", "-q", "-m", "two")
    assert run("git", "log", "--oneline").count("\n") == 2
    run(sys.executable, "-m", "pre_commit", "run", "--all-files")


def test_the_hooks_that_are_offered_run_commands_that_exist():
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for hook in hooks:
        program, command, *options = hook["entry"].split()
        assert program == "replylint"
        told = run(*PROGRAM, command, "--help")
        assert all(option in told for option in ["--help", *options] if option[:2] == "--")


@pytest.mark.parametrize("path", [ROOT / "action.yml", CI / "github.yml", CI / "gitlab.yml"])
def test_the_templates_use_options_and_formats_that_exist(path):
    text = path.read_text(encoding="utf-8")
    assert yaml.safe_load(text)
    words = {word.strip('"') for word in text.split() if word.startswith("--")}
    told = run(*PROGRAM, "check", "--help")
    for word in words - {"--quiet", "--no-install-recommends"}:
        assert word.lstrip("(") in told, word


def test_the_action_gives_its_inputs_as_options(tmp_path):
    """The script of the action is run by bash, with a program that writes what it was given."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    script = action["runs"]["steps"][1]["run"]
    said = tmp_path / "said"
    program = tmp_path / "replylint"
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$@" >> {said}\necho >> {said}\n')
    program.chmod(0o755)
    environment = {
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        "PATHS": "macros other",
        "BASE": "origin/main",
        "BASELINE": "",
        "FAIL_ON": "error",
        "SARIF": str(tmp_path / "x.sarif"),
    }
    subprocess.run(["bash", "-e", "-c", script], env=environment, check=True, cwd=tmp_path)
    assert said.read_text().splitlines() == [
        "check|--changed|origin/main|--fail-on|error|--format|sarif|macros|other|",
        "check|--changed|origin/main|--fail-on|error|--format|github|macros|other|",
    ]
