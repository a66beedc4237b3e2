from replylint.commands.files import is_in_step, write_file


def test_a_file_keeps_its_mode_and_leaves_nothing_behind(tmp_path):
    path = tmp_path / "new" / "a.yml"
    write_file(path, "а\r\n")
    assert path.read_bytes() == "а\r\n".encode()
    path.chmod(0o600)
    write_file(path, "б\n")
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(path.parent.iterdir()) == [path]
    assert is_in_step(path, "б\n")
    assert not is_in_step(path, "в\n")
    assert not is_in_step(tmp_path, "")
