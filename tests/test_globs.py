import pytest

from replylint.globs import fits, why_no_glob


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("macros/*.txt", "macros/a.txt", True),
        ("macros/*.txt", "macros/b/a.txt", False),
        ("macros/**/*.txt", "macros/b/c/a.txt", True),
        ("macros/**/*.txt", "macros/a.txt", True),
        ("macros/**", "macros/b/a.txt", True),
        ("macros/**", "macros", True),
        ("macros", "macros/b/a.txt", True),
        ("macros/", "deep/macros/a.txt", True),
        ("./macros", "deep/macros/a.txt", False),
        ("./macros", "macros/a.txt", True),
        ("**/*.txt", "a.txt", True),
        ("*.txt", "macros/b/a.txt", True),
        ("*.txt", "a.md", False),
        ("*.txt", "A.TXT", False),
        ("ответ?.md", "ответы/ответ1.md", True),
        ("a[12].md", "a2.md", True),
        ("a[12].md", "a3.md", False),
        ("*.txt", "../a.txt", False),
        ("macros/a", "macros", False),
        ("**", "a", True),
    ],
)
def test_which_paths_a_glob_fits(tmp_path, glob, path, expected):
    assert why_no_glob(glob) is None
    assert fits(tmp_path / path, [glob], tmp_path) is expected


def test_paths_start_from_the_working_folder_and_may_lead_through_links(tmp_path, monkeypatch):
    (tmp_path / "real" / "macros").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    base = tmp_path / "real"
    monkeypatch.chdir(base / "macros")
    assert fits("a.txt", ["macros/*"], base)
    assert fits("../macros/a.txt", ["macros/*"], base)
    assert fits(tmp_path / "link" / "macros" / "a.txt", ["macros/*"], base)
    assert not fits("a\0.txt", ["*.md"], base)


def test_many_stars_cost_no_time(tmp_path):
    path = tmp_path.joinpath(*["a"] * 200)
    assert not fits(path, ["/".join(["**", "a"] * 60) + "/b"], tmp_path)


@pytest.mark.parametrize(
    ("glob", "message"),
    [
        ("", "expected here"),
        (" ", "expected here"),
        ("a\\b", "by “/”"),
        ("/tmp/*", "relative"),
        ("~/x", "relative"),
        ("C:/x", "relative"),
        ("a/../../b", "leads out"),
        ("!a", "cannot exclude"),
        ("*.{md,txt}", "no part of a glob"),
        ("a[b", "never closed"),
        ("macros**", "whole folders"),
    ],
)
def test_what_is_no_glob(glob, message):
    assert message in why_no_glob(glob)
