from pathlib import Path

import pytest

from replylint.commands.outputs import check_outputs
from replylint.errors import UsageError


def told(outputs, inputs=()):
    with pytest.raises(UsageError) as raised:
        check_outputs(outputs, inputs)
    return str(raised.value)


def test_what_can_be_written_is_neither_made_nor_changed(tmp_path):
    kept = tmp_path / "report.html"
    kept.write_text("last week")
    check_outputs([kept, tmp_path / "new" / "deep" / "report.html"], [tmp_path / "chats.csv"])
    assert kept.read_text() == "last week"
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_what_stands_in_the_way_is_told(tmp_path):
    (tmp_path / "folder.html").mkdir()
    (tmp_path / "file").write_text("")
    assert "folder.html: cannot be written: this is a folder" in told([tmp_path / "folder.html"])
    assert "where a folder is needed" in told([tmp_path / "file" / "report.html"])
    assert "the name is too long" in told([tmp_path / f"{'n' * 300}.html"])


def test_no_two_results_go_to_one_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "a name of its own" in told([Path("a.csv"), tmp_path / "a.csv"])


def test_what_is_read_is_not_written_over(tmp_path):
    (tmp_path / "chats.csv").write_text("reply\nYes.\n")
    (tmp_path / "link.csv").symlink_to("chats.csv")
    assert "this file is read" in told([tmp_path / "link.csv"], [tmp_path / "chats.csv"])
