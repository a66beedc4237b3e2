import os

import pytest

from replylint.commands.files import put_made, write_file


def test_a_file_keeps_its_mode_and_leaves_nothing_behind(tmp_path):
    path = tmp_path / "new" / "a.yml"
    write_file(path, "а\r\n")
    assert path.read_bytes() == "а\r\n".encode()
    path.chmod(0o600)
    write_file(path, "б\n")
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_is_made_is_compared_when_asked(tmp_path, capsys):
    path = tmp_path / "a.md"
    assert put_made(path, "б\n", check=True) == 1
    assert put_made(path, "б\n", check=False) == 0
    assert capsys.readouterr().err == f"{path}: is out of step; write it anew\n"
    assert put_made(path, "б\n", check=True) == 0
    assert put_made(path, "в\n", check=True) == 1
    assert path.read_text(encoding="utf-8") == "б\n"
    assert put_made(tmp_path, "", check=True) == 1


@pytest.mark.skipif(os.name != "posix", reason="there is no umask here")
@pytest.mark.parametrize(("mask", "mode"), [(0o077, 0o600), (0o022, 0o644), (0o027, 0o640)])
def test_a_new_file_is_for_those_whom_the_umask_lets(tmp_path, mask, mode):
    before = os.umask(mask)
    try:
        write_file(tmp_path / "report.html", "")
    finally:
        os.umask(before)
    assert (tmp_path / "report.html").stat().st_mode & 0o777 == mode


def test_where_a_link_leads_is_written(tmp_path):
    (tmp_path / "real.yml").write_text("а")
    (tmp_path / "link.yml").symlink_to("real.yml")
    write_file(tmp_path / "link.yml", "б")
    assert (tmp_path / "link.yml").is_symlink()
    assert (tmp_path / "real.yml").read_text() == "б"
