import pytest

from replylint.settings.places import may_have_settings


@pytest.fixture
def below(tmp_path):
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize("name", ["replylint.yaml", ".replylint.yml"])
def test_settings_may_hold_below_their_file(tmp_path, below, name):
    assert not may_have_settings(below)
    (tmp_path / name).write_text("", encoding="utf-8")
    assert may_have_settings(below)


def test_a_project_file_counts_when_it_speaks_of_replylint(tmp_path, below):
    project = tmp_path / "pyproject.toml"
    project.write_text("[tool.other]", encoding="utf-8")
    assert not may_have_settings(below)
    project.write_text("[tool.replylint]", encoding="utf-8")
    assert may_have_settings(below)


def test_the_way_up_goes_over_links_too(tmp_path, below):
    (tmp_path / "other").mkdir()
    link = tmp_path / "other" / "link"
    link.symlink_to(below, target_is_directory=True)
    (tmp_path / "other" / "replylint.yaml").write_text("", encoding="utf-8")
    assert may_have_settings(link)
    assert not may_have_settings(below)
