"""The README in both languages: its table of categories, its Python, its links."""

import contextlib
import io
import re

import pytest
from refresh import ROOT, blocks_of

from replylint.finding import CATEGORIES

PAGES = ("README.md", "README.ru.md")
LINKING = (
    *PAGES,
    "CONTRIBUTING.md",
    *(path.relative_to(ROOT).as_posix() for path in ROOT.glob("docs/*.md")),
    *(path.relative_to(ROOT).as_posix() for path in ROOT.glob("examples/**/*.md")),
)
_ROW = re.compile(r"^\| `([a-z-]+)` \| [^|]+ \| (✓?) ?\| (✓?) ?\|$", re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")


def read(page):
    return (ROOT / page).read_text(encoding="utf-8")


def anchors(text):
    """The anchors that GitHub gives to the headings of a page."""
    heads = re.findall(r"^#+ (.*)$", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S), re.M)
    bare = [re.sub(r"[^\w\- ]", "", head.lower().replace("`", "")) for head in heads]
    written = re.findall(r'<a (?:id|name)="([^"]+)"', text)
    return {head.replace(" ", "-") for head in bare} | set(written)


@pytest.mark.parametrize("page", PAGES)
def test_the_table_marks_exactly_what_the_packs_judge(page, shipped):
    """If this fails, `python docs/refresh.py` sets the marks."""
    listed = {
        (category, language)
        for category, *marks in _ROW.findall(read(page))
        for language, mark in zip(("ru", "en"), marks, strict=True)
        if mark
    }
    assert listed == {(r.category, p.language) for p in shipped.packs for r in p.rules}


@pytest.mark.parametrize("page", PAGES)
def test_the_table_has_every_category(page):
    assert sorted(category for category, *_marks in _ROW.findall(read(page))) == sorted(CATEGORIES)


@pytest.mark.parametrize("page", PAGES)
def test_the_python_of_the_page_runs(page):
    blocks = [block.text for block in blocks_of(read(page)) if block.kind == "python"]
    assert len(blocks) == 2
    for block in blocks:
        with contextlib.redirect_stdout(io.StringIO()) as written:
            exec(compile(block, page, "exec"), {})
        assert written.getvalue().strip()


@pytest.mark.parametrize("page", LINKING)
def test_every_link_inside_the_repository_leads_somewhere(page):
    lost = []
    for target, anchor in _LINK.findall(re.sub(r"^```.*?^```", "", read(page), flags=re.M | re.S)):
        path = (ROOT / page).parent / target if target else ROOT / page
        if not path.exists():
            lost.append(target)
        elif anchor and anchor not in anchors(path.read_text(encoding="utf-8")):
            lost.append(f"{target}#{anchor}")
    assert lost == []
