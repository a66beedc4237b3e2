import pytest

from replylint.suppressions.places import may_have_suppressions


@pytest.mark.parametrize("name", [".replylint-ignore.yaml", ".replylint-ignore.yml"])
def test_decisions_may_be_in_a_folder_or_above(tmp_path, name):
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert not may_have_suppressions(below)
    (tmp_path / name).write_text("", encoding="utf-8")
    assert may_have_suppressions(below)
