"""The pages that show commands: every file and command is run as written, in its order."""

import pytest
from refresh import PAGES, ROOT, blocks_of, home_of, language_of, runs_of, skeleton

from replylint.packs import schema

TUTORIALS = ("docs/writing-rules.md", "docs/writing-rules.ru.md")


def read(page):
    return (ROOT / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_command_does_what_the_page_shows(page, tmp_path):
    folder = home_of(page, tmp_path)
    runs = [
        run
        for _block, of_block in runs_of(read(page), folder, language_of(page))
        for run in of_block
    ]
    assert runs
    shown = {run.command: skeleton(run.shown) for run in runs}
    assert {run.command: skeleton(run.output) for run in runs} == shown
    assert [run.command for run in runs if "Traceback" in run.output] == []


@pytest.mark.parametrize("page", TUTORIALS)
def test_every_command_of_the_tutorial_shows_something_that_is_compared(page):
    silent = [
        line
        for block in blocks_of(read(page))
        if block.kind == "console" and not skeleton(block.text)
        for line in block.text.splitlines()
        if line.startswith("$ ") and "rules test" not in line and "tokens" not in line
    ]
    assert silent == []


@pytest.mark.parametrize("page", TUTORIALS)
def test_every_judgement_but_those_for_programmers_is_taught(page):
    text = read(page)
    taught = set(schema.Judgements) - {"compare", "check"}
    assert [
        name for name in (*taught, "except", "unless", "change") if f"{name}:" not in text
    ] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_a_twin_in_the_other_language(page):
    twin = page.replace(".ru.md", ".md") if page.endswith(".ru.md") else f"{page[:-3]}.ru.md"
    kinds = [[block.kind for block in blocks_of(read(name))] for name in (page, twin)]
    assert kinds[0] == kinds[1]
