import os
import re
import subprocess
import sys

import pytest

from commands.conftest import BAD, GOOD
from replylint import __version__
from replylint.reports.registry import REPORTS
from replylint.sources.registry import READERS

COMMAND = [sys.executable, "-c", "from replylint.commands.main import main; main()"]


def run(*arguments, stdin=b"", **environment):
    return subprocess.run(
        [*COMMAND, *arguments],
        input=stdin,
        capture_output=True,
        env={**os.environ, "LANG": "C.UTF-8", "LANGUAGE": "", "LC_ALL": "", **environment},
        timeout=60,
    )


def test_version(call):
    called = call("--version")
    assert (called.code, called.out) == (0, f"replylint {__version__}\n")


def test_help_names_the_commands(call):
    for option in ("-h", "--help"):
        called = call(option)
        assert called.code == 0
        assert "check" in called.out


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["init", "--help"]])
def test_help_in_russian_has_no_english_words(call, arguments):
    called = call("--lang", "ru", *arguments)
    text = re.sub(
        r"--?[a-z-]+|\[[a-z|]+\]|replylint( check| init| rules)?|printf|\w+\.[a-z]+", "", called.out
    )
    words = set(re.findall(r"[A-Za-z]{2,}", text))
    names = {word for name in (*READERS, *REPORTS) for word in name.split("-")}
    assert words - names <= {
        "JSON",
        "Lines",
        "all",
        "auto",
        "suggestion",
        "text",
        "chat",
        "email",
        "failing",
        "review",
        "jsonl",
        "baseline",
        "check",
        "advice",
        "fix",
        "git",
        "library",
        "never",
        "update",
        "score",
        "calibrate",
        "CI",
        "info",
        "init",
        "macro",
        "rules",
        "tokens",
        "warning",
        "yaml",
    }


def test_the_language_may_stand_before_and_after_the_command(call):
    before = call("--lang", "ru", "check", "-h")
    assert before.out == call("check", "--lang=ru", "-h").out
    assert "Использование:" in before.out


def test_the_language_of_the_locale(call, monkeypatch):
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    assert "Использование:" in call("-h").out
    assert "Usage:" in call("--lang", "en", "-h").out


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ["check", "--frmat"],
            "replylint check: No such option '--frmat'. Did you mean '--format'? "
            "Help: replylint check --help",
        ),
        (["score", "--html", "a.html"], "No such option '--html'. Did you mean '-o'?"),
        (["check", "--json"], "No such option '--json'. Did you mean '--format'?"),
        (["--lang", "ru", "chek"], "replylint: Нет команды 'chek'."),
        (["--lang", "ru", "check", "--input", "xml"], "replylint check: Неверное значение"),
        (["--lang", "ru", "check", "--pack"], "нужно значение"),
        (["check", "--lang", "de"], "'de' is not one of 'en', 'ru'"),
    ],
)
def test_wrong_use_is_one_line(call, arguments, line):
    called = call(*arguments)
    assert called.code == 2
    assert called.out == ""
    assert len(called.err.splitlines()) == 1
    assert line in called.err


def test_without_a_command_the_help_is_shown(call):
    called = call()
    assert called.code == 2
    assert "Usage:" in called.err


def test_help_does_not_load_the_linter():
    code = (
        "import sys\n"
        "from replylint.commands.main import run\n"
        "run(['check', '--help'])\n"
        "heavy = {'spacy', 'pymorphy3', 'pydantic', 'numpy'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=60)


def test_a_real_process_in_a_pipe_with_an_old_locale(pack):
    done = run("check", "--pack", pack, stdin=BAD.encode(), LANG="C", PYTHONUTF8="0")
    assert done.returncode == 1
    assert done.stderr == b""
    assert "Успокойтесь, пожалуйста." in done.stdout.decode("utf-8")
    assert b"\x1b" not in done.stdout


def test_a_reader_that_goes_away_is_no_error(pack, tmp_path):
    lines = '{"reply": "Успокойтесь, пожалуйста."}\n' * 3000
    path = tmp_path / "many.jsonl"
    path.write_text(lines, encoding="utf-8")
    process = subprocess.Popen(
        [*COMMAND, "check", "--pack", pack, "--format", "jsonl", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 141


def test_closed_standard_streams(pack):
    if sys.platform == "win32":
        pytest.skip("a shell of POSIX is needed")
    script = f"exec '{sys.executable}' -c '{COMMAND[2]}' check --pack '{pack}' \"$@\""
    done = subprocess.run(["sh", "-c", script + " <&-", "sh"], capture_output=True, timeout=60)
    assert done.returncode == 2
    assert b"nothing to check" in done.stderr
    for closed in (">&-", "2>&-"):
        done = subprocess.run(
            ["sh", "-c", f"{script} {closed}", "sh", "--text", GOOD],
            capture_output=True,
            timeout=60,
        )
        assert done.returncode == 0
