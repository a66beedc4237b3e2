"""The pages for programmers: every block of Python is run and prints what the page says."""

import contextlib
import io
import re
import subprocess
import sys

import pytest
from refresh import ROOT, blocks_of

PAGES = ("docs/embedding.md", "docs/embedding.ru.md")
_SHOWN = re.compile(r"^\s*print\(.*\)  # (.*)$", re.MULTILINE)


def python_of(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    return [block for block in blocks_of(text) if block.kind == "python"]


@pytest.mark.parametrize("page", PAGES)
def test_the_blocks_run_one_after_the_other_and_print_what_they_say(page):
    names = {}
    for block in python_of(page):
        if block.file is None:
            with contextlib.redirect_stdout(io.StringIO()) as written:
                exec(compile(block.text, page, "exec"), names)
            assert written.getvalue().splitlines() == _SHOWN.findall(block.text)


@pytest.mark.parametrize("page", PAGES)
def test_every_file_of_the_page_runs_by_itself(page, tmp_path):
    files = [block for block in python_of(page) if block.file]
    assert files
    for block in files:
        path = tmp_path / block.file
        path.write_text(block.text, encoding="utf-8")
        ran = subprocess.run(
            [sys.executable, path], capture_output=True, encoding="utf-8", check=True
        )
        assert ran.stdout.splitlines() == _SHOWN.findall(block.text)


def test_the_pages_have_the_same_blocks():
    english, russian = (
        [(block.file, len(_SHOWN.findall(block.text))) for block in python_of(page)]
        for page in PAGES
    )
    assert english == russian
    assert sum(shown for _file, shown in english) >= 8
