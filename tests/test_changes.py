import subprocess
from pathlib import Path

import pytest

from replylint.changes import changes_since
from replylint.errors import UsageError


def git(*arguments):
    subprocess.run(
        ("git", "-c", "user.name=T", "-c", "user.email=t@example.com", *arguments),
        check=True,
        capture_output=True,
    )


@pytest.fixture
def repository(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    Path("макросы").mkdir()
    Path("макросы/a b.yml").write_text("1\n2\n3\n4\n5\n", encoding="utf-8")
    Path("same.yml").write_text("1\n", encoding="utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "one")
    return tmp_path


def test_lines_and_new_files(repository):
    Path("макросы/a b.yml").write_text("1\nдва\n3\n5\n", encoding="utf-8")
    Path("new.yml").write_text("1\n", encoding="utf-8")
    changes = changes_since("HEAD")
    assert changes.has_file("макросы/a b.yml")
    assert changes.has_lines("макросы/a b.yml", 2, 2)
    assert not changes.has_lines("макросы/a b.yml", 1, 1)
    assert changes.has_lines("макросы/a b.yml", 3, 3)
    assert changes.has_lines("new.yml", 100, 100)
    assert not changes.has_file("same.yml")


def test_a_branch_is_compared_with_where_it_left(repository):
    git("checkout", "-q", "-b", "work")
    Path("mine.yml").write_text("1\n", encoding="utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "two")
    git("checkout", "-q", "main")
    Path("same.yml").write_text("2\n", encoding="utf-8")
    git("commit", "-q", "-am", "three")
    git("checkout", "-q", "work")
    for base in ("main", "main...HEAD"):
        changes = changes_since(base)
        assert changes.has_file("mine.yml")
        assert not changes.has_file("same.yml")


@pytest.mark.parametrize("base", ["--output=x", "", "no-such-branch"])
def test_what_git_cannot_tell(repository, base):
    with pytest.raises(UsageError):
        changes_since(base)
    assert not Path("x").exists()


@pytest.mark.parametrize("setting", ["mnemonicPrefix", "noprefix", "relative"])
def test_what_a_person_has_set_for_git_changes_nothing(repository, monkeypatch, setting):
    git("config", f"diff.{setting}", "true")
    Path("макросы/a b.yml").write_text("1\nдва\n3\n4\n5\n", encoding="utf-8")
    Path("same.yml").write_text("2\n", encoding="utf-8")
    monkeypatch.chdir("макросы")
    changes = changes_since("HEAD")
    assert changes.has_lines("a b.yml", 2, 2) and not changes.has_lines("a b.yml", 3, 5)
    assert changes.has_lines("../same.yml", 1, 1)


def test_names_that_git_quotes(repository):
    names = ['со "словами".yml', "tab\tin.yml", "back\\slash.yml"]
    for name in names:
        Path(name).write_text("1\n2\n", encoding="utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "names")
    for name in names:
        Path(name).write_text("1\nдва\n", encoding="utf-8")
    changes = changes_since("HEAD")
    for name in names:
        assert changes.has_lines(name, 2, 2) and not changes.has_lines(name, 1, 1), name


def test_a_line_that_looks_like_a_head_is_a_line(repository):
    Path("same.yml").write_text("1\n++ b/other.yml\n@@ -9 +9 @@\n", encoding="utf-8")
    changes = changes_since("HEAD")
    assert changes.has_lines("same.yml", 2, 3)
    assert not changes.has_file("other.yml") and not changes.has_lines("same.yml", 9, 9)


def test_a_file_that_is_no_text_counts_too(repository):
    Path("table.xlsx").write_bytes(b"PK\0\1")
    git("add", "-A")
    git("commit", "-q", "-m", "table")
    Path("table.xlsx").write_bytes(b"PK\0\2")
    assert changes_since("HEAD").has_file("table.xlsx")
