"""The page for programmers: its code is run as written, in both languages the same."""

import contextlib
import io

import pytest
from refresh import ROOT, blocks_of

PAGES = ("docs/embedding.md", "docs/embedding.ru.md")


def codes(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    return [block.text for block in blocks_of(text) if block.kind == "python"]


@pytest.mark.parametrize("page", PAGES)
def test_the_code_of_the_page_runs_and_shows_something(page):
    written = io.StringIO()
    with contextlib.redirect_stdout(written):
        for code in codes(page):
            exec(compile(code, page, "exec"), {})
    assert "warning promises-vaguely" in written.getvalue()
    assert '"rule": "calm-down"' in written.getvalue()


def test_both_pages_show_the_same_code_but_for_the_comments():
    both = [
        [line.split("  #")[0] for code in codes(page) for line in code.splitlines()]
        for page in PAGES
    ]
    assert both[0] == both[1]
