import re
import subprocess
import sys

import pytest

from replylint.commands.rules import COMMANDS

NAMES = [build().name for build in COMMANDS]
KNOWN = set(
    "replylint rules list show test new schema docs tokens check calm down ru tone JSON Schema "
    "Markdown auto text json always never info suggestion warning error critical printf md yml "
    "yaml blame dismissed feelings no panic acme pack category phrase message match bad good my "
    "draft txt signals en server language FILE coverage lang".split()
)


@pytest.mark.parametrize("arguments", [["rules"], *(["rules", n] for n in NAMES), ["tokens"]])
def test_help_in_both_languages(call, arguments):
    english = call(*arguments, "--help")
    russian = call("--lang", "ru", *arguments, "--help")
    assert (english.code, russian.code) == (0, 0)
    assert "Usage:" in english.out
    assert "Использование:" in russian.out
    text = re.sub(r"--?[a-z-]+|\[[a-z|]+\]", "", russian.out)
    assert set(re.findall(r"[A-Za-z]{2,}", text)) <= KNOWN | {"JSON"}
    assert max(map(len, russian.out.splitlines())) <= 90


@pytest.mark.parametrize("arguments", [["rules", "-h"], ["rules", "new", "-h"], ["tokens", "-h"]])
def test_help_is_quick(arguments):
    code = (
        "import sys\n"
        "from replylint.commands.main import run\n"
        f"run({arguments!r})\n"
        "heavy = {'spacy', 'pymorphy3', 'pydantic', 'numpy'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=60)


@pytest.mark.parametrize(
    "arguments",
    [
        ["rules", "lst"],
        ["rules", "show"],
        ["rules", "show", "calm-down", "--pack", "/nowhere/a.yml"],
        ["rules", "list", "--pack", ""],
        ["rules", "test", ""],
        ["rules", "new", "a", "--pack", "/proc/nope/a.yml", "--phrase", "a", "--category",
         "blame", "--message", "m", "--bad", "a", "--good", "b"],
        ["rules", "docs", "-o", "/proc/nope"],
        ["rules", "schema", "-o", "/proc/nope/a.json"],
        ["tokens", "a", "--customer", "@/nowhere"],
        ["tokens", "a", "--signals", "--pack", "nowhere"],
    ],
)  # fmt: skip
def test_whatever_is_wrong_ends_in_clear_lines(call, arguments):
    called = call(*arguments)
    assert called.code == 2
    assert called.err
    assert "Traceback" not in called.err
    assert "bug of replylint" not in called.err
