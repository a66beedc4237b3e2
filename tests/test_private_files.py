import os
import sys

import pytest

from replylint.private_files import (
    is_private_file,
    keep_newest,
    read_private,
    write_private,
    written_at_once,
)


@pytest.fixture
def path(tmp_path):
    """A file in a folder that is not there yet."""
    return tmp_path / "own" / "file"


@pytest.mark.parametrize("content", [b"", b"a\nb\n", bytes(range(256))])
def test_what_is_written_is_read(path, content):
    write_private(path, content)
    assert read_private(path) == content
    assert is_private_file(path)


def test_a_file_that_is_not_there_is_nothing(path):
    assert read_private(path) is None


@pytest.mark.parametrize(
    "damage", [lambda b: b[:-1], lambda b: b + b"x", lambda b: b"", bytes.upper]
)
def test_a_damaged_file_is_as_if_not_there(path, damage):
    write_private(path, b"content")
    path.write_bytes(damage(path.read_bytes()))
    assert read_private(path) is None


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
@pytest.mark.parametrize("open_to_others", ["file", "folder"])
def test_what_others_can_write_to_is_not_read(path, open_to_others):
    write_private(path, b"content")
    (path if open_to_others == "file" else path.parent).chmod(0o777)
    assert read_private(path) is None


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_nothing_is_written_where_others_can_write(path):
    path.parent.mkdir()
    path.parent.chmod(0o777)
    with pytest.raises(PermissionError):
        write_private(path, b"content")
    assert list(path.parent.iterdir()) == []


def test_a_write_that_fails_leaves_what_was_there_and_nothing_else(path):
    write_private(path, b"old")
    with pytest.raises(KeyboardInterrupt), written_at_once(path) as file:
        file.write(b"half")
        raise KeyboardInterrupt
    assert read_private(path) == b"old"
    assert list(path.parent.iterdir()) == [path]


def test_the_files_that_were_written_last_are_kept(tmp_path):
    for number, name in enumerate("bca"):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (number, number))
    keep_newest(tmp_path, 3)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "c"]
    keep_newest(tmp_path, 2)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "c"]
